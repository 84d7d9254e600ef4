import { describe, expect, test } from "vitest";
import type { Fetcher } from "../../src/fetch/fetcher.ts";
import { readUrlList } from "../../src/fetch/list.ts";
import { captureInOrder, type FetchedPage, type FetchTally, planFetch } from "../../src/fetch/plan.ts";
import type { Captured } from "../../src/model/fetch.ts";
import { done, type Outcome, problem } from "../../src/model/outcome.ts";

describe("a list", () => {
  const rows = [
    ["https://a.example/\nhttps://b.example/\n", ["https://a.example/", "https://b.example/"]],
    [
      "\uFEFF# sites\r\n\r\n  https://a.example/x  The Harbour Post \r\n#https://b.example/",
      ["https://a.example/x (The Harbour Post)"],
    ],
    ["no address at all", ["no (address at all)"]],
    [
      '<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body><outline text="North"><outline text="A &amp; B" type="rss" xmlUrl="https://a.example/feed?x=1&amp;y=2" htmlUrl="https://a.example/"/></outline><outline text="C" URL="https://c.example/"/><OUTLINE HTMLURL="https://d.example/"/></body></opml>',
      ["https://a.example/feed?x=1&y=2 (A & B)", "https://c.example/ (C)", "https://d.example/"],
    ],
  ] as const;
  test.each(rows)("%j", (text, urls) => {
    const listed = readUrlList(text, "list");
    expect(listed.ok && listed.value.map(({ url, title }) => (title ? `${url} (${title})` : url))).toEqual(urls);
  });
  test("says where each address stands", () => {
    const lines = readUrlList("# x\nhttps://a.example/", "sites.txt");
    expect(lines.ok && lines.value[0]?.from).toBe("line 2 of sites.txt");
    const opml = readUrlList('<opml><outline/><outline xmlUrl="u"/></opml>', "sites.opml");
    expect(opml.ok && opml.value[0]?.from).toBe("outline 2 of sites.opml");
  });
  const faults = [
    ["", "holds no address"],
    ["# nothing\n\n", "holds no address"],
    ["<opml><body/></opml>", "holds no address"],
    ["<html><a href='https://a.example/'>a</a></html>", "is markup"],
    ["<rss><channel/></rss>", "is markup"],
    ["x\n".repeat(100_001), "at most 100000"],
  ] as const;
  test.each(faults.map(([text, words], at) => [at, words, text] as const))("%i: %s", (_, words, text) => {
    const listed = readUrlList(text, "list");
    expect(listed).toMatchObject({ problem: { code: "fetch/list" } });
    expect(listed.ok ? "" : listed.problem.message).toContain(words);
  });
});

describe("a plan", () => {
  test("has each address once, those of the command line first, in order", () => {
    const list = readUrlList(
      "https://B.example\nhttps://c.example/#top\nhttps://c.example./\nnonsense\nnonsense",
      "list",
    );
    const plan = planFetch(["https://a.example/", "https://b.example/"], [list.ok ? list.value : []], () => null);
    expect(plan.pages.map(({ url }) => url)).toEqual([
      "https://a.example/",
      "https://b.example/",
      "https://c.example/#top",
      "nonsense",
    ]);
    expect(plan.repeated.map(({ from }) => from)).toEqual(["line 1 of list", "line 3 of list", "line 5 of list"]);
  });
  test("asks by what an earlier capture left", () => {
    const plan = planFetch(["https://a.example/", "https://b.example/"], [], (url) =>
      url.includes("a.") ? { etag: '"1"', lastModified: null } : null,
    );
    expect(plan.pages).toEqual([
      { url: "https://a.example/", title: null, from: "argument 1", etag: '"1"', lastModified: null },
      { url: "https://b.example/", title: null, from: "argument 2", etag: null, lastModified: null },
    ]);
  });
});

const headers = { contentType: null, charset: null, etag: null, lastModified: null, date: null };
const captured = (url: string, size = 1): Outcome<Captured> =>
  done({
    kind: "page",
    requestedUrl: url,
    url,
    redirects: [],
    status: 200,
    headers,
    retrievedAt: "",
    notes: [],
    bytes: new Uint8Array(size),
    sha256: "",
  });
const stopped = problem("fetch/stopped", "It was stopped. Go on.");

