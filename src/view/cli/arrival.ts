import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  type Arrival,
  documentLimitBytes,
  type FileContext,
  type FoundFile,
  fileArrivals,
  isManifestName,
  listFiles,
  openFile,
  tooLarge,
  unreadable,
} from "../../ingest.ts";
import { nothingGiven } from "../../model/document.ts";
import { done, type Outcome, problem } from "../../model/outcome.ts";
import { isRows, rowArrivals } from "../arrival.ts";
import type { Shell } from "./shell.ts";

/** Documents of a JSONL file. One that cannot be read, or not to its end, gives a problem; what came before it stands. */
async function* rowFileArrivals(path: string, context: FileContext): AsyncGenerator<Outcome<Arrival>> {
  const opened = await openFile(path);
  if (!opened.ok) {
    yield opened;
    return;
  }
  try {
    yield* rowArrivals(opened.value, path, context);
  } catch (error) {
    yield unreadable(path, error);
  }
}

/** Standard input as one text. It has no place of its own, so its bytes are its place: two texts are two documents. */
async function textArrival(shell: Shell, context: FileContext): Promise<Outcome<Arrival>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of shell.stdin) {
    size += (chunk as Uint8Array).length;
    if (size > documentLimitBytes) return tooLarge(size);
    parts.push(chunk as Uint8Array);
  }
  const { publisher, published } = context;
  return done({
    name: "standard input",
    keys: { externalId: null, url: null, publisher, path: null },
    body: Buffer.concat(parts),
    given: { ...nothingGiven, publisher, published },
    retrievedAt: null,
  });
}

async function* foundArrivals({ path, isNamed }: FoundFile, context: FileContext): AsyncGenerator<Outcome<Arrival>> {
  if (isManifestName(basename(path))) {
    yield problem(
      "document/refused",
      `${path} is a manifest and no report. Add its folder, or give it with --manifest.`,
    );
    return;
  }
  if (isRows(path)) yield* rowFileArrivals(path, context);
  else yield* fileArrivals(path, context, isNamed);
}

const realOf = (path: string): string => {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
};

/** What is added, and how. */
export interface Sources {
  /** Files, folders, "-" for standard input. */
  readonly paths: readonly string[];
  /** Standard input is one plain text, not JSONL. */
  readonly asText: boolean;
  /** The case's own file: it and its journals are no reports. */
  readonly caseFile: string;
}

/** Everything that `sources` name, in their order. */
export async function* arrivals(
  shell: Shell,
  sources: Sources,
  context: FileContext,
): AsyncGenerator<Outcome<Arrival>> {
  const own = new Set(["", "-wal", "-shm", "-journal"].map((ending) => realOf(sources.caseFile) + ending));
  for (const path of sources.paths) {
    if (path === "-") {
      if (sources.asText) yield await textArrival(shell, context);
      else yield* rowArrivals(shell.stdin, "standard input", context);
      continue;
    }
    for await (const found of listFiles([path])) {
      if (!found.ok) yield found;
      else if (!own.has(realOf(found.value.path))) yield* foundArrivals(found.value, context);
    }
  }
}
