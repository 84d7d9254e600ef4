/**
 * Question: how fast does `add` take in 20,000 documents, does it slow down, and how much memory does it hold?
 * node bench/speed/add.ts TEXTS.jsonl…    rows with `text`; 20,000 varied documents are made from their paragraphs
 */
import "../../bin/heap.js";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPool } from "../../src/engine.ts";
import { type Arrival, ingest } from "../../src/ingest.ts";
import { nothingGiven } from "../../src/model/document.ts";
import { done, type Outcome } from "../../src/model/outcome.ts";
import { createCase } from "../../src/record/open.ts";
import { randomFrom } from "../random.ts";
import { append, circumstances } from "../result.ts";

const count = Number(process.env.DOCUMENTS ?? 20_000);
const jobs = Number(process.env.JOBS ?? 1);
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error(
    "name one or more JSONL files whose rows have a text, such as ../shared/bench/clusters/basil-2010-2015.jsonl",
  );
  process.exit(2);
}

const started = circumstances();
const hash = createHash("sha256");
const paragraphs = files.flatMap((file) => {
  const content = readFileSync(file, "utf8");
  hash.update(content);
  return content
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap((line) => (JSON.parse(line) as { text: string }).text.split(/\n+/))
    .filter((paragraph) => paragraph.length > 40);
});

async function* varied(): AsyncGenerator<Outcome<Arrival>> {
  const random = randomFrom(1);
  for (let at = 0; at < count; at++) {
    const body = Array.from(
      { length: 4 + Math.floor(random() * 9) },
      () => paragraphs[Math.floor(random() * paragraphs.length)],
    );
    const published = new Date(Date.UTC(2021, 0, 1) + Math.floor(random() * 1000) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const publisher = `Publisher ${Math.floor(random() * 40)}`;
    yield done({
      name: `made ${at}`,
      keys: { externalId: `made-${at}`, url: null, publisher, path: null },
      body: body.join("\n\n"),
      given: { ...nothingGiven, publisher, published },
      retrievedAt: null,
    });
  }
}

const folder = mkdtempSync(join(tmpdir(), "standoff-bench-"));
const made = createCase(join(folder, "bench.standoff"), () => new Date().toISOString());
if (!made.ok) throw new Error(made.problem.message);
const pool = createPool({ jobs });
const perThousand: number[] = [];
let steps = 0;
let last = performance.now();
let rssAfterFirst = 0;
const tally = await ingest(varied(), made.value, pool, {
  clock: () => new Date().toISOString(),
  signal: new AbortController().signal,
  force: false,
  onStep: (step) => {
    if (step.problem) throw new Error(step.problem.message);
    if (++steps % 1000 !== 0) return;
    const now = performance.now();
    perThousand.push(1_000_000 / (now - last));
    last = now;
    if (steps === 1000) rssAfterFirst = process.memoryUsage.rss();
    console.error(
      `${steps}\t${perThousand.at(-1)!.toFixed(0)} documents/s\t${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB`,
    );
  },
});
await pool.close();
made.value.close();
rmSync(folder, { recursive: true });

const sorted = perThousand.toSorted((a, b) => a - b);
const spread = { min: sorted[0]!, median: sorted[Math.floor(sorted.length / 2)]!, max: sorted.at(-1)! };
const row = {
  what: "add",
  corpus: `${count} documents made from paragraphs of ${files.length} corpora`,
  corpusHash: hash.digest("hex"),
  split: null,
};
append(
  "add",
  [
    {
      ...row,
      figure: `documents added a second, ${jobs === 1 ? "one thread" : `${jobs} threads`}`,
      value: spread.median,
      unit: "documents/s",
      n: tally.new,
      ...spread,
    },
    {
      ...row,
      figure: "last thousand to first thousand, speed",
      value: perThousand.at(-1)! / perThousand[0]!,
      unit: "ratio",
      n: 2,
      min: null,
      median: null,
      max: null,
    },
    {
      ...row,
      figure: "peak memory while adding",
      value: process.resourceUsage().maxRSS / 1024,
      unit: "MB",
      n: tally.new,
      min: rssAfterFirst / 2 ** 20,
      median: null,
      max: process.resourceUsage().maxRSS / 1024,
    },
  ],
  started,
);
