import type { IsoDay } from "../../../model/document.ts";
import type { TimelinePart, TimelineRow } from "../../../record/ask/timeline.ts";
import { rangeWords } from "../day.ts";
import { counted } from "../words.ts";
import { dayAt, dayNumber } from "./bin.ts";

/** A day, or the days of one uncertain reach ("this week"), with what is told of it by part. */
export interface DayGroup {
  readonly kind: "day";
  readonly day: IsoDay;
  /** As `day` where the day is known. */
  readonly lastDay: IsoDay;
  readonly parts: Readonly<Record<TimelinePart, readonly TimelineRow[]>>;
}

/** Days of which nothing is told. */
export interface Gap {
  readonly kind: "gap";
  /** The day before it. */
  readonly after: IsoDay;
  readonly days: number;
}

/** Rows by the days that they may belong to, in the order of first days; of equal ones, the surer first. `rows` are in the order of days. */
export function daysOf(rows: readonly TimelineRow[]): readonly DayGroup[] {
  const groups = [...Map.groupBy(rows, (row) => `${row.day} ${row.lastDay}`).values()];
  const ordered = groups.toSorted((a, b) => {
    const [one, other] = [`${a[0]!.day} ${a[0]!.lastDay}`, `${b[0]!.day} ${b[0]!.lastDay}`];
    return one < other ? -1 : one > other ? 1 : 0;
  });
  return ordered.map((held) => ({
    kind: "day",
    day: held[0]!.day,
    lastDay: held[0]!.lastDay,
    parts: {
      happened: held.filter((row) => row.part === "happened"),
      denied: held.filter((row) => row.part === "denied"),
      planned: held.filter((row) => row.part === "planned"),
      supposed: held.filter((row) => row.part === "supposed"),
      said: held.filter((row) => row.part === "said"),
    },
  }));
}

/** How many days an entry may reach over: 1 where its day is known. */
export const reachDays = ({ day, lastDay }: Pick<DayGroup, "day" | "lastDay">): number =>
  Math.max(1, dayNumber(lastDay) - dayNumber(day) + 1);

/** A reach of more days says too little of each of them to fill a gap. */
const longestCover = 31;

/**
 * Days with the gaps between them. A day within the reach of an entry before it ("this week") is none of which nothing is told.
 * `groups` are in the order of days, the oldest first.
 */
export function withGaps(groups: readonly DayGroup[]): readonly (DayGroup | Gap)[] {
  const found: (DayGroup | Gap)[] = [];
  let covered: number | null = null;
  for (const group of groups) {
    const at = dayNumber(group.day);
    if (covered !== null && at > covered + 1) {
      found.push({ kind: "gap", after: dayAt(covered), days: at - covered - 1 });
    }
    found.push(group);
    const reach = reachDays(group);
    covered = Math.max(covered ?? at, reach <= longestCover ? at + reach - 1 : at);
  }
  return found;
}

/** A number of days in words, rounded to months and years where the days say nothing more: "4 days", "about 3 months". */
export function daysWords(days: number): string {
  if (days < 60) return counted(days, "day");
  return days < 730
    ? `about ${counted(Math.round(days / 30.4), "month")}`
    : `about ${counted(Math.round(days / 365.25), "year")}`;
}

/** Width of the bar of an uncertain day in px: a week is wider than a day, a year is not 365 times as wide. */
export const reachPx = (days: number): number => Math.round(Math.min(96, 8 + 10 * Math.log2(Math.max(1, days))));

const monthName = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** Days in words, whole months and years by their name: "2014", "September 2021", "8 Nov 2021 – 14 Nov 2021". */
export function reachWords({ day, lastDay }: Pick<DayGroup, "day" | "lastDay">): string {
  if (day.endsWith("-01-01") && lastDay === `${day.slice(0, 4)}-12-31`) return day.slice(0, 4);
  const isMonth =
    day.endsWith("-01") && lastDay.slice(0, 7) === day.slice(0, 7) && dayAt(dayNumber(lastDay) + 1).endsWith("-01");
  return isMonth ? monthName.format(Date.parse(`${day}T00:00:00Z`)) : (rangeWords(day, lastDay) ?? day);
}
