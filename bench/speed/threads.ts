/**
 * Question: how much faster do two threads annotate than one, and how much memory do thousands of articles take?
 * node bench/speed/threads.ts [--append] [--documents 10000] [--rounds 3] TEXTS.jsonl…
 * Rows with `text`; varied articles are made from their paragraphs. One and two threads take turns in fresh processes of `standoff annotate`
 * over a quarter of the articles; then two threads read them all, and the memory of the process is looked at while it works (Linux alone).
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { randomFrom } from "../random.ts";
import { append, circumstances, type Figure } from "../result.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    append: { type: "boolean" },
    documents: { type: "string", default: "10000" },
    rounds: { type: "string", default: "3" },
  },
});
if (positionals.length === 0 || !existsSync("/proc/self/status")) {
  console.error("usage, on Linux: node bench/speed/threads.ts [--append] [--documents N] [--rounds N] TEXTS.jsonl…");
  process.exit(2);
}
const documents = Number(values.documents);
const run = circumstances();
const hash = createHash("sha256");
const paragraphs = positionals.flatMap((file) => {
  const content = readFileSync(file, "utf8");
  hash.update(content);
  return content
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap((line) => (JSON.parse(line) as { text: string }).text.split(/\n+/))
    .filter((paragraph) => paragraph.length > 40);
});

function* articles(count: number): Generator<string> {
  const random = randomFrom(7);
  for (let at = 0; at < count; at++) {
    const body = Array.from(
      { length: 8 + Math.floor(random() * 12) },
      () => paragraphs[Math.floor(random() * paragraphs.length)],
    );
    yield `${JSON.stringify({ id: `${at}`, text: body.join("\n\n"), lang: "en", published: "2021-11-12" })}\n`;
  }
}

const statusOf = (pid: number, field: "VmHWM" | "VmRSS"): number => {
  const found = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(found?.[1] ?? 0) / 1024;
};

interface Measured {
  readonly seconds: number;
  readonly peak: number;
  /** Memory held when a fifth, two fifths, … of the answers were out, in MB. */
  readonly held: readonly number[];
}

/** Annotates `count` articles in a fresh process; memory in MB. */
async function annotate(count: number, jobs: number): Promise<Measured> {
  const bin = fileURLToPath(new URL("../../bin/standoff.js", import.meta.url));
  const started = performance.now();
  const child = spawn(process.execPath, [bin, "annotate", "--jobs", `${jobs}`], { stdio: ["pipe", "pipe", "inherit"] });
  const held: number[] = [];
  let lines = 0;
  let peak = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    for (const byte of chunk) {
      if (byte !== 10) continue;
      lines++;
      if (lines % Math.ceil(count / 5) === 0 || lines === count) held.push(statusOf(child.pid!, "VmRSS"));
      if (lines % 50 === 0 || lines === count) peak = statusOf(child.pid!, "VmHWM");
    }
  });
  for (const line of articles(count)) if (!child.stdin.write(line)) await once(child.stdin, "drain");
  child.stdin.end();
  await once(child, "close");
  if (lines !== count) throw new Error(`${lines} answers to ${count} articles`);
  return { seconds: (performance.now() - started) / 1000, peak, held };
}

const ratios: number[] = [];
const some = Math.ceil(documents / 4);
for (let round = 0; round < Number(values.rounds); round++) {
  const order = round % 2 === 0 ? [1, 2] : [2, 1];
  const took = new Map<number, number>();
  for (const jobs of order) took.set(jobs, (await annotate(some, jobs)).seconds);
  ratios.push(took.get(1)! / took.get(2)!);
  console.log(
    `round ${round + 1}: one thread ${took.get(1)!.toFixed(1)} s, two ${took.get(2)!.toFixed(1)} s, ${ratios.at(-1)!.toFixed(2)} times`,
  );
}
const all = await annotate(documents, 2);
console.log(
  `${documents} articles, two threads: ${(documents / all.seconds).toFixed(0)} articles/s, peak ${all.peak.toFixed(0)} MB, held ${all.held.map((each) => each.toFixed(0)).join(" ")} MB`,
);
if (values.append) {
  const sorted = ratios.toSorted((a, b) => a - b);
  const base = {
    what: "annotate",
    corpus: `articles made from paragraphs of ${positionals.length} corpora`,
    corpusHash: hash.digest("hex"),
    split: null,
    min: null,
    median: null,
    max: null,
  };
  const figures: readonly Figure[] = [
    {
      ...base,
      figure: "two threads, times as fast as one",
      value: sorted[Math.floor(sorted.length / 2)]!,
      unit: "ratio",
      n: sorted.length,
      min: sorted[0]!,
      median: sorted[Math.floor(sorted.length / 2)]!,
      max: sorted.at(-1)!,
    },
    { ...base, figure: "peak memory, two threads", value: all.peak, unit: "MB", n: documents },
    {
      ...base,
      figure: "memory at the end to memory after a fifth",
      value: all.held.at(-1)! / all.held[0]!,
      unit: "ratio",
      n: documents,
    },
    {
      ...base,
      figure: "articles annotated a second, two threads",
      value: documents / all.seconds,
      unit: "documents/s",
      n: documents,
    },
  ];
  append("annotate", figures, run);
}
