import { labelCount } from "../../src/sentence/core/name-kind.ts";
import { nameSections, ownMark } from "../../src/sentence/core/name-weights.ts";
import type { Clusters, Pairs } from "./knowledge.ts";
import type { Weights } from "./network.ts";

const L = labelCount;

/** Bytes of a list of numbers. */
const bytesOf = (list: Int32Array | Int16Array | Uint16Array | Float32Array | Int8Array | Uint8Array): Uint8Array =>
  new Uint8Array(list.buffer, list.byteOffset, list.byteLength);

/** Ascending numbers of 32 bits as the gaps between them, seven bits a byte, low first, the high bit on all but the last. */
function gapsOf(ascending: ArrayLike<number>): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  for (let at = 0; at < ascending.length; at++) {
    let gap = (ascending[at]! >>> 0) - before;
    before = ascending[at]! >>> 0;
    for (; gap > 127; gap = Math.floor(gap / 128)) bytes.push((gap & 127) | 128);
    bytes.push(gap);
  }
  return Uint8Array.from(bytes);
}

/** Numbers from -7 to 7, two a byte, the first low; 8 is added to each. */
const nibblesOf = (values: Int8Array): Uint8Array =>
  Uint8Array.from(
    { length: Math.ceil(values.length / 2) },
    (_, at) => (values[at * 2]! + 8) | (((values[at * 2 + 1] ?? 0) + 8) << 4),
  );

/** int8 values and their scale. */
function quantised(values: Float32Array): { readonly bytes: Uint8Array; readonly scale: number } {
  const scale = topOf(values) / 127 || 1;
  return { bytes: bytesOf(Int8Array.from(values, (value) => Math.round(value / scale))), scale };
}

const stepOf = (value: number, top: number): number =>
  Math.round(127 * Math.sqrt(Math.abs(value) / top)) * Math.sign(value);
const topOf = (values: Float32Array): number => values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);

/** `weights` as they will be unpacked, and how many feature weights and features are left. */
export function rounded(
  weights: Weights,
  prune: number,
): { readonly weights: Weights; readonly entries: number; readonly features: number } {
  const top = topOf(weights.rows);
  let entries = 0;
  let features = 0;
  let last = -1;
  const rows = weights.rows.map((value, at) => {
    const share = Math.abs(value) < prune ? 0 : stepOf(value, top) / 127;
    if (share === 0) return 0;
    entries++;
    const row = Math.floor(at / L);
    if (row !== last) features++;
    last = row;
    return share * Math.abs(share) * top;
  });
  const linear = (values: Float32Array): Float32Array => {
    const scale = topOf(values) / 127 || 1;
    return values.map((value) => Math.round(value / scale) * scale);
  };
  const { input, spelling, output } = weights;
  return {
    weights: { ...weights, rows, input: linear(input), spelling: linear(spelling), output: linear(output) },
    entries,
    features,
  };
}

/**
 * Everything the finder needs as one file: "STNM", the length of a JSON header, the header (numbers, and place and length of each section),
 * the sections. Feature weights are int8 with square-root companding: they span three powers of ten, and linear steps would lose the small.
 */
export function packNames(parts: {
  readonly weights: Weights;
  readonly keys: Int32Array;
  readonly clusters: Clusters;
  readonly parts: Pairs;
  readonly phrases: Pairs;
  readonly prune: number;
}): Uint8Array {
  const { weights, clusters, prune } = parts;
  const top = topOf(weights.rows);
  const keys: number[] = [];
  const counts: number[] = [];
  const labels: number[] = [];
  const values: number[] = [];
  const ascending = Array.from(parts.keys, (_, row) => row).sort(
    (a, b) => (parts.keys[a]! >>> 0) - (parts.keys[b]! >>> 0),
  );
  for (const row of ascending) {
    const before = labels.length;
    for (let y = 0; y < L; y++) {
      const value = weights.rows[row * L + y]!;
      if (Math.abs(value) < prune) continue;
      const step = stepOf(value, top);
      if (step === 0) continue;
      labels.push(y);
      values.push(step);
    }
    if (labels.length === before) continue;
    keys.push(parts.keys[row]!);
    counts.push(labels.length - before);
  }
  const input = quantised(weights.input);
  const spelling = quantised(weights.spelling);
  const output = quantised(weights.output);
  const sections: Record<(typeof nameSections)[number], Uint8Array> = {
    featureGaps: gapsOf(keys),
    featureCounts: bytesOf(Uint8Array.from(counts)),
    featureLabels: bytesOf(Uint8Array.from(labels)),
    featureValues: bytesOf(Int8Array.from(values)),
    transitions: bytesOf(weights.transitions),
    input: input.bytes,
    spelling: spelling.bytes,
    bias: bytesOf(weights.bias),
    output: output.bytes,
    wordGaps: gapsOf(clusters.keys),
    wordClusters: bytesOf(clusters.fine.map((cluster, at) => cluster + (clusters.own[at] === 1 ? ownMark : 0))),
    coarse: bytesOf(clusters.coarse),
    vectors: nibblesOf(clusters.vectors),
    vectorScales: bytesOf(clusters.vectorScales),
    partKeys: bytesOf(parts.parts.keys),
    partValues: bytesOf(Uint8Array.from(parts.parts.values)),
    phraseKeys: bytesOf(parts.phrases.keys),
    phraseValues: bytesOf(Uint16Array.from(parts.phrases.values)),
  };
  let at = 0;
  const places: Record<string, readonly [number, number]> = {};
  for (const name of nameSections) {
    places[name] = [at, sections[name].length];
    at += (sections[name].length + 7) & ~7;
  }
  const header = JSON.stringify({
    hidden: weights.hidden,
    dimensions: clusters.dimensions,
    ownVectors: clusters.ownVectors,
    words: clusters.keys.length,
    featureScale: top,
    inputScale: input.scale,
    spellingScale: spelling.scale,
    outputScale: output.scale,
    sections: places,
  });
  const text = new TextEncoder().encode(header.padEnd(Math.ceil(header.length / 8) * 8, " "));
  const out = new Uint8Array(8 + text.length + at);
  out.set(new TextEncoder().encode("STNM"), 0);
  new DataView(out.buffer).setUint32(4, text.length, true);
  out.set(text, 8);
  for (const name of nameSections) out.set(sections[name], 8 + text.length + places[name]![0]);
  return out;
}
