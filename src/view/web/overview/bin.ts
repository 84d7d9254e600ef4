import type { CountRow } from "../../api/contract.ts";
import { dayWords } from "../day.ts";

/** How wide one bar of the chart is. */
export type BinWidth = "day" | "week" | "month" | "year";

/** The claims of one stretch of days. */
export interface Bin {
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly claims: number;
  /** Reports that hold them; null for a bin of several days, since one report may hold claims of more than one. */
  readonly documents: number | null;
}

const dayMs = 86_400_000;
/** More bars than these are not told apart on a laptop's screen. */
const mostBins = 66;

const timeOf = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const monthWords = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/** The day before and the day after. */
export const dayBefore = (day: string): string => isoOf(timeOf(day) - dayMs);
export const dayAfter = (day: string): string => isoOf(timeOf(day) + dayMs);

/** First day of the bin that holds the day at `time`. Weeks begin on Monday. */
function startOf(time: number, width: BinWidth): number {
  const at = new Date(time);
  if (width === "day") return time;
  if (width === "week") return time - ((at.getUTCDay() + 6) % 7) * dayMs;
  return Date.UTC(at.getUTCFullYear(), width === "month" ? at.getUTCMonth() : 0, 1);
}

function nextOf(start: number, width: BinWidth): number {
  const at = new Date(start);
  if (width === "day") return start + dayMs;
  if (width === "week") return start + 7 * dayMs;
  return width === "month"
    ? Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)
    : Date.UTC(at.getUTCFullYear() + 1, 0, 1);
}

/** The narrowest width by which the days from `first` to `last` make few enough bars. */
export function widthFor(first: string, last: string): BinWidth {
  const days = (timeOf(last) - timeOf(first)) / dayMs + 1;
  if (days <= mostBins) return "day";
  if (days <= 7 * mostBins) return "week";
  return days <= 30 * mostBins ? "month" : "year";
}

const labelOf = (start: number, end: number, width: BinWidth): string => {
  if (width === "day") return dayWords(isoOf(start));
  if (width === "week") return `${dayWords(isoOf(start))} – ${dayWords(isoOf(end))}`;
  return width === "month" ? monthWords.format(start) : String(new Date(start).getUTCFullYear());
};

/** The chart's days. */
export interface Bins {
  readonly width: BinWidth;
  readonly bins: readonly Bin[];
  /** Claims of days before the first bar and after the last one. */
  readonly earlier: number;
  readonly later: number;
}

/** First and last day, both included. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

const sumOf = (rows: readonly CountRow[]): number => rows.reduce((sum, row) => sum + row.count, 0);

/**
 * Counts by day as bars in order, those without any between them included; no bar where no day is known. With `within`, only its days have
 * bars and the others are counted: reports of one week that recall a promise of five years ago would else be one bar at the chart's end.
 */
export function binsOf(rows: readonly CountRow[], within: Days | null): Bins {
  const days = rows.filter((row) => row.by === "day" && !Number.isNaN(timeOf(row.value)));
  const dayNames = days.map((row) => row.value).sort();
  const [first, last] = [within?.first.slice(0, 10) ?? dayNames[0], within?.last.slice(0, 10) ?? dayNames.at(-1)];
  if (first === undefined || last === undefined) return { width: "day", bins: [], earlier: 0, later: 0 };
  const width = widthFor(first, last);
  const byStart = Map.groupBy(days, (row) => startOf(timeOf(row.value), width));
  const bins: Bin[] = [];
  for (let at = startOf(timeOf(first), width); at <= timeOf(last); at = nextOf(at, width)) {
    const to = nextOf(at, width) - dayMs;
    const held = byStart.get(at) ?? [];
    bins.push({
      from: isoOf(at),
      to: isoOf(to),
      label: labelOf(at, to, width),
      claims: sumOf(held),
      documents: width === "day" ? held.reduce((sum, row) => sum + row.documents, 0) : null,
    });
  }
  return {
    width,
    bins,
    earlier: sumOf(days.filter((row) => row.value < bins[0]!.from)),
    later: sumOf(days.filter((row) => row.value > bins.at(-1)!.to)),
  };
}
