import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { createFetcher, type Fetcher, type FetcherOptions } from "../../src/fetch/fetcher.ts";
import { fetchLimits } from "../../src/fetch/limit.ts";
import type { Attempt } from "../../src/fetch/request.ts";
import { retryAfterMs, waitBeforeRetry } from "../../src/fetch/retry.ts";
import { createRobots, type RobotsAnswer } from "../../src/fetch/robots.ts";
import { createTurns } from "../../src/fetch/turn.ts";
import { userAgentOf } from "../../src/fetch/user-agent.ts";
import { hostOf, type Listening, madeTime, startWeb } from "./server.ts";

const never = new AbortController().signal;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("the wait that a server asks for", () => {
  const nowMs = Date.parse("2024-03-01T12:00:00Z");
  const rows = [
    [null, null],
    ["0", 0],
    ["120", 120_000],
    ["Fri, 01 Mar 2024 12:00:30 GMT", 30_000],
    ["Fri, 01 Mar 2024 11:00:00 GMT", 0],
    ["tomorrow", null],
    ["-5", null],
    ["1e9", null],
    ["9999999999", null],
    ["2024-03-01", null],
  ] as const;
  test.each(rows)("%s is %s ms", (header, ms) => expect(retryAfterMs(header, nowMs)).toBe(ms));
});

describe("the wait before it is asked again", () => {
  const answer = (status: number, retryAfter: string | null = null): Attempt => ({
    kind: "answer",
    status,
    header: (name) => (name === "retry-after" ? retryAfter : null),
    body: null,
    overrunOf: null,
  });
  const failure = (again: boolean): Attempt => ({
    kind: "failed",
    again,
    problem: { code: "fetch/time", message: "" },
  });
  const rows = [
    ["a page", answer(200), 1, 0, null],
    ["no page", answer(404), 1, 0, null],
    ["the first 503", answer(503), 1, 0, 1_000],
    ["the second 503", answer(503), 2, 0, 2_000],
    ["the last 503", answer(503), 3, 0, null],
    ["with chance", answer(503), 2, 0.5, 2_500],
    ["501", answer(501), 1, 0, null],
    ["505", answer(505), 1, 0, null],
    ["429 that asks for 30 s", answer(429, "30"), 1, 0, 30_000],
    ["429 that asks for less than the back-off", answer(429, "0"), 2, 0, 2_000],
    ["429 that asks for an hour", answer(429, "3600"), 1, 0, null],
    ["a failure that may pass", failure(true), 1, 0, 1_000],
    ["a failure that will not pass", failure(false), 1, 0, null],
  ] as const;
  test.each(rows)("%s", (_, attempt, made, chance, ms) =>
    expect(waitBeforeRetry(attempt, { made, chance, nowMs: 0, limits: fetchLimits })).toBe(ms),
  );
});

describe("the user agent", () => {
  const rows = [
    [null, "Standoff/1.2.3"],
    ["desk@harbour.example", "Standoff/1.2.3 (+desk@harbour.example)"],
    ["https://harbour.example/about", "Standoff/1.2.3 (+https://harbour.example/about)"],
    ["a\r\nx-evil: 1", "Standoff/1.2.3 (+ax-evil:1)"],
    ["(é)", "Standoff/1.2.3"],
  ] as const;
  test.each(rows)("with contact %j is %s", (contact, agent) => expect(userAgentOf("1.2.3", contact)).toBe(agent));
});

