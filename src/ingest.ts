import type { Arrival } from "./document/arrival.ts";
import type { Skipped } from "./document/kind/captured.ts";
import {
  loadCommonWords,
  loadSpellings,
  longDocument,
  mapInOrder,
  type ReadDocument,
  type ReaderPool,
  storyModelOnce,
} from "./engine.ts";
import { done, type Outcome, type Problem } from "./model/outcome.ts";
import type { Added, Incoming } from "./model/record.ts";
import { repeatedLines, sha256 } from "./pipeline.ts";
import { copiesOf } from "./record/copy.ts";
import type { CaseRecord } from "./record/open.ts";
import { comparedUpTo, compareUpToNow, latestTexts } from "./record/publisher-text.ts";
import { lookUp, write } from "./record/write.ts";
import { placeDocument, type StoryMaker, settleStories } from "./settle.ts";
import { compileRarity } from "./story/rarity.ts";
import { storyMakerIdentity } from "./story-maker.ts";

export {
  type Arrival,
  type FileContext,
  type Listener,
  noListener,
  type Origin,
  readManifest,
  type SummarisedPage,
} from "./document/arrival.ts";
export { arrivalsIn } from "./document/bytes-arrival.ts";
export { documentLimitBytes, tooLarge } from "./document/decode.ts";
export { openFile, unreadable } from "./document/file.ts";
export { fileArrivals } from "./document/file-arrival.ts";
export { type FoundFile, listFiles } from "./document/folder.ts";
export type { Skipped } from "./document/kind/captured.ts";
export {
  isManifestName,
  type Manifest,
  manifestNames,
  manifestRowOf,
  parseManifest,
} from "./document/manifest.ts";

/** Counts of what became of the documents. */
export type Tally = Record<Added["outcome"] | "failed", number>;

/** Reported after each document. */
export interface Step {
  readonly name: string;
  readonly tally: Readonly<Tally>;
  readonly problem: Problem | null;
  /** Public id of the document, "d12"; null where it failed. */
  readonly document: Added["document"] | null;
  /** What was read, where something was read and stored. */
  readonly read: {
    readonly title: string | null;
    /** Primary language subtag; null where it could not be told. */
    readonly lang: string | null;
    /** Is its day known? */
    readonly dated: boolean;
    /** A document of another place with the same text, in the case before; null where there is none. */
    readonly copyOf: string | null;
  } | null;
  /** What of its file was left unread on purpose. */
  readonly left: readonly Skipped[];
  /** Why only a part of its file could be read; null where all of it was. */
  readonly partly: Problem | null;
}

export interface IngestOptions {
  readonly clock: () => string;
  /** Stops between two documents, and gives up those being read where the pool has it too; what was written stays, and the same call goes on where this one stopped. */
  readonly signal: AbortSignal;
  readonly onStep: (step: Step) => void;
  /** Told before what takes long: a long document is read (its name and its size in bytes). */
  readonly onLong?: (name: string, bytes: number) => void;
  /** Runs the settling of stories, during which this thread hears no signal; a process that is ended there loses nothing that was stored. */
  readonly settling?: <Value>(work: () => Value) => Value;
  /** Takes in again what was forgotten. */
  readonly force: boolean;
}

interface Prepared {
  readonly name: string;
  readonly incoming: Incoming | null;
  /** Null when the record already has it. */
  readonly reading: Outcome<ReadDocument> | null;
  readonly known: Added | null;
  readonly problem: Problem | null;
}

const failed = (name: string, problem: Problem): Prepared => ({
  name,
  incoming: null,
  reading: null,
  known: null,
  problem,
});

/** So many of a publisher's texts tell what it prints on every page. */
const textsCompared = 60;

/**
 * Lines that the texts of a publisher have in common, by what the case held when the last whole run had ended: what comes in during a run does
 * not count, since documents are read side by side and the order in which they end must not matter.
 */
function repeatedLinesIn(record: CaseRecord): (publisher: string | null) => readonly string[] {
  const last = comparedUpTo(record);
  const known = new Map<string, readonly string[]>();
  return (publisher) => {
    if (publisher === null || last === 0) return [];
    const lines = known.get(publisher) ?? [
      ...repeatedLines(latestTexts(record, publisher, { last, most: textsCompared })),
    ];
    known.set(publisher, lines);
    return lines;
  };
}

interface Preparing {
  readonly record: CaseRecord;
  readonly pool: ReaderPool;
  readonly force: boolean;
  readonly repeatedOf: (publisher: string | null) => readonly string[];
  readonly onLong: (name: string, bytes: number) => void;
}

