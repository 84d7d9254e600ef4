import type { DatedRange } from "../../model/document.ts";
import type { Happening, HappeningPlace, HeldValue, LedgerClaim } from "../../model/ledger.ts";
import type { SpellingRow } from "../../model/lexicon.ts";
import type { Told } from "../../model/story.ts";
import { conflictsOf } from "./conflict.ts";
import { eventLikeness, joinFrom } from "./likeness.ts";
import { type EventTelling, nameKeys, tellingsOf } from "./telling.ts";

interface Open {
  readonly tellings: EventTelling[];
  readonly reasons: string[];
}

/** So many of the happenings that share a kind of deed are looked at, the newest first. */
const mostCandidates = 60;
/** Of a happening, so many tellings speak for it: the first ones tell it most fully. */
const mostCompared = 6;

/** The happening that a telling is likest to; null where none is like enough. */
function nearest(telling: EventTelling, open: readonly Open[]): { readonly at: Open; readonly why: string } | null {
  let best: { at: Open; score: number; why: string } | null = null;
  for (const at of open.slice(-mostCandidates)) {
    const compared = at.tellings.slice(0, mostCompared).map((other) => eventLikeness(other, telling));
    if (compared.some((one) => one === null)) continue;
    const found = compared.filter((one) => one !== null).toSorted((a, b) => b.score - a.score)[0];
    if (!found || found.score < joinFrom || (best !== null && found.score <= best.score)) continue;
    best = { at, score: found.score, why: found.reasons.join(", ") };
  }
  return best;
}

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
      reason: reasons[place] ?? "",
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
 * Event mentions of the documents of a story that are one event, joined: each goes to the happening that it is likest to, in the order of the documents,
 * and begins one of its own where none is like enough. Verbs of speech are claims and stay out. `told` stands in the order of joining.
 * Grows with the number of mentions times the happenings of one kind (bounded).
 */
export function happeningsOf(
  told: readonly Told[],
  claims: readonly LedgerClaim[],
  spellings: readonly SpellingRow[],
): readonly Happening[] {
  const keyOf = nameKeys(spellings);
  const open: Open[] = [];
  for (const one of told)
    for (const telling of tellingsOf(one, keyOf)) {
      const found = nearest(telling, open);
      if (found) {
        found.at.tellings.push(telling);
        found.at.reasons.push(found.why);
      } else open.push({ tellings: [telling], reasons: ["the first that tells of it"] });
    }
  const claimOf = claimFinder(claims);
  return open.map((one, at) => happeningOf(one, at, claimOf));
}
