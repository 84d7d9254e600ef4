import { createReadStream } from "node:fs";
import { dirname, extname } from "node:path";
import { createPool } from "../../engine.ts";
import {
  type Arrival,
  type FileContext,
  fileArrival,
  ingest,
  listFiles,
  manifestRowOf,
  readManifest,
  type Step,
  type Tally,
} from "../../ingest.ts";
import { nothingGiven } from "../../model/document.ts";
import { done, type Outcome, problem } from "../../model/outcome.ts";
import { annotateLine } from "../format/input.ts";
import { parseLine, readLines } from "../format/line.ts";
import { openOrCreate } from "./case.ts";
import { showProgress } from "./progress.ts";
import { exit, type Shell, tell, tellProblem } from "./shell.ts";

export interface AddOptions {
  readonly case: string;
  readonly manifest: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  /** Standard input is one plain text, not JSONL. */
  readonly text: boolean;
  readonly jobs: number;
  readonly waitMs: number;
  readonly quiet: boolean;
  readonly json: boolean;
  /** Takes in again what was forgotten. */
  readonly force: boolean;
}

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

async function* textArrival(shell: Shell, context: FileContext): AsyncGenerator<Outcome<Arrival>> {
  const parts: Uint8Array[] = [];
  for await (const chunk of shell.stdin) parts.push(chunk as Uint8Array);
  const { publisher, published } = context;
  yield done({
    name: "standard input",
    keys: { externalId: null, url: null, publisher, path: "stdin" },
    body: Buffer.concat(parts),
    given: { ...nothingGiven, publisher, published },
    retrievedAt: null,
  });
}

const isRows = (path: string): boolean => [".jsonl", ".ndjson"].includes(extname(path).toLowerCase());

async function* arrivals(
  shell: Shell,
  paths: readonly string[],
  context: FileContext,
  asText: boolean,
): AsyncGenerator<Outcome<Arrival>> {
  for (const path of paths) {
    if (path === "-") {
      if (asText) yield* textArrival(shell, context);
      else yield* rowArrivals(shell.stdin, "standard input", context);
      continue;
    }
    for await (const found of listFiles([path])) {
      if (!found.ok) yield found;
      else if (isRows(found.value.path)) {
        yield* rowArrivals(createReadStream(found.value.path), found.value.path, context);
      } else if (extname(found.value.path).toLowerCase() === ".json") {
        yield problem(
          "document/binary",
          `${found.value.path} is JSON, which holds data and no report. Give a manifest with --manifest, and documents as JSONL (.jsonl).`,
        );
      } else yield await fileArrival(found.value.path, context);
    }
  }
}

const noun = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function summary(tally: Readonly<Tally>): string {
  const parts = [noun(tally.new, "new document", "new documents")];
  if (tally.revision > 0) parts.push(noun(tally.revision, "new version of a known one", "new versions of known ones"));
  if (tally.reading > 0) parts.push(`${tally.reading} read again by a newer engine`);
  if (tally.same > 0) parts.push(`${tally.same} already there`);
  if (tally.forgotten > 0) parts.push(`${tally.forgotten} forgotten before and left out (--force takes them in again)`);
  if (tally.failed > 0) parts.push(`${tally.failed} failed (named above)`);
  return parts.join(", ");
}

/** What a person should know of the documents beside their number: said once, at the end. */
interface Notes {
  undated: number;
  copies: number;
  firstCopy: string;
  readonly languages: Map<string, number>;
}

function notesOf({ undated, copies, firstCopy, languages }: Notes): readonly string[] {
  const notes: string[] = [];
  if (undated > 0) {
    notes.push(
      `${noun(undated, "document has", "documents have")} no day, and questions about days leave ${undated === 1 ? "it" : "them"} out. Say it with --published or --manifest and add again.`,
    );
  }
  for (const [lang, count] of languages) {
    notes.push(
      `${noun(count, "document is", "documents are")} in "${lang}": found by search, but only English is read for claims and events.`,
    );
  }
  if (copies > 0) {
    notes.push(
      `${noun(copies, "document has", "documents have")} the same text as one that was there before (${firstCopy}): a reprint, or the same file under another publisher.`,
    );
  }
  return notes;
}

/** Rows of the manifest that no file answered: a slip in a name should not pass unseen. */
const unusedRows = (manifest: FileContext["manifest"], names: ReadonlySet<string>): readonly string[] =>
  manifest === null ? [] : [...manifest.keys()].filter((file) => !names.has(file));

/** `standoff add`: files, folders, JSONL and standard input into the case; what is already there costs next to nothing. */
export async function add(shell: Shell, paths: readonly string[], options: AddOptions): Promise<number> {
  const manifest = options.manifest === null ? null : await readManifest(options.manifest);
  if (manifest !== null && !manifest.ok) {
    tellProblem(shell, manifest.problem);
    return exit.usage;
  }
  const opened = await openOrCreate(shell, options.case, options.waitMs);
  if (!opened.ok) {
    tellProblem(shell, opened.problem);
    return exit.someFailed;
  }
  const record = opened.value;
  const pool = createPool({ jobs: options.jobs });
  const progress = showProgress(shell, "documents", null, options.quiet);
  const context: FileContext = {
    manifest: manifest?.value ?? null,
    publisher: options.publisher,
    published: options.published,
    caseFolder: dirname(options.case),
  };
  const notes: Notes = { undated: 0, copies: 0, firstCopy: "", languages: new Map() };
  const note = ({ name, read }: Step): void => {
    if (read === null) return;
    if (!read.dated) notes.undated++;
    if (read.lang !== null && read.lang !== "en") {
      notes.languages.set(read.lang, (notes.languages.get(read.lang) ?? 0) + 1);
    }
    if (read.copyOf !== null && notes.copies++ === 0) notes.firstCopy = `${name} and ${read.copyOf}`;
  };
  const used = new Set<string>();
  try {
    const tally = await ingest(arrivals(shell, paths, context, options.text), record, pool, {
      clock: shell.clock,
      signal: shell.signal,
      force: options.force,
      onStep: (step) => {
        progress.step();
        note(step);
        const row = context.manifest ? manifestRowOf(context.manifest, step.name) : null;
        if (row) used.add(row.file);
        if (step.problem) tellProblem(shell, step.problem, step.name);
      },
    });
    progress.stop();
    if (options.json) shell.stdout.write(`${JSON.stringify(tally)}\n`);
    else if (!options.quiet) {
      tell(shell, `${options.case}: ${summary(tally)}.`);
      for (const line of notesOf(notes)) tell(shell, line);
      const unused = shell.signal.aborted ? [] : unusedRows(context.manifest, used);
      if (unused.length > 0) {
        tell(
          shell,
          `No file that was added answers to ${unused.slice(0, 5).join(", ")}${unused.length > 5 ? ", …" : ""} of the manifest.`,
        );
      }
    }
    if (shell.signal.aborted) {
      tell(shell, "Stopped. What was added stays; the same command goes on from here.");
      return exit.interrupted;
    }
    return tally.failed > 0 ? exit.someFailed : exit.good;
  } finally {
    progress.stop();
    await pool.close();
    record.close();
  }
}
