import type { DatedRange, IsoDay } from "../../model/document.ts";

const long = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

const months = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/**
 * As exact as it is known: "2021" -> "2021"; "2021-11" -> "Nov 2021"; "2021-11-12" -> "12 Nov 2021"; a time with its minutes and zone,
 * "12 Nov 2021, 09:30 UTC", and without a zone where the source gave none. What is no day stays as it is.
 */
export function dayWords(iso: string): string {
  if (/^\d{4}$/.test(iso)) return iso;
  const hasTime = iso.includes("T");
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/i.test(iso);
  // A time without a zone must not be taken for one of this machine's zone.
  const at = Date.parse(hasTime && !hasZone ? `${iso}Z` : iso);
  if (Number.isNaN(at)) return iso;
  if (/^\d{4}-\d{2}$/.test(iso)) return months.format(at);
  if (!hasTime) return long.format(at);
  return `${long.format(at)}, ${new Date(at).toISOString().slice(11, 16)}${hasZone ? " UTC" : ""}`;
}

/** First to last day in words; open sides as "until" and "from". Null where no day is known. */
export function rangeWords(first: IsoDay | null, last: IsoDay | null): string | null {
  if (first === null) return last === null ? null : `until ${dayWords(last)}`;
  if (last === null) return `from ${dayWords(first)}`;
  return first === last ? dayWords(first) : `${dayWords(first)} – ${dayWords(last)}`;
}

/** A day with its reason. */
export const datedWords = (day: DatedRange | null): string | null =>
  day === null ? null : rangeWords(day.start, day.end);

/** The day of a moment, in UTC. */
export const dayOf = (iso: string): IsoDay => iso.slice(0, 10);
