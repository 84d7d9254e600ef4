/**
 * How long does a document take to come into its story, without being read, in a small case and in a large one?
 * node bench/speed/story.ts [--append] [--sizes 1000,100000] [--rounds 100]
 * Made-up reports: each of ten reports tells of one happening, with words of its own beside those of a field of news, over two years.
 * Measured are writing and placing a report that is ready, and settling after it, ledgers included: by the clock, and by the time that this process
 * computed, which a busy machine changes less.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { storyMaker } from "../../src/ingest.ts";
import { type AnnotatedDocument, nothingRead } from "../../src/model/annotation.ts";
import { nothingGiven } from "../../src/model/document.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import { sha256 } from "../../src/pipeline.ts";
import { type CaseRecord, createCase } from "../../src/record/open.ts";
import { write } from "../../src/record/write.ts";
import { placeDocument, settleStories } from "../../src/settle.ts";
import { randomFrom } from "../random.ts";
import { append, circumstances, type Figure } from "../result.ts";

const { values } = parseArgs({
  options: {
    append: { type: "boolean" },
    sizes: { type: "string", default: "1000,100000" },
    rounds: { type: "string", default: "100" },
  },
});
const run = circumstances();
const rounds = Number(values.rounds);
const random = randomFrom(3);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
const made = (count: number): readonly string[] =>
  Array.from({ length: count }, () =>
    Array.from({ length: 3 }, () => pick(["ba", "ro", "ten", "li", "mar", "sko", "vi", "du", "gan", "pel"])).join(""),
  );
/** Words of every report, of a field, and of one happening. */
const plain = made(400);
const fields = Array.from({ length: 40 }, () => made(120));
const perStory = 10;

interface Story {
  readonly field: readonly string[];
  readonly own: readonly string[];
  readonly day: number;
}
let story: Story = { field: [], own: [], day: 0 };

/** Report number `at`, as the pipeline would give it. */
function report(at: number, of: number): AnnotatedDocument {
  if (at % perStory === 0 || story.own.length === 0)
    story = { field: pick(fields), own: made(12).map((word) => `${word}${at}`), day: Math.floor((at / of) * 730) };
  const words = Array.from({ length: 300 }, () =>
    pick(random() < 0.5 ? plain : random() < 0.7 ? story.field : story.own),
  );
  const text = `${words.join(" ")}. ${at}`;
  const day = new Date(Date.UTC(2031, 0, 1 + story.day + Math.floor(random() * 3))).toISOString().slice(0, 10);
  return {
    format: "standoff/1",
    line: "document",
    id: `x${at}`,
    text,
    lang: "en",
    meta: {
      title: null,
      byline: [],
      publisher: null,
      url: null,
      published: day,
      publishedBy: "given",
      publishedRange: [day, day],
      modified: null,
      retrieved: null,
      dateline: null,
    },
    blocks: [{ start: 0, end: text.length, kind: "paragraph", furniture: null }],
    sentences: [[0, text.length]],
    tokens: [],
    ...nothingRead,
    provenance: { engine: "made", version: "1", weights: null, lexicon: "1", textSha256: sha256(text) },
  };
}

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

const middle = (sorted: readonly number[]): number => sorted[sorted.length >> 1] ?? 0;

function measure(size: number): readonly Figure[] {
  const folder = mkdtempSync(join(tmpdir(), "standoff-story-"));
  const record = good(createCase(join(folder, "case.standoff"), () => "2031-01-01T00:00:00.000Z"));
  try {
    for (let at = 0; at < size; at++) add(record, report(at, size));
    good(settleStories(record, storyMaker()));
    const adding: Spent[] = [];
    const settling: Spent[] = [];
    for (let at = size; at < size + rounds; at++) {
      const one = report(at, size);
      adding.push(spentBy(() => add(record, one)));
      settling.push(spentBy(() => good(settleStories(record, storyMaker()))));
    }
    const figures: readonly (readonly [figure: string, times: readonly number[]])[] = [
      [`adding a report to ${size}, without reading it`, adding.map(({ wallMs }) => wallMs)],
      [`adding a report to ${size}, without reading it, time computed`, adding.map(({ computedMs }) => computedMs)],
      [`settling after a report in ${size}`, settling.map(({ wallMs }) => wallMs)],
      [`settling after a report in ${size}, time computed`, settling.map(({ computedMs }) => computedMs)],
    ];
    return figures.map(([figure, times]) => {
      const sorted = times.toSorted((one, other) => one - other);
      const rounded = (value: number | undefined): number => Number((value ?? 0).toFixed(1));
      return {
        what: "story",
        corpus: "made-up reports of 300 words",
        corpusHash: null,
        split: null,
        figure,
        value: rounded(middle(sorted)),
        unit: "ms",
        n: rounds,
        min: rounded(sorted[0]),
        median: rounded(middle(sorted)),
        max: rounded(sorted.at(-1)),
      };
    });
  } finally {
    record.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const size of values.sizes.split(",").map(Number)) {
  const figures = measure(size);
  for (const { figure, median, min, max } of figures) console.log(`${figure}: ${median} ms (${min} to ${max})`);
  if (values.append) append("story", figures, run);
}
