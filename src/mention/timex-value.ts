import type { DayRange } from "../model/document.ts";
import {
  type CalendarUnit,
  dateOf,
  dayNumberOf,
  dayNumberOfIso,
  isDay,
  isoDayOf,
  rangeOf,
  shifted,
  valueOf,
  weekdayOf,
} from "./calendar.ts";
import type { Meaning, YearOf } from "./timex-meaning.ts";

/** What the words around an expression say of its side of the anchor. */
export type Tense = "past" | "future" | null;

/** Where expressions without a full date start from. */
export interface Anchors {
  /** Day number of the publication; null where it is not known, or where the text tells of other times than its own. */
  readonly published: number | null;
  /** Value of the calendar expression before this one, TIMEX3; null at the beginning. */
  readonly reference: string | null;
  /** A narrative counts from its own last date; news counts from its publication. */
  readonly narrative: boolean;
  readonly tense: Tense;
}

/** A value with the days it covers and the reason for it, in the sense of `Timex`. */
export interface Resolved {
  readonly value: string | null;
  readonly range: DayRange | null;
  readonly by: string;
}

const pad = (value: number, length = 2): string => String(value).padStart(length, "0");
const resolved = (value: string | null, by: string): Resolved => ({
  value,
  range: value === null ? null : rangeOf(value),
  by,
});

/** First day of a value, as a day number; null where it names no stretch of the calendar. */
function firstDayOf(value: string): number | null {
  const range = rangeOf(value);
  return range === null ? null : dayNumberOfIso(range[0]);
}

/** The day that expressions count from: that of the reference in a narrative, else the publication. */
function startOf(anchors: Anchors): { readonly day: number; readonly name: string } | null {
  const reference = anchors.narrative && anchors.reference !== null ? firstDayOf(anchors.reference) : null;
  if (reference !== null) return { day: reference, name: "anchor the date before" };
  return anchors.published === null ? null : { day: anchors.published, name: "anchor published" };
}

/** The year that the words give, with the reason; null where they give none. */
function toldYear(year: YearOf, anchors: Anchors): { readonly year: number; readonly by: string } | null {
  if (year === null) return null;
  if (year.kind === "printed") return { year: year.bc ? -year.year : year.year, by: "explicit" };
  const start = startOf(anchors);
  if (year.kind === "shift")
    return start && { year: dateOf(start.day).year + year.count, by: `${start.name}, ${steps(year.count, "year")}` };
  const reference = anchors.reference === null ? null : firstDayOf(anchors.reference);
  if (reference !== null) return { year: dateOf(reference).year + year.count, by: "anchor the date before" };
  return start && { year: dateOf(start.day).year + year.count, by: start.name };
}

const steps = (count: number, unit: string): string =>
  count === 0
    ? `same ${unit}`
    : `${Math.abs(count)} ${unit}${Math.abs(count) === 1 ? "" : "s"} ${count < 0 ? "before" : "after"}`;

/**
 * The year in which a stretch without a year lies. News means the one next to its day; what is told in the past is hardly ever ahead, and the
 * other way about. `firstDay` gives the day number of the stretch in a year.
 */
function nearestYear(
  anchors: Anchors,
  length: number,
  firstDay: (year: number) => number,
): { readonly year: number; readonly by: string } | null {
  const start = startOf(anchors);
  if (start === null) return null;
  const { year } = dateOf(start.day);
  if (start.name !== "anchor published") {
    // A story goes forward: "January" after "December 1941" is in 1942.
    const exact = /^\d{4}-\d\d/.test(anchors.reference!);
    return exact && start.day - firstDay(year) > 270
      ? { year: year + 1, by: `${start.name}, the next` }
      : { year, by: `${start.name}, its year` };
  }
  const cost = (candidate: number): number => {
    const first = firstDay(candidate);
    const ahead = first - start.day;
    const behind = start.day - (first + length - 1);
    if (ahead > 0) return ahead * (anchors.tense === "future" ? 1 : anchors.tense === "past" ? 6 : 2);
    if (behind > 0) return behind * (anchors.tense === "future" ? 6 : 1);
    return 0;
  };
  const best = [year, year - 1, year + 1].reduce((left, right) => (cost(right) < cost(left) ? right : left));
  const side = firstDay(best) > start.day ? "after" : firstDay(best) + length - 1 < start.day ? "before" : "around";
  return { year: best, by: `anchor published, nearest ${side}` };
}

