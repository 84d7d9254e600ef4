import type { FigurePoint, FigureSeries, Happening, Holder, LedgerClaim } from "../../model/ledger.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { Told } from "../../model/story.ts";

/** What is counted of people and things in a crisis; other numbers (metres, prices, shares) make no series. */
const counted = new Set(
  "killed wounded missing detained displaced rescued released evacuated deployed dead injured arrested captured".split(
    " ",
  ),
);
/** Words for one count. */
const alike: Readonly<Record<string, string>> = { dead: "killed", injured: "wounded", arrested: "detained" };

interface Point {
  readonly told: Told;
  readonly quantity: Quantity;
  readonly of: string;
  readonly happening: string | null;
  readonly claim: LedgerClaim | null;
  readonly holder: Holder;
}

const publisherHolder = ({ publisher }: Told): Holder => ({
  name: publisher ?? "a report without a publisher",
  kind: "publisher",
  country: null,
  public: true,
});

/** A stretch of a document that tells a claim. */
interface Held {
  readonly claim: LedgerClaim;
  readonly start: number;
  readonly end: number;
}

/** The stretches of each document that tell claims. */
const heldIn = (claims: readonly LedgerClaim[]): ReadonlyMap<string, readonly Held[]> =>
  Map.groupBy(
    claims.flatMap((claim) =>
      claim.places.flatMap(({ document, spans }) => spans.map(([start, end]) => ({ claim, start, end, document }))),
    ),
    ({ document }) => document,
  );

function pointsOf(told: Told, happeningOf: ReadonlyMap<string, string>, held: readonly Held[]): readonly Point[] {
  return told.annotation.quantities.flatMap((quantity): readonly Point[] => {
    const of = quantity.of === null ? null : (alike[quantity.of] ?? quantity.of);
    if (of === null || !counted.has(quantity.of ?? "")) return [];
    // The innermost claim that holds the number: the shortest stretch.
    const holding = held
      .filter(({ start, end }) => start <= quantity.start && quantity.end <= end)
      .toSorted((one, other) => one.end - one.start - (other.end - other.start))[0];
    const claim = holding?.claim ?? null;
    const happening = quantity.event === null ? null : (happeningOf.get(`${told.document} ${quantity.event}`) ?? null);
    return [{ told, quantity, of, happening, claim, holder: claim?.holder ?? publisherHolder(told) }];
  });
}

const sameFigure = (a: Quantity, b: Quantity): boolean =>
  a.value === b.value && a.low === b.low && a.high === b.high && a.bound === b.bound;

const isOne = (a: Holder, b: Holder): boolean => a.name === b.name && a.kind === b.kind;

const isLater = (a: Told, b: Told): boolean =>
  (a.annotation.meta.published ?? "") > (b.annotation.meta.published ?? "");

const dayOf = ({ told }: Point): string | null => told.annotation.meta.published?.slice(0, 10) ?? null;

/** Each holder's figure once, as it was first told; a newer one of the same holder supersedes it, and it stays. */
function seriesOf(points: readonly Point[]): FigureSeries["points"] | null {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.findLast(({ holder }) => isOne(holder, point.holder));
    if (last && sameFigure(last.quantity, point.quantity)) continue;
    // A paper that repeats what somebody said adds no holder of its own.
    const isRepeat =
      point.holder.kind === "publisher" && kept.some(({ quantity }) => sameFigure(quantity, point.quantity));
    if (!isRepeat) kept.push(point);
  }
  const rows = kept.map((point): FigurePoint => {
    // What is told in the same hour is told side by side.
    const next = kept.findIndex((later) => isOne(later.holder, point.holder) && isLater(later.told, point.told));
    const { value, low, high, bound, id } = point.quantity;
    return {
      document: point.told.document,
      quantity: id,
      holder: point.holder,
      claim: point.claim?.id ?? null,
      day: dayOf(point),
      value,
      low,
      high,
      bound,
      supersededBy: next < 0 ? null : next,
    };
  });
  const [first, ...rest] = rows;
  return first ? [first, ...rest] : null;
}

/** Joined where the counts of a story come without an event, or with one that nobody else tells. */
const mainOf = (points: readonly Point[]): string | null => {
  const counts = new Map<string, number>();
  for (const { happening } of points) if (happening !== null) counts.set(happening, (counts.get(happening) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};

/**
 * Counts of people over the documents of a story, one series for each thing counted, in the order of joining: every value with its holder and the day it was
 * told, and which newer one of the same holder superseded it. Counts of events that lie on other days than the rest make series of their own.
 */
export function figuresOf(
  happenings: readonly Happening[],
  claims: readonly LedgerClaim[],
  told: readonly Told[],
): readonly FigureSeries[] {
  const happeningOf = new Map(
    happenings.flatMap(({ id, places }) => places.map(({ document, event }) => [`${document} ${event}`, id] as const)),
  );
  const dated = new Map(happenings.map(({ id, date }) => [id, date]));
  const held = heldIn(claims);
  const points = told.flatMap((one) => pointsOf(one, happeningOf, held.get(one.document) ?? []));
  const byThing = Map.groupBy(points, ({ of }) => of);
  return [...byThing].flatMap(([of, all]) => {
    const main = mainOf(all);
    const isOther = ({ happening }: Point): boolean => {
      if (happening === null || happening === main || main === null) return false;
      const [date, mainDate] = [dated.get(happening)?.start ?? null, dated.get(main)?.start ?? null];
      return date !== null && mainDate !== null && Math.abs(Date.parse(date) - Date.parse(mainDate)) > 3 * 86_400_000;
    };
    const groups = Map.groupBy(all, (point) => (isOther(point) ? point.happening : main));
    return [...groups].flatMap(([happening, held]) => {
      const series = seriesOf(held);
      return series ? [{ happening, of, unit: held[0]!.quantity.unit, points: series }] : [];
    });
  });
}
