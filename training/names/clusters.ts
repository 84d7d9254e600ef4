/**
 * Clusters of word vectors: `node training/names/clusters.ts OUT`.
 * Spherical k-means with fixed seeds over OUT/vectors.f32: 64, 256 and 1,024 clusters over all words, trained on the 40,000 most
 * frequent; each of the 1,024 is then split into at most 8. Writes OUT/clusters.u16, four numbers a word, coarse first, each from 1.
 */
import { readFileSync, writeFileSync } from "node:fs";

const [out] = process.argv.slice(2);
if (out === undefined) {
  console.error("usage: node training/names/clusters.ts OUT");
  process.exit(2);
}
const dimensions = 100;
const bytes = readFileSync(`${out}/vectors.f32`);
const rows = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
const count = rows.length / dimensions;

/** The nearest of `centres` for the row at `from`. */
function nearest(from: number, centres: Float32Array): number {
  let best = 0;
  let bestScore = -9;
  for (let c = 0, k = 0; c < centres.length; c += dimensions, k++) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let d = 0; d < dimensions; d += 4) {
      s0 += rows[from + d]! * centres[c + d]!;
      s1 += rows[from + d + 1]! * centres[c + d + 1]!;
      s2 += rows[from + d + 2]! * centres[c + d + 2]!;
      s3 += rows[from + d + 3]! * centres[c + d + 3]!;
    }
    const score = s0 + s1 + s2 + s3;
    if (score > bestScore) {
      bestScore = score;
      best = k;
    }
  }
  return best;
}

/** Spherical k-means over the rows `members`; the cluster of each, from 0. */
function cluster(members: Uint32Array, k: number, rounds: number, seed: number): Float32Array {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
  const row = (at: number): Float32Array => rows.subarray(at * dimensions, (at + 1) * dimensions);
  const pick = (): Float32Array => row(members[Math.floor(random() * members.length)]!);
  const centres = new Float32Array(k * dimensions);
  for (let c = 0; c < k; c++) centres.set(pick(), c * dimensions);
  for (let round = 0; round < rounds; round++) {
    const sums = new Float32Array(k * dimensions);
    for (const member of members) {
      const to = nearest(member * dimensions, centres) * dimensions;
      const from = member * dimensions;
      for (let d = 0; d < dimensions; d++) sums[to + d]! += rows[from + d]!;
    }
    for (let c = 0; c < k; c++) {
      const sum = sums.subarray(c * dimensions, (c + 1) * dimensions);
      const square = sum.reduce((a, value) => a + value * value, 0);
      if (square === 0) centres.set(pick(), c * dimensions);
      else
        centres.set(
          sum.map((value) => value / Math.sqrt(square)),
          c * dimensions,
        );
    }
  }
  return centres;
}

const levels = 4;
const codes = new Uint16Array(count * levels);
const trained = Uint32Array.from({ length: Math.min(count, 40_000) }, (_, at) => at);
for (const [level, k, rounds] of [
  [0, 64, 10],
  [1, 256, 8],
  [2, 1024, 7],
] as const) {
  const centres = cluster(trained, k, rounds, 7 + level);
  for (let at = 0; at < count; at++) codes[at * levels + level] = nearest(at * dimensions, centres) + 1;
  console.log(`${k} clusters`);
}
let next = 1;
for (let coarse = 1; coarse <= 1024; coarse++) {
  const members = Uint32Array.from({ length: count }, (_, at) => at).filter((at) => codes[at * levels + 2] === coarse);
  if (members.length === 0) continue;
  const k = Math.max(1, Math.min(8, Math.floor(members.length / 12)));
  const centres = cluster(members, k, 6, coarse);
  for (const at of members) codes[at * levels + 3] = next + nearest(at * dimensions, centres);
  next += k;
}
writeFileSync(`${out}/clusters.u16`, new Uint8Array(codes.buffer));
console.log(`${next - 1} fine clusters over ${count} words`);
