/**
 * Tokens a second of the language core on one thread, from forms to readings, and how long it takes to load.
 * node bench/speed/parse.ts [--append] FILE: plain text (JSONL with "text", or anything else as it is), cut into tokens beforehand. Five rounds
 * over the text after one to warm up; CPU time, so that other work on the machine disturbs less.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createCore } from "../../src/sentence/core/core.ts";
import { sentenceEnds } from "../../src/sentence/split.ts";
import { tokenise } from "../../src/sentence/tokenise.ts";
import { append, circumstances } from "../result.ts";

const root = fileURLToPath(new URL("../../", import.meta.url)).slice(0, -1);
const run = circumstances();
const [file = ""] = process.argv.slice(2).filter((word) => word !== "--append");
const raw = readFileSync(file, "utf8");
const texts = file.endsWith("l")
  ? raw
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { text: string }).text)
  : [raw];
const sentences: string[][] = [];
for (const text of texts) {
  const spans = tokenise(text, 0, text.length);
  let from = 0;
  for (const to of sentenceEnds(text, spans)) {
    sentences.push(spans.slice(from, to).map(([start, end]) => text.slice(start, end)));
    from = to;
  }
}
const tokens = sentences.reduce((sum, { length }) => sum + length, 0);
const started = performance.now();
const core = createCore(readFileSync(`${root}/models/parse.bin`), readFileSync(`${root}/models/kernel.wasm`));
core(["The", "minister", "resigned", "."]);
const load = performance.now() - started;
console.log(`load and first sentence ${load.toFixed(1)} ms`);
let heads = 0;
const speeds: number[] = [];
for (let round = 0; round < 6; round++) {
  const before = process.cpuUsage().user;
  for (const forms of sentences) heads += core(forms).length;
  if (round > 0) speeds.push((1e6 * tokens) / (process.cpuUsage().user - before));
}
speeds.sort((a, b) => a - b);
console.log(
  `${tokens} tokens in ${sentences.length} sentences: ${speeds.map((speed) => Math.round(speed)).join(" ")} tokens/s of CPU (${heads} read)`,
);
if (process.argv.includes("--append")) {
  const about = {
    what: "language core",
    corpus: /polnear/.test(file) ? "PolNeAR" : file.split("/").at(-1)!,
    corpusHash: createHash("sha256").update(raw).digest("hex"),
    split: /-(train|dev)\./.exec(file)?.[1] ?? null,
  };
  const median = speeds[speeds.length >> 1]!;
  const [min, max] = [speeds[0]!, speeds.at(-1)!];
  const speed = {
    figure: "tags, heads and labels, one thread, a second of CPU time",
    value: Math.round(median),
    unit: "tokens/s",
  };
  const ready = { figure: "load and first sentence", value: Math.round(load * 10) / 10, unit: "ms" };
  append(
    "core",
    [
      { ...about, ...speed, n: tokens, min: Math.round(min), median: Math.round(median), max: Math.round(max) },
      { ...about, ...ready, n: 1, min: null, median: null, max: null },
    ],
    run,
  );
}
