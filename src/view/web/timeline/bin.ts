import type { IsoDay } from "../../../model/document.ts";
import { dayWords } from "../day.ts";

const dayMs = 86_400_000;

/** Number of a day since 1970; NaN for what is no day. */
export const dayNumber = (day: IsoDay): number => Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / dayMs);

/** The day of a number. */
export const dayAt = (number: number): IsoDay => new Date(number * dayMs).toISOString().slice(0, 10);

/** Lengths that a bin may have. */
export const binUnits = ["day", "week", "month", "quarter", "year"] as const;
export type BinUnit = (typeof binUnits)[number];

/** A stretch of days, both included. */
export interface Bin {
  readonly first: IsoDay;
  readonly last: IsoDay;
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/** The first day of the unit that holds `day`; weeks begin on Monday (ISO 8601). */
export function unitStart(day: IsoDay, unit: BinUnit): IsoDay {
  if (unit === "day") return day.slice(0, 10);
  if (unit === "week") {
    const number = dayNumber(day);
    return dayAt(number - ((new Date(number * dayMs).getUTCDay() + 6) % 7));
  }
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  const months = monthsIn[unit];
  return new Date(Date.UTC(year, month - (month % months), 1)).toISOString().slice(0, 10);
}

function nextStart(start: IsoDay, unit: BinUnit): IsoDay {
  if (unit === "day") return dayAt(dayNumber(start) + 1);
  if (unit === "week") return dayAt(dayNumber(start) + 7);
  const date = new Date(`${start}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + monthsIn[unit]);
  return date.toISOString().slice(0, 10);
}

const aboutDays: Readonly<Record<BinUnit, number>> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };

/** The shortest unit with which `first` to `last` takes at most `most` bins; years where none does. */
export function unitFor(first: IsoDay, last: IsoDay, most: number): BinUnit {
  const days = dayNumber(last) - dayNumber(first) + 1;
  return binUnits.find((unit) => days / aboutDays[unit] <= most) ?? "year";
}

/** All stretches of a unit from the one that holds `first` to the one that holds `last`, in order and without a gap; at most 2000. */
export function binsOf(first: IsoDay, last: IsoDay, unit: BinUnit): readonly Bin[] {
  const bins: Bin[] = [];
  if (Number.isNaN(dayNumber(first)) || Number.isNaN(dayNumber(last))) return bins;
  for (let start = unitStart(first, unit); start <= last && bins.length < 2000; ) {
    const next = nextStart(start, unit);
    bins.push({ first: start, last: dayAt(dayNumber(next) - 1) });
    start = next;
  }
  return bins;
}

/** Place of the bin that holds `day`; null where none does. `bins` are in order. */
export function binAt(bins: readonly Bin[], day: IsoDay): number | null {
  let [low, high] = [0, bins.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (day < bins[middle]!.first) high = middle - 1;
    else if (day > bins[middle]!.last) low = middle + 1;
    else return middle;
  }
  return null;
}

/** Sums of `counts` by bin, in the order of `bins`; what lies in none is left out. */
export function summed(bins: readonly Bin[], counts: readonly DayCount[]): readonly number[] {
  const sums = bins.map(() => 0);
  for (const { day, count } of counts) {
    const at = binAt(bins, day);
    if (at !== null) sums[at]! += count;
  }
  return sums;
}

/** How many of `counts` lie before and after all of `bins`. */
export function outside(
  bins: readonly Bin[],
  counts: readonly DayCount[],
): { readonly before: number; readonly after: number } {
  const [first, last] = [bins[0]?.first ?? "", bins.at(-1)?.last ?? ""];
  const sum = (of: readonly DayCount[]): number => of.reduce((all, { count }) => all + count, 0);
  return { before: sum(counts.filter(({ day }) => day < first)), after: sum(counts.filter(({ day }) => day > last)) };
}

const monthName = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/** A bin in words: "12 Nov 2021", "week from 8 Nov 2021", "Nov 2021", "2nd quarter of 2022", "2022". */
export function binWords({ first }: Bin, unit: BinUnit): string {
  if (unit === "day") return dayWords(first);
  if (unit === "week") return `week from ${dayWords(first)}`;
  if (unit === "month") return monthName.format(Date.parse(`${first}T00:00:00Z`));
  if (unit === "year") return first.slice(0, 4);
  return `${["1st", "2nd", "3rd", "4th"][Math.floor((Number(first.slice(5, 7)) - 1) / 3)]} quarter of ${first.slice(0, 4)}`;
}

/** Height of a bar in whole px: zero base, and at least 2 px where there is anything. */
export const barPx = (count: number, most: number, tallestPx: number): number =>
  count === 0 || most === 0 ? 0 : Math.max(2, Math.round((count / most) * tallestPx));

/** A day with how many there are of it. */
export interface DayCount {
  readonly day: IsoDay;
  readonly count: number;
}

/** Days of a picture, with what lies before and after them. */
export interface Core {
  readonly counts: readonly DayCount[];
  readonly before: number;
  readonly after: number;
}

/** A hundredth at each end may be left out of a picture, if that makes it less than half as long. */
const mostLeftOut = 0.01;

/**
 * The days without a few stray ones far off, which would press all others into one bar ("since the treaty of 1923"). What is left out
 * is counted. `counts` are in the order of days.
 */
export function coreOf(counts: readonly DayCount[]): Core {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const may = total * mostLeftOut;
  let [low, high, before, after] = [0, counts.length - 1, 0, 0];
  while (low < high && before + counts[low]!.count <= may) before += counts[low++]!.count;
  while (high > low && after + counts[high]!.count <= may) after += counts[high--]!.count;
  const daysIn = (from: number, to: number): number => dayNumber(counts[to]!.day) - dayNumber(counts[from]!.day) + 1;
  const isShorter = counts.length > 0 && daysIn(low, high) * 2 < daysIn(0, counts.length - 1);
  return isShorter ? { counts: counts.slice(low, high + 1), before, after } : { counts, before: 0, after: 0 };
}

/** The days of a bin as filters take them. */
export const binDays = ({ first, last }: Bin): { readonly from: IsoDay; readonly to: IsoDay } => ({
  from: first,
  to: last,
});

/** Does the bin share a day with those that are chosen? Without any, every bin does. */
export const isWithin = (bin: Bin, from: IsoDay | null, to: IsoDay | null): boolean =>
  (from === null || bin.last >= from) && (to === null || bin.first <= to);