function yearValue(year: number): string {
  return year < 0 ? `BC${pad(-year, 4)}` : pad(year, 4);
}

function resolveDay(meaning: Extract<Meaning, { kind: "day" }>, anchors: Anchors): Resolved {
  const { month, day, last } = meaning;
  const told = toldYear(meaning.year, anchors) ?? nearestYear(anchors, 1, (year) => dayNumberOf(year, month, day));
  if (told === null) return { value: `XXXX-${pad(month)}-${pad(day)}`, range: null, by: "no publication day" };
  if (told.year < 1) return { value: `${yearValue(told.year)}-${pad(month)}-${pad(day)}`, range: null, by: told.by };
  if (!isDay(told.year, month, day)) return { value: null, range: null, by: "no such day" };
  const first = isoDayOf(dayNumberOf(told.year, month, day));
  if (last === null) return resolved(first, told.by);
  const end = isoDayOf(dayNumberOf(told.year, month, last));
  return { value: `${first}/${end}`, range: [first, end], by: told.by };
}

function resolveMonth(meaning: Extract<Meaning, { kind: "month" }>, anchors: Anchors): Resolved {
  const { month } = meaning;
  const picked = pickedYear(meaning.pick, anchors, (year) => [
    dayNumberOf(year, month, 1),
    dayNumberOf(year, month + 1, 1) - 1,
  ]);
  const told =
    toldYear(meaning.year, anchors) ?? picked ?? nearestYear(anchors, 30, (year) => dayNumberOf(year, month, 1));
  if (told === null) return { value: `XXXX-${pad(month)}`, range: null, by: "no publication day" };
  return resolved(`${yearValue(told.year)}-${pad(month)}`, told.by);
}

/** "last March", "this summer", "next autumn": the last that is over, the one of this year, the first that has not begun. */
function pickedYear(
  pick: -1 | 0 | 1 | null,
  anchors: Anchors,
  days: (year: number) => readonly [first: number, last: number],
): { readonly year: number; readonly by: string } | null {
  const start = startOf(anchors);
  if (pick === null || start === null) return null;
  const { year } = dateOf(start.day);
  if (pick === 0) return { year, by: `${start.name}, same year` };
  if (pick < 0)
    return { year: days(year)[1] < start.day ? year : year - 1, by: `${start.name}, the last that is over` };
  return { year: days(year)[0] > start.day ? year : year + 1, by: `${start.name}, the next that begins` };
}

const partMonth: Readonly<Record<string, readonly [month: number, length: number]>> = {
  Q1: [1, 3],
  Q2: [4, 3],
  Q3: [7, 3],
  Q4: [10, 3],
  H1: [1, 6],
  H2: [7, 6],
  SP: [3, 3],
  SU: [6, 3],
  FA: [9, 3],
  WI: [12, 3],
};

function resolvePart(meaning: Extract<Meaning, { kind: "part" }>, anchors: Anchors): Resolved {
  const [month, length] = partMonth[meaning.part]!;
  const days = (year: number): readonly [number, number] => [
    dayNumberOf(year, month, 1),
    dayNumberOf(year, month + length, 1) - 1,
  ];
  const told =
    toldYear(meaning.year, anchors) ??
    pickedYear(meaning.pick, anchors, days) ??
    nearestYear(anchors, length * 30, (year) => days(year)[0]);
  if (told === null) return { value: `XXXX-${meaning.part}`, range: null, by: "no publication day" };
  return resolved(`${yearValue(told.year)}-${meaning.part}`, told.by);
}

function resolveWeekday(meaning: Extract<Meaning, { kind: "weekday" }>, anchors: Anchors): Resolved {
  const { weekday, pick, week } = meaning;
  const start = startOf(anchors);
  if (start === null) return { value: `XXXX-WXX-${weekday}`, range: null, by: "no publication day" };
  const monday = start.day - weekdayOf(start.day) + 1;
  if (week !== null)
    return resolved(isoDayOf(monday + 7 * week + weekday - 1), `${start.name}, ${steps(week, "week")}`);
  const back = (weekdayOf(start.day) - weekday + 7) % 7;
  const ahead = (7 - back) % 7;
  const day = (step: number, by: string): Resolved => resolved(isoDayOf(start.day + step), `${start.name}, ${by}`);
  if (pick === -1) return day(back === 0 ? -7 : -back, "weekday before");
  if (pick === 1) return day(ahead === 0 ? 7 : ahead, "weekday after");
  if (start.name !== "anchor published" || anchors.tense === "future")
    return ahead === 0 ? day(0, "weekday of that day") : day(ahead, "weekday after");
  return back === 0 ? day(0, "weekday of that day") : day(-back, "weekday before");
}

