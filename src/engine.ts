import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { Piscina } from "piscina";
import type { CapturedDocument } from "./document/kind/captured.ts";
import type { AnnotatedDocument } from "./model/annotation.ts";
import type { GivenMeta } from "./model/document.ts";
import type { CommonWord, Lexicon, SpellingRow } from "./model/lexicon.ts";
import { done, type Outcome, problem } from "./model/outcome.ts";
import type { Page } from "./model/page.ts";
import type { EngineIdentity } from "./model/provenance.ts";
import type { AnnotateInput } from "./model/record.ts";
import {
  type AttributionModel,
  createPipeline,
  type FileNotes,
  type LanguageCore,
  type Pipeline,
  readAttributionModel,
  readBytes,
  readCaptured,
  repeatedIn,
  type SharedCore,
  shareCore,
  startCore,
} from "./pipeline.ts";
import { readForest } from "./story/claim/model/forest.ts";
import { featureNames } from "./story/claim/model/pair-feature.ts";
import { relationFeatureNames } from "./story/claim/model/relation-pairs.ts";
import { readMeaning } from "./story/meaning/meaning.ts";
import type { StoryModel } from "./story/model.ts";

const lexiconFolder = new URL("../lexicon/", import.meta.url);
const modelFolder = new URL("../models/", import.meta.url);

type Row = Readonly<Record<string, string>>;
const list = (cell: string | undefined): readonly string[] => (cell ? cell.split("|") : []);
const text = (cell: string | undefined): string | null => cell || null;
const number = (cell: string | undefined): number | null => (cell ? Number(cell) : null);

/** Rows of a tab-separated file with a header line; lines that begin with # are remarks. */
function parseRows(file: string): readonly Row[] {
  const lines = file.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const header = (lines[0] ?? "").split("\t");
  return lines.slice(1).map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""]));
  });
}

const spellingRow = (row: Row): SpellingRow => ({ spellings: list(row.spellings) });

/** The sets of spellings alone: all that a question needs of the lexicon, without the costly rest. */
export const loadSpellings = (folder: URL = lexiconFolder): readonly SpellingRow[] =>
  parseRows(readFileSync(new URL("spelling.tsv", folder), "utf8")).map(spellingRow);

/**
 * What ledgers of stories are made with, read from the package: the meanings of words (`models/meaning.bin`) and the trees that tell whether two
 * tellings are one claim (`models/claim-trees.json`) and how one stands to another (`models/relation-trees.json`). Throws where a file is missing or broken.
 */
export const loadStoryModel = (folder: URL = modelFolder): StoryModel => ({
  meaning: readMeaning(readFileSync(new URL("meaning.bin", folder))),
  sameness: readForest(readFileSync(new URL("claim-trees.json", folder), "utf8"), featureNames),
  relation: readForest(readFileSync(new URL("relation-trees.json", folder), "utf8"), relationFeatureNames),
});

let loadedStoryModel: StoryModel | undefined;

/** The same, read when it is first asked for, once a process. */
export function storyModelOnce(): StoryModel {
  loadedStoryModel ??= loadStoryModel();
  return loadedStoryModel;
}

/** How often words are used in news at large: what documents are weighed by when their stories are looked for. No reading rests on it. */
export const loadCommonWords = (folder: URL = lexiconFolder): readonly CommonWord[] =>
  parseRows(readFileSync(new URL("common-word.tsv", folder), "utf8")).map((row) => ({
    term: row.term!,
    perMillion: Number(row.per_million),
  }));

/**
 * The lexicon of the package, read from `lexicon/*.tsv`. Lists in a cell are separated by "|"; an empty cell is null or an empty list.
 * Throws when a file is missing: a package without its lexicon is broken.
 */
