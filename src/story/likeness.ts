import type { DayRange } from "../model/document.ts";
import type { Amount, Profile, Weighed } from "../model/story.ts";

/**
 * How much each likeness or difference says, in logits. The order of size is that of a logistic regression over pairs of reports of two sets
 * of stories; the values were then set by hand, one setting for both sets. Steps around them change neither figure by a point.
 */
const weight = {
  base: -4.8,
  /** Cosine of the words (Salton), and its root: the first common words say more than later ones. */
  words: 8,
  wordsRoot: 4,
  names: 2,
  pairs: 9.5,
  /** Share of the heaviest names of the one that the other has at all: of the worse and of the better covered one. */
  namesWorse: 1.2,
  namesBetter: 0.6,
  /** Both have numbers, persons, places, and share none. */
  otherNumbers: -0.3,
  otherPeople: -0.7,
  otherPlaces: -0.2,
  /** So many of the same thing in both ("23 pirates"); the same thing in other numbers. */
  sameAmounts: 1.3,
  otherAmounts: -1.5,
  /** They name a common day; both name days, and none of them is the same. */
  sameDays: 1,
  otherDays: -0.7,
  /** A year between what they tell of. */
  year: -1,
  /** A day between their days of publication. */
  day: -0.1,
} as const;
const mostYears = 3;
const mostDays = 20;
/** More than this no pair says, against one story or for it. With 4 for it, two of five pairs of a story were equally sure, and the order of documents broke the ties. */
const surestAgainst = -4;
const surestFor = 8;
/** Names that must be there if it is the same story. */
const headNames = 4;
/** Steps of a logit, so that sums are exact and no order of adding shows. */
export const steps = 1024;
/** Likeness of two documents that have too little in common to be compared: far from one story. */
export const unlike = surestAgainst * steps;

/** Terms with their weights as whole numbers, so that sums are exact and the order of adding does not show; a term by its key (`keyOf`). */
interface Weights {
  readonly keys: Float64Array;
  /** The lower 32 bits of each key: where it is looked for. */
  readonly low: Int32Array;
  readonly weights: Int32Array;
}

/** Days counted from 1970. */
export type DayNumbers = readonly [first: number, last: number];

/** A profile made ready for comparing: some 8 kB, where the profile itself has 40. */
export interface Comparable {
  readonly terms: Weights;
  /** What the terms weigh, not rounded. */
  readonly weights: Float64Array;
  readonly names: Weights;
  readonly pairs: Weights;
  /** The heaviest names with what they weigh. */
  readonly head: readonly { readonly key: number; readonly weight: number }[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly numbers: readonly string[];
  readonly days: readonly string[];
  readonly amounts: readonly Amount[];
  readonly year: number | null;
  /** The days that it may have been published; null where that is not known. */
  readonly published: DayNumbers | null;
}

/**
 * A number of 53 bits for a term (cyrb53): equal terms have equal ones, and no two terms of a case of millions are likely to share one. Numbers are
 * compared ten times as fast as words.
 */
function keyOf(term: string): number {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at);
    one = Math.imul(one ^ unit, 2654435761);
    two = Math.imul(two ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & two) + (one >>> 0);
}

const lowOf = (key: number): number => (key % 4294967296) | 0;

const whole = 10_000;

function weightsOf(list: readonly Weighed[]): Weights {
  const keys = Float64Array.from(list, ([term]) => keyOf(term));
  return {
    keys,
    low: Int32Array.from(keys, lowOf),
    weights: Int32Array.from(list, ([, value]) => Math.round(value * whole)),
  };
}

/** Makes a profile ready for comparing. */
export const comparable = (profile: Profile): Comparable => ({
  terms: weightsOf(profile.terms),
  weights: Float64Array.from(profile.terms, ([, value]) => value),
  names: weightsOf(profile.names),
  pairs: weightsOf(profile.pairs),
  head: profile.names.slice(0, headNames).map(([term, weight]) => ({ key: keyOf(term), weight })),
  people: profile.people,
  places: profile.places,
  numbers: profile.numbers,
  days: profile.days,
  amounts: profile.amounts,
  year: profile.year,
  published: profile.published === null ? null : [dayNumber(profile.published[0]), dayNumber(profile.published[1])],
});

/** Looks keys up in a table of twice their number, rounded up to a power of two, with open addresses. */
interface Table {
  readonly keys: Float64Array;
  readonly weights: Int32Array;
  readonly mask: number;
}

/** No key is negative. */
const free = -1;

function tableOf({ keys, low, weights }: Weights): Table {
  const size = 2 ** Math.ceil(Math.log2(2 * keys.length + 2));
  const table = { keys: new Float64Array(size).fill(free), weights: new Int32Array(size), mask: size - 1 };
  for (let at = 0; at < keys.length; at++) {
    const place = placeIn(table, keys[at]!, low[at]!);
    table.keys[place] = keys[at]!;
    table.weights[place] = weights[at]!;
  }
  return table;
}

