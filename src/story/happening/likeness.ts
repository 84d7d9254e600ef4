import type { DayRange } from "../../model/document.ts";
import { isCommonFamily, isNearFamily } from "./family.ts";
import type { EventTelling } from "./telling.ts";

const dayMs = 86_400_000;
const daysApart = (a: DayRange, b: DayRange): number =>
  Math.max(
    0,
    Math.round((Date.parse(a[0]) - Date.parse(b[1])) / dayMs),
    Math.round((Date.parse(b[0]) - Date.parse(a[1])) / dayMs),
  );

const sharesOne = (a: { keys(): Iterable<string> }, b: ReadonlyMap<string, unknown> | ReadonlySet<string>): boolean => {
  for (const key of a.keys()) if (b.has(key)) return true;
  return false;
};

/** Farther apart than this two days are not one, however they are told ("on Friday", "overnight"). */
const farthestDays = 2;
/** What is told without a day is mostly of the days around the report; a day farther off than a month is another event's. */
const farthestFromReport = 31;
const nearReport = 8;

const publishedOf = ({ told }: EventTelling): DayRange | null => told.annotation.meta.publishedRange;

/** Longer than this, a range of days tells little. */
const longestRange = 31;
export const isShort = ([first, last]: DayRange): boolean => daysApart([first, first], [last, last]) <= longestRange;

/** How much it counts for one event that both are of one day, or may be; null where they cannot be. */
function daysAlike(a: EventTelling, b: EventTelling): number | null {
  if (a.days && b.days) {
    const apart = daysApart(a.days, b.days);
    if (apart > farthestDays) return null;
    if (!isShort(a.days) || !isShort(b.days)) return 0;
    return apart === 0 ? 0.14 : 0.05;
  }
  const [dated, other] = a.days ? [a, b] : [b, a];
  const published = publishedOf(other);
  if (!dated.days || !published) return 0;
  const apart = daysApart(dated.days, published);
  if (apart > farthestFromReport) return null;
  return apart > nearReport ? -0.1 : 0;
}

/** How like two tellings are, and why; null where they cannot be of one event. */
export interface EventLikeness {
  /** What speaks for one event. */
  readonly score: number;
  /** What speaks against it, below 0: both name a place, and not the same. */
  readonly against: number;
  readonly reasons: readonly string[];
}

/** Likeness from which on two tellings are of one event. */
export const joinFrom = 0.5;

const isBare = ({ actors, recipients, places }: EventTelling): boolean =>
  actors.size === 0 && recipients.size === 0 && places.size === 0;

interface Deeds {
  readonly deed: number;
  /** What the other words of the sentence weigh. */
  readonly words: number;
  readonly why: string;
}

/** How like the deeds are by their words; null for two different deeds. */
function deedsAlike(a: EventTelling, b: EventTelling): Deeds | null {
  const why = `${a.trigger} and ${b.trigger}`;
  // "The build-up", with nothing that tells it from another, is the one of the story.
  const bare = !isCommonFamily(a.family) && !isCommonFamily(b.family) && (isBare(a) || isBare(b)) ? 0.1 : 0;
  if (a.family !== null && a.family === b.family) return { deed: 0.4 + bare, words: 0.6, why };
  if (a.stem === b.stem) return { deed: 0.34, words: 0.6, why };
  if (isNearFamily(a.family, b.family)) return { deed: 0.3 + bare, words: 0.6, why };
  // Of one type, but one has moved soldiers and the other holds a drill.
  if (a.event.type === null || a.event.type !== b.event.type || (a.family !== null && b.family !== null)) return null;
  return { deed: 0.14, words: 0.5, why: `both ${a.event.type}` };
}

/** A toll rises from one to three, but three guards are not the six hundred of a war. */
const otherMagnitude = 10;

/** How much the numbers of both speak for one event; below 0 against it. */
function countsAlike(a: EventTelling, b: EventTelling): number {
  const pairs = [...a.counts].flatMap(([of, value]) => (b.counts.has(of) ? [[value, b.counts.get(of)!] as const] : []));
  if (pairs.some(([one, other]) => one === other)) return 0.12;
  if (pairs.some(([one, other]) => Math.max(one, other) > otherMagnitude * Math.min(one, other))) return -0.3;
  return pairs.length > 0 ? -0.08 : 0;
}

/**
 * How surely two tellings are of one event: kind of deed, who, to whom, where, when, how many, and the other words of their sentences, with hand-set weights
 * (as in the pairwise models of event coreference, Bejan and Harabagiu 2010). Who, whom and where count against it where both name them and nothing fits.
 */
export function eventLikeness(a: EventTelling, b: EventTelling): EventLikeness | null {
  const deeds = deedsAlike(a, b);
  const days = daysAlike(a, b);
  if (!deeds || days === null) return null;
  const reasons: string[] = [deeds.why];
  let score = deeds.deed + Math.max(0, days);
  let against = Math.min(0, days);
  for (const [one, other, what, weight] of [
    [a.actors, b.actors, "the same actor", 0.18],
    [a.recipients, b.recipients, "done to the same", 0.18],
    [a.places, b.places, "the same place", 0.22],
  ] as const) {
    if (one.size === 0 || other.size === 0) continue;
    if (sharesOne(one, other)) {
      score += weight;
      reasons.push(what);
      // A town may lie in the region that another names.
    } else if (one !== a.places || sharesOne(a.precisions, b.precisions)) against -= weight * 0.8;
  }
  if (a.places.size > 0 && b.countries.size > 0 && a.countries.size > 0 && !sharesOne(a.countries, b.countries))
    against -= 0.2;
  if (sharesOne(a.unnamed, b.unnamed)) {
    score += 0.12;
    reasons.push("the same people");
  }
  const count = countsAlike(a, b);
  if (count > 0) reasons.push("the same number");
  score += Math.max(0, count);
  against += Math.min(0, count);
  if (days > 0) reasons.push("the same days");
  let common = 0;
  for (const word of a.words) if (b.words.has(word)) common++;
  score += (deeds.words * common) / Math.max(4, Math.min(a.words.size, b.words.size));
  if (common > 1) reasons.push(`${common} words of the sentence alike`);
  return { score, against, reasons };
}
