import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Arrival, type Listener, type Origin, problemOf, type SummarisedPage } from "./document/arrival.ts";
import { arrivalsIn } from "./document/bytes-arrival.ts";
import { parseFeed } from "./document/feed/parse.ts";
import { looksLikeFeed } from "./document/feed/recognise.ts";
import { unreadable } from "./document/file.ts";
import { createFetcher, type Fetcher } from "./fetch/fetcher.ts";
import type { FetchLimits } from "./fetch/limit.ts";
import { type ListedUrl, readUrlList } from "./fetch/list.ts";
import { captureInOrder, type FetchedPage, planFetch } from "./fetch/plan.ts";
import type { ProxySettings } from "./fetch/proxy.ts";
import { shownUrl } from "./fetch/target.ts";
import type { GivenMeta } from "./model/document.ts";
import type { Captured, CaptureFacts, CaptureNote } from "./model/fetch.ts";
import { done, type Outcome, problem } from "./model/outcome.ts";

export type { FetchLimits } from "./fetch/limit.ts";
export type { ListedUrl } from "./fetch/list.ts";
export { type ProxySettings, readProxySettings } from "./fetch/proxy.ts";

/** An earlier capture of an address that the case holds. */
export interface KnownCapture extends CaptureFacts {
  readonly retrievedAt: string | null;
  /** What is kept of it; null where that cannot be got back. */
  readonly bytes: () => Uint8Array | null;
}

export interface CaptureChoice {
  /** Version of the program, for its user agent. */
  readonly version: string;
  readonly contact: string | null;
  readonly proxy: ProxySettings;
  /** Also addresses of this machine and of private networks. For tests. */
  readonly allowPrivate: boolean;
  readonly limits?: Partial<FetchLimits>;
  readonly signal: AbortSignal;
  /** The newest capture of an address; null for none. */
  readonly known: (url: string) => KnownCapture | null;
  /** What is said of every page, where nothing else says so. */
  readonly publisher: string | null;
  readonly published: string | null;
  readonly listener: Listener;
  /** What became of an address, when it is done. */
  readonly onDone: (outcome: "captured" | "unchanged" | "failed") => void;
}

/**
 * The addresses in the file `path`: lines, a list of feeds (OPML), or a feed, of which the pages of its items are meant. Fails with `document/unreadable` or
 * `fetch/list`.
 */
export async function readListFile(path: string): Promise<Outcome<readonly ListedUrl[]>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return unreadable(path, error);
  }
  const name = basename(path);
  const feed = looksLikeFeed(bytes) ? parseFeed(bytes) : null;
  if (!feed?.ok || feed.value.kind === "opml") return readUrlList(new TextDecoder().decode(bytes), name);
  const listed = feed.value.items.flatMap(({ link }, at) =>
    link === null ? [] : [{ url: link, title: null, from: `item ${at + 1} of ${name}` }],
  );
  return listed.length > 0 ? done(listed) : problem("fetch/list", `${name} is a feed in which no item has an address.`);
}

const noteWords = (note: CaptureNote): string => {
  if (note.kind === "odd-port") return `it was fetched from port ${note.port}, which is not the web's usual one.`;
  if (note.kind === "downgraded")
    return `it led from https to ${shownUrl(note.to)}: anybody on the way could read and change the page.`;
  return `the server sent more than the ${note.announcedBytes} bytes that it had announced, and the rest was left out.`;
};

const factsOf = ({ requestedUrl, url, redirects, status, headers }: Captured): CaptureFacts => {
  const { etag, lastModified, contentType, charset } = headers;
  return { requestedUrl, url, redirects, status, etag, lastModified, contentType, charset };
};

const becameOf = (outcome: Outcome<Captured>): "captured" | "unchanged" | "failed" =>
  !outcome.ok ? "failed" : outcome.value.kind === "page" ? "captured" : "unchanged";

const fileNameIn = (url: string): string | null => {
  const last = URL.parse(url)?.pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last) || null;
  } catch {
    return last || null;
  }
};

type Said = Pick<GivenMeta, "publisher" | "published">;

