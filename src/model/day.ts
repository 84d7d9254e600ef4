import type { IsoDay } from "./document.ts";
import { done, type Outcome, problem } from "./outcome.ts";

const isoForm =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Days in a month of the proleptic Gregorian calendar; `month` counts from 1. 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** `YYYY-MM-DD` of a day that exists; null for one that does not (2021-02-30). `month` counts from 1. */
export function isoDayOf(year: number, month: number, day: number): IsoDay | null {
  if (year < 1 || year > 9999 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * An ISO 8601 day ("2021-11-12") or time ("2021-11-12T09:30:00+03:00"; a space for the T and a missing zone are accepted),
 * checked for being on the calendar and the clock. The text comes back trimmed, with "T" between day and time.
 * Fails with `line/not-valid`, naming what does not exist.
 */
export function parseIso(text: string): Outcome<string> {
  const trimmed = text.trim();
  const form = isoForm.exec(trimmed);
  const shown = JSON.stringify(trimmed.slice(0, 40));
  if (!form) return problem("line/not-valid", `${shown} is not an ISO 8601 day or time. Write it like 2021-11-12.`);
  const [, year, month, day, hour = "0", minute = "0", second = "0"] = form;
  if (isoDayOf(Number(year), Number(month), Number(day)) === null)
    return problem("line/not-valid", `${shown}: there is no such day in the calendar. Correct the day.`);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60)
    return problem("line/not-valid", `${shown}: there is no such time of day. Correct the time.`);
  return done(trimmed.replace(/^(\S{10}) /, "$1T"));
}

/** The calendar day that an ISO 8601 day or time names, in its own zone; null where it is not one. */
export function checkDay(text: string): IsoDay | null {
  const parsed = parseIso(text);
  return parsed.ok ? parsed.value.slice(0, 10) : null;
}
