import type { IsoDay } from "../../model/document.ts";
import type { DayClue, DayPlace, DayTrust } from "./clue.ts";

/**
 * The order in which places are asked for the day of publication:
 * 1. stated: a field that says it is the day of publication (JSON-LD, `meta`, microdata, RDFa);
 * 2. printed: words by the headline that say so ("Published: 12 November 2021");
 * 3. address: the page's own address;
 * 4. near: a day that stands by the headline or in the article's head and does not say what it is;
 * 5. general: a field that only says "date", which on many pages is the day of the last change, or of the last delivery;
 * 6. anywhere: a stamp elsewhere on the page;
 * 7. other: a field of a script, a day of something else about the page, such as its making.
 */
const trusts: readonly DayTrust[] = ["stated", "printed", "address", "near", "general", "anywhere", "other"];

const dayOf = (iso: string): IsoDay => iso.slice(0, 10);
const daysBetween = (one: IsoDay, other: IsoDay): number => Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;

/** No page of the web is older, and none is from so far ahead. */
const isLikely = (day: IsoDay, latest: IsoDay | null): boolean =>
  day >= "1990-01-01" && day < "2100-01-01" && (latest === null || daysBetween(day, latest) <= 1 || day <= latest);

const utcForm = /T(\d{2}):.{0,20}?(?:\d|Z|[+-]00:?00)$/i;

/** A time in a zone other than UTC names the outlet's own day. */
const hasOwnZone = (stamp: string): boolean => /[+-](?!00:?00)\d{2}:?\d{2}$/.test(stamp.slice(11));

/** Can `stamp`, a day or a time without a zone of its own, be a moment of the day `own` in a zone 10 hours earlier (Hawaii) to 13 later (New Zealand) than UTC? */
function isSameMoment(stamp: string, own: IsoDay): boolean {
  const day = dayOf(stamp);
  if (daysBetween(day, own) > 1) return false;
  if (stamp.length === 10) return true;
  const hour = Number(utcForm.exec(stamp)?.[1] ?? 12);
  return own < day ? hour < 10 : hour >= 11;
}

/** The first clue of `trust` that `isFit` accepts, in the order of the places. */
function firstOf(places: readonly DayPlace[], trust: DayTrust, isFit: (clue: DayClue) => boolean): DayClue | null {
  for (const place of places) {
    const found = place.trusts.includes(trust)
      ? place.clues().find((clue) => clue.trust === trust && isFit(clue))
      : undefined;
    if (found !== undefined) return found;
  }
  return null;
}

/** The first of the surest clues that `isFit` accepts. */
function surestOf(places: readonly DayPlace[], isFit: (clue: DayClue) => boolean): DayClue | null {
  for (const trust of trusts) {
    const found = firstOf(places, trust, isFit);
    if (found !== null) return found;
  }
  return null;
}

/**
 * The best clue of when the page was published; null where there is none. `latest` is the day of capture, where it is known: no page is from after it.
 * Places are read in the order of their trust, and none after the answer is known.
 *
 * Conflicts: the surer place wins, and of two alike the first in page order. Where a time stamp in UTC and the address, or a day that is printed as that
 * of publication, are one day apart as zones can make them, the outlet's own day is taken, without a time.
 */
export function publishedOf(places: readonly DayPlace[], latest: IsoDay | null): DayClue | null {
  const isFit = (clue: DayClue): boolean => clue.role === "published" && isLikely(dayOf(clue.value), latest);
  const best = surestOf(places, isFit);
  if (best === null || best.trust !== "stated" || hasOwnZone(best.value)) return best;
  const own = firstOf(places, "address", isFit) ?? firstOf(places, "printed", isFit);
  if (own === null || dayOf(own.value) === dayOf(best.value)) return best;
  return isSameMoment(best.value, dayOf(own.value)) ? own : best;
}

/** The surest clue of the last change that is not before `published`; null where there is none. */
export const modifiedOf = (places: readonly DayPlace[], published: string | null): DayClue | null =>
  surestOf(
    places,
    ({ role, value }) =>
      role === "modified" && isLikely(dayOf(value), null) && (published === null || dayOf(value) >= dayOf(published)),
  );
