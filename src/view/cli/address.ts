import type { FetchLimits, ListedUrl, ProxySettings } from "../../capture.ts";
import { version } from "../../engine.ts";
import type { Arrival, Listener, SummarisedPage } from "../../ingest.ts";
import { done, type Outcome } from "../../model/outcome.ts";
import { capturesOf, keptBytes } from "../../record/capture.ts";
import type { CaseRecord } from "../../record/open.ts";
import { type Shell, tell } from "./shell.ts";

/** How addresses are fetched. */
export interface FetchOptions {
  /** Files with addresses. */
  readonly list: readonly string[];
  /** "none" for no proxy; null: as the environment says. */
  readonly proxy: string | null;
  readonly contact: string | null;
  /** Fetches the pages of items of which a feed holds a summary. */
  readonly fetchItems: boolean;
  /** Also addresses of this machine and of private networks. For tests. */
  readonly allowPrivate: boolean;
  /** Other limits than those of `fetchLimits`. For tests. */
  readonly limits?: Partial<FetchLimits>;
}

/** No address. */
export const nothingFetched: FetchOptions = {
  list: [],
  proxy: null,
  contact: null,
  fetchItems: false,
  allowPrivate: false,
};

/** Is it an address of the web, and not the path of a file? */
export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);

/** What is to be fetched, checked before a case is opened or made. */
export interface Addresses {
  readonly named: readonly string[];
  readonly lists: readonly (readonly ListedUrl[])[];
  readonly proxy: ProxySettings;
}

// Loaded only where something is fetched: the HTTP client would make every other command start later.
const capturing = () => import("../../capture.ts");

/** The addresses that are named and listed; null where there is nothing to fetch. Fails with `fetch/proxy`, `fetch/list` or `document/unreadable`. */
export async function readAddresses(
  named: readonly string[],
  { list, proxy, fetchItems }: FetchOptions,
): Promise<Outcome<Addresses | null>> {
  if (named.length === 0 && list.length === 0 && !fetchItems) return done(null);
  const { readListFile, readProxySettings } = await capturing();
  const settings = readProxySettings(proxy, process.env);
  if (!settings.ok) return settings;
  const lists: (readonly ListedUrl[])[] = [];
  for (const path of list) {
    const listed = await readListFile(path);
    if (!listed.ok) return listed;
    lists.push(listed.value);
  }
  return done({ named, lists, proxy: settings.value });
}

export interface Fetching {
  readonly record: CaseRecord;
  readonly summaries: readonly SummarisedPage[];
  readonly listener: Listener;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly quiet: boolean;
  /** Called when an address is done, whatever became of it. */
  readonly onAddress: () => void;
}

/** How many addresses are named. */
export const addressCount = (addresses: Addresses | null): number =>
  addresses === null ? 0 : addresses.named.length + addresses.lists.reduce((sum, list) => sum + list.length, 0);

/** Is the file `path`, by its name, a list of feeds? */
export const isFeedList = (path: string): boolean => /\.opml$/i.test(path);

/** Documents at the addresses, then at those of `summaries`. What the case holds is asked for only if it has changed. Says at the end how many came. */
export async function* fetchedArrivals(
  shell: Shell,
  { named, lists, proxy }: Addresses,
  { contact, allowPrivate, limits }: FetchOptions,
  { record, summaries, listener, publisher, published, quiet, onAddress }: Fetching,
): AsyncGenerator<Outcome<Arrival>> {
  const { addressArrivals } = await capturing();
  const captures = capturesOf(record);
  const count = { captured: 0, unchanged: 0, failed: 0 };
  yield* addressArrivals(named, lists, summaries, {
    version,
    contact,
    proxy,
    allowPrivate,
    ...(limits && { limits }),
    signal: shell.signal,
    known: (url) => {
      const kept = captures.get(url);
      return kept ? { ...kept, bytes: () => keptBytes(record, kept.revision) } : null;
    },
    publisher,
    published,
    listener,
    onDone: (column) => {
      count[column]++;
      onAddress();
    },
  });
  const { captured, unchanged, failed } = count;
  const all = captured + unchanged + failed;
  if (all === 0 || quiet) return;
  const parts = [`${captured} fetched`];
  if (unchanged > 0) parts.push(`${unchanged} unchanged since the last time`);
  if (failed > 0) parts.push(`${failed} failed`);
  tell(shell, `${all} ${all === 1 ? "address" : "addresses"}: ${parts.join(", ")}.`);
}