/** A fetcher whose answers are given by hand: `answer(url)` ends a request that is under way. */
function madeFetcher(sizeOf: (url: string) => number = () => 1) {
  const underWay = new Map<string, (outcome: Outcome<Captured>) => void>();
  const begun: string[] = [];
  const fetcher: Pick<Fetcher, "fetch"> = {
    fetch: (url, ask) => {
      begun.push(url);
      if (ask?.signal?.aborted) return Promise.resolve(stopped);
      return new Promise((resolve) => {
        underWay.set(url, resolve);
        ask?.signal?.addEventListener("abort", () => resolve(stopped));
      });
    },
  };
  return {
    fetcher,
    begun,
    answer: async (url: string, outcome: Outcome<Captured> = captured(url, sizeOf(url))) => {
      underWay.get(url)?.(outcome);
      underWay.delete(url);
      // Long enough for all that follows from it: promises alone are waited for.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** Runs a plan over the addresses and keeps what it yields. */
function start(
  urls: readonly string[],
  fetcher: Pick<Fetcher, "fetch">,
  options: Partial<Parameters<typeof captureInOrder>[2]> = {},
) {
  const stop = new AbortController();
  const yielded: string[] = [];
  const ended: string[] = [];
  const running = captureInOrder(
    planFetch(urls, [], () => null),
    fetcher,
    {
      signal: stop.signal,
      onDone: ({ page }, { left }) => ended.push(`${page.url} ${left}`),
      ...options,
    },
  );
  const tally = (async (): Promise<FetchTally> => {
    for (;;) {
      const step: IteratorResult<FetchedPage, FetchTally> = await running.next();
      if (step.done) return step.value;
      yielded.push(step.value.page.url);
    }
  })();
  return { stop, yielded, ended, tally };
}

const [a1, a2, a3, b1, c1] = ["http://a/1", "http://a/2", "http://a/3", "http://b/1", "http://c/1"] as const;

describe("a plan is fetched", () => {
  test("one address of a host at a time, several hosts at once, and yielded in order", async () => {
    const { fetcher, begun, answer } = madeFetcher();
    const { yielded, ended, tally } = start([a1, a2, b1, a3], fetcher);
    await answer("");
    expect(begun).toEqual([a1, b1]);
    await answer(b1);
    expect(yielded).toEqual([]);
    await answer(a1);
    expect(begun).toEqual([a1, b1, a2]);
    expect(yielded).toEqual([a1]);
    await answer(a2);
    expect(yielded).toEqual([a1, a2, b1]);
    await answer(a3, problem("fetch/gone", "x"));
    expect(ended).toEqual([`${b1} 3`, `${a1} 2`, `${a2} 1`, `${a3} 0`]);
    expect(await tally).toEqual({ captured: 3, unchanged: 0, failed: 1, left: 0 });
  });
  test("at most as many hosts at once as are allowed", async () => {
    const { fetcher, begun, answer } = madeFetcher();
    const { tally } = start([a1, b1, c1], fetcher, { hosts: 2 });
    await answer("");
    expect(begun).toEqual([a1, b1]);
    await answer(b1);
    expect(begun).toEqual([a1, b1, c1]);
    await answer(a1);
    await answer(c1);
    expect((await tally).captured).toBe(3);
  });
  test("not further ahead than is allowed", async () => {
    const { fetcher, begun, answer } = madeFetcher();
    const { tally } = start([a1, b1, c1], fetcher, { ahead: 2 });
    await answer("");
    await answer(b1);
    expect(begun).toEqual([a1, b1]);
    await answer(a1);
    expect(begun).toEqual([a1, b1, c1]);
    await answer(c1);
    await tally;
  });
  test("no more pages are held than there is room for, and the one that all wait for is fetched all the same", async () => {
    const { fetcher, begun, answer } = madeFetcher((url) => (url === b1 ? 50 : 1));
    const { yielded, tally } = start([a1, b1, a2, c1], fetcher, { heldBytes: 40, hosts: 2 });
    await answer("");
    await answer(b1);
    expect(begun).toEqual([a1, b1]);
    await answer(a1);
    expect(yielded).toEqual([a1, b1]);
    expect(begun).toEqual([a1, b1, a2, c1]);
    await answer(a2);
    await answer(c1);
    expect((await tally).captured).toBe(4);
  });
  test("until it is stopped: what was done is kept, what was not is left", async () => {
    const { fetcher, begun, answer } = madeFetcher();
    const { yielded, stop, tally } = start([a1, b1, a2, c1], fetcher);
    await answer("");
    await answer(c1);
    stop.abort();
    expect(await tally).toEqual({ captured: 1, unchanged: 0, failed: 0, left: 3 });
    expect(yielded).toEqual([c1]);
    expect(begun).toEqual([a1, b1, c1]);
  });
  test("what is not begun when it is stopped before is left", async () => {
    const { fetcher, begun } = madeFetcher();
    const tally = start([a1, b1], fetcher, { signal: AbortSignal.abort() }).tally;
    expect(await tally).toEqual({ captured: 0, unchanged: 0, failed: 0, left: 2 });
    expect(begun).toEqual([]);
  });
  test("an empty plan is done at once", async () =>
    expect(await start([], madeFetcher().fetcher).tally).toEqual({ captured: 0, unchanged: 0, failed: 0, left: 0 }));
  test("leaving the loop stops what is under way", async () => {
    const signals: AbortSignal[] = [];
    const fetcher: Pick<Fetcher, "fetch"> = {
      fetch: async (url, ask) => {
        if (ask?.signal) signals.push(ask.signal);
        return url === a1 ? captured(url) : new Promise(() => undefined);
      },
    };
    for await (const _ of captureInOrder(
      planFetch([a1, b1], [], () => null),
      fetcher,
      { signal: new AbortController().signal },
    ))
      break;
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });
});