const originOf = (facts: CaptureFacts, retrievedAt: string | null, said: Said): Origin => ({
  name: facts.requestedUrl,
  keys: { externalId: null, url: facts.url, publisher: said.publisher, path: null },
  given: { title: null, url: facts.url, ...said, lang: null, retrieved: retrievedAt },
  retrievedAt,
  fileName: fileNameIn(facts.url),
  charset: facts.charset,
  capture: facts,
});

/** Documents of a page that came, or of the one that is kept where the server says that it is unchanged. */
async function* arrivalsOf(
  captured: Captured,
  said: Said,
  { known, listener }: CaptureChoice,
): AsyncGenerator<Outcome<Arrival>> {
  const { requestedUrl } = captured;
  for (const note of captured.notes) listener.onNote(requestedUrl, noteWords(note));
  if (captured.kind === "page") {
    yield* arrivalsIn(captured.bytes, originOf(factsOf(captured), captured.retrievedAt, said), listener);
    return;
  }
  // The bytes that are kept take the way of all others, so that a newer engine reads them again.
  const kept = known(requestedUrl);
  const bytes = kept?.bytes() ?? null;
  if (!kept || !bytes) {
    yield problem(
      "case/damaged",
      `${requestedUrl}: the server says that the page is unchanged, and the bytes that were kept of it cannot be read. Run standoff verify.`,
    );
    return;
  }
  const { bytes: _bytes, retrievedAt, ...facts } = kept;
  yield* arrivalsIn(bytes, originOf(facts, retrievedAt, said), listener);
}

const notFetched = ({ page, outcome }: FetchedPage): Outcome<Arrival> =>
  outcome.ok
    ? problem("fetch/stopped", page.url)
    : problemOf(`${shownUrl(page.url)}${page.from.startsWith("argument ") ? "" : ` (${page.from})`}`, outcome.problem);

/** Documents of one plan. `saidOf`: what a feed says of an address. */
async function* planned(
  fetcher: Fetcher,
  named: readonly string[],
  lists: readonly (readonly ListedUrl[])[],
  saidOf: ReadonlyMap<string, Said>,
  choice: CaptureChoice,
): AsyncGenerator<Outcome<Arrival>> {
  const { known, publisher, published, listener, signal, onDone } = choice;
  const plan = planFetch(named, lists, (url) => {
    const kept = known(url);
    return kept && { etag: kept.etag, lastModified: kept.lastModified };
  });
  const { length } = plan.repeated;
  if (length > 0) listener.onNote("addresses", `${length} named more than once; each is fetched once.`);
  const fetched = captureInOrder(plan, fetcher, { signal, onDone: ({ outcome }) => onDone(becameOf(outcome)) });
  for await (const one of fetched) {
    if (!one.outcome.ok) {
      yield notFetched(one);
      continue;
    }
    const feed = saidOf.get(one.page.url);
    const said: Said = { publisher: feed?.publisher ?? publisher, published: feed?.published ?? published };
    yield* arrivalsOf(one.outcome.value, said, choice);
  }
}

/**
 * Documents at addresses: each address once, in the order of `named` and then of `lists`, then the pages of `summaries` (looked at when all before is done).
 * A page that the case holds is asked for only if it has changed. An address that fails is a problem that names it, and the rest goes on. After
 * `signal`, nothing is begun.
 */
export async function* addressArrivals(
  named: readonly string[],
  lists: readonly (readonly ListedUrl[])[],
  summaries: readonly SummarisedPage[],
  choice: CaptureChoice,
): AsyncGenerator<Outcome<Arrival>> {
  const { version, contact, proxy, allowPrivate, limits, signal } = choice;
  const fetcher = createFetcher({ version, contact, proxy, allowPrivate, ...(limits && { limits }) });
  try {
    yield* planned(fetcher, named, lists, new Map(), choice);
    if (signal.aborted || summaries.length === 0) return;
    const said = new Map(summaries.map(({ url, given }) => [url, given]));
    const list = summaries.map(({ url, from }): ListedUrl => ({ url, from, title: null }));
    yield* planned(fetcher, [], [list], said, choice);
  } finally {
    await fetcher.close();
  }
}
