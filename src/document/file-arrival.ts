import { basename, dirname } from "node:path";
import { isJsonName } from "../model/file-name.ts";
import type { Outcome } from "../model/outcome.ts";
import { archiveArrivals, archiveFrontBytes, isArchive } from "./archive-arrival.ts";
import { type Arrival, type FileContext, keptPath, noListener, type Origin, realOr } from "./arrival.ts";
import { arrivalsIn } from "./bytes-arrival.ts";
import { looksLikeFeed } from "./feed/recognise.ts";
import { openFile, readFileBelow, readFront, unreadable } from "./file.ts";
import { kindOfBytes } from "./kind/kind.ts";
import { manifestRowOf } from "./manifest.ts";

function originOf(path: string, context: FileContext): Origin {
  const row = context.manifest ? manifestRowOf(context.manifest, path) : null;
  const publisher = row?.publisher ?? context.publisher;
  const url = row?.url ?? null;
  return {
    name: path,
    keys: { externalId: null, url, publisher, path: keptPath(path, context.caseFolder) },
    given: { title: row?.title ?? null, url, publisher, published: row?.published ?? context.published, lang: null },
    retrievedAt: null,
    fileName: basename(path),
    charset: null,
    capture: null,
  };
}

/** May a JSON file with that front hold reports? The chats of a whole account lie far behind its front, under the exporter's own file name. */
const mayHoldReports = (front: Uint8Array, name: string): boolean =>
  name.toLowerCase() === "result.json" || looksLikeFeed(front) || kindOfBytes(front, name) === "telegram";

/**
 * Documents of the file `path`, told by what it holds (see `arrivalsIn`). An archive is read as a stream, of any size; anything else up to the limit of one
 * document. JSON that `isNamed` says was only found in a folder is left out where it is data. Problems as `readFileBelow` and `arrivalsIn` have them.
 */
export async function* fileArrivals(
  path: string,
  context: FileContext,
  isNamed = true,
): AsyncGenerator<Outcome<Arrival>> {
  const { listener = noListener } = context;
  const name = basename(path);
  const front = await readFront(path, archiveFrontBytes);
  if (!front.ok) {
    yield front;
    return;
  }
  if (!isNamed && isJsonName(name) && !mayHoldReports(front.value, name)) return;
  const origin = originOf(path, context);
  if (await isArchive(front.value, name)) {
    const stream = await openFile(path);
    if (!stream.ok) {
      yield stream;
      return;
    }
    try {
      yield* archiveArrivals(stream.value, origin, listener);
    } catch (error) {
      yield unreadable(path, error);
    }
    return;
  }
  // Named by the user, so its own folder is the root: a link to elsewhere was already refused by `listFiles`.
  const bytes = await readFileBelow(dirname(realOr(path)), realOr(path));
  if (!bytes.ok) yield bytes;
  else if (isNamed || !isJsonName(name) || mayHoldReports(bytes.value, ""))
    yield* arrivalsIn(bytes.value, origin, listener);
}
