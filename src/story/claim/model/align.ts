import type { Words } from "../words.ts";

/** Sum of the products of two rows of one length: their cosine where both are of length 1. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

/** Where terms point in meaning together, each by its weight; of length 1. Null where none of them is known. */
export function directionOf(terms: Iterable<string>, { meaningOf, weightOf }: Words): Float64Array | null {
  let sum: Float64Array | null = null;
  for (const term of terms) {
    const row = meaningOf(term);
    if (!row) continue;
    sum ??= new Float64Array(row.length);
    const weight = weightOf(term);
    for (let at = 0; at < row.length; at++) sum[at]! += weight * row[at]!;
  }
  if (!sum) return null;
  const length = Math.sqrt(dot(sum, sum)) || 1;
  return sum.map((value) => value / length);
}

/** Cosine from which on a word has a partner; below, any two words are as near by chance. */
const partnerFrom = 0.25;

/**
 * How much of `a` has a partner in `b`, 0 to 1: each term by its weight times the cosine of the likest term, the same one at 1. As the greedy
 * matching of BERTScore (Zhang et al. 2020), over static rows.
 */
export function alignment(a: ReadonlySet<string>, b: ReadonlySet<string>, words: Words): number {
  const rows = [...b].map(words.meaningOf);
  let [found, all] = [0, 0];
  for (const term of a) {
    const weight = words.weightOf(term);
    all += weight;
    if (b.has(term)) {
      found += weight;
      continue;
    }
    const own = words.meaningOf(term);
    if (!own) continue;
    let nearest = 0;
    for (const row of rows) if (row) nearest = Math.max(nearest, dot(own, row));
    if (nearest >= partnerFrom) found += weight * nearest;
  }
  return all === 0 ? 0 : found / all;
}
