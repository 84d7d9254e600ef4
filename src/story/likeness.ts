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

/** A profile made ready for comparing. */
export interface Comparable {
  readonly terms: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  readonly profile: Profile;
}

/** Weights as whole numbers, so that sums are exact and the order of adding does not show. */
const whole = 10_000;
const wholeWeights = (list: readonly Weighed[]): ReadonlyMap<string, number> =>
  new Map(list.map(([term, value]) => [term, Math.round(value * whole)]));

export const comparable = (profile: Profile): Comparable => ({
  terms: wholeWeights(profile.terms),
  names: wholeWeights(profile.names),
  pairs: wholeWeights(profile.pairs),
  profile,
});

/** Cosine of two lists of weights. */
function product(one: ReadonlyMap<string, number>, other: readonly Weighed[]): number {
  let sum = 0;
  for (const [term, value] of other) {
    const known = one.get(term);
    if (known !== undefined) sum += known * Math.round(value * whole);
  }
  return sum / whole ** 2;
}

/** How much of the heaviest names stands in the other text, 0 to 1; a half where there are no names. */
function covered(names: readonly Weighed[], isIn: (term: string) => boolean): number {
  let all = 0;
  let found = 0;
  for (const [term, value] of names.slice(0, headNames)) {
    all += value;
    if (isIn(term)) found += value;
  }
  return all === 0 ? 0.5 : found / all;
}

/** Have both a common member? Null where one of them is empty. */
function meet(one: readonly string[], other: readonly string[]): boolean | null {
  if (one.length === 0 || other.length === 0) return null;
  const known = new Set(one);
  return other.some((value) => known.has(value));
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
  const counts = Map.groupBy(one, ([unit]) => unit);
  let known = false;
  for (const [unit, value] of other) {
    const same = counts.get(unit);
    if (same?.some((amount) => amount[1] === value)) return weight.sameAmounts;
    if (same) known = true;
  }
  return known ? weight.otherAmounts : 0;
}

const dayNumber = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000;

/** Days between two ranges, 0 where they meet; null where a day is not known. */
export function daysBetween(one: DayRange | null, other: DayRange | null): number | null {
  if (one === null || other === null) return null;
  const gap = Math.max(dayNumber(one[0]) - dayNumber(other[1]), dayNumber(other[0]) - dayNumber(one[1]), 0);
  return Number.isNaN(gap) ? null : gap;
}

/**
 * Evidence that two documents tell of one story, in 1/1024 of a logit, -4 to 8 logits; the same for both orders. Common words, names,
 * pairs of words and days that both name speak for it; other persons, numbers, places, years and days speak against it. A function of the two documents alone.
 */
export function scoreOf(one: Comparable, other: Profile): number {
  const words = product(one.terms, other.terms);
  const [a, b] = [one.profile, other];
  const isIn =
    (term: string) =>
    (known: Weighed): boolean =>
      known[0] === term;
  const cover = [
    covered(a.names, (term) => b.terms.some(isIn(term)) || b.names.some(isIn(term))),
    covered(b.names, (term) => one.terms.has(term) || one.names.has(term)),
  ];
  const years = a.year === null || b.year === null ? 0 : Math.min(mostYears, Math.abs(a.year - b.year));
  const days = Math.min(mostDays, daysBetween(a.published, b.published) ?? 0);
  const logit =
    weight.base +
    weight.words * words +
    weight.wordsRoot * Math.sqrt(words) +
    weight.names * product(one.names, other.names) +
    weight.pairs * product(one.pairs, other.pairs) +
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
}

/** A score as a share of certainty, 0 to 1. */
export const likelihood = (score: number): number => Number((1 / (1 + Math.exp(-score / steps))).toFixed(3));
