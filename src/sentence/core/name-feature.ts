import { longestCues, type NameContext, seen } from "./name-context.ts";
import { mix } from "./name-hash.ts";
import { clusterLevels, isCapital, isUpper, word } from "./name-word.ts";

/** Words to each side whose own features count. */
export const reach = 2;
/** No word has more features of its own, or joint ones, than this. */
export const mostFeatures = 160;

/** Columns of a word's row that the network reads beside its vector, up to `netSpan` words away; each value falls into one of `netBuckets`. */
export const netColumns = [word.shape, word.suffix + 2, word.prefix + 1, word.suffix + 1] as const;
export const netBuckets = 4096;
export const netSpan = 1;
export const netBucket = (value: number, column: number): number => mix(value, column + 7) & (netBuckets - 1);

/** Seeds of the templates, far enough apart that a small value added to one never meets the next. */
const seed = (template: number): number => Math.imul(template + 1, 0x3c6ef372);

/**
 * Features that depend on one word alone, for the word at distance `offset` (-2 to 2) from it: their keys go to `out` from `size` on;
 * the new size comes back. The sum of their weights is kept per word and offset, so they cost nothing when a word comes again.
 */
export function wordFeatures(
  rows: Int32Array,
  id: number,
  offset: number,
  text: string,
  out: Int32Array,
  size: number,
): number {
  const base = id * word.width;
  let n = size;
  const block = (offset + reach) * 64;
  const put = (template: number, value: number): void => {
    out[n++] = mix(seed(block + template), value);
  };
  put(0, rows[base + word.lower]!);
  put(1, rows[base + word.shape]!);
  put(2, rows[base + word.flags]!);
  for (let level = 1; level < clusterLevels; level++) put(3 + level, rows[base + word.cluster + level]!);
  if (offset < -1 || offset > 1) return n;
  put(8, rows[base + word.form]!);
  put(9, rows[base + word.suffix + 2]!);
  put(10, rows[base + word.suffix + 1]!);
  put(11, rows[base + word.prefix + 2]!);
  put(3, rows[base + word.cluster]!);
  put(12, rows[base + word.pattern]!);
  if (offset !== 0) return n;
  put(13, rows[base + word.suffix]!);
  put(14, rows[base + word.suffix + 3]!);
  put(15, rows[base + word.prefix]!);
  put(16, rows[base + word.prefix + 1]!);
  put(17, rows[base + word.prefix + 3]!);
  put(18, rows[base + word.length]! * 64 + rows[base + word.flags]!);
  if ((rows[base + word.flags]! & isCapital) !== 0) {
    const stop = Math.min(text.length, 18);
    for (let at = 0; at + 2 < stop; at++)
      put(19, (text.charCodeAt(at) * 65599 + text.charCodeAt(at + 1)) * 65599 + text.charCodeAt(at + 2));
  }
  return n;
}

