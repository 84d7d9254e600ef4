import type { Holder } from "../../model/ledger.ts";
import type { Quantity } from "../../model/quantity.ts";
import { lookupOf } from "../lookup.ts";
import type { Count } from "./count.ts";

/** The same for one figure: "thirty" for "up to thirty" is no newer one. */
const figureOf = ({ value, low, high }: Quantity): string => (value !== null ? `${value}` : `${low} to ${high}`);

/** The same for one holder: one body may be read as of two kinds in two reports. */
const holderOf = ({ name, kind }: Holder): string => `${kind === "unnamed" ? "unnamed" : "named"} ${name}`;

/** What is told in the same hour is told side by side; an update is of its own day. */
const timeOf = ({ told, day }: Count): string => {
  const published = told.annotation.meta.published ?? "";
  return day !== null && day > published.slice(0, 10) ? day : published;
};

const sentenceOf = ({ told: { annotation }, sentence }: Count): string =>
  annotation.text.slice(sentence, lookupOf(annotation).sentenceAt(sentence)?.[1] ?? sentence);

/** Each holder's figure once, as it was first told: not again from the same sentence, and not where a paper repeats it or tells what was said earlier. */
function firstTold(points: readonly Count[]): readonly Count[] {
  const last = new Map<string, string>();
  const figures = new Set<string>();
  const sentences = new Set<string>();
  return points.filter((point) => {
    const [holder, figure] = [holderOf(point.holder), figureOf(point.quantity)];
    const sentence = `${holder} ${figure} ${sentenceOf(point)}`;
    // A paper that repeats what somebody said adds no holder of its own.
    const isRepeat = (point.holder.kind === "publisher" || point.isEarlier) && figures.has(figure);
    if (last.get(holder) === figure || isRepeat || sentences.has(sentence)) return false;
    last.set(holder, figure);
    figures.add(figure);
    sentences.add(sentence);
    return true;
  });
}

/** So near in a text, in units, a number stands to the one that it replaces: "eleven, and not twelve as first told". */
const besideReach = 250;

/** Gives the first of the figures beside a count in its report that may have taken its place; null where none stands there. */
function beside(kept: readonly Count[]): (old: Count) => Count | null {
  const cell = ({ told, quantity }: Count, step: number): string =>
    `${told.document} ${Math.floor(quantity.start / besideReach) + step}`;
  const cells = Map.groupBy(
    kept.filter((one) => !one.isEarlier),
    (one) => cell(one, 0),
  );
  return (old) =>
    [-1, 0, 1]
      .flatMap((step) => cells.get(cell(old, step)) ?? [])
      .find((by) => by !== old && Math.abs(by.quantity.start - old.quantity.start) < besideReach) ?? null;
}

/** The first of `sorted`, by time, that is later than `point`; what is told as of before is older than all of its own day. */
function laterThan(sorted: readonly Count[] | undefined, point: Count): Count | null {
  const time = timeOf(point);
  let [low, high] = [0, sorted?.length ?? 0];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = timeOf(sorted![middle]!);
    if (other > time || (point.isEarlier && other === time)) high = middle;
    else low = middle + 1;
  }
  return sorted?.[low] ?? null;
}

const byTime = (a: Count, b: Count): number => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0);

/** A figure of a series, and the newer one that supersedes it. */
export interface Standing {
  readonly count: Count;
  readonly next: Count | null;
}

/**
 * Each holder's figure once, with the one that supersedes it: the next newer of the same holder, or one that a report puts in its place ("raising the toll
 * from one"). Superseding goes forwards in time only. What is told as of before stands right before what took its place, and is left out where nothing did.
 */
export function standingsOf(points: readonly Count[]): readonly Standing[] {
  const all = firstTold(points.filter((one) => !one.isNamedOnly));
  const bySide = beside(all);
  const current = all.filter((one) => !one.isEarlier).toSorted(byTime);
  const ofHolder = Map.groupBy(current, ({ holder }) => holderOf(holder));
  const replacing = new Map(
    [
      ...Map.groupBy(
        points.filter((one) => one.isReplaced),
        ({ quantity }) => figureOf(quantity),
      ),
    ].map(([figure, old]) => [figure, [...new Set(old.map(bySide))].filter((by) => by !== null).toSorted(byTime)]),
  );
  const standings = all.map((count): Standing => {
    const own = laterThan(ofHolder.get(holderOf(count.holder)), count);
    const put = count.isEarlier ? bySide(count) : laterThan(replacing.get(figureOf(count.quantity)), count);
    return { count, next: own ?? put };
  });
  const earlier = Map.groupBy(
    standings.filter(({ count }) => count.isEarlier),
    ({ next }) => next,
  );
  return standings
    .filter(({ count }) => !count.isEarlier)
    .flatMap((standing) => [...(earlier.get(standing.count) ?? []), standing]);
}
