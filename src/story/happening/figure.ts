import type { FigurePoint, FigureSeries, Happening, Holder, LedgerClaim } from "../../model/ledger.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { Told } from "../../model/story.ts";
import { lookupOf } from "../lookup.ts";
import {
  type Count,
  contextOf,
  countedOf,
  dayOf,
  isAside,
  isBackground,
  isBareNumber,
  isNegated,
  isPast,
  isVagueNumber,
} from "./count.ts";
import { isEarlier, isOwnEarlier, isTakenAsKnown } from "./earlier.ts";
import { byGroup } from "./group.ts";
import { thingSeries } from "./series.ts";
import { standingsOf } from "./supersede.ts";

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
  /** Which stretch of the story it is. */
  readonly place: number;
}

/** The stretches of each document that tell claims. */
const heldIn = (claims: readonly LedgerClaim[]): ReadonlyMap<string, readonly Held[]> =>
  Map.groupBy(
    claims
      .flatMap((claim) =>
        claim.places.flatMap(({ document, spans }) => spans.map(([start, end]) => ({ claim, start, end, document }))),
      )
      .map((one, place) => ({ ...one, place })),
    ({ document }) => document,
  );

/** Gives the innermost of the stretches that hold a quantity, or begin to ("put the number at between 11,000" and 13,000): the shortest, of equal ones the first; null where none does. */
function innermostOf(held: readonly Held[]): (quantity: Quantity) => Held | null {
  const sorted = held.toSorted((one, other) => one.start - other.start);
  // How far the stretches reach that begin up to here: where no earlier one reaches a quantity, none is looked at.
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return ({ start }) => {
    let at = sorted.length;
    let low = 0;
    while (low < at) {
      const middle = (low + at) >> 1;
      if (sorted[middle]!.start <= start) low = middle + 1;
      else at = middle;
    }
    let found: Held | null = null;
    for (let one = at - 1; one >= 0 && reach[one]! > start; one--) {
      const candidate = sorted[one]!;
      if (candidate.end <= start) continue;
      const shorter = candidate.end - candidate.start - (found === null ? Infinity : found.end - found.start);
      if (shorter < 0 || (shorter === 0 && candidate.place < found!.place)) found = candidate;
    }
    return found;
  };
}

function countsOf(told: Told, happeningOf: ReadonlyMap<string, string>, held: readonly Held[]): readonly Count[] {
  const innermost = innermostOf(held);
  return told.annotation.quantities.flatMap((quantity): readonly Count[] => {
    const counted = countedOf(quantity);
    if (counted === null || isAside(told, quantity, counted) || isBackground(told, quantity)) return [];
    if (counted.kind === "thing" && isVagueNumber(told, quantity)) return [];
    const holding = innermost(quantity);
    const isKnown = holding !== null && isTakenAsKnown(told, quantity, holding.start);
    const claim = isKnown ? null : (holding?.claim ?? null);
    const isOwn = isOwnEarlier(told, quantity);
    const isBefore = isEarlier(told, quantity);
    const isReplaced = isPast(told, quantity);
    const event = lookupOf(told.annotation).events.get(quantity.event ?? "") ?? null;
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
        holder: isOwn ? publisherHolder(told) : (claim?.holder ?? publisherHolder(told)),
        isNamedOnly: claim?.stance === "denies" || isReplaced || isNegated(told, quantity),
        isReplaced: isReplaced || isBefore,
        isEarlier: isBefore,
        isBare: isBareNumber(told, quantity),
        day: isBefore ? null : dayOf(told, quantity),
        ...contextOf(told, quantity),
      },
    ];
  });
}

/** The points of a series, each with the place of the one that superseded it; null for none. */
function seriesOf(counts: readonly Count[]): FigureSeries["points"] | null {
  const standings = standingsOf(counts);
  const places = new Map(standings.map(({ count }, at) => [count, at]));
  const rows = standings.map(({ count, next }): FigurePoint => {
    const { value, low, high, bound, id } = count.quantity;
    return {
      document: count.told.document,
      quantity: id,
      holder: count.holder,
      claim: count.claim?.id ?? null,
      day: count.day,
      value,
      low,
      high,
      bound,
      supersededBy: next === null ? null : (places.get(next) ?? null),
    };
  });
  const [first, ...rest] = rows;
  return first ? [first, ...rest] : null;
}

const nobody = new Set(["other", "person", "body", "death", "casualty", "victim"]);

/** Who is counted, by the first noun that says more than that they are people. */
const unitOf = (part: readonly Count[]): string | null =>
  part
    .map(({ quantity, isBare }) => (isBare ? null : quantity.unit))
    .find((unit) => unit !== null && !nobody.has(unit)) ?? null;

/** Do reports or holders differ in the number, so that there is something to see? */
const isDisputed = (points: readonly FigurePoint[]): boolean =>
  (new Set(points.map(({ document }) => document)).size > 1 ||
    new Set(points.map(({ holder }) => holder.name)).size > 1 ||
    points.some(({ supersededBy }) => supersededBy !== null)) &&
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
    const parts = kind === "fate" ? byGroup(all).flatMap((group) => tolls(group, happenings)) : thingSeries(all);
    return parts.flatMap((part): readonly FigureSeries[] => {
      const points = seriesOf(part);
      if (points === null || (kind === "thing" && !isDisputed(points))) return [];
      return [{ happening: mainOf(part), of: name, unit: kind === "thing" ? null : unitOf(part), points }];
    });
  });
}
