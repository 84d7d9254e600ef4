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
    // The innermost claim that holds the number, or begins to ("put the number at between 11,000" and 13,000): the shortest stretch.
    const holding = held
      .filter(({ start, end }) => start <= quantity.start && quantity.start < end)
      .toSorted((one, other) => one.end - one.start - (other.end - other.start))[0];
    const isKnown = holding !== undefined && isTakenAsKnown(told, quantity, holding.start);
    const claim = isKnown ? null : (holding?.claim ?? null);
    const isOwn = isOwnEarlier(told, quantity);
    const isBefore = isEarlier(told, quantity);
    const isReplaced = isPast(told, quantity);
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
/** Superseding goes forwards in time only; in one report a number told as of before comes first. */
const isLater = (a: Count, b: Count): boolean =>
  !a.isEarlier && (b.isEarlier ? a.told === b.told || timeOf(a) >= timeOf(b) : timeOf(a) > timeOf(b));

const sentenceOf = ({ told: { annotation }, sentence }: Count): string =>
  annotation.text.slice(sentence, lookupOf(annotation).sentenceAt(sentence)?.[1] ?? sentence);

/** Has the figure been told before it: by the same holder last or in the same sentence, by anybody where a paper repeats it or tells what was said earlier? */
function isToldBefore(kept: readonly Count[], point: Count): boolean {
  const last = kept.findLast(({ holder }) => isOne(holder, point.holder));
  if (last && sameFigure(last.quantity, point.quantity)) return true;
  const same = kept.filter(({ quantity }) => sameFigure(quantity, point.quantity));
  if (point.holder.kind === "publisher" || point.isEarlier) return same.length > 0;
  return same.some((one) => isOne(one.holder, point.holder) && sentenceOf(one) === sentenceOf(point));
}

/** So near in a text, in units, a number stands to the one that it replaces: "eleven, and not twelve as first told". */
const besideReach = 250;

/** Numbers that a report itself puts in the place of another: `by` stands beside `old`. */
const replacements = (
  points: readonly Count[],
  kept: readonly Count[],
): readonly { readonly old: Count; readonly by: Count }[] =>
  points
    .filter((one) => one.isReplaced)
    .flatMap((old) =>
      kept
        .filter(
          (by) =>
            by !== old &&
            !by.isEarlier &&
            by.told === old.told &&
            Math.abs(by.quantity.start - old.quantity.start) < besideReach,
        )
        .slice(0, 1)
        .map((by) => ({ old, by })),
    );

/** Each holder's figure once, as it was first told; a newer one of the same holder, or one that names it as past, supersedes it, and it stays. */
function seriesOf(points: readonly Count[]): FigureSeries["points"] | null {
  const all: Count[] = [];
  for (const point of points.filter((one) => !one.isNamedOnly)) if (!isToldBefore(all, point)) all.push(point);
  const replaced = replacements(points, all);
  const nextOf = (point: Count, kept: readonly Count[]): number => {
    const later = kept.filter((one) => isLater(one, point));
    const own = later
      .filter(({ holder }) => isOne(holder, point.holder))
      .toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0));
    const by = replaced.find((one) => sameFigure(one.old.quantity, point.quantity) && later.includes(one.by));
    return kept.indexOf(own[0] ?? by?.by ?? point);
  };
  // What was said earlier is there to show what took its place.
  const known = all.filter((point) => !point.isEarlier || all[nextOf(point, all)] !== point);
  // Right before what took its place.
  const kept = known
    .filter((point) => !point.isEarlier)
    .flatMap((point) => [...known.filter((one) => one.isEarlier && known[nextOf(one, known)] === point), point]);
  const rows = kept.map((point, at): FigurePoint => {
    const next = nextOf(point, kept);
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
      supersededBy: next === at ? null : next,
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
