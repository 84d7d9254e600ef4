/**
 * How long does a document take to come into its story, without being read, in a small case and in a large one?
 * node bench/speed/story.ts [--append] [--sizes 1000,10000,100000] [--rounds 100] [--ledgers 5]
 *
 * The reports are made up (`made-report.ts`): an archive of 100 reports a day, so that 1,000 are ten days and 100,000 two years and nine months. Stories
 * begin at any time, have one report (half of them) to 400, and share words and speakers with the others of their field; each report of 300 words
 * has four statements and three counts. They come in the order of their days, and the last ones are measured.
 *
 * Adding is measured from the report as read to the record written, the transactions committed: `write` and `placeDocument`. Settling is what `add` does
 * once, when all have come: here after every single report, so that it is the cost of one that comes alone. The ledgers of the stories that changed
 * are measured apart, after the last few reports: their time grows with the reports of the story, and not with those of the case.
 * By the clock, and by the time that this process computed, which a busy machine changes less.
 *
 * The case is filled through the same functions, and put into stories after every thousand reports, as after one `add` of ten days; ledgers are made of
 * those stories alone into which a measured report comes: of all they would take hours. Reports that are too old to be compared with a measured one (150 days and more)
 * are written and indexed as every other, but not compared: each has a story of its own and is told to be unlike the thirty before it, so that the
 * tables are as large.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { storyMaker } from "../../src/ingest.ts";
import type { AnnotatedDocument } from "../../src/model/annotation.ts";
import { nothingGiven } from "../../src/model/document.ts";
import { done, type Outcome } from "../../src/model/outcome.ts";
import { sha256 } from "../../src/pipeline.ts";
import { rowOf } from "../../src/record/id.ts";
import { type CaseRecord, createCase } from "../../src/record/open.ts";
import { currentReading } from "../../src/record/read.ts";
import { statementsOf } from "../../src/record/statement.ts";
import { keepPairs, keepProfile, newStory, putInStory } from "../../src/record/story.ts";
import { transact } from "../../src/record/transact.ts";
import { write } from "../../src/record/write.ts";
import { placeDocument, settleStories } from "../../src/settle.ts";
import { profileOf } from "../../src/story/profile.ts";
import { append, circumstances, type Figure } from "../result.ts";
import { madeReports, perDay } from "./made-report.ts";

const { values } = parseArgs({
  options: {
    append: { type: "boolean" },
    sizes: { type: "string", default: "1000,10000,100000" },
    rounds: { type: "string", default: "100" },
    ledgers: { type: "string", default: "5" },
  },
});
const run = circumstances();
const rounds = Number(values.rounds);
const ledgers = Number(values.ledgers);

function good<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}

/** Reports older than this are not compared with the measured ones, nor is anything that these are compared with. */
const comparedDays = 150;
/** So many reports come with one `add`. */
const atOnce = 1000;
/** Of a report that is not compared: so many are told to be unlike it. */
const unlikePairs = 30;
const unlikeScore = -2000;

function written(record: CaseRecord, one: AnnotatedDocument): string {
  const bytes = Buffer.from(one.text);
  const keys = { externalId: one.id, url: null, publisher: null, path: null };
  const incoming = { keys, bytes, bytesSha256: sha256(bytes), retrievedAt: null, given: nothingGiven };
  return good(write(record, incoming, one, "2031-01-01T00:00:00.000Z")).document;
}

const add = (record: CaseRecord, one: AnnotatedDocument): void =>
  void good(placeDocument(record, storyMaker(), written(record, one), one));

function putInOld(record: CaseRecord, one: AnnotatedDocument): void {
  const document = written(record, one);
  const row = rowOf("document", document)!;
  const prepare = statementsOf(record);
  const pairs = Array.from({ length: Math.min(unlikePairs, row - 1) }, (_, at) => ({
    document: row,
    other: row - 1 - at,
    score: unlikeScore,
  }));
  good(
    transact(record, () => {
      const { identity, rarity } = storyMaker();
      const reading = currentReading(record, document)!;
      keepProfile(prepare, { document: row, reading, maker: identity }, profileOf(one, rarity));
      keepPairs(prepare, pairs);
      putInStory(prepare, { document: row, story: newStory(prepare, null), likeness: null, reason: "old" }, true);
      return done(null);
    }),
  );
}