export function loadLexicon(folder: URL = lexiconFolder): Lexicon {
  const hash = createHash("sha256");
  const rows = (name: string): readonly Row[] => {
    const file = readFileSync(new URL(`${name}.tsv`, folder), "utf8");
    hash.update(name).update("\0").update(file);
    return parseRows(file);
  };
  const packed = (name: string): Uint8Array => {
    const file = readFileSync(new URL(`${name}.bin`, folder));
    hash.update(name).update("\0").update(file);
    return gunzipSync(file);
  };
  return {
    countries: rows("country").map((row) => ({
      iso2: row.iso2!,
      name: row.name!,
      aliases: list(row.aliases),
      demonyms: list(row.demonyms),
      capital: text(row.capital),
      capitalAliases: list(row.capitalAliases),
      seats: list(row.seats),
      geonames: number(row.geonames),
      lat: number(row.lat),
      lon: number(row.lon),
    })),
    cues: rows("cue").map((row) => ({
      cue: row.cue!,
      form: row.form as Lexicon["cues"][number]["form"],
      kind: row.kind as Lexicon["cues"][number]["kind"],
      stance: row.stance as Lexicon["cues"][number]["stance"],
      frames: list(row.frames),
    })),
    gazetteer: rows("gazetteer").map((row) => ({
      geonames: number(row.geonames),
      name: row.name!,
      aliases: list(row.aliases),
      country: text(row.country),
      lat: number(row.lat),
      lon: number(row.lon),
      population: Number(row.population),
      precision: row.precision as "city" | "region",
    })),
    places: packed("place"),
    marks: rows("mark").map((row) => ({
      phrase: row.phrase!,
      kind: row.kind as Lexicon["marks"][number]["kind"],
      polarity: row.polarity as Lexicon["marks"][number]["polarity"],
    })),
    organizations: rows("organization").map((row) => ({
      name: row.name!,
      kind: row.kind as Lexicon["organizations"][number]["kind"],
      aliases: list(row.aliases),
      country: text(row.country),
      wikidata: text(row.wikidata),
    })),
    roles: rows("role").map((row) => ({ role: row.role!, public: row.public === "yes" })),
    spellings: rows("spelling").map(spellingRow),
    triggers: rows("trigger").map((row) => ({
      trigger: row.trigger!,
      form: row.form as Lexicon["triggers"][number]["form"],
      type: text(row.type) as Lexicon["triggers"][number]["type"],
      mode: text(row.mode),
      context: list(row.context),
      needs: list(row.needs),
    })),
    sha256: hash.digest("hex"),
  };
}

/** The package's version, from package.json. */
export const version: string = (
  JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }
).version;

/** One document to read: raw text, the bytes of a file or page as captured, or a document that was taken out of its file already. */
export interface Task {
  readonly id: string;
  readonly body: string | Uint8Array | CapturedDocument;
  /** Of bytes: name of their file, whose ending helps to tell the kind, and the charset that a server named. */
  readonly name?: string | null;
  readonly charset?: string | null;
  readonly given: GivenMeta;
  /** Lines that texts of its publisher have in common (`repeatedLines`): furniture of a text without markup. */
  readonly repeated?: readonly string[];
  readonly sentences: AnnotateInput["sentences"];
  /** Whether the answer holds the tokens; the record does not keep them. */
  readonly tokens: boolean;
}

/** A document with all its layers, and what is to be told of the bytes that it was read from. */
export interface ReadDocument extends AnnotatedDocument {
  /** Only where the task gave bytes. No part of the format. */
  readonly file?: FileNotes;
}

/** Reads documents: in place, or on worker threads. Equal tasks give equal answers, whatever the number of threads. */
export interface ReaderPool {
  readonly identity: EngineIdentity;
  /** How many documents are worth handing in at a time. */
  readonly ahead: number;
  readonly read: (task: Task) => Promise<Outcome<ReadDocument>>;
  /** The same as one line of JSON, without line break: what a thread made is passed on as it came. */
  readonly readLine: (task: Task) => Promise<Outcome<string>>;
  readonly close: () => Promise<void>;
}

/** Longest text, in UTF-16 units, that is read as one document: a thousand times a long report. Its layers take some hundred times its size. */
export const textLimit = 5_000_000;

/**
 * The language core of the package, read from `models/` for this thread and others. Throws when a file is missing or WebAssembly has no relaxed SIMD: a package without
 * its weights is broken, as it is without its lexicon.
 */
