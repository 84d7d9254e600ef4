import type { FigurePoint, FigureSeries, Happening, Holder, LedgerClaim } from "../../model/ledger.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { Told } from "../../model/story.ts";
import {
  type Count,
  contextOf,
  countedOf,
  dayOf,
  isAside,
  isBackground,
  isBareNumber,
  isPast,
  isVagueNumber,
} from "./count.ts";
import { thingSeries } from "./series.ts";

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

function countsOf(told: Told, happeningOf: ReadonlyMap<string, string>, held: readonly Held[]): readonly Count[] {
  return told.annotation.quantities.flatMap((quantity): readonly Count[] => {
    const counted = countedOf(quantity);
    if (counted === null || isAside(told, quantity, counted) || isBackground(told, quantity)) return [];
    if (counted.kind === "thing" && isVagueNumber(told, quantity)) return [];
    // The innermost claim that holds the number: the shortest stretch.
    const holding = held
      .filter(({ start, end }) => start <= quantity.start && quantity.end <= end)
      .toSorted((one, other) => one.end - one.start - (other.end - other.start))[0];
    const claim = holding?.claim ?? null;
    const event = told.annotation.events.find(({ id }) => id === quantity.event) ?? null;
    // Nobody dies of a meeting, though the headline tells of both.
    const isOf = event !== null && (event.class === "material" || counted.kind === "thing");
    const happening = isOf ? (happeningOf.get(`${told.document} ${event.id}`) ?? null) : null;
    return [
      {
        told,
        quantity,
        counted,
        happening,
        claim,
        holder: claim?.holder ?? publisherHolder(told),
        isNamedOnly: claim?.stance === "denies" || isPast(told, quantity),
        isBare: isBareNumber(told, quantity),
        day: dayOf(told, quantity),
        ...contextOf(told, quantity),
      },
    ];
  });
}

/** "Thirty" for "up to thirty" is no newer figure. */
const sameFigure = (a: Quantity, b: Quantity): boolean =>
  a.value === b.value && (a.value !== null || (a.low === b.low && a.high === b.high));

// One body may be read as of two kinds in two reports.
const isOne = (a: Holder, b: Holder): boolean => a.name === b.name && (a.kind === "unnamed") === (b.kind === "unnamed");

/** What is told in the same hour is told side by side; an update is of its own day. */
const timeOf = ({ told, day }: Count): string => {
  const published = told.annotation.meta.published ?? "";
  return day !== null && day > published.slice(0, 10) ? day : published;
};
const isLater = (a: Count, b: Count): boolean => timeOf(a) > timeOf(b);

/** Each holder's figure once, as it was first told; a newer one of the same holder supersedes it, and it stays. */
function seriesOf(points: readonly Count[]): FigureSeries["points"] | null {
  const kept: Count[] = [];
  for (const point of points.filter((one) => !one.isNamedOnly)) {
    const last = kept.findLast(({ holder }) => isOne(holder, point.holder));
    if (last && sameFigure(last.quantity, point.quantity)) continue;
    // A paper that repeats what somebody said adds no holder of its own.
    const isRepeat =
      point.holder.kind === "publisher" && kept.some(({ quantity }) => sameFigure(quantity, point.quantity));
    if (!isRepeat) kept.push(point);
  }
  const rows = kept.map((point): FigurePoint => {
    const next = kept.findIndex((later) => isOne(later.holder, point.holder) && isLater(later, point));
    const { value, low, high, bound, id } = point.quantity;
    return {
      document: point.told.document,
      quantity: id,
      holder: point.holder,
      claim: point.claim?.id ?? null,
      day: point.day,
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

/** Do reports or holders differ in the number, so that there is something to see? */
const isDisputed = (points: readonly FigurePoint[]): boolean =>
  (new Set(points.map(({ document }) => document)).size > 1 ||
    new Set(points.map(({ holder }) => holder.name)).size > 1) &&
  new Set(points.map(({ value, low, high }) => `${value} ${value === null ? [low, high] : ""}`)).size > 1;

/** The happening that most of the counts hang on. */
const mainOf = (counts: readonly Count[]): string | null => {
  const numbers = Map.groupBy(
    counts.flatMap(({ happening }) => (happening === null ? [] : [happening])),
    (happening) => happening,
  );
  return [...numbers].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? null;
};

/** The happening that each document tells most of: a count without an event is of that. */
function mostTold(happenings: readonly Happening[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, { readonly id: string; readonly told: number }>();
  for (const { id, places } of happenings)
    for (const [document, tellings] of Map.groupBy(places, (place) => place.document))
      if (tellings.length > (numbers.get(document)?.told ?? 0)) numbers.set(document, { id, told: tellings.length });
  return new Map([...numbers].map(([document, { id }]) => [document, id]));
}

/** Farther apart than this the days of two happenings make two tolls. */
const oneToll = 3;
const dayMs = 86_400_000;

/** Counts of one fate, a series for each toll: those of events on other days than the main one's stand apart. */
function tolls(counts: readonly Count[], happenings: readonly Happening[]): readonly (readonly Count[])[] {
  const main = mainOf(counts);
  const byId = new Map(happenings.map((one) => [one.id, one]));
  const startOf = (id: string | null): string | null => byId.get(id ?? "")?.date?.start ?? null;
  const isOther = (happening: string | null): boolean => {
    if (happening === null || happening === main || main === null) return false;
    const [day, mainDay] = [startOf(happening), startOf(main)];
    return day !== null && mainDay !== null && Math.abs(Date.parse(day) - Date.parse(mainDay)) > oneToll * dayMs;
  };
  const counting = new Set(counts.map(({ happening }) => happening));
  const told = mostTold(happenings.filter(({ id }) => counting.has(id)));
  return [
    ...Map.groupBy(counts, (count) => {
      const own = count.happening ?? told.get(count.told.document) ?? null;
      return isOther(own) ? own : main;
    }).values(),
  ];
}

/**
 * Counts over the documents of a story, in the order of joining: every value with its holder and the day it was told, and which newer one of the same
 * holder superseded it. What becomes of people makes a series for each toll; soldiers and goods make one where reports differ in their number.
 * Parts of a count, numbers that are named as past, and counts of long before the report are left out.
 */
export function figuresOf(
  happenings: readonly Happening[],
  claims: readonly LedgerClaim[],
  told: readonly Told[],
): readonly FigureSeries[] {
  const happeningOf = new Map(
    happenings.flatMap(({ id, places }) => places.map(({ document, event }) => [`${document} ${event}`, id] as const)),
  );
  const held = heldIn(claims);
  const counts = told.flatMap((one) => countsOf(one, happeningOf, held.get(one.document) ?? []));
  const byThing = Map.groupBy(counts, ({ counted }) => `${counted.kind} ${counted.name}`);
  return [...byThing.values()].flatMap((all) => {
    const { kind, name } = all[0]!.counted;
    const parts = kind === "fate" ? tolls(all, happenings) : thingSeries(all);
    return parts.flatMap((part): readonly FigureSeries[] => {
      const points = seriesOf(part);
      if (points === null || (kind === "thing" && !isDisputed(points))) return [];
      return [{ happening: mainOf(part), of: name, unit: part[0]!.quantity.unit, points }];
    });
  });
}
