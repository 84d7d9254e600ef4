import type { Captured, Validators } from "../model/fetch.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Fetcher } from "./fetcher.ts";
import type { ListedUrl } from "./list.ts";

/** An address to fetch, in its place. */
export interface PlannedPage extends ListedUrl, Validators {}

/** What is to be fetched, each address once, in the order in which they were named. */
export interface FetchPlan {
  readonly pages: readonly PlannedPage[];
  /** Addresses that were named again, and left out. */
  readonly repeated: readonly ListedUrl[];
}

const nothingKnown: Validators = { etag: null, lastModified: null };

/** The form in which two addresses are compared: without fragment and the trailing dot of the host. */
const comparable = (url: string): string => {
  const parsed = URL.parse(url.trim());
  if (!parsed) return url.trim();
  parsed.hash = "";
  parsed.hostname = parsed.hostname.replace(/\.$/, "");
  return parsed.href;
};

/**
 * A plan of the addresses of the command line and then of the lists, in order. `known` says what an earlier capture of an address left to
 * ask by (null for none): such a page is asked for only if it has changed. Pure; nothing is checked or opened.
 */
export function planFetch(
  named: readonly string[],
  lists: readonly (readonly ListedUrl[])[],
  known: (url: string) => Validators | null,
): FetchPlan {
  const all = [...named.map((url, at) => ({ url, title: null, from: `argument ${at + 1}` })), ...lists.flat()];
  const seen = new Set<string>();
  const pages: PlannedPage[] = [];
  const repeated: ListedUrl[] = [];
  for (const one of all) {
    const key = comparable(one.url);
    if (seen.has(key)) repeated.push(one);
    else pages.push({ ...one, ...nothingKnown, ...known(one.url) });
    seen.add(key);
  }
  return { pages, repeated };
}

/** What became of one address. */
export interface FetchedPage {
  readonly page: PlannedPage;
  /** Its place in the plan, from 0. */
  readonly at: number;
  readonly outcome: Outcome<Captured>;
}

/** Counts over a plan. `captured + unchanged + failed + left` is its length. */
export interface FetchTally {
  readonly captured: number;
  readonly unchanged: number;
  readonly failed: number;
  /** Not begun, or stopped under way. */
  readonly left: number;
}

export interface CaptureOptions {
  /** Stops: requests under way end, no other begins; what is already there is still yielded. */
  readonly signal: AbortSignal;
  /** Hosts that are asked at the same time. Default 6. */
  readonly hosts?: number;
  /** How many places ahead of the next page to be yielded another may be fetched. Default 1,000. */
  readonly ahead?: number;
  /** Bytes of fetched pages that may wait for one before them; beyond, only that one is fetched. Default 64 MB. */
  readonly heldBytes?: number;
  /** An address was begun. */
  readonly onStart?: (page: PlannedPage, at: number) => void;
  /** An address is done: in the order in which they end, so before its turn to be yielded comes. */
  readonly onDone?: (fetched: FetchedPage, tally: FetchTally) => void;
}

const hostOf = (url: string): string => URL.parse(url)?.hostname.replace(/\.$/, "") ?? "";
const sizeOf = ({ outcome }: FetchedPage): number =>
  outcome.ok && outcome.value.kind === "page" ? outcome.value.bytes.length : 0;
const isStopped = ({ outcome }: FetchedPage): boolean => !outcome.ok && outcome.problem.code === "fetch/stopped";
const columnOf = ({ outcome }: FetchedPage): Exclude<keyof FetchTally, "left"> =>
  !outcome.ok ? "failed" : outcome.value.kind === "page" ? "captured" : "unchanged";

/**
 * Fetches a plan: yields what became of each address, in the order of the plan, failures too; returns the counts. One address of a host is
 * fetched at a time and several hosts at once, so a slow host does not hold up the others, as far as `ahead` and `heldBytes` go.
 * After `signal`, what was done is yielded (in order, with gaps) and nothing else is begun: a second run over what is left goes on from there.
 * Leaving the loop early stops the requests under way. Never throws of itself.
 */
export async function* captureInOrder(
  plan: Pick<FetchPlan, "pages">,
  fetcher: Pick<Fetcher, "fetch">,
  options: CaptureOptions,
): AsyncGenerator<FetchedPage, FetchTally> {
  const { hosts = 6, ahead = 1_000, heldBytes = 64_000_000, onStart, onDone } = options;
  const { pages } = plan;
  const hostAt = pages.map(({ url }) => hostOf(url));
  const leaving = new AbortController();
  const signal = AbortSignal.any([options.signal, leaving.signal]);
  const begun = new Set<number>();
  const busyHosts = new Set<string>();
  const held = new Map<number, FetchedPage>();
  const count = { captured: 0, unchanged: 0, failed: 0 };
  const tally = (): FetchTally => ({
    ...count,
    left: pages.length - count.captured - count.unchanged - count.failed,
  });
  let heldNow = 0;
  let next = 0;
  let wake = Promise.withResolvers<void>();

  const run = async (page: PlannedPage, at: number, host: string): Promise<void> => {
    const { url, etag, lastModified } = page;
    const outcome = await fetcher.fetch(url, { etag, lastModified, signal });
    const fetched: FetchedPage = { page, at, outcome };
    busyHosts.delete(host);
    if (!isStopped(fetched)) {
      held.set(at, fetched);
      heldNow += sizeOf(fetched);
      count[columnOf(fetched)] += 1;
      onDone?.(fetched, tally());
    }
    wake.resolve();
  };

  /** Begins what may be begun now. */
  const begin = (): void => {
    for (let at = next; at < Math.min(pages.length, next + ahead) && busyHosts.size < hosts; at++) {
      const page = pages[at];
      if (!page || begun.has(at)) continue;
      // The page that all others wait for is fetched in any case: only it can make room.
      if (heldNow >= heldBytes && at !== next) return;
      const host = hostAt[at] ?? "";
      if (busyHosts.has(host)) continue;
      begun.add(at);
      busyHosts.add(host);
      onStart?.(page, at);
      void run(page, at, host);
    }
  };

  try {
    while (next < pages.length) {
      wake = Promise.withResolvers();
      if (!signal.aborted) begin();
      const ready = held.get(next);
      if (ready) {
        held.delete(next);
        begun.delete(next);
        heldNow -= sizeOf(ready);
        next += 1;
        yield ready;
      } else if (signal.aborted && busyHosts.size === 0) next += 1;
      else await wake.promise;
    }
    return tally();
  } finally {
    leaving.abort();
  }
}