async function prepare(
  item: Outcome<Arrival>,
  { record, pool, force, repeatedOf, onLong }: Preparing,
): Promise<Prepared> {
  if (!item.ok) return failed("", item.problem);
  const { name, keys, body, given, retrievedAt, document = null, capture = null } = item.value;
  if (typeof body === "string" && body.trim() === "") {
    return failed(name, {
      code: "document/empty",
      message: 'its "text" is empty. Leave the row out, or put the text in.',
    });
  }
  const bytes = typeof body === "string" ? Buffer.from(body, "utf8") : body;
  const incoming: Incoming = { keys, bytes, bytesSha256: sha256(bytes), retrievedAt, given, capture };
  const seen = lookUp(record, incoming, pool.identity, { force });
  if (!seen.ok) return failed(name, seen.problem);
  if (!seen.value.needed) return { name, incoming, reading: null, known: seen.value.added, problem: null };
  const id = keys.externalId ?? keys.url ?? keys.path ?? incoming.bytesSha256;
  const { fileName = null, charset = null } = item.value;
  const repeated = repeatedOf(given.publisher ?? keys.publisher);
  const task = { id, body: document ?? body, name: fileName, charset, given, repeated, sentences: null, tokens: false };
  if (bytes.length >= longDocument) onLong(name, bytes.length);
  const reading = await pool.read(task);
  return { name, incoming, reading, known: null, problem: null };
}

/** A problem after which no further document can be stored. */
const endsAll = new Set<Problem["code"]>(["case/full", "case/read-only", "case/damaged", "case/in-use"]);

let maker: StoryMaker | undefined;

/** What stories are made with, loaded once a process, when the first document is added. */
export function storyMaker(): StoryMaker {
  maker ??= {
    identity: storyMakerIdentity(),
    rarity: compileRarity(loadCommonWords()),
    spellings: loadSpellings(),
    model: storyModelOnce,
  };
  return maker;
}

/**
 * The loop: documents -> pipeline -> record, in the order of the source, one transaction a document. A document that fails is counted and
 * told, and the rest goes on; only a record that cannot be written to ends the loop early (the last step then carries the problem).
 * Each document is put into a story when it comes, and the stories are settled at the end; where the loop was stopped, by the next call.
 */
export async function ingest(
  source: AsyncIterable<Outcome<Arrival>>,
  record: CaseRecord,
  pool: ReaderPool,
  options: IngestOptions,
): Promise<Readonly<Tally>> {
  const tally: Tally = { new: 0, revision: 0, reading: 0, same: 0, forgotten: 0, failed: 0 };
  const fail = (name: string, problem: Problem): void => {
    tally.failed++;
    options.onStep({ name, tally, problem, document: null, read: null, left: [], partly: null });
  };
  const { force, onLong = () => {}, settling = (work) => work() } = options;
  const preparing = { record, pool, force, repeatedOf: repeatedLinesIn(record), onLong };
  for await (const one of mapInOrder(source, pool.ahead, (item) => prepare(item, preparing))) {
    if (options.signal.aborted) break;
    if (one.problem !== null || one.incoming === null) {
      if (one.problem) fail(one.name, one.problem);
      continue;
    }
    if (one.reading !== null && !one.reading.ok) {
      fail(one.name, one.reading.problem);
      continue;
    }
    let added = one.known;
    let read: Step["read"] = null;
    let left: Step["left"] = [];
    let partly: Step["partly"] = null;
    if (one.reading !== null) {
      const { file, ...annotated } = one.reading.value;
      const { lang, meta } = annotated;
      const outcome = write(record, one.incoming, annotated, options.clock());
      if (!outcome.ok) {
        fail(one.name, outcome.problem);
        if (endsAll.has(outcome.problem.code)) return tally;
        continue;
      }
      added = outcome.value;
      const isWritten = added.outcome !== "same";
      const placed = isWritten ? placeDocument(record, storyMaker(), added.document, annotated) : done(null);
      if (!placed.ok) {
        // The document is kept, and the next call puts it into a story.
        fail(one.name, placed.problem);
        if (endsAll.has(placed.problem.code)) return tally;
        continue;
      }
      const copyOf = added.outcome === "new" ? (copiesOf(record, added.document)[0] ?? null) : null;
      read = { title: meta.title, lang, dated: meta.published !== null, copyOf };
      left = file?.skipped ?? [];
      partly = file?.problem ?? null;
    }
    if (added) tally[added.outcome]++;
    options.onStep({ name: one.name, tally, problem: null, document: added?.document ?? null, read, left, partly });
  }
  if (options.signal.aborted) return tally;
  compareUpToNow(record);
  const settled = settling(() => settleStories(record, storyMaker(), options.signal));
  if (!settled.ok) fail("stories", settled.problem);
  return tally;
}