/** Features of the word at `at` that need more than one word: neighbours, phrases, runs, and what the document shows elsewhere. */
export function jointFeatures(
  context: NameContext,
  rows: Int32Array,
  at: number,
  out: Int32Array,
  size: number,
): number {
  const { ids, sentenceFrom, sentenceTo, phrase, runFrom, runTo, loud } = context;
  const from = sentenceFrom[at]!;
  const to = sentenceTo[at]!;
  const base = (k: number): number => (k < from || k >= to ? 0 : ids[k]! * word.width);
  const own = base(at);
  const left = base(at - 1);
  const left2 = base(at - 2);
  const right = base(at + 1);
  const right2 = base(at + 2);
  let n = size;
  const put = (template: number, value: number): void => {
    out[n++] = mix(seed(1000 + template), value);
  };
  const low = word.lower;
  const shape = word.shape;
  const pattern = word.pattern;
  const mid = word.cluster + 1;
  const fine = word.cluster + 2;
  const lowOwn = rows[own + low]!;
  const shapeOwn = rows[own + shape]!;
  const place = (at === from ? 1 : 0) | (loud[at]! << 1);
  put(0, mix(rows[left + low]!, lowOwn));
  put(1, mix(lowOwn, rows[right + low]!));
  put(2, mix(rows[left2 + low]!, rows[left + low]!));
  put(3, mix(rows[right + low]!, rows[right2 + low]!));
  put(4, mix(rows[left + low]!, rows[right + low]!));
  put(5, mix(mix(rows[left + pattern]!, rows[own + pattern]!), rows[right + pattern]!));
  put(6, mix(mix(rows[left2 + pattern]!, rows[left + pattern]!), rows[own + pattern]!));
  put(7, mix(mix(rows[own + pattern]!, rows[right + pattern]!), rows[right2 + pattern]!));
  put(8, mix(rows[left + fine]!, rows[own + fine]!));
  put(9, mix(rows[own + fine]!, rows[right + fine]!));
  put(10, mix(rows[left + mid]!, rows[right + mid]!) ^ shapeOwn);
  put(11, mix(rows[left2 + mid]!, rows[left + mid]!) ^ shapeOwn);
  put(12, mix(rows[right + mid]!, rows[right2 + mid]!) ^ shapeOwn);
  put(13, mix(rows[left + low]!, shapeOwn));
  put(14, mix(rows[right + low]!, shapeOwn));
  put(15, mix(rows[left + fine]!, shapeOwn));
  put(16, mix(rows[right + fine]!, shapeOwn));
  put(17, mix(shapeOwn, place));
  put(18, mix(lowOwn, place));
  put(19, mix(rows[own + mid]!, rows[left + mid]!) + rows[right + mid]!);
  const ownPhrase = phrase[at]!;
  put(20, ownPhrase);
  put(21, mix(ownPhrase, shapeOwn));
  put(22, at > from ? phrase[at - 1]! : -1);
  put(23, at + 1 < to ? phrase[at + 1]! : -1);
  put(24, mix(ownPhrase, rows[left + mid]!));
  put(25, mix(ownPhrase, rows[right + mid]!));
  if (at - 3 >= from) put(26, rows[base(at - 3) + fine]!);
  if (at + 3 < to) put(27, rows[base(at + 3) + fine]!);
  const first = runFrom[at]!;
  const end = runTo[at]!;
  if (end > first) {
    const length = Math.min(end - first, 6);
    const where = (at === first ? 1 : 0) | (at === end - 1 ? 2 : 0);
    put(28, length * 4 + where + place * 32);
    put(29, mix(rows[base(first) + low]!, where));
    put(30, mix(rows[base(end - 1) + low]!, where));
    put(31, mix(rows[base(end - 1) + fine]!, where));
    put(32, mix(rows[base(first) + fine]!, where));
    put(33, mix(rows[base(first - 1) + low]!, length));
    put(34, mix(rows[base(end) + low]!, length));
    put(35, mix(rows[base(first - 1) + fine]!, where));
    put(36, mix(rows[base(end) + fine]!, where));
    let text = 0;
    for (let k = first; k < end && k < first + 5; k++) text = mix(text, rows[base(k) + low]!);
    put(37, mix(text, at - first));
    put(38, mix(mix(rows[base(first - 1) + mid]!, rows[base(end) + mid]!), where + 4 * length));
    put(39, mix(rows[base(end - 1) + low]!, lowOwn));
    put(40, mix(rows[base(end - 1) + mid]!, rows[own + mid]!));
    put(41, mix(rows[base(first - 1) + low]!, rows[base(first - 2) + low]!));
    put(42, mix(rows[base(end) + low]!, rows[base(end + 1) + low]!));
    n = seenFeatures(context, rows, at, place, out, n);
  }
  return n;
}

/** What other occurrences of the same word in the document tell of it (Ratinov and Roth 2009: context aggregation). */
function seenFeatures(
  context: NameContext,
  rows: Int32Array,
  at: number,
  place: number,
  out: Int32Array,
  size: number,
): number {
  const { seenRows, ids } = context;
  let n = size;
  const put = (template: number, value: number): void => {
    out[n++] = mix(seed(1100 + template), value);
  };
  const lowerRow = rows[ids[at]! * word.width + word.lowerRow]!;
  const mine = lowerRow * seen.width;
  const small = Math.min(seenRows[mine + seen.small]!, 2);
  const capital = Math.min(seenRows[mine + seen.capital]!, 2);
  const upper = seenRows[mine + seen.upper]! > 0 ? 1 : 0;
  const kind = (rows[ids[at]! * word.width + word.flags]! & isUpper) !== 0 ? 1 : 0;
  put(0, (small * 3 + capital) * 32 + upper * 16 + place * 2 + kind);
  const cues = Math.min(seenRows[mine + seen.cues]!, longestCues);
  for (let cue = 0; cue < cues; cue++) {
    const before = seenRows[mine + seen.before + cue]! * word.width;
    const after = seenRows[mine + seen.after + cue]! * word.width;
    put(1, rows[before + word.lower]!);
    put(2, rows[after + word.lower]!);
    put(3, rows[before + word.cluster + 2]!);
    put(4, rows[after + word.cluster + 2]!);
  }
  return n;
}
