import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { createPool } from "../../engine.ts";
import {
  type Arrival,
  type FileContext,
  ingest,
  type Listener,
  manifestRowOf,
  type Skipped,
  type Step,
  type SummarisedPage,
  storyMaker,
  type Tally,
} from "../../ingest.ts";
import type { Outcome } from "../../model/outcome.ts";
import { fileOf } from "../../record/open.ts";
import { madeByOthers } from "../../record/story-maker.ts";
import { addressCount, type FetchOptions, fetchedArrivals, isAddress, isFeedList, readAddresses } from "./address.ts";
import { arrivals, type Sources } from "./arrival.ts";
import { openOrCreate } from "./case.ts";
import { manifestNotes, manifestsOf, type UsedManifest } from "./manifest.ts";
import { showProgress } from "./progress.ts";
import { exit, oneLine, type Shell, tell, tellProblem } from "./shell.ts";

export interface AddOptions {
  readonly case: string;
  readonly manifest: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  /** Standard input is one plain text, not JSONL. */
  readonly text: boolean;
  readonly jobs: number;
  readonly waitMs: number;
  /** Takes the case over from a process that is said to write to it. */
  readonly takeOver: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
  /** Takes in again what was forgotten. */
  readonly force: boolean;
  readonly fetch: FetchOptions;
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
  /** Parts of files that were left unread on purpose, by what they are. */
  readonly left: Map<string, number>;
  /** Files of which only a part could be read. */
  partly: number;
}

/** So many kinds of parts that were left unread are named. */
const shownParts = 8;

function notesOf({ undated, copies, firstCopy, languages, left }: Notes): readonly string[] {
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
  if (left.size > 0) {
    const parts = [...left].map(([what, count]) => `${count} ${what}`);
    const more = parts.length > shownParts ? ` and ${parts.length - shownParts} kinds more` : "";
    notes.push(oneLine(`Left out of the files: ${parts.slice(0, shownParts).join("; ")}${more}.`));
  }
  return notes;
}

/** Everything that `paths` name, each with its own manifest, whose used rows are kept. */
async function* arrivalsOf(
  shell: Shell,
  sources: Sources,
  context: FileContext,
  manifests: ReadonlyMap<string, UsedManifest>,
): AsyncGenerator<Outcome<Arrival>> {
  for (const path of sources.paths) {
    const one = manifests.get(path) ?? null;
    const manifest = one?.manifest ?? null;
    for await (const arrival of arrivals(shell, { ...sources, paths: [path] }, { ...context, manifest })) {
      const row = manifest !== null && arrival.ok ? manifestRowOf(manifest, arrival.value.name) : null;
      if (row) one?.used.add(row.file);
      yield arrival;
    }
  }
}

