import { isoDayOf } from "../model/day.ts";
import type { IsoDay } from "../model/document.ts";
import { monthOf } from "./month.ts";

/** Which number of "11/12/2021" is the day: told by the page's language, else not known. */
export type NumberOrder = "day-first" | "month-first" | null;

/** How dates are read where more is known than the text: all off for running text. */
export interface DateForms {
  readonly order?: NumberOrder;
  /** Read years of two digits ("12.11.21"): only where the text is a stamp and nothing else. */
  readonly shortYears?: boolean;
  /** Read eight digits run together ("20211112"): only in fields and addresses. */
  readonly runTogether?: boolean;
}

/** A day named in full, with its place in the text: `start` and `end` are UTF-16 offsets, half open. */
export interface NamedDay {
  readonly day: IsoDay;
  readonly start: number;
  readonly end: number;
}

type Reading = readonly [year: number, month: number | null, day: number];
type Reader = (parts: RegExpExecArray, forms: DateForms) => Reading | null;

const fullYear = (digits: string): number =>
  Number(digits) + (digits.length > 2 ? 0 : Number(digits) < 70 ? 2000 : 1900);

/** Two numbers before a year: the one over 12 is the day; else the order tells, for dots and dashes always the day first. */
function ofNumbers(one: number, two: number, year: number, order: NumberOrder): Reading | null {
  if (one > 12 && two > 12) return null;
  if (one > 12 || one === two) return [year, two, one];
  if (two > 12) return [year, one, two];
  return order === null ? null : order === "day-first" ? [year, two, one] : [year, one, two];
}

