import type { Block } from "../../model/block.ts";
import { isoDayOf } from "../../model/day.ts";
import type { DayRange, GivenMeta, IsoDay, PublishedBy } from "../../model/document.ts";
import type { Dateline } from "../dateline.ts";
import type { NumberOrder } from "../day-form.ts";
import { captureDayOf, dayInUrl, monthInUrl } from "../url-day.ts";
import { type DayClue, type DayPlace, dayPlace } from "./clue.ts";
import { latestPastDay, printedDays } from "./printed-day.ts";
import { modifiedOf, publishedOf } from "./published.ts";

/** When a document was published and changed, and how that is known. */
export interface Publication {
  readonly published: string | null;
  readonly publishedBy: PublishedBy | null;
  readonly publishedRange: DayRange | null;
  readonly modified: string | null;
  readonly notBefore: IsoDay | null;
  /** Where `published`, or the range where there is no day, was read; null where there is neither. */
  readonly by: string | null;
  readonly modifiedBy: string | null;
}

/** What a publication is read from beside the text. */
export interface PublicationInput {
  readonly given: GivenMeta;
  /** The page's own address; null where it names none. */
  readonly url: string | null;
  readonly days: readonly DayPlace[];
  readonly order: NumberOrder;
  readonly dateline: Dateline | null;
}

const dayOf = (iso: string): IsoDay => iso.slice(0, 10);

const addressClues = (urls: readonly (string | null)[]): readonly DayClue[] =>
  urls.flatMap((url) => {
    const day = url === null ? null : dayInUrl(url);
    return day === null ? [] : [{ value: day, by: "url", role: "published", trust: "address" } as const];
  });

/** The day of a dateline without a year in the year that brings it nearest to `other`, half a year off at most. */
function nearestYear([month, day]: readonly [number, number], other: IsoDay): IsoDay | null {
  const year = Number(other.slice(0, 4));
  const [nearest = null] = [year - 1, year, year + 1]
    .map((each) => isoDayOf(each, month, day))
    .filter((each) => each !== null)
    .map((each) => ({ each, far: Math.abs(Date.parse(each) - Date.parse(other)) }))
    .filter(({ far }) => far < 183 * 86_400_000)
    .sort((one, another) => one.far - another.far);
  return nearest?.each ?? null;
}

type Found = Pick<Publication, "published" | "publishedBy" | "publishedRange" | "by">;
const found = (published: string, publishedBy: PublishedBy, by: string): Found => ({
  published,
  publishedBy,
  publishedRange: [dayOf(published), dayOf(published)],
  by,
});
const rangeFound = (first: IsoDay, last: IsoDay, by: string): Found | null =>
  first <= last ? { published: null, publishedBy: "inferred", publishedRange: [first, last], by } : null;

/**
 * The publication of a page: the day that was given; else that of the page's fields and stamps (`publishedOf`); else that of its dateline, whose year is told by
 * another day on the page where it lacks one. Failing all, `publishedBy` is "inferred": from a day that stands beside the report or of something else about the page, from the day of the last change, from the month in its
 * address, or as the range between the latest past day that the text names in full and its capture. Null where not even that is known.
 */
export function publicationOf(text: string, blocks: readonly Block[], input: PublicationInput): Publication {
  const { given, url, days, order, dateline } = input;
  const captured = given.retrieved?.slice(0, 10) ?? captureDayOf(given.url ?? "") ?? captureDayOf(url ?? "");
  const places = [
    ...days,
    dayPlace(["address"], false, () => addressClues([given.url, url])),
    dayPlace(["printed", "near"], true, () => printedDays(text, blocks, order, "near")),
    dayPlace(["anywhere", "other"], true, () => printedDays(text, blocks, order, "others")),
  ];
  const notBefore = latestPastDay(text, blocks);
  const best = given.published === null ? publishedOf(places, captured) : null;
  const modified = modifiedOf(
    places.filter((place) => place.hasModified),
    given.published ?? best?.value ?? null,
  );
  const rest = { modified: modified?.value ?? null, modifiedBy: modified?.by ?? null, notBefore };
  const inferred = (): Found | null => {
    if (dateline?.day) return found(dateline.day, "dateline", "dateline");
    const weak = best === null ? null : best.value;
    const other = weak ?? modified?.value ?? captured ?? notBefore ?? monthInUrl(given.url ?? url ?? "")?.[0] ?? null;
    const day = dateline?.monthDay && other !== null ? nearestYear(dateline.monthDay, dayOf(other)) : null;
    if (day !== null) return found(day, "dateline", "dateline, year of another day on the page");
    if (best !== null) return found(best.value, "inferred", best.by);
    if (modified !== null) {
      const last = dayOf(modified.value);
      const first = notBefore !== null && notBefore < last ? notBefore : last;
      return { ...found(modified.value, "inferred", `${modified.by}, last change`), publishedRange: [first, last] };
    }
    const month = monthInUrl(given.url ?? "") ?? monthInUrl(url ?? "");
    if (month !== null)
      return rangeFound(
        notBefore !== null && notBefore > month[0] && notBefore <= month[1] ? notBefore : month[0],
        month[1],
        "url, month",
      );
    return notBefore !== null && captured !== null
      ? rangeFound(notBefore, captured, "text, latest past day to capture")
      : null;
  };
  if (given.published !== null) return { ...found(given.published, "given", "given"), ...rest };
  if (best !== null && best.trust !== "other")
    return { ...found(best.value, best.by === "dateline" ? "dateline" : "page", best.by), ...rest };
  return { ...(inferred() ?? { published: null, publishedBy: null, publishedRange: null, by: null }), ...rest };
}
