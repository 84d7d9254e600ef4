import { realpathSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import {
  type Arrival,
  documentLimitBytes,
  type FileContext,
  fileArrival,
  listFiles,
  openFile,
  tooLarge,
  unreadable,
} from "../../ingest.ts";
import { nothingGiven } from "../../model/document.ts";
import { done, type Outcome, problem } from "../../model/outcome.ts";
import { annotateLine } from "../format/input.ts";
import { parseLine, readLines } from "../format/line.ts";
import type { Shell } from "./shell.ts";

/** Documents of a JSONL stream; a bad line is a problem that names `name` and its number, and the rest goes on. */
async function* rowArrivals(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  context: FileContext,
): AsyncGenerator<Outcome<Arrival>> {
  for await (const { number, line } of readLines(stream)) {
    const input = line.ok ? parseLine(number, line.value, annotateLine) : line;
    if (!input.ok) {
      yield problem(input.problem.code, `${name}, ${input.problem.message}`);
      continue;
    }
    const { id, text, title, url, lang } = input.value;
    const publisher = input.value.publisher ?? context.publisher;
    const published = input.value.published ?? context.published;
    yield done({
      name: `${name}, line ${number} (id ${id})`,
      keys: { externalId: id, url, publisher, path: null },
      body: text,
      given: { title, url, publisher, published, lang },
      retrievedAt: null,
    });
  }
}

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

async function* foundArrivals(path: string, context: FileContext): AsyncGenerator<Outcome<Arrival>> {
  const kind = extname(path).toLowerCase();
  if (kind === ".jsonl" || kind === ".ndjson") yield* rowFileArrivals(path, context);
  else if (kind === ".json") {
    yield problem(
      "document/binary",
      `${path} is JSON, which holds data and no report. Give a manifest with --manifest, and documents as JSONL (.jsonl).`,
    );
  } else yield await fileArrival(path, context);
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
      else if (!own.has(realOf(found.value.path))) yield* foundArrivals(found.value.path, context);
    }
  }
}