export function loadSharedCore(folder: URL = modelFolder): SharedCore {
  try {
    const hash = createHash("sha256");
    const file = (name: string): Uint8Array => {
      const bytes = readFileSync(new URL(name, folder));
      hash.update(name).update("\0").update(bytes);
      return bytes;
    };
    const [parse, lemma, names] = [file("parse.bin"), file("lemma.bin"), file("names.bin")];
    const kernel = file("kernel.wasm");
    return shareCore({ parse, lemma, names, kernel, sha256: hash.digest("hex") });
  } catch (cause) {
    throw new Error(
      "the language core cannot be started: install Standoff again, on a Node that runs WebAssembly with relaxed SIMD",
      { cause },
    );
  }
}

/** The language core of the package for this thread alone. Throws as `loadSharedCore` does. */
export const loadCore = (folder: URL = modelFolder): LanguageCore => startCore(loadSharedCore(folder));

/** The page of a task; of bytes that hold several documents, the first. */
async function pageOf(
  { read }: Pipeline,
  { body, given, name, charset, repeated = [] }: Task,
): Promise<Outcome<{ readonly page: Page; readonly file: FileNotes | null; readonly known: readonly string[] }>> {
  const lines = new Set(repeated);
  if (typeof body === "string") {
    const page = read(body, given, lines);
    return done({ page, file: null, known: repeatedIn(page.text, lines) });
  }
  if (!(body instanceof Uint8Array)) {
    const page = readCaptured(body, given, lines);
    const known = body.form === "text" ? repeatedIn(page.text, lines) : [];
    if (page.text.trim() !== "") return done({ page, file: null, known });
    return problem("document/empty", "there are no words in it: it may hold pictures alone. Leave it out.");
  }
  const opened = await readBytes(body, given, { name: name ?? null, charset: charset ?? null });
  if (!opened.ok) return opened;
  const { parts, ...file } = opened.value;
  return done({ page: parts[0]!.page, file, known: [] });
}

/** The lexicon's hash, and after a "+" that of the lines that were known to repeat: equal provenance and equal text must give an equal reading. */
const lexiconWith = (lexicon: string, known: readonly string[]): string =>
  known.length === 0 ? lexicon : `${lexicon}+${createHash("sha256").update(known.join("\n")).digest("hex")}`;

/**
 * The pipeline over one task, in this thread; of bytes that hold several documents, the first is read. A stage that throws is our bug: it costs
 * the one document and is named.
 */
export async function readTask({ pipeline }: Pick<Engine, "pipeline">, task: Task): Promise<Outcome<ReadDocument>> {
  try {
    const opened = await pageOf(pipeline, task);
    if (!opened.ok) return opened;
    const { page, file, known } = opened.value;
    const { length } = page.text;
    if (length > textLimit) {
      return problem(
        "document/too-large",
        `it has ${length} characters, and at most ${textLimit} are read as one document. Split it into the reports it holds.`,
      );
    }
    const input = { id: task.id, lang: task.given.lang, sentences: task.sentences };
    const { provenance, ...layers } = pipeline.annotate(page, input);
    const annotated = { ...layers, provenance: { ...provenance, lexicon: lexiconWith(provenance.lexicon, known) } };
    const kept = task.tokens ? annotated : { ...annotated, tokens: [] };
    return done(file === null ? kept : { ...kept, file });
  } catch (error) {
    return notRead(error);
  }
}

/** A document as one line of JSON. */
export const lineOf = (read: Outcome<AnnotatedDocument>): Outcome<string> =>
  read.ok ? done(JSON.stringify(read.value)) : read;

const notRead = (error: unknown): Outcome<never> => {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return problem(
    "document/not-read",
    `a stage of the pipeline failed on it (${what}). This is a fault of Standoff: please report it with the text, if you may share it.`,
  );
};

/** A pipeline with the name of what it is. */
export interface Engine {
  readonly pipeline: Pipeline;
  readonly identity: EngineIdentity;
}

/** The learned model of attributions and the hash of its file. */
export interface LoadedAttributions {
  readonly model: AttributionModel;
  readonly sha256: string;
}

