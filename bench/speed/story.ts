/**
 * How long does a document take to come into its story, without being read, in a small case and in a large one?
 * node bench/speed/story.ts [--append] [--sizes 1000,10000,100000] [--rounds 100]
 *
 * The reports are made up (`made-report.ts`): an archive of 100 reports a day, so that 1,000 are ten days and 100,000 two years and nine months. Stories
 * begin at any time, have one report (half of them) to 400, and share words and speakers with the others of their field; each report of 300 words
 * has four statements and three counts. They come in the order of their days, and the last ones are measured.
 *
 * Adding is measured from the report as read to the record written, the transactions committed: `write` and `placeDocument`. Settling is what `add` does
 * once, when all have come: here after every single report, so that it is the cost of one that comes alone, the ledger of its story included.
 * By the clock, and by the time that this process computed, which a busy machine changes less. The case is filled through the same functions; then
 * its reports are put into stories once, as after one long `add`, and the ledgers are made of those stories alone into which a measured report comes.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { storyMaker } from "../../src/ingest.ts";
import type { AnnotatedDocument } from "../../src/model/annotation.ts";
import { nothingGiven } from "../../src/model/document.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import { sha256 } from "../../src/pipeline.ts";
import { type CaseRecord, createCase } from "../../src/record/open.ts";
import { write } from "../../src/record/write.ts";
import { placeDocument, settleStories } from "../../src/settle.ts";
import { append, circumstances, type Figure } from "../result.ts";
import { madeReports } from "./made-report.ts";

const { values } = parseArgs({
  options: {
    append: { type: "boolean" },
    sizes: { type: "string", default: "1000,10000,100000" },
    rounds: { type: "string", default: "100" },
  },
});
const run = circumstances();
const rounds = Number(values.rounds);

function good<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}

function add(record: CaseRecord, one: AnnotatedDocument): void {
  const bytes = Buffer.from(one.text);
  const keys = { externalId: one.id, url: null, publisher: null, path: null };
  const incoming = { keys, bytes, bytesSha256: sha256(bytes), retrievedAt: null, given: nothingGiven };
  const added = good(write(record, incoming, one, "2031-01-01T00:00:00.000Z"));
  good(placeDocument(record, storyMaker(), added.document, one));
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
    const spread = { n: rounds, min: rounded(sorted[0]), median: at(0.5), max: rounded(sorted.at(-1)) };
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
    const filled = spentBy(() => {
      for (let at = 0; at < size; at++) add(record, report(at));
    });
    const settled = spentBy(() => good(settleStories(record, storyMaker(), AbortSignal.abort())));
    // Stopped before the ledgers, and those of stories that no measured report comes into are left out: 100,000 reports would take hours.
    record.sqlite.exec("UPDATE story SET stale = 0");
    console.log(
      `${size}: filled in ${Math.round(filled.wallMs / 1000)} s (${Math.round(filled.computedMs / 1000)} s computed), ` +
        `put into stories in ${Math.round(settled.wallMs / 1000)} s (${Math.round(settled.computedMs / 1000)} s), ${Math.round(statSync(path).size / 2 ** 20)} MB`,
    );
    const adding: Spent[] = [];
    const settling: Spent[] = [];
    for (let at = size; at < size + rounds; at++) {
      const one = report(at);
      adding.push(spentBy(() => add(record, one)));
      settling.push(spentBy(() => good(settleStories(record, storyMaker()))));
    }
    return [
      ...figuresOf("adding a report, without reading it, to", size, adding),
      ...figuresOf("settling after a report in", size, settling),
      ...figuresOf(
        "adding a report, without reading it, and settling, in",
        size,
        adding.map((one, at) => both(one, settling[at]!)),
      ),
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
