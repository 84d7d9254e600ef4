import type { Words } from "../words.ts";

/** Terms with what they weigh and mean, so that they can be compared with many others. */
export interface Weighed {
  readonly terms: ReadonlySet<string>;
  /** One for each term, in their order. */
  readonly weights: readonly number[];
  /** Static meanings of length 1; null where a term is not known. */
  readonly rows: readonly (Float64Array | null)[];
  readonly sum: number;
  /** Where they point in meaning together, each by its weight; of length 1. Null where none is known. */
  readonly direction: Float64Array | null;
}

/** Sum of the products of two rows of one length: their cosine where both are of length 1. */
function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

/** Cosine of two directions; 0 where one is not known. */
export const cosine = (a: Weighed, b: Weighed): number =>
  a.direction && b.direction ? dot(a.direction, b.direction) : 0;

function directionOf(rows: Weighed["rows"], weights: readonly number[]): Float64Array | null {
  let sum: Float64Array | null = null;
  rows.forEach((row, at) => {
    if (!row) return;
    sum ??= new Float64Array(row.length);
    for (let axis = 0; axis < row.length; axis++) sum[axis]! += weights[at]! * row[axis]!;
  });
  const found = sum as Float64Array | null;
  if (!found) return null;
  const length = Math.sqrt(dot(found, found)) || 1;
  return found.map((value) => value / length);
}

export function weigh(terms: ReadonlySet<string>, { weightOf, meaningOf }: Words): Weighed {
  const weights = [...terms].map(weightOf);
  const rows = [...terms].map(meaningOf);
  return {
    terms,
    weights,
    rows,
    sum: weights.reduce((sum, weight) => sum + weight, 0),
    direction: directionOf(rows, weights),
  };
}

/** Cosine from which on a word has a partner; below, any two words are as near by chance. */
const partnerFrom = 0.25;

/** For each term of `a` how near the likest of `b` is, and the other way round; 0 for one that both have, or that is not known. */
function nearestOf(a: Weighed, b: Weighed): readonly [Float64Array, Float64Array] {
  const [nearestA, nearestB] = [new Float64Array(a.rows.length), new Float64Array(b.rows.length)];
  const isFree = (one: Weighed, other: Weighed): readonly boolean[] =>
    [...one.terms].map((term) => !other.terms.has(term));
  const [freeA, freeB] = [isFree(a, b), isFree(b, a)];
  for (let one = 0; one < nearestA.length; one++) {
    const row = a.rows[one];
    if (!row) continue;
    for (let other = 0; other < nearestB.length; other++) {
      const second = b.rows[other];
      if (!second || !(freeA[one] || freeB[other])) continue;
      const near = dot(row, second);
      if (freeA[one] && near > nearestA[one]!) nearestA[one] = near;
      if (freeB[other] && near > nearestB[other]!) nearestB[other] = near;
    }
  }
  return [nearestA, nearestB];
}

function covered(a: Weighed, b: Weighed, nearest: Float64Array): number {
  let found = 0;
  let at = 0;
  for (const term of a.terms) {
    if (b.terms.has(term)) found += a.weights[at]!;
    else if (nearest[at]! >= partnerFrom) found += a.weights[at]! * nearest[at]!;
    at++;
  }
  return a.sum === 0 ? 0 : found / a.sum;
}

/**
 * How much of `a` has a partner in `b`, 0 to 1, and of `b` in `a`: each term by its weight times the cosine of the likest term, the same one at 1. As
 * the greedy matching of BERTScore (Zhang et al. 2020), over static rows. Both at once, as the cosines are the same.
 */
export function alignments(a: Weighed, b: Weighed): readonly [ofA: number, ofB: number] {
  const [nearestA, nearestB] = nearestOf(a, b);
  return [covered(a, b, nearestA), covered(b, a, nearestB)];
}

/** Share of the weight of both that both have, 0 to 1. */
export function overlap(a: Weighed, b: Weighed): number {
  let both = 0;
  let at = 0;
  for (const term of a.terms) {
    if (b.terms.has(term)) both += 2 * a.weights[at]!;
    at++;
  }
  return a.sum + b.sum === 0 ? 0 : both / (a.sum + b.sum);
}
