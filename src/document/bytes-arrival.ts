import { isJsonName } from "../model/file-name.ts";
import { done, type Outcome, problem } from "../model/outcome.ts";
import { archiveArrivals, isArchive } from "./archive-arrival.ts";
import { type Arrival, type Listener, type Origin, problemOf } from "./arrival.ts";
import { looksLikeFeed } from "./feed/recognise.ts";
import { feedArrivals } from "./feed-arrival.ts";
import type { CapturedDocument } from "./kind/captured.ts";
import { kindOfBytes } from "./kind/kind.ts";
import { openBytes } from "./kind/open.ts";

const arrivalOf = (bytes: Uint8Array, origin: Origin): Arrival => ({ ...origin, body: bytes });

/** A document in a file of several: its own words are what is kept of it. */
function partArrival(document: CapturedDocument, part: string, origin: Origin): Arrival {
  const { url, publisher } = document.stated;
  const { keys, given } = origin;
  return {
    ...origin,
    name: `${origin.name}, ${part}`,
    keys: {
      externalId: null,
      url,
      publisher: given.publisher ?? publisher,
      path: keys.path === null ? null : `${keys.path}#${part}`,
    },
    body: Buffer.from(document.body, "utf8"),
    given: { ...given, title: null, url: null },
    document,
    fileName: null,
    charset: null,
    capture: null,
  };
}

/** Documents of a mail or of an exported chat. A mail is kept as it is; what is in it, and each message of a chat, by its own words. */
async function* partArrivals(bytes: Uint8Array, origin: Origin, listener: Listener): AsyncGenerator<Outcome<Arrival>> {
  const opened = await openBytes(bytes, origin.fileName, origin.charset);
  if (!opened.ok) {
    yield problemOf(origin.name, opened.problem);
    return;
  }
  const { documents, skipped, problem: fault } = opened.value;
  if (skipped.length > 0) listener.onLeft(origin.name, skipped);
  for (const document of documents) {
    const { part } = document;
    yield done(part === null ? { ...arrivalOf(bytes, origin), document } : partArrival(document, part, origin));
  }
  if (fault) yield problemOf(origin.name, fault);
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The problem of a JSON file that is none of the kinds of reports that are kept as JSON. */
export const isData = (name: string, next: string) =>
  problem("document/binary", `${name} is JSON, which holds data and no report. ${next}`);

/**
 * The documents that bytes hold, told by what they are: a page, a text, a mail with the mails in it, the messages of an exported chat, the items of a feed, the
 * pages of a web archive. What cannot be read is a problem that names `origin.name`. Never throws.
 */
export async function* arrivalsIn(
  bytes: Uint8Array,
  origin: Origin,
  listener: Listener,
): AsyncGenerator<Outcome<Arrival>> {
  const { name, fileName } = origin;
  if (await isArchive(bytes, fileName)) {
    yield* archiveArrivals(whole(bytes), origin, listener);
    return;
  }
  if (looksLikeFeed(bytes)) {
    yield* feedArrivals(bytes, origin, listener);
    return;
  }
  const kind = kindOfBytes(bytes, fileName);
  if (kind === "email" || kind === "telegram") yield* partArrivals(bytes, origin, listener);
  else if (kind === null && isJsonName(fileName ?? "")) {
    yield isData(name, "Give a manifest as a manifest (--manifest), and documents as JSONL (.jsonl).");
  } else yield done(arrivalOf(bytes, origin));
}