/** The model of the package, read from `models/attribution.bin`. Throws where it is missing: a package without its weights is broken. */
export function loadAttributions(folder: URL = modelFolder): LoadedAttributions {
  const bytes = readFileSync(new URL("attribution.bin", folder));
  return { model: readAttributionModel(bytes), sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Lexicon, language core, model of attributions and pipeline, loaded once, in this thread. Throws where the package is broken. */
export function createEngine(
  lexicon: Lexicon = loadLexicon(),
  core: LanguageCore = loadCore(),
  attributions: LoadedAttributions = loadAttributions(),
): Engine {
  const weights = createHash("sha256").update(core.sha256).update(attributions.sha256).digest("hex");
  const identity: EngineIdentity = { engine: "rules", version, weights, lexicon: lexicon.sha256 };
  return { identity, pipeline: createPipeline(lexicon, core, identity, attributions.model) };
}

// Loading the lexicon costs a thread about what reading so many reports does, so a short input is read without any.
const readBeforeThreads = 64;
/** From so many UTF-16 units or bytes on a document is long: it takes half a second and more, and a thread of its own, so that this one hears signals. */
export const longDocument = 50_000;
// So many documents wait at a thread for their turn: enough that it never idles while this thread reads one.
const waitingPerThread = 4;
type PoolOptions = { readonly jobs: number; readonly apart?: boolean; readonly signal?: AbortSignal };
const isLong = ({ body }: Task): boolean =>
  (typeof body === "string" || body instanceof Uint8Array ? body : body.body).length >= longDocument;

/**
 * A pool that reads on `jobs` threads, this one among them, or in place alone when `jobs` is 1 or while the input is short; with `apart`, never in place, so
 * that no text holds up this thread; a long one is never read in place. When `signal` is aborted, what is being read is given up. Documents cross to a worker
 * as a string or bytes and come back as JSON, because an object costs ten times as much to copy. Close it, or its threads keep the process alive.
 */
export function createPool({ jobs, apart = false, signal }: PoolOptions): ReaderPool {
  // The weights lie in memory once for all threads.
  const core = loadSharedCore();
  const engine = createEngine(loadLexicon(), startCore(core));
  const workers = apart ? jobs : Math.max(1, jobs - 1);
  let handed = 0;
  let threads: Piscina<Task, Outcome<string>> | null = null;
  const start = () =>
    new Piscina<Task, Outcome<string>>({
      filename: new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url).href,
      name: "readTaskToLine",
      workerData: core,
      minThreads: workers,
      maxThreads: workers,
    });
  let inThreads = 0;
  // This thread reads too, so `jobs` counts it: a thread that only waited would hold a lexicon for nothing.
  const isHere = (task: Task): boolean => {
    if (apart || isLong(task)) return false;
    return jobs <= 1 || ++handed <= readBeforeThreads || inThreads >= (jobs - 1) * waitingPerThread;
  };
  const readInThread = async (task: Task): Promise<Outcome<string>> => {
    threads ??= start();
    inThreads++;
    try {
      return await threads.run(task, signal ? { signal } : {});
    } catch (error) {
      return notRead(error);
    } finally {
      inThreads--;
    }
  };
  /** Reads here, after what the threads have done was taken in. */
  const readHere = async (task: Task): Promise<Outcome<ReadDocument>> => {
    if (threads !== null) await setImmediate();
    return readTask(engine, task);
  };
  return {
    identity: engine.identity,
    ahead: jobs <= 1 ? 1 : jobs * 4,
    read: async (task) => {
      if (isHere(task)) return readHere(task);
      const line = await readInThread(task);
      return line.ok ? done(JSON.parse(line.value) as ReadDocument) : line;
    },
    readLine: async (task) => (isHere(task) ? lineOf(await readHere(task)) : readInThread(task)),
    close: async () => threads?.destroy(),
  };
}

/**
 * `work` over `source`, at most `ahead` at a time, results in the order of the source. Stops taking from the source when the consumer
 * stops asking, so memory is bounded by `ahead`.
 */
export async function* mapInOrder<In, Out>(
  source: AsyncIterable<In>,
  ahead: number,
  work: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const pending: Promise<Out>[] = [];
  try {
    for await (const item of source) {
      pending.push(work(item));
      if (pending.length >= ahead) yield await pending.shift()!;
    }
    while (pending.length > 0) yield await pending.shift()!;
  } finally {
    // Where the consumer stopped early, work in hand is let end: a promise that nobody waits for would end the process when it fails.
    await Promise.allSettled(pending);
  }
}
