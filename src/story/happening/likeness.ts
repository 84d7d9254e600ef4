import type { DayRange } from "../../model/document.ts";
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
/** What is told without a day is of the days before the report; a day earlier than that is another event's. */
const farthestFromReport = 8;

const publishedOf = ({ told }: EventTelling): DayRange | null => told.annotation.meta.publishedRange;

/** Can the two be on one day? */
function daysFit(a: EventTelling, b: EventTelling): boolean {
  if (a.days && b.days) return daysApart(a.days, b.days) <= farthestDays;
  const [dated, other] = a.days ? [a, b] : [b, a];
  const published = publishedOf(other);
  if (!dated.days || !published) return true;
  return daysApart(dated.days, published) <= farthestFromReport;
}

/** How like two tellings are, and why; null where they cannot be of one event. */
export interface EventLikeness {
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Likeness from which on two tellings are of one event. */
export const joinFrom = 0.5;

/**
 * How surely two tellings are of one event: kind of deed, who, to whom, where, when, and the other words of their sentences, with hand-set weights
 * (as in the pairwise models of event coreference, Bejan and Harabagiu 2010). Who, whom and where count against it where both tell them and nothing fits.
 */
export function eventLikeness(a: EventTelling, b: EventTelling): EventLikeness | null {
  const sameFamily = a.stem === b.stem || (a.family !== null && a.family === b.family);
  const sameType = a.event.type !== null && a.event.type === b.event.type;
  if ((!sameFamily && !sameType) || !daysFit(a, b)) return null;
  const reasons: string[] = [sameFamily ? `${a.trigger} and ${b.trigger}` : `both ${a.event.type}`];
  let score = sameFamily ? 0.34 : 0.14;
  for (const [one, other, what, weight] of [
    [a.actors, b.actors, "the same actor", 0.18],
    [a.recipients, b.recipients, "done to the same", 0.18],
    [a.places, b.places, "the same place", 0.22],
  ] as const) {
    if (one.size === 0 || other.size === 0) continue;
    if (sharesOne(one, other)) {
      score += weight;
      reasons.push(what);
    } else score -= weight * 0.8;
  }
  if (a.places.size > 0 && b.countries.size > 0 && a.countries.size > 0 && !sharesOne(a.countries, b.countries))
    score -= 0.2;
  if (a.days && b.days) {
    score += 0.14;
    reasons.push("the same days");
  }
  let common = 0;
  for (const word of a.words) if (b.words.has(word)) common++;
  const share = common / Math.max(4, Math.min(a.words.size, b.words.size));
  score += 0.6 * share;
  if (common > 1) reasons.push(`${common} words of the sentence alike`);
  return { score, reasons };
}