describe("what a robots.txt allows", () => {
  const check = async (text: string, path: string, onDelay: (host: string, ms: number) => void = () => undefined) => {
    const robots = createRobots(async () => ({ kind: "text", bytes: utf8(text) }), madeTime(), onDelay);
    return robots.check(new URL(path, "https://harbour.example:8443"));
  };
  const rows = [
    ["", "/", true],
    ["User-agent: *\nDisallow: /", "/x", false],
    ["User-agent: *\nDisallow:", "/x", true],
    ["\uFEFFUSER-AGENT: *\r\nDISALLOW: /x\r\n", "/x", false],
    ["User-agent: *\nDisallow: /x$", "/x", false],
    ["User-agent: *\nDisallow: /x$", "/xy", true],
    ["User-agent: *\nDisallow: /*.pdf", "/a/b.pdf?c", false],
    ["User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true],
    ["User-agent: *\nDisallow: /a\nAllow: /a", "/a", true],
    ["User-agent: standoff\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", true],
    ["User-agent: standoff\nUser-agent: other\nDisallow: /a", "/a", false],
    ["User-agent: standoffish\nDisallow: /", "/a", true],
    ["<html><h1>Not found</h1></html>", "/a", true],
    ["User-agent: *\nDisallow: /%C3%A9", "/é", false],
    ["User-agent: __proto__\nDisallow: /", "/a", true],
  ] as const;
  test.each(rows)("%j allows %s: %s", async (text, path, allowed) => {
    const outcome = await check(text, path);
    expect(outcome.ok).toBe(allowed);
    if (!outcome.ok) expect(outcome.problem.code).toBe("fetch/robots");
  });
  test("the line that forbids is named", async () => {
    const outcome = await check("User-agent: *\n\nDisallow: /b\nDisallow: /a", "/a");
    expect(outcome.ok ? "" : outcome.problem.message).toContain("(line 4)");
  });
  test("patterns that would take minutes are not tried", async () => {
    const outcome = await check(
      `User-agent: *\n${`Disallow: /${"*a".repeat(500)}\n`.repeat(480)}`,
      `/${"a".repeat(5_000)}`,
    );
    expect(outcome).toMatchObject({ ok: false, problem: { code: "fetch/robots-unavailable" } });
  });
  const delays = [
    ["Crawl-delay: 7", [["harbour.example", 7_000]]],
    ["Crawl-delay: 0.5", [["harbour.example", 500]]],
    ["Crawl-delay: soon", []],
    ["Crawl-delay: -3", []],
    ["Crawl-delay: Infinity", []],
  ] as const;
  test.each(delays)("%s is a pause of %j", async (line, told) => {
    const heard: (readonly [string, number])[] = [];
    await check(`User-agent: *\n${line}`, "/", (host, ms) => heard.push([host, ms]));
    expect(heard).toEqual(told);
  });
});

describe("a robots.txt is kept", () => {
  const rows: readonly (readonly [what: string, answer: RobotsAnswer, afterMs: number, asked: number])[] = [
    ["within a day", { kind: "text", bytes: utf8("") }, 86_399_999, 1],
    ["after a day", { kind: "text", bytes: utf8("") }, 86_400_000, 2],
    ["none, within a day", { kind: "none" }, 86_399_999, 1],
    ["a failure, within ten minutes", { kind: "unknown", why: "x" }, 599_999, 1],
    ["a failure, after ten minutes", { kind: "unknown", why: "x" }, 600_000, 2],
  ];
  test.each(rows)("%s", async (_, answer, afterMs, times) => {
    let asked = 0;
    const time = madeTime();
    const robots = createRobots(
      async () => {
        asked += 1;
        return answer;
      },
      time,
      () => undefined,
    );
    const url = new URL("https://harbour.example/");
    await robots.check(url);
    await time.sleep(afterMs, never);
    await Promise.all([robots.check(url), robots.check(url), robots.check(url)]);
    expect(asked).toBe(times);
  });
});

describe("turns", () => {
  test("are given in the order of asking, one at a time, with a pause after each", async () => {
    const time = madeTime();
    const turns = createTurns(time, 1_000);
    const log: string[] = [];
    const visit = async (name: string): Promise<void> => {
      const turn = await turns.take("a", never);
      log.push(`${name} in ${time.now() - Date.parse("2024-03-01T12:00:00Z")}`);
      await Promise.resolve();
      log.push(`${name} out`);
      turn?.giveBack(name !== "2");
    };
    await Promise.all(["1", "2", "3"].map(visit));
    // The second one asked for no pause after it; the one that was left from before is over.
    expect(log).toEqual(["1 in 0", "1 out", "2 in 1000", "2 out", "3 in 1000", "3 out"]);
  });
  test("one who no longer wants it lets the next one through", async () => {
    const turns = createTurns(madeTime(), 0);
    const first = await turns.take("a", never);
    const stop = new AbortController();
    const second = turns.take("a", stop.signal);
    const third = turns.take("a", never);
    stop.abort();
    expect(await second).toBeNull();
    first?.giveBack(true);
    expect(await third).not.toBeNull();
  });
  test("of one host hold up no other", async () => {
    const turns = createTurns(madeTime(), 0);
    await turns.take("a", never);
    expect(await turns.take("b", never)).not.toBeNull();
  });
});

describe("against a server", () => {
  const open: (Listening | Fetcher)[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()));
  });
  const begin = async (
    answer: (request: IncomingMessage, response: ServerResponse) => void,
    options: Partial<FetcherOptions> = {},
  ) => {
    const web = await startWeb(answer);
    const time = madeTime();
    const fetcher = createFetcher({
      version: "1",
      contact: null,
      resolve: async () => ["127.0.0.1"],
      allowPrivate: (address) => address === "127.0.0.1",
      time,
      chance: () => 0,
      ...options,
    });
    open.push(web, fetcher);
    return { fetcher, time, at: (host: string, path = "/") => `http://${host}.example:${web.port}${path}` };
  };
  const robotsOr = (robots: string, body: string) => (request: IncomingMessage, response: ServerResponse) =>
    void response.end(request.url === "/robots.txt" ? robots : body);

  test("the pause between two pages is that of the options, and none comes after a robots.txt", async () => {
    const { fetcher, time, at } = await begin(robotsOr("", "x"), { limits: { pauseMs: 700 } });
    for (const path of ["/1", "/2", "/3"]) await fetcher.fetch(at("a", path));
    expect(time.waits).toEqual([700, 700]);
  });
  test("the pause that a robots.txt asks for goes before it, up to its limit", async () => {
    const { fetcher, time, at } = await begin((request, response) =>
      robotsOr(`User-agent: *\nCrawl-delay: ${hostOf(request).startsWith("a.") ? 5 : 500}`, "x")(request, response),
    );
    for (const host of ["a", "b"]) for (const path of ["/1", "/2"]) await fetcher.fetch(at(host, path));
    expect(time.waits).toEqual([5_000, 60_000]);
  });
  test("four hosts are asked at the same time", async () => {
    const waiting: ServerResponse[] = [];
    // No page is given out before all four have been asked for.
    const { fetcher, at } = await begin((request, response) => {
      if (request.url === "/robots.txt") return void response.writeHead(404).end();
      waiting.push(response);
      if (waiting.length === 4) for (const one of waiting) one.end("x");
    });
    const outcomes = await Promise.all(["a", "b", "c", "d"].map((host) => fetcher.fetch(at(host))));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  });
  test("it waits longer from try to try, and as long as the server asks", async () => {
    const answers = [
      [500, {}],
      [429, { "retry-after": "9" }],
      [200, {}],
    ] as const;
    let at0 = 0;
    const { fetcher, time, at } = await begin((request, response) => {
      if (request.url === "/robots.txt") return void response.writeHead(404).end();
      const [status, headers] = answers[at0++] ?? answers[2];
      response.writeHead(status, headers).end("x");
    });
    expect((await fetcher.fetch(at("a"))).ok).toBe(true);
    expect(time.waits).toEqual([1_000, 9_000]);
  });
  test("the next page of a host that asked for a short rest waits for its end, that of one that asked for a long one fails", async () => {
    const { fetcher, time, at } = await begin(
      (request, response) => {
        if (request.url !== "/busy") return void response.end("");
        response.writeHead(429, { "retry-after": hostOf(request).startsWith("a.") ? "20" : "600" }).end();
      },
      { limits: { attempts: 1 } },
    );
    for (const host of ["a", "b"])
      expect(await fetcher.fetch(at(host, "/busy"))).toMatchObject({ problem: { code: "fetch/throttled" } });
    expect((await fetcher.fetch(at("a", "/next"))).ok).toBe(true);
    expect(time.waits).toEqual([20_000]);
    expect(await fetcher.fetch(at("b", "/next"))).toMatchObject({ problem: { code: "fetch/throttled" } });
  });
  test("one robots.txt serves all pages of an origin, asked for at once", async () => {
    const asked: string[] = [];
    const { fetcher, at } = await begin((request, response) => {
      asked.push(request.url ?? "");
      response.end("");
    });
    await Promise.all(["/1", "/2", "/3"].map((path) => fetcher.fetch(at("a", path))));
    expect(asked.filter((path) => path === "/robots.txt")).toHaveLength(1);
  });
  test("a page that is stopped under way says so, and the next one is fetched", async () => {
    const stop = new AbortController();
    const { fetcher, at } = await begin((request, response) => {
      if (request.url === "/slow") return stop.abort();
      response.end("x");
    });
    expect(await fetcher.fetch(at("a", "/slow"), { signal: stop.signal })).toMatchObject({
      problem: { code: "fetch/stopped" },
    });
    expect((await fetcher.fetch(at("a", "/next"))).ok).toBe(true);
  });
  test("one who stops while a robots.txt is read does not spoil it for the others", async () => {
    const stop = new AbortController();
    const held: ServerResponse[] = [];
    const { fetcher, at } = await begin((request, response) => {
      if (request.url !== "/robots.txt") return void response.end("x");
      held.push(response);
      stop.abort();
    });
    const first = fetcher.fetch(at("a", "/1"), { signal: stop.signal });
    const second = fetcher.fetch(at("a", "/2"));
    expect(await first).toMatchObject({ problem: { code: "fetch/stopped" } });
    for (const response of held) response.end("User-agent: *\nDisallow: /3");
    expect((await second).ok).toBe(true);
  });
  test("a body that is cut is not read on: its connection is closed at once", async () => {
    const closed = Promise.withResolvers<void>();
    const { fetcher, at } = await begin(
      (request, response) => {
        if (request.url === "/robots.txt") return void response.writeHead(404).end();
        response.on("close", closed.resolve);
        const go = (): void => {
          while (!response.destroyed && response.write("x".repeat(10_000))) continue;
        };
        response.on("drain", go);
        go();
      },
      { limits: { bodyBytes: 100_000 } },
    );
    expect(await fetcher.fetch(at("a"))).toMatchObject({ problem: { code: "fetch/too-large" } });
    await closed.promise;
  });
  test("what is asked before or after the end is answered with it", async () => {
    const { fetcher, at } = await begin(robotsOr("", "x"));
    await fetcher.close();
    expect(await fetcher.fetch(at("a"))).toMatchObject({ problem: { code: "fetch/stopped" } });
    const stopped = await fetcher.fetch(at("a"), { signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ problem: { code: "fetch/stopped" } });
  });
  test("headers that matter are kept as they were sent, and the time is that of the clock", async () => {
    const headers = {
      "content-type": "Text/HTML; Charset=KOI8-R",
      etag: 'W/"a"',
      "last-modified": "Fri, 01 Mar 2024 10:00:00 GMT",
      date: "Fri, 01 Mar 2024 11:59:58 GMT",
    };
    const { fetcher, at } = await begin((_, response) => void response.writeHead(200, headers).end("x"));
    expect(await fetcher.fetch(at("a"))).toMatchObject({
      value: {
        status: 200,
        headers: {
          contentType: "text/html",
          charset: "koi8-r",
          etag: 'W/"a"',
          lastModified: headers["last-modified"],
          date: headers.date,
        },
        retrievedAt: "2024-03-01T12:00:00.000Z",
      },
    });
  });
});