/** Stopped before the ledgers, so that those of stories into which no measured report comes are never made. */
const settlePlaces = (record: CaseRecord): void => void good(settleStories(record, storyMaker(), AbortSignal.abort()));

function leaveLedgers(record: CaseRecord): void {
  record.sqlite.exec("UPDATE story SET stale = 0 WHERE stale = 1");
}

function fill(record: CaseRecord, report: (at: number) => AnnotatedDocument, size: number): void {
  for (let at = 0; at < size; at++) {
    if (at < size - comparedDays * perDay) putInOld(record, report(at));
    else add(record, report(at));
    if ((at + 1) % atOnce === 0) settlePlaces(record);
  }
  settlePlaces(record);
  leaveLedgers(record);
}

interface Spent {
  readonly wallMs: number;
  readonly computedMs: number;
}

function spentBy(step: () => void): Spent {
  const begun = performance.now();
  const before = process.cpuUsage();
  step();
  const { user, system } = process.cpuUsage(before);
  return { wallMs: performance.now() - begun, computedMs: (user + system) / 1000 };
}

const both = (one: Spent, other: Spent): Spent => ({
  wallMs: one.wallMs + other.wallMs,
  computedMs: one.computedMs + other.computedMs,
});

const rounded = (value: number | undefined): number => Number((value ?? 0).toFixed(1));

/** Median and 95th percentile of what was measured, by the clock and computed. */
const figuresOf = (what: string, size: number, spent: readonly Spent[]): readonly Figure[] =>
  (["wallMs", "computedMs"] as const).flatMap((unit) => {
    const sorted = spent.map((one) => one[unit]).toSorted((one, other) => one - other);
    const at = (share: number): number =>
      rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
    const name = `${what} ${size}${unit === "wallMs" ? "" : ", time computed"}`;
    const base = {
      what: "story",
      corpus: "made-up reports of 300 words, 100 a day",
      corpusHash: null,
      split: null,
      unit: "ms",
    };
    const spread = { n: spent.length, min: rounded(sorted[0]), median: at(0.5), max: rounded(sorted.at(-1)) };
    return [
      { ...base, ...spread, figure: name, value: at(0.5) },
      { ...base, ...spread, figure: `${name}, 95th percentile`, value: at(0.95) },
    ];
  });

function measure(size: number): readonly Figure[] {
  const folder = mkdtempSync(join(tmpdir(), "standoff-story-"));
  const path = join(folder, "case.standoff");
  const record = good(createCase(path, () => "2031-01-01T00:00:00.000Z"));
  const report = madeReports(size + rounds);
  try {
    const filled = spentBy(() => fill(record, report, size));
    console.log(
      `${size}: filled in ${Math.round(filled.wallMs / 1000)} s (${Math.round(filled.computedMs / 1000)} s computed), ${Math.round(statSync(path).size / 2 ** 20)} MB`,
    );
    const adding: Spent[] = [];
    const settling: Spent[] = [];
    const telling: Spent[] = [];
    for (let at = size; at < size + rounds; at++) {
      const one = report(at);
      adding.push(spentBy(() => add(record, one)));
      settling.push(spentBy(() => settlePlaces(record)));
      if (at >= size + rounds - ledgers) telling.push(spentBy(() => good(settleStories(record, storyMaker()))));
      else leaveLedgers(record);
    }
    return [
      ...figuresOf("adding a report, without reading it, to", size, adding),
      ...figuresOf(
        "adding a report, without reading it, and settling, in",
        size,
        adding.map((one, at) => both(one, settling[at]!)),
      ),
      ...figuresOf("settling after a report in", size, settling),
      ...(telling.length > 0 ? figuresOf("ledgers after a report in", size, telling) : []),
    ];
  } finally {
    record.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const size of values.sizes.split(",").map(Number)) {
  const figures = measure(size);
  for (const { figure, value, min, max } of figures) console.log(`${figure}: ${value} ms (${min} to ${max})`);
  if (values.append) append("story", figures, run);
}