// The forms of a date. Every repeat is bounded, and each begins with a digit or a word of bounded length, so that a search is linear.
const gap = String.raw`[\s\u00A0]`;
const forms: readonly (readonly [form: RegExp, read: Reader])[] = [
  // 2021-11-12, 2021/11/12, 2021.11.12., 2021. 11. 12, also with a time behind.
  [
    new RegExp(
      String.raw`(?<![\d.])(\d{4})(?:([-/])(\d{1,2})\2(\d{1,2})|\.${gap}?(\d{1,2})\.${gap}?(\d{1,2})\.?)(?!\d)`,
      "g",
    ),
    ([, year, , month, day, dottedMonth, dottedDay]) => [
      Number(year),
      Number(month ?? dottedMonth),
      Number(day ?? dottedDay),
    ],
  ],
  // 2021年11月12日, 2021년 11월 12일
  [
    new RegExp(String.raw`(\d{4})${gap}?[年년]${gap}?(\d{1,2})${gap}?[月월]${gap}?(\d{1,2})${gap}?[日일号]`, "g"),
    ([, year, month, day]) => [Number(year), Number(month), Number(day)],
  ],
  // 12 November 2021, 12. November 2021, 1er janvier 2021, 12 de noviembre de 2021, 12-Nov-2021, 12th of November, 2021
  [
    new RegExp(
      String.raw`(?<![\p{L}\d.:])(\d{1,2})(?:st|nd|rd|th|er|re|ro|º|ª|-?го|-?е)?\.?(?:${gap}{0,3}|-|/)(?:de${gap}|of${gap}|d['’]${gap}?)?(\p{L}{3,14})\.?(?:,?${gap}{0,3}|-|/)(?:de${gap}|del${gap}|of${gap}|lui${gap})?(\d{4}|(?<=[- ])['’]?\d{2}(?=\s*$|,))(?!\d)`,
      "giu",
    ),
    ([, day, month, year], { shortYears }) =>
      year!.length < 4 && !shortYears ? null : [fullYear(year!.replace(/['’]/, "")), monthOf(month!), Number(day)],
  ],
  // November 12, 2021; Nov. 12 2021; Nov 12 14:05:00 GMT 2021; Nov 12, 10:05 AM 2021
  [
    new RegExp(
      String.raw`(?<![\p{L}\d])(\p{L}{3,14})\.?(?:${gap}{1,3}|-)(\d{1,2})(?:st|nd|rd|th)?(?:,?${gap}{0,3}(?:\d{1,2}:\d{2}(?::\d{2})?(?:${gap}\p{L}{2,5}){0,2}${gap}{1,2})?|-)(?<=[,\s\u00A0-])(\d{4})(?![\d:])`,
      "giu",
    ),
    ([, month, day, year]) => [Number(year), monthOf(month!), Number(day)],
  ],
  // 2021. november 12., 2021 Nov 12
  [
    new RegExp(String.raw`(?<![\d.])(\d{4})\.?(?:${gap}|-)(\p{L}{3,14})\.?(?:${gap}|-)(\d{1,2})(?![\d:])`, "gu"),
    ([, year, month, day]) => [Number(year), monthOf(month!), Number(day)],
  ],
  // 12.11.2021, 12-11-2021, 12/11/2021, 12. 11. 2021, 12.11.21
  [
    new RegExp(String.raw`(?<![\d./-])(\d{1,2})(\.${gap}?|/|-)(\d{1,2})\2(\d{4}|\d{2}(?![\d:.]))(?!\d)`, "g"),
    ([, one, mark, two, year], { order = null, shortYears }) =>
      year!.length < 4 && !shortYears
        ? null
        : ofNumbers(Number(one), Number(two), fullYear(year!), mark === "/" ? order : "day-first"),
  ],
  // 20211112, 20211112T140500, 202111121405
  [
    /(?<!\d)((?:19|20)\d{2})([01]\d)([0-3]\d)(?=[T_ -]|[0-2]\d[0-5]\d(?:[0-5]\d)?(?!\d)|(?!\d))/g,
    ([, year, month, day], { runTogether }) => (runTogether ? [Number(year), Number(month), Number(day)] : null),
  ],
];

/** All but the last, in which nothing parts year, month and day. */
const partedForms = forms.slice(0, -1);

/** A year that a page can name; a report's day is never outside of these. */
const isYear = (year: number): boolean => year > 1600 && year < 2200;

// Nearly all text has no year near: a form is looked for only around four digits, so far before them and behind their first as the longest form reaches.
const mostBefore = 80;
const mostBehind = 64;

/** Stretches of `text`, in order and apart, outside of which no form with a year of four digits is. */
function stretchesWithYear(text: string): readonly (readonly [start: number, end: number])[] {
  const stretches: [start: number, end: number][] = [];
  for (const { index } of text.matchAll(/\d{4}/g)) {
    const start = Math.max(0, index - mostBefore);
    const end = Math.min(text.length, index + mostBehind);
    const last = stretches.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = end;
    else stretches.push([start, end]);
  }
  return stretches;
}

/** Beside its year each form has the number of a day, of one digit or two. */
const dayNumber = /(?<!\d)\d{1,2}(?!\d)/;

function findForms(text: string, offset: number, given: DateForms, found: NamedDay[]): void {
  for (const [form, read] of given.runTogether ? forms : partedForms) {
    for (const parts of text.matchAll(form)) {
      const reading = read(parts, given);
      if (reading === null || reading[1] === null || !isYear(reading[0])) continue;
      const day = isoDayOf(reading[0], reading[1], reading[2]);
      const start = offset + parts.index;
      if (day !== null) found.push({ day, start, end: start + parts[0].length });
    }
  }
}

/**
 * Days that `text` names in full, in text order and never overlapping: month names of two dozen languages, ISO 8601, numbers with the year
 * first (also Chinese, Japanese, Korean), numbers with the day first where dots part them. Of "11/12/2021" it is `order` that tells which is
 * the month; without it such a date is none. Days that do not exist are none. Linear in the length of `text`.
 */
export function daysIn(text: string, given: DateForms = {}): readonly NamedDay[] {
  const found: NamedDay[] = [];
  if (given.shortYears) {
    // Numbers apart from one another, but for a day whose numbers are run together.
    if (given.runTogether ? /\d/.test(text) : /\d\D{1,99}\d/.test(text)) findForms(text, 0, given, found);
  } else if (!given.runTogether) {
    for (const [start, end] of stretchesWithYear(text)) {
      const stretch = text.slice(start, end);
      if (dayNumber.test(stretch)) findForms(stretch, start, given, found);
    }
  } else findForms(text, 0, given, found);
  if (found.length < 2) return found;
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  let end = 0;
  return found.filter((one) => {
    const isFree = one.start >= end;
    if (isFree) end = one.end;
    return isFree;
  });
}
