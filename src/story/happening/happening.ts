import type { DatedRange } from "../../model/document.ts";
import type { Happening, HappeningPlace, HeldValue, LedgerClaim } from "../../model/ledger.ts";
import type { SpellingRow } from "../../model/lexicon.ts";
import type { Told } from "../../model/story.ts";
import { conflictsOf } from "./conflict.ts";
import { eventLikeness, isShort, joinFrom } from "./likeness.ts";
import { type EventTelling, nameKeys, tellingsOf } from "./telling.ts";

interface Open {
  readonly tellings: EventTelling[];
  readonly reasons: Map<EventTelling, string>;
}

/** So many of the happenings that share a word, a family or a type are looked at, the newest first. */
const mostCandidates = 60;
/** Of a happening, so many tellings speak for it: the first ones tell it most fully. */
const mostCompared = 6;

/** What another telling must share with one to be compared with it. */
const keysOf = ({ stem, family, event }: EventTelling): readonly string[] => [
  `stem ${stem}`,
  ...(family === null ? [] : [`family ${family}`]),
  ...(event.type === null ? [] : [`type ${event.type}`]),
];

/** Happenings by what their tellings share, those begun first in front. */
type Index = Map<string, Open[]>;

function join(index: Index, open: Open, telling: EventTelling, why: string): void {
  open.tellings.push(telling);
  open.reasons.set(telling, why);
  for (const key of keysOf(telling)) {
    const held = index.get(key);
    if (!held) index.set(key, [open]);
    else if (!held.includes(open)) held.push(open);
  }
}

const candidatesIn = (index: Index, telling: EventTelling): ReadonlySet<Open> =>
  new Set(keysOf(telling).flatMap((key) => (index.get(key) ?? []).slice(-mostCandidates)));

/**
 * The happening that a telling is likest to; null where none is like enough. What speaks for it is taken of the likest telling, what speaks against it of the
 * unlikest: what names nobody and no place is like all, and must not join what happened in two places.
 */
function nearest(telling: EventTelling, open: Iterable<Open>): { readonly at: Open; readonly why: string } | null {
  let best: { at: Open; score: number; why: string } | null = null;
  for (const at of open) {
    const compared = at.tellings.slice(0, mostCompared).map((other) => eventLikeness(other, telling));
    const found = compared.filter((one) => one !== null).toSorted((a, b) => b.score - a.score)[0];
    if (!found || compared.some((one) => one === null)) continue;
    const score = found.score + Math.min(...compared.map((one) => one!.against));
    if (score < joinFrom || (best !== null && score <= best.score)) continue;
    best = { at, score, why: found.reasons.join(", ") };
  }
  return best;
}

/** How much a telling says of its event. */
const fullness = ({ actors, recipients, places, days }: EventTelling): number =>
  Math.min(1, actors.size) +
  Math.min(1, recipients.size) +
  Math.min(1, places.size) +
  (days !== null && isShort(days) ? 1 : 0);

/** Names in the order of how many tellings have them. */
function commonest(maps: readonly ReadonlyMap<string, string>[]): readonly string[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const map of maps)
    for (const [key, name] of map) {
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { name, count: 1 });
    }
  return [...counts.values()]
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

/** The narrowest days that a telling gives; the first printed decides between equally narrow ones. */
function dateOf(tellings: readonly EventTelling[]): DatedRange | null {
  const length = ({ days }: EventTelling): number => (days ? Date.parse(days[1]) - Date.parse(days[0]) : Infinity);
  return tellings.toSorted((a, b) => length(a) - length(b))[0]?.event.date ?? null;
}

/** Gives the claim that carries a telling; null for none. */
function claimFinder(claims: readonly LedgerClaim[]): (telling: EventTelling) => string | null {
  const byPlace = new Map(
    claims.flatMap(({ id, places }) => places.map((place) => [`${place.document} ${place.attribution}`, id] as const)),
  );
  return ({ told, event }) =>
    event.attribution === null ? null : (byPlace.get(`${told.document} ${event.attribution}`) ?? null);
}

function happeningOf({ tellings, reasons }: Open, at: number, claimOf: ReturnType<typeof claimFinder>): Happening {
  const places = tellings.map(
    (telling, place): HappeningPlace => ({
      document: telling.told.document,
      event: telling.event.id,
      realis: telling.event.realis,
      factuality: telling.event.factuality,
      claim: claimOf(telling),
      reason: place === 0 ? "the first that tells of it" : (reasons.get(telling) ?? ""),
    }),
  );
  const conflicts: readonly HeldValue[] = conflictsOf(tellings);
  return {
    id: `h${at + 1}`,
    type: tellings.find(({ event }) => event.type !== null)?.event.type ?? null,
    actors: commonest(tellings.map(({ actors }) => actors)),
    recipients: commonest(tellings.map(({ recipients }) => recipients)),
    place: commonest(tellings.map((one) => one.places))[0] ?? null,
    date: dateOf(tellings),
    places: [places[0]!, ...places.slice(1)],
    conflicts,
  };
}

/**
 * Event mentions of the documents of a story that are one event, joined: those that tell most come first, each goes to the happening that it is likest to,
 * and begins one of its own where none is like enough. Verbs of speech are claims and stay out. `told` stands in the order of joining, and so do the
 * happenings and their places. Grows with the number of mentions times the happenings of one kind (bounded).
 */
export function happeningsOf(
  told: readonly Told[],
  claims: readonly LedgerClaim[],
  spellings: readonly SpellingRow[],
): readonly Happening[] {
  const keyOf = nameKeys(spellings);
  const tellings = told.flatMap((one) => tellingsOf(one, keyOf));
  const index: Index = new Map();
  const all: Open[] = [];
  for (const telling of tellings.toSorted((a, b) => fullness(b) - fullness(a))) {
    const found = nearest(telling, candidatesIn(index, telling));
    if (found) join(index, found.at, telling, found.why);
    else {
      const open: Open = { tellings: [], reasons: new Map() };
      all.push(open);
      join(index, open, telling, "tells most of it");
    }
  }
  const order = new Map(tellings.map((telling, at) => [telling, at]));
  const placed = all
    .map((open) => ({ ...open, tellings: open.tellings.toSorted((a, b) => order.get(a)! - order.get(b)!) }))
    .toSorted((a, b) => order.get(a.tellings[0]!)! - order.get(b.tellings[0]!)!);
  const claimOf = claimFinder(claims);
  return placed.map((one, at) => happeningOf(one, at, claimOf));
}
