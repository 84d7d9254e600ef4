import type { DayRange, IsoDay } from "../model/document.ts";

/**
 * Day arithmetic on ISO 8601 calendar days in the proleptic Gregorian calendar, years 0001 to 9999. No clock, no time zone: a day is a number.
 * The conversions follow the civil-day algorithm by which March begins the year, so that the leap day is its last.
 */

const pad = (value: number, length: number): string => String(value).padStart(length, "0");

/** Days from 1970-01-01 to the given day, which must be of the calendar; months past 12 or below 1 roll over into other years. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const whole = year * 12 + month - 1;
  const y = Math.floor(whole / 12) - (whole % 12 < 2 ? 1 : 0);
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (((whole % 12) + 10) % 12) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** Year, month (1 to 12) and day of a day number. */
export function dateOf(dayNumber: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = dayNumber + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** ISO day of a day number. */
export function isoDayOf(dayNumber: number): IsoDay {
  const { year, month, day } = dateOf(dayNumber);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Days of a month. */
export const daysInMonth = (year: number, month: number): number =>
  dayNumberOf(year, month + 1, 1) - dayNumberOf(year, month, 1);

/** Day number of the ISO day that a text begins with ("2021-11-12T10:00Z"); null where there is none of the calendar. */
export function dayNumberOfIso(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && isDay(year, month, day) ? dayNumberOf(year, month, day) : null;
}

/** Is there such a day? */
export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** Weekday of a day number, Monday 1 to Sunday 7 (ISO 8601). */
export const weekdayOf = (dayNumber: number): number => ((((dayNumber + 3) % 7) + 7) % 7) + 1;

/** ISO 8601 week of a day number: the week belongs to the year of its Thursday. */
export function weekOf(dayNumber: number): { readonly year: number; readonly week: number } {
  const thursday = dayNumber - weekdayOf(dayNumber) + 4;
  const { year } = dateOf(thursday);
  return { year, week: Math.floor((thursday - dayNumberOf(year, 1, 1)) / 7) + 1 };
}

/** Monday of an ISO week. */
const mondayOf = (year: number, week: number): number => {
  const fourth = dayNumberOf(year, 1, 4);
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
};

/** First months of the seasons as news of the northern half uses them (meteorological); winter begins in December of its year. */
const seasonMonth = { SP: 3, SU: 6, FA: 9, WI: 12 } as const;

/**
 * First and last day, both included, of a TIMEX3 value that names a stretch of the calendar: day, month, year, decade ("199"), century ("19"),
 * week, weekend, quarter, half, season, any of them with a time behind "T". Null for every other value (durations, sets, vague ones, BC).
 */
export function rangeOf(value: string): DayRange | null {
  const [day = ""] = value.split("T");
  const months = (year: number, month: number, count: number): DayRange | null =>
    year >= 1 && year + count / 12 <= 10000
      ? [isoDayOf(dayNumberOf(year, month, 1)), isoDayOf(dayNumberOf(year, month + count, 1) - 1)]
      : null;
  const match = /^(\d{2,4})(?:-(?:(\d{2})(?:-(\d{2}))?|W(\d{2})(-WE)?|Q([1-4])|H([12])|(SP|SU|FA|WI)))?$/.exec(day);
  if (!match) return null;
  const [, head = "", month, date, week, weekend, quarter, half, season] = match;
  const year = Number(head);
  if (head.length === 2) return months(year * 100, 1, 1200);
  if (head.length === 3) return months(year * 10, 1, 120);
  if (date !== undefined) {
    const number = dayNumberOfIso(day);
    return number === null ? null : [isoDayOf(number), isoDayOf(number)];
  }
  if (month !== undefined) return Number(month) >= 1 && Number(month) <= 12 ? months(year, Number(month), 1) : null;
  if (week !== undefined) {
    if (Number(week) < 1 || Number(week) > 53 || year < 1) return null;
    const monday = mondayOf(year, Number(week));
    return [isoDayOf(weekend === undefined ? monday : monday + 5), isoDayOf(monday + 6)];
  }
  if (quarter !== undefined) return months(year, Number(quarter) * 3 - 2, 3);
  if (half !== undefined) return months(year, Number(half) * 6 - 5, 6);
  if (season !== undefined) return months(year, seasonMonth[season as keyof typeof seasonMonth], 3);
  return months(year, 1, 12);
}

/** TIMEX3 value of the stretch of the calendar of a unit that holds a day: `week` -> "2021-W45". Decades "202", centuries "20". */
export function valueOf(unit: CalendarUnit, dayNumber: number): string {
  const { year, month } = dateOf(dayNumber);
  switch (unit) {
    case "day":
      return isoDayOf(dayNumber);
    case "week": {
      const week = weekOf(dayNumber);
      return `${pad(week.year, 4)}-W${pad(week.week, 2)}`;
    }
    case "weekend":
      return `${valueOf("week", dayNumber)}-WE`;
    case "month":
      return `${pad(year, 4)}-${pad(month, 2)}`;
    case "quarter":
      return `${pad(year, 4)}-Q${Math.ceil(month / 3)}`;
    case "year":
      return pad(year, 4);
    case "decade":
      return pad(Math.floor(year / 10), 3);
    case "century":
      return pad(Math.floor(year / 100), 2);
  }
}

/** Stretches of the calendar that words such as "last" and "next" count by. */
export type CalendarUnit = "day" | "week" | "weekend" | "month" | "quarter" | "year" | "decade" | "century";

/** A day number moved by `count` units; past the end of a shorter month it stays in that month ("a month after 31 January" is in February). */
export function shifted(dayNumber: number, unit: CalendarUnit, count: number): number {
  if (unit === "day") return dayNumber + count;
  if (unit === "week" || unit === "weekend") return dayNumber + 7 * count;
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit] * count;
  const { year, month, day } = dateOf(dayNumber);
  const first = dateOf(dayNumberOf(year, month + months, 1));
  return dayNumberOf(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month)));
}