/** `standoff add`: files, folders, JSONL, standard input and addresses into the case; what is already there costs next to nothing. */
export async function add(shell: Shell, named: readonly string[], options: AddOptions): Promise<number> {
  // A list of feeds holds no report: with --fetch-items it says what is to be fetched, as with --list.
  const feedLists = options.fetch.fetchItems ? named.filter((one) => !isAddress(one) && isFeedList(one)) : [];
  const paths = named.filter((one) => !isAddress(one) && !feedLists.includes(one));
  const list = [...options.fetch.list, ...feedLists];
  if (named.length === 0 && options.fetch.list.length === 0) {
    tell(
      shell,
      "standoff: nothing was named to be added. Name files, folders or addresses, or a --list of addresses. [usage]",
    );
    return exit.usage;
  }
  const addresses = await readAddresses(named.filter(isAddress), { ...options.fetch, list });
  if (!addresses.ok) {
    tellProblem(shell, addresses.problem);
    return exit.usage;
  }
  const manifests = await manifestsOf(shell, paths, options.manifest);
  if (!manifests.ok) {
    tellProblem(shell, manifests.problem);
    return exit.usage;
  }
  const caseFile = fileOf(options.case);
  // A slip in a name must not leave an empty case behind.
  const missing = paths.filter((path) => path !== "-" && !existsSync(path));
  const isAllMissing = missing.length === named.length && list.length === 0;
  if (isAllMissing && !existsSync(caseFile)) {
    tell(
      shell,
      `standoff: there is no ${missing.join(", no ")}. Check the path; no case was made. [document/unreadable]`,
    );
    return exit.someFailed;
  }
  const opened = await openOrCreate(shell, options.case, options);
  if (!opened.ok) {
    tellProblem(shell, opened.problem);
    return exit.someFailed;
  }
  const record = opened.value;
  const pool = createPool({ jobs: options.jobs, signal: shell.signal });
  const progress = showProgress(shell, "documents", options.quiet, addressCount(addresses.value));
  const notes: Notes = { undated: 0, copies: 0, firstCopy: "", languages: new Map(), left: new Map(), partly: 0 };
  const summaries: SummarisedPage[] = [];
  const listener: Listener = {
    onLeft: (_name: string, left: readonly Skipped[]) => {
      for (const { what, count } of left) notes.left.set(what, (notes.left.get(what) ?? 0) + count);
    },
    onNote: (name, words) => {
      if (!options.quiet) tell(shell, oneLine(`${name}: ${words}`));
    },
    onSummary: options.fetch.fetchItems ? (page) => summaries.push(page) : null,
  };
  const context: FileContext = {
    manifest: null,
    publisher: options.publisher,
    published: options.published,
    caseFolder: dirname(caseFile),
    listener,
  };
  const note = ({ name, read, left, partly }: Step): void => {
    listener.onLeft(name, left);
    if (partly !== null) {
      notes.partly++;
      tellProblem(shell, partly, name);
    }
    if (read === null) return;
    if (!read.dated) notes.undated++;
    if (read.lang !== null && read.lang !== "en") {
      notes.languages.set(read.lang, (notes.languages.get(read.lang) ?? 0) + 1);
    }
    if (read.copyOf !== null && notes.copies++ === 0) notes.firstCopy = `${name} and ${read.copyOf}`;
  };
  const sources = { paths, asText: options.text, caseFile };
  async function* everything(): AsyncGenerator<Outcome<Arrival>> {
    if (manifests.ok) yield* arrivalsOf(shell, sources, context, manifests.value);
    if (!addresses.ok || addresses.value === null) return;
    const { publisher, published, quiet } = options;
    const fetching = { record, summaries, listener, publisher, published, quiet, onAddress: progress.address };
    yield* fetchedArrivals(shell, addresses.value, options.fetch, fetching);
  }
  try {
    const others = madeByOthers(record, storyMaker().identity);
    const tally = await ingest(everything(), record, pool, {
      clock: shell.clock,
      signal: shell.signal,
      force: options.force,
      onLong: progress.reading,
      settling: (work) => {
        progress.settling();
        return shell.unheard ? shell.unheard(work) : work();
      },
      onStep: (step) => {
        progress.step();
        note(step);
        if (step.problem) tellProblem(shell, step.problem, step.name);
      },
    });
    progress.stop();
    if (options.json) shell.stdout.write(`${JSON.stringify(tally)}\n`);
    else if (!options.quiet) {
      tell(shell, `${options.case}: ${summary(tally)}.`);
      if (others.stories > 0 && !shell.signal.aborted)
        tell(shell, `${noun(others.stories, "story", "stories")} of another version made anew.`);
      for (const line of notesOf(notes)) tell(shell, line);
      const used = shell.signal.aborted ? [] : new Set(manifests.value.values());
      for (const manifest of used) for (const line of manifestNotes(manifest)) tell(shell, line);
    }
    if (shell.signal.aborted) {
      tell(shell, "Stopped. What was added stays; the same command goes on from here.");
      return exit.interrupted;
    }
    return tally.failed + notes.partly > 0 ? exit.someFailed : exit.good;
  } finally {
    progress.stop();
    await pool.close();
    record.close();
  }
}
