import type { IsoDay } from "../model/document.ts";

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const monthFirst = new RegExp(`\\b${month}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, "i");
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${month}\\.?,? (\\d{4})\\b`, "i");
const isoForm = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;

const dayOfMonth = (year: number, monthNumber: number, day: number): IsoDay | null => {
  const date = new Date(Date.UTC(year, monthNumber - 1, day));
  const exists = year > 1600 && date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
};

const monthNumber = (name: string): number => monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/**
 * The first day in `text` that is named in full, in English words or as ISO 8601, and exists; else null.
 * A date of numbers alone ("11/12/2021") is none: which of them is the month cannot be told.
 */
export function dayIn(text: string): IsoDay | null {
  const first = monthFirst.exec(text);
  if (first) return dayOfMonth(Number(first[3]), monthNumber(first[1]!), Number(first[2]));
  const second = dayFirst.exec(text);
  if (second) return dayOfMonth(Number(second[3]), monthNumber(second[2]!), Number(second[1]));
  const iso = isoForm.exec(text);
  return iso ? dayOfMonth(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null;
}

const timeForm = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * The day or time that a field of a page gives, as ISO 8601 and as exact as it is there: with its time only where that is written in ISO 8601,
 * else the day. Null where no day that exists is named in full.
 */
export function isoIn(field: string): string | null {
  const trimmed = field.trim().slice(0, 100);
  const day = dayIn(trimmed);
  const time = timeForm.exec(trimmed);
  if (day === null || !time || Number(time[2]!.slice(0, 2)) > 23 || Number(time[2]!.slice(3, 5)) > 59) return day;
  return `${day}T${time[2]!.replace(",", ".")}${(time[3] ?? "").toUpperCase()}`;
}

const stampWords =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|(?:first |last )?(?:published|posted|updated|modified)(?: on| at)?|on|at|by|date|a\.?m\.?|p\.?m\.?|gmt|utc|e[sd]?t|p[sd]?t|c[sde]+t|bst|ist|hours?|minutes?|days?|ago|st|nd|rd|th)\b/gi;

/** Is this line nothing but a day or time, with words like "Published" and "ago"? At most 120 characters. */
export function isTimeStamp(line: string): boolean {
  if (line.length > 120 || !/\d/.test(line)) return false;
  return !/\p{L}/u.test(line.replace(stampWords, "").replace(/T(?=\d)|(?<=\d)Z/g, ""));
}
