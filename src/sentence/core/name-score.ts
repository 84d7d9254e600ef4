import type { NameContext } from "./name-context.ts";
import {
  jointFeatures,
  mostFeatures,
  netBucket,
  netBuckets,
  netColumns,
  netSpan,
  reach,
  wordFeatures,
} from "./name-feature.ts";
import { labelCount } from "./name-kind.ts";
import { endOfEntries, type NameWeights } from "./name-weights.ts";
import { type WordTable, word } from "./name-word.ts";

const L = labelCount;
const offsets = 2 * reach + 1;

/** Sums kept at once, one for each word and offset that stood near a candidate: 40,000 are 16 MB, and the words of about 300 articles. */
const mostSums = 40_000;

/** Scores words; keeps what a word adds at each distance, so it is asked anew only for words that it has not met lately. */
export interface NameScorer {
  /** Writes the `labelCount` scores of the word at `at` to `out` from `to` on. */
  readonly score: (context: NameContext, at: number, out: Float32Array, to: number) => void;
  /** Must be called when the word table forgets its words. */
  readonly clear: () => void;
}

export function nameScorer(weights: NameWeights, table: WordTable): NameScorer {
  const { hidden: H, bias, output } = weights;
  const width = L + H;
  let sums = new Float32Array(4096 * width);
  let used = 1;
  /** Place of the sum of a word at an offset; 0 = not kept. */
  let slots = new Int32Array(8192 * offsets);
  const keys = new Int32Array(mostFeatures);
  const layer = new Float64Array(H);

  const clear = (): void => {
    used = 1;
    slots.fill(0);
  };

  function slotOf(id: number, offset: number): number {
    const cell = id * offsets + offset + reach;
    if (cell >= slots.length) {
      const wider = new Int32Array(Math.max(slots.length * 2, cell + offsets));
      wider.set(slots);
      slots = wider;
    }
    const known = slots[cell]!;
    if (known !== 0) return known * width;
    const slot = used++;
    if (used * width > sums.length) {
      const wider = new Float32Array(sums.length * 2);
      wider.set(sums);
      sums = wider;
    }
    slots[cell] = slot;
    fill(slot * width, id, offset);
    return slot * width;
  }

  /** What the word adds at this offset: to the scores, then to the hidden layer. */
  function fill(base: number, id: number, offset: number): void {
    sums.fill(0, base, base + width);
    const rows = table.rows();
    const count = wordFeatures(rows, id, offset, table.formOf(id), keys, 0);
    addEntries(weights, keys, count, sums, base);
    const { input, spelling, spellingScale, vectors, dimensions: D } = weights;
    const to = base + L;
    const vector = rows[id * word.width + word.vector]! * D;
    if (vector >= 0) {
      for (let d = 0; d < D; d++) {
        const value = vectors[vector + d]!;
        if (value === 0) continue;
        const from = ((offset + reach) * D + d) * H;
        for (let j = 0; j < H; j++) sums[to + j]! += value * input[from + j]!;
      }
    }
    if (offset < -netSpan || offset > netSpan) return;
    for (const column of netColumns) {
      const bucket = netBucket(rows[id * word.width + column]!, column);
      const from = ((offset + netSpan) * netBuckets + bucket) * H;
      for (let j = 0; j < H; j++) sums[to + j]! += spelling[from + j]! * spellingScale;
    }
  }

  function score(context: NameContext, at: number, out: Float32Array, to: number): void {
    const { ids, sentenceFrom, sentenceTo } = context;
    const from = sentenceFrom[at]!;
    const end = sentenceTo[at]!;
    // Forgetting between the offsets of one word would leave places that are no longer its.
    if (used + offsets > mostSums) clear();
    out.fill(0, to, to + L);
    for (let j = 0; j < H; j++) layer[j] = bias[j]!;
    for (let offset = -reach; offset <= reach; offset++) {
      const near = at + offset;
      const base = slotOf(near < from || near >= end ? 0 : ids[near]!, offset);
      for (let y = 0; y < L; y++) out[to + y]! += sums[base + y]!;
      for (let j = 0; j < H; j++) layer[j]! += sums[base + L + j]!;
    }
    const count = jointFeatures(context, table.rows(), at, keys, 0);
    addEntries(weights, keys, count, out, to);
    for (let j = 0; j < H; j++) if (layer[j]! < 0) layer[j] = 0;
    for (let y = 0, row = 0; y < L; y++, row += H) {
      let a = 0;
      let b = 0;
      for (let j = 0; j < H; j += 4) {
        a += layer[j]! * output[row + j]! + layer[j + 1]! * output[row + j + 1]!;
        b += layer[j + 2]! * output[row + j + 2]! + layer[j + 3]! * output[row + j + 3]!;
      }
      out[to + y]! += a + b;
    }
  }
  return { score, clear };
}

/** Adds the weights of the first `count` of `keys` to `out` from `to` on. */
function addEntries(weights: NameWeights, keys: Int32Array, count: number, out: Float32Array, to: number): void {
  const { features, entries, entryValues } = weights;
  const { mask, cells, filter } = features;
  for (let k = 0; k < count; k++) {
    const key = keys[k]!;
    if (((filter[key >>> 17]! >>> ((key >>> 12) & 31)) & 1) === 0) continue;
    let cell = ((key ^ (key >>> 15)) & mask) * 2;
    while (cells[cell] !== key && cells[cell] !== 0) cell = (cell + 2) & (mask * 2 + 1);
    if (cells[cell] === 0) continue;
    for (let place = cells[cell + 1]!; ; place++) {
      const entry = entries[place]!;
      const label = entry & 255;
      if (label === endOfEntries) break;
      out[to + label]! += entryValues[entry >>> 8]!;
    }
  }
}
