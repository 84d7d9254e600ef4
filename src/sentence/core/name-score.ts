import { startKernel, takeRoom } from "./kernel.ts";
import { mostFeatures, netBucket, netBuckets, netColumns, netSpan, reach, wordFeatures } from "./name-feature.ts";
import { labelCount } from "./name-kind.ts";
import type { NamePage } from "./name-page.ts";
import { type NameWeights, scoreWidth } from "./name-weights.ts";
import { type WordTable, word } from "./name-word.ts";

const offsets = 2 * reach + 1;

/** Sums kept at once, one for each word and offset that stood near a candidate: 40,000 are 16 MB, and the words of about 300 articles. */
const mostSums = 40_000;

/** Scores words; keeps what a word adds at each distance, so it is asked anew only for words that it has not met lately. */
export interface NameScorer {
  /** Address of `labelCount` scores a word, from the first of the run on; valid until the next run. */
  readonly run: number;
  /** Writes the scores of the word at `at` as the `index`-th of the run, which is below the longest run; runs are scored from their first word on. */
  readonly score: (page: NamePage, at: number, index: number) => void;
  /** Must be called when the word table forgets its words. */
  readonly clear: () => void;
}

/** A scorer for this thread of runs of at most `longestRun` words. */
export function nameScorer(weights: NameWeights, table: WordTable, longestRun: number): NameScorer {
  const { shared, hidden: H, dimensions: D, input, spelling, spellingScale, vectors, tables } = weights;
  const kernel = startKernel(shared);
  const rowBytes = (scoreWidth + H) * 4;
  const scoreBytes = labelCount * 4;
  // The last word's scores are written as wide as the kernel's rows are; each word's come to stand over the end of those before.
  const runBytes = longestRun * scoreBytes + (scoreWidth - labelCount) * 4;
  const desk = takeRoom(shared, 3072 + runBytes + mostSums * rowBytes);
  const room = desk + 64;
  const keysAt = room + 1024;
  const list = keysAt + mostFeatures * 4;
  const run = list + 64;
  const sums = (run + runBytes + 15) & ~15;
  const { buffer } = shared.memory;
  const numbers = new Int32Array(buffer);
  numbers.set([...tables, room], desk >> 2);
  const keys = new Int32Array(buffer, keysAt, mostFeatures);
  const five = list >> 2;
  let used = 1;
  /** Place of the sum of a word at an offset; 0 = not kept. */
  let slots = new Int32Array(8192 * offsets);

  const clear = (): void => {
    used = 1;
    slots.fill(0);
  };

  /** Address of what a word adds at an offset. */
  function sumOf(id: number, offset: number): number {
    const cell = id * offsets + offset + reach;
    if (cell >= slots.length) {
      const wider = new Int32Array(Math.max(slots.length * 2, cell + offsets));
      wider.set(slots);
      slots = wider;
    }
    const known = slots[cell]!;
    if (known !== 0) return sums + known * rowBytes;
    const slot = used++;
    slots[cell] = slot;
    const to = sums + slot * rowBytes;
    fill(to, id, offset);
    return to;
  }

  function fill(to: number, id: number, offset: number): void {
    const rows = table.rows();
    const count = wordFeatures(rows, id, offset, table.formOf(id), keys, 0);
    const vector = rows[id * word.width + word.vector]!;
    let buckets = 0;
    if (offset >= -netSpan && offset <= netSpan)
      for (const column of netColumns) {
        const bucket = netBucket(rows[id * word.width + column]!, column);
        // Behind the five addresses: they are being put together while sums are filled.
        numbers[five + offsets + buckets++] = spelling + ((offset + netSpan) * netBuckets + bucket) * H;
      }
    kernel.nameWord(
      to,
      desk,
      keysAt,
      count,
      vector < 0 ? 0 : vectors + ((vector * D) >> 1),
      D,
      input + (offset + reach) * D * H * 4,
      list + offsets * 4,
      buckets,
      spellingScale,
    );
  }

  function score({ address, ids, sentenceFrom, sentenceTo }: NamePage, at: number, index: number): void {
    const from = sentenceFrom[at]!;
    const end = sentenceTo[at]!;
    // Forgetting between the offsets of one word would leave places that are no longer its.
    if (used + offsets > mostSums) clear();
    for (let offset = -reach; offset <= reach; offset++) {
      const near = at + offset;
      numbers[five + offset + reach] = sumOf(near < from || near >= end ? 0 : ids[near]!, offset);
    }
    const count = kernel.nameKeys(keysAt, address, at);
    kernel.nameScore(run + index * scoreBytes, desk, list, keysAt, count);
  }
  return { run, score, clear };
}