/** How exact a value is, so that "three days later" after "1917" is not given a day. */
function grainOf(value: string): CalendarUnit {
  const [day = ""] = value.split("T");
  if (/^\d{4}-\d\d-\d\d/.test(day)) return "day";
  if (/W/.test(day)) return "week";
  if (/^\d{4}-\d\d$/.test(day)) return "month";
  if (/-/.test(day)) return "quarter";
  return day.length >= 4 ? "year" : day.length === 3 ? "decade" : "century";
}

const grains: readonly CalendarUnit[] = ["day", "week", "weekend", "month", "quarter", "year", "decade", "century"];

function resolveShift(meaning: Extract<Meaning, { kind: "shift" }>, anchors: Anchors): Resolved {
  const { unit, count } = meaning;
  const reference = anchors.reference === null ? null : firstDayOf(anchors.reference);
  if (reference !== null && (meaning.from === "reference" || anchors.narrative)) {
    const grain = grainOf(anchors.reference!);
    const by = `anchor the date before, ${steps(count, unit)}`;
    if (grains.indexOf(grain) <= grains.indexOf(unit) || grain === "week")
      return resolved(valueOf(unit, shifted(reference, unit, count)), by);
    const [year = "", month] = anchors.reference!.split("-");
    const known = grain === "month" ? `${year}-${month}` : year.padEnd(4, "X");
    if (unit === "day") return { value: grain === "month" ? `${known}-XX` : `${known}-XX-XX`, range: null, by };
    return {
      value: unit === "week" || unit === "weekend" ? `${year.padEnd(4, "X")}-WXX` : `${year.padEnd(4, "X")}-XX`,
      range: null,
      by,
    };
  }
  if (anchors.published === null) return { value: null, range: null, by: "no publication day" };
  return resolved(valueOf(unit, shifted(anchors.published, unit, count)), `anchor published, ${steps(count, unit)}`);
}

/** The day that a time of day without one belongs to: the reference where it is a day, else the publication. */
function resolveClock(time: string, anchors: Anchors): Resolved {
  const { published, reference } = anchors;
  const spoken = time === "tonight" || time === "last night";
  const suffix = spoken ? "TNI" : time;
  if (!spoken && reference !== null && grainOf(reference) === "day")
    return resolved(`${reference.split("T")[0]}${suffix}`, "day of the date before");
  if (published === null) return { value: `XXXX-XX-XX${suffix}`, range: null, by: "no publication day" };
  if (time === "last night") return resolved(`${isoDayOf(published - 1)}TNI`, "anchor published, night before");
  return resolved(`${isoDayOf(published)}${suffix}`, "anchor published, same day");
}

/** Value, days and reason of a meaning, counted from its anchors. Never fails: what cannot be worked out is null. */
export function resolve(meaning: Meaning, anchors: Anchors): Resolved {
  switch (meaning.kind) {
    case "value": {
      const dated = meaning.type === "DATE" || meaning.type === "TIME";
      return {
        value: meaning.value,
        range: dated ? rangeOf(meaning.value) : null,
        by: meaning.value.endsWith("_REF") ? "vague" : "explicit",
      };
    }
    case "day":
      return resolveDay(meaning, anchors);
    case "month":
      return resolveMonth(meaning, anchors);
    case "part":
      return resolvePart(meaning, anchors);
    case "year": {
      const told = toldYear(meaning.year, anchors);
      return told === null
        ? { value: null, range: null, by: "no publication day" }
        : resolved(yearValue(told.year), told.by);
    }
    case "weekday":
      return resolveWeekday(meaning, anchors);
    case "shift":
      return resolveShift(meaning, anchors);
    case "weekend": {
      // On a weekday "over the weekend" is the one that is over.
      const over = anchors.published !== null && weekdayOf(anchors.published) < 6 && anchors.tense !== "future";
      return resolveShift({ kind: "shift", unit: "weekend", count: over ? -1 : 0, from: "anchor" }, anchors);
    }
    case "clock":
      return resolveClock(meaning.time, anchors);
  }
}