/** Where a key stands, or the free place where it would. */
function placeIn({ keys, mask }: Table, key: number, low: number): number {
  let place = low & mask;
  while (keys[place] !== free && keys[place] !== key) place = (place + 1) & mask;
  return place;
}

/** Cosine of two lists of weights. */
function product(one: Table, { keys, low, weights }: Weights): number {
  let sum = 0;
  // A free place has the weight 0.
  for (let at = 0; at < keys.length; at++) sum += one.weights[placeIn(one, keys[at]!, low[at]!)]! * weights[at]!;
  return sum / whole ** 2;
}

/** How much of the heaviest names stands in the other text, 0 to 1; a half where there are no names. */
function covered(head: Comparable["head"], isIn: (key: number) => boolean): number {
  let all = 0;
  let found = 0;
  for (const { key, weight: value } of head) {
    all += value;
    if (isIn(key)) found += value;
  }
  return all === 0 ? 0.5 : found / all;
}

/** Have both a common member? Null where one of them is empty. */
function meet(one: readonly string[], other: readonly string[]): boolean | null {
  if (one.length === 0 || other.length === 0) return null;
  return other.some((value) => one.includes(value));
}

/** Are both there, and without a common member? */
const apart = (one: readonly string[], other: readonly string[]): boolean => meet(one, other) === false;

/** What the days that they name say. */
function daysWeight(one: readonly string[], other: readonly string[]): number {
  const common = meet(one, other);
  return common === null ? 0 : common ? weight.sameDays : weight.otherDays;
}

/** What counts of things say: one that is the same, else the same things in other numbers. */
function amountsWeight(one: readonly Amount[], other: readonly Amount[]): number {
  let known = false;
  for (const [unit, value] of other)
    for (const [sameUnit, sameValue] of one) {
      if (sameUnit !== unit) continue;
      if (sameValue === value) return weight.sameAmounts;
      known = true;
    }
  return known ? weight.otherAmounts : 0;
}

const dayNumber = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000;

/** Days between two ranges, 0 where they meet; null where a day is not known. */
export const daysBetween = (one: DayRange | null, other: DayRange | null): number | null =>
  one === null || other === null
    ? null
    : gapBetween([dayNumber(one[0]), dayNumber(one[1])], [dayNumber(other[0]), dayNumber(other[1])]);

/** The same of days that are counted. */
export function gapBetween(one: DayNumbers | null, other: DayNumbers | null): number | null {
  if (one === null || other === null) return null;
  const gap = Math.max(one[0] - other[1], other[0] - one[1], 0);
  return Number.isNaN(gap) ? null : gap;
}

/**
 * Evidence that two documents tell of one story, in 1/1024 of a logit, -4 to 8 logits; the same for both orders. Common words, names,
 * pairs of words and days that both name speak for it; other persons, numbers, places, years and days speak against it. A function of the two documents
 * alone. Takes the one that is compared with many first.
 */
export function scorer(a: Comparable): (b: Comparable) => number {
  const [terms, names, pairs] = [tableOf(a.terms), tableOf(a.names), tableOf(a.pairs)];
  const has = (table: Table, key: number): boolean => table.keys[placeIn(table, key, lowOf(key))] === key;
  return (b) => {
    const words = product(terms, b.terms);
    const cover = [
      covered(a.head, (key) => b.terms.keys.includes(key) || b.names.keys.includes(key)),
      covered(b.head, (key) => has(terms, key) || has(names, key)),
    ];
    const years = a.year === null || b.year === null ? 0 : Math.min(mostYears, Math.abs(a.year - b.year));
    const days = Math.min(mostDays, gapBetween(a.published, b.published) ?? 0);
    const logit =
      weight.base +
      weight.words * words +
      weight.wordsRoot * Math.sqrt(words) +
      weight.names * product(names, b.names) +
      weight.pairs * product(pairs, b.pairs) +
      weight.namesWorse * Math.min(...cover) +
      weight.namesBetter * Math.max(...cover) +
      (apart(a.numbers, b.numbers) ? weight.otherNumbers : 0) +
      (apart(a.people, b.people) ? weight.otherPeople : 0) +
      (apart(a.places, b.places) ? weight.otherPlaces : 0) +
      amountsWeight(a.amounts, b.amounts) +
      daysWeight(a.days, b.days) +
      weight.year * years +
      weight.day * days;
    return Math.round(Math.max(surestAgainst, Math.min(surestFor, logit)) * steps);
  };
}

/** A score as a share of certainty, 0 to 1. */
export const likelihood = (score: number): number => Number((1 / (1 + Math.exp(-score / steps))).toFixed(3));
