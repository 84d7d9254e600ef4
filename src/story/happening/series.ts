import type { Count } from "./count.ts";

const middle = ({ quantity: { value, low, high } }: Count): number =>
  value ?? (low !== null && high !== null ? (low + high) / 2 : (low ?? high ?? 0));

const ratioOf = (a: Count, b: Count): number => {
  const [less, more] = [middle(a), middle(b)].sort((x, y) => x - y) as [number, number];
  return less === 0 ? (more === 0 ? 1 : Infinity) : more / less;
};

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let count = 0;
  for (const one of a) if (b.has(one)) count++;
  return count;
};

/** So near in a text, in units, one count takes up another. */
const nextTo = 250;
/** Below this, two equal numbers may be so by chance. */
const fewest = 10;
/** From here on two counts are of one crowd, one fleet, one stock. */
const joinFrom = 0.55;
/** Beyond this, one is no count of the other's thing, or one is grossly distorted: then only the words can tell. */
const farthest = 12;

/** Nobody gives two numbers of one thing in one report on one day, unless the one stands for the other or is said to be past. */
const isOfTwo = (a: Count, b: Count): boolean =>
  a.told === b.told &&
  a.day === b.day &&
  a.holder.name === b.holder.name &&
  ratioOf(a, b) !== 1 &&
  ![a, b].some((one) => one.isBare || one.isNamedOnly || one.isEarlier);

/**
 * How surely two counts of one kind of thing are of the same ones: near numbers, one happening, the names and words of the sentences, with weights set by hand.
 * Two numbers of one sentence that lie far apart are of two things.
 */
function likeness(a: Count, b: Count): number {
  const ratio = ratioOf(a, b);
  if (ratio > farthest || (a.told === b.told && a.sentence === b.sentence && ratio > 2.5)) return 0;
  if (isOfTwo(a, b)) return 0;
  // "Men" may be any men: without a common word they are others.
  let score = ratio <= 3 ? 0.3 : 0.1;
  if (ratio === 1 && a.quantity.value !== null && b.quantity.value !== null) score = middle(a) < fewest ? 0.45 : 0.6;
  score += a.counted.name === "people" ? 0 : a.counted.isVague ? 0.2 : 0.3;
  if (a.happening !== null && a.happening === b.happening) score += 0.4;
  // "Eleven, not twelve": the one is there to replace the other.
  if (a.isNamedOnly !== b.isNamedOnly && a.told === b.told && a.sentence === b.sentence) score += 0.3;
  // "The ministry put the number at" takes up the count before it.
  if (a.told === b.told && Math.abs(a.quantity.start - b.quantity.start) < nextTo)
    score += (a.quantity.start < b.quantity.start ? b : a).isBare ? 0.5 : 0.25;
  if (shared(a.names, b.names) > 0) score += 0.25;
  else if (a.names.size > 0 && b.names.size > 0) score -= 0.2;
  // One common word is chance.
  return score + 0.1 * Math.max(0, Math.min(4, shared(a.words, b.words)) - 1);
}

/** What all the counts of one series must have in common with those of another, on average, before one pair joins them. */
const meanFrom = 0.32;

/** So many counts of a series speak for it, the newest. */
const mostCompared = 20;

/** How surely two series are of the same ones: their likest counts tell, unless the others speak against it; 0 where they are not. */
function seriesLikeness(a: readonly Count[], b: readonly Count[]): number {
  const newest = b.slice(-mostCompared);
  const scores = a.slice(-mostCompared).flatMap((one) => newest.map((other) => likeness(one, other)));
  const best = Math.max(...scores);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return best >= joinFrom && mean >= meanFrom ? best : 0;
}

type Series = readonly Count[];

/** Each series goes to the one before it that it is likest to. */
function joined(parts: readonly Series[]): readonly Series[] {
  let all: readonly Series[] = [];
  for (const part of parts) {
    const likest = all
      .map((series) => ({ series, score: seriesLikeness(series, part) }))
      .toSorted((a, b) => b.score - a.score)[0];
    all =
      likest && likest.score > 0
        ? all.map((series) => (series === likest.series ? [...series, ...part] : series))
        : [...all, part];
  }
  return all;
}

/** Do the counts differ, so that there is something to see over time? */
const isDisputed = (series: Series): boolean => new Set(series.map(middle)).size > 1;

/**
 * Counts of one kind of thing, in their order, put together where they count the same ones; first those of near numbers, then the numbers on which reports
 * differ. What nobody tells otherwise is left out.
 */
export function thingSeries(counts: readonly Count[]): readonly Series[] {
  const parts = joined(counts.map((count) => [count]));
  const order = new Map(counts.map((count, at) => [count, at]));
  return [...parts.filter(isDisputed), ...joined(parts.filter((series) => !isDisputed(series))).filter(isDisputed)]
    .map((series) => series.toSorted((a, b) => order.get(a)! - order.get(b)!))
    .toSorted((a, b) => order.get(a[0]!)! - order.get(b[0]!)!);
}
