import type { CalendarUnit } from "./calendar.ts";
import { digitsPattern, numberOf, wordsPattern } from "./quantity-number.ts";
import type { Meaning, Pick } from "./timex-meaning.ts";

const monthNames = "January February March April May June July August September October November December".split(" ");
const weekdayNames = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** Number of a month, 1 to 12, from its name or short form; 0 for any other word. */
export const monthOf = (word: string): number =>
  monthNames.findIndex((name) => name.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase()) + 1;

/** ISO number of a weekday, Monday 1, from its name or short form; 0 for any other word. */
export const weekdayNumberOf = (word: string): number =>
  weekdayNames.findIndex((name) => name.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase()) + 1;

/** TIMEX3 letter of a unit of time, with "T" before those below a day. */
const unitLetters: Readonly<Record<string, string>> = {
  second: "TS",
  minute: "TM",
  hour: "TH",
  day: "D",
  night: "D",
  weekend: "D",
  week: "W",
  fortnight: "W",
  month: "M",
  quarter: "Q",
  season: "X",
  year: "Y",
  decade: "DE",
  century: "CE",
  millennium: "ML",
};

/** Singular, lower case: "Centuries" -> "century". */
export const unitOf = (word: string): string => {
  const lower = word.toLowerCase();
  if (lower === "centuries") return "century";
  if (lower === "millennia") return "millennium";
  return lower.replace(/s$/, "");
};

/** TIMEX3 duration of so many units: (2, "day") -> "P2D"; "X" for a number that is not told. */
export function durationOf(count: number | "X", unit: string): string {
  const letters = unitLetters[unit] ?? "X";
  const [time, letter] = letters.length === 2 && letters.startsWith("T") ? ["T", letters[1]] : ["", letters];
  const number = count !== "X" && unit === "fortnight" ? count * 2 : count;
  return `P${time}${number}${letter}`;
}

/** The unit of the calendar that a unit of time counts by; null for hours and less. */
export function calendarUnitOf(unit: string): CalendarUnit | null {
  if (unit === "night") return "day";
  if (unit === "fortnight") return "week";
  return /^(?:day|week|weekend|month|quarter|year|decade|century)$/.test(unit) ? (unit as CalendarUnit) : null;
}

/** Is the name written as one? "may" and "march" in small letters are verbs. */
export const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Value of a number before a unit: digits, words, "a", "half a", "two and a half". */
export function countOf(printed: string): number | null {
  const half = /^(.*?)[\s-]+and[\s-]+a[\s-]+half$/i.exec(printed);
  if (half) {
    const whole = numberOf(half[1]!);
    return whole === null ? null : whole + 0.5;
  }
  if (/^half/i.test(printed)) return 0.5;
  return /^another$/i.test(printed) ? 1 : numberOf(printed);
}

const names = {
  MONTH: `(?:(?<month>${monthNames.join("|")})|(?<month>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![\\p{L}\\p{N}])\\.?)(?![\\p{L}\\p{N}])`,
  WEEKDAY: `(?<weekday>${weekdayNames.join("|")})(?![\\p{L}\\p{N}])`,
  SHORTDAY: `(?:(?:${weekdayNames.join("|")})|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\.?)`,
  DAY: "(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\p{L}\\p{N}:%]|[.,]\\d)",
  YEAR: "(?<year>(?:1\\d|20)\\d\\d)(?![\\p{L}\\p{N}%]|[.,:]\\d)",
  NUM: `(?:${digitsPattern}|${wordsPattern}|an?(?![\\p{L}\\p{N}-])|another)`,
  VAGUE: "(?:several|a few|few|a couple of|a couple|many|some|dozens of|numerous|various|countless)",
  UNIT: "(?<unit>seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)|millenni(?:um|a))(?![\\p{L}\\p{N}])",
  SEASON: "(?<season>spring|summer|autumn|fall|winter)(?![\\p{L}\\p{N}])",
  ORDINAL: "(?:first|second|third|fourth|1st|2nd|3rd|4th)",
  END: "(?![\\p{L}\\p{N}])",
} as const;

/** A sticky pattern from a source in which `<NAME>` stands for a piece above and a blank for any white space. */
export const pattern = (source: string): RegExp =>
  new RegExp(
    source
      .replace(
        /<(MONTH|WEEKDAY|SHORTDAY|DAY|YEAR|NUM|VAGUE|UNIT|SEASON|ORDINAL|END)>/g,
        (_, name: keyof typeof names) => names[name],
      )
      .replaceAll("[- ]", "[-\\s]")
      .replaceAll(" ?", "\\s{0,3}")
      .replaceAll(" ", "\\s{1,3}"),
    "iuy",
  );

/** Two digits. */
export const pad = (value: number | string): string => String(value).padStart(2, "0");
/** A meaning that needs no anchor. */
export const value = (type: "DATE" | "TIME" | "DURATION" | "SET", text: string): Meaning => ({
  kind: "value",
  type,
  value: text,
});

/** "last", "next", "this" as a step from the stretch that holds the anchor. */
export function pickOf(word: string | undefined): Pick | null {
  if (word === undefined) return null;
  const last = word.toLowerCase().replace(/^the\s+/, "");
  if (/^(?:last|past|previous|preceding|latest|this past|just-ended|prior)$/.test(last)) return -1;
  if (/^(?:next|coming|following|this coming|upcoming|subsequent)$/.test(last)) return 1;
  return 0;
}

/** TIMEX3 part of a day: "evening" -> "TEV". */
export const dayPart = (word: string): string =>
  ({
    morning: "TMO",
    afternoon: "TAF",
    evening: "TEV",
    night: "TNI",
    midday: "T12:00",
    noon: "T12:00",
    midnight: "T24:00",
  })[word.toLowerCase()]!;
