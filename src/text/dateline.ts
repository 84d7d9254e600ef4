import { isoDayOf } from "../model/day.ts";
import type { IsoDay } from "../model/document.ts";
import { dayIn } from "./date.ts";
import { monthOf } from "./month.ts";

/** The opening of a report that names where, and at times when and for whom, it was written. */
export interface Dateline {
  /** Units of the line that it takes, the dash included, white space after it not. */
  readonly length: number;
  /** As printed: "MINSK". */
  readonly place: string;
  /** The day it names; null where it names none, or no year. */
  readonly day: IsoDay | null;
  /** Month (1 to 12) and day of the month that it names without a year ("MINSK, Nov. 12 —"); null where it names a year or no day. */
  readonly monthDay: readonly [month: number, day: number] | null;
  /** What it has in brackets, which is mostly an agency: "Reuters"; null where there is nothing. */
  readonly credit: string | null;
}

const form =
  /^(\p{Lu}[\p{L}.'’ -]{1,40}?(?:, \p{Lu}[\p{L}.'’ ]{1,30})?)((?:, | )(?:\p{L}{3,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2} \p{L}{3,9}\.?(?: \d{4})?))?( ?[([][^()[\]]{1,60}[)\]])?\s?(?:--|—|–|-|:|_)(?=\s|["“«])/u;
// Words in capitals that open a headline's label, or a state or alliance that opens a sentence.
const notPlaces =
  /^(?:EXCLUSIVE|UPDATE|UPDATED|WATCH|VIDEO|BREAKING|OPINION|ANALYSIS|EXPLAINER|LIVE|FACTBOX|NATO|EU|UN|US|U\.S\.|UK|READ|READ MORE|SEE|CORRECTION|EDITOR|NOTE|PHOTO|PHOTOS|FILE|INTERVIEW|Q|A|WARNING|ALSO|MORE|RELATED|Q&A)\b/;

const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const alone = new RegExp(
  String.raw`^\p{L}[\p{L}.'’ -]{1,40}(?:, \p{L}[\p{L}.'’ ]{1,30}){0,2},? (?:(?:${months})\.? \d{1,2}|\d{1,2} (?:${months})\.?)(?:,? \d{4})?\s*(?:[([][^()[\]]{1,60}[)\]])?\s?(?:--|—|–|-)?$`,
  "iu",
);

/** Is the line a dateline and nothing else ("PORT KESTREL, Veloria, March 3, 2022 —")? It begins with a place in capitals, or ends with the dash. */
export function isDatelineAlone(line: string): boolean {
  const front = line.slice(0, 160).trim();
  if (front.length !== line.trim().length || !alone.test(front)) return false;
  const place = /^[^,\d]*/.exec(front)![0].trim();
  return (
    !notPlaces.test(place) && /^\p{Lu}/u.test(place) && (/^[\p{Lu} .'’-]{3,}$/u.test(place) || /[—–-]$/.test(front))
  );
}

function monthDayOf(date: string): readonly [number, number] | null {
  const month = monthOf(/\p{L}{3,14}/u.exec(date)?.[0] ?? "");
  const day = Number(/\d{1,2}/.exec(date)?.[0] ?? 0);
  // 2024 was a leap year: every day that any year has.
  return month !== null && isoDayOf(2024, month, day) !== null ? [month, day] : null;
}

/** The dateline that `line` opens with; null where it has none. Read in the first 160 characters. */
export function datelineOf(line: string): Dateline | null {
  const front = line.slice(0, 160);
  const found = form.exec(front);
  if (!found) return null;
  const [whole, place = "", date, agency] = found;
  const isCapitals = place === place.toUpperCase();
  const isColon = whole.endsWith(":");
  // "Kyiv (Agency) —" needs the agency or the day; in capitals the dash is enough; a colon needs both capitals and no more.
  if (!(isCapitals && place.length > 2) && agency === undefined && date === undefined) return null;
  if (isColon && !isCapitals) return null;
  if (notPlaces.test(place) || place.endsWith(".")) return null;
  if (!/^\s*["“«'‘(]?[\p{Lu}\p{N}]/u.test(front.slice(whole.length)) || line.length < whole.length + 20) return null;
  const day = date === undefined ? null : dayIn(date);
  return {
    length: whole.length,
    place: place.trim(),
    day,
    monthDay: date === undefined || day !== null ? null : monthDayOf(date),
    credit: agency === undefined ? null : agency.trim().slice(1, -1).trim(),
  };
}
