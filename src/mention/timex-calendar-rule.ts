import { isDay } from "./calendar.ts";
import type { Groups, Meaning, Rule, YearOf } from "./timex-meaning.ts";
import { countOf, dayPart, isCapital, monthOf, pad, pattern, pickOf, value, weekdayNumberOf } from "./timex-word.ts";

/** The year of a match: printed, "last year", or null. */
function yearOf(groups: Groups): YearOf {
  if (groups.year !== undefined)
    return { kind: "printed", year: Number(groups.year), bc: /^b/i.test(groups.era ?? "") };
  const shift = groups.yearshift?.toLowerCase().replace(/\s+/g, " ");
  if (shift === undefined) return null;
  if (shift === "last") return { kind: "shift", count: -1 };
  if (shift === "next") return { kind: "shift", count: 1 };
  if (shift === "this") return { kind: "shift", count: 0 };
  return { kind: "reference", count: shift.endsWith("previous") ? -1 : shift.endsWith("following") ? 1 : 0 };
}

/** What may follow a day or a month: its year. */
const tail =
  "(?:(?:, ?| )(?:(?:of|in) )?(?:<YEAR>|(?<yearshift>last|this|next|that|the same|the previous|the following) year<END>))?";

const era = "(?: ?(?<era>BCE?|B\\.C\\.(?:E\\.)?|AD|A\\.D\\.)(?![\\p{L}\\p{N}]))";

const day = (groups: Groups): Meaning | null => {
  const month = monthOf(groups.month!);
  const first = Number(groups.day);
  const last = groups.last === undefined ? null : Number(groups.last);
  if (!isCapital(groups.month!) || !isDay(2000, month, first)) return null;
  return {
    kind: "day",
    month,
    day: first,
    last: last !== null && last > first && isDay(2000, month, last) ? last : null,
    year: yearOf(groups),
  };
};

/** Days of the calendar, with or without their year. "Early" and the like stand before any rule (`modifier` in timex-scan.ts). */
export const dayRules: readonly Rule[] = [
  {
    pattern: pattern(
      "(?:<SHORTDAY>,? )?(?:the )?<MONTH> ?(?:the )?<DAY>(?:[-–—](?<last>[0-3]?\\d)(?![\\p{L}\\p{N}:]))?" + tail,
    ),
    read: day,
  },
  { pattern: pattern("(?:<SHORTDAY>,? )?(?:the )?<DAY>[- ](?:of )?<MONTH>" + tail), read: day },
  {
    pattern: pattern("<DAY>[-–—](?<last>[0-3]?\\d) (?:of )?<MONTH>" + tail),
    read: day,
  },
  {
    pattern: pattern("(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)(?![\\d-])(?:T(?<time>\\d\\d:\\d\\d))?"),
    read: ({ year, month, day: date, time }) =>
      isDay(Number(year), Number(month), Number(date))
        ? value(time ? "TIME" : "DATE", `${year}-${month}-${date}${time ? `T${time}` : ""}`)
        : null,
  },
  {
    pattern: pattern("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>(?:19|20)\\d\\d)(?!\\d|\\.\\d)"),
    read: ({ year, month, day: date }) =>
      isDay(Number(year), Number(month), Number(date)) ? value("DATE", `${year}-${pad(month!)}-${pad(date!)}`) : null,
  },
  {
    // Month first, unless that is no month: most of what is printed with slashes is American.
    pattern: pattern("(?<one>\\d{1,2})/(?<two>\\d{1,2})/(?<year>(?:19|20)?\\d\\d)(?![\\d/])"),
    read: ({ one, two, year }) => {
      const [month, date] = Number(one) > 12 ? [Number(two), Number(one)] : [Number(one), Number(two)];
      const full = year!.length === 4 ? Number(year) : Number(year) + (Number(year) > 50 ? 1900 : 2000);
      return isDay(full, month, date) ? value("DATE", `${full}-${pad(month)}-${pad(date)}`) : null;
    },
  },
];

/** Months, seasons, quarters and halves. */
export const monthRules: readonly Rule[] = [
  {
    pattern: pattern("(?:(?<pick>last|next|this|this past|this coming|this previous) )?<MONTH>" + tail + era + "?"),
    read: (groups) =>
      isCapital(groups.month!)
        ? { kind: "month", month: monthOf(groups.month!), year: yearOf(groups), pick: pickOf(groups.pick) }
        : null,
  },
  {
    pattern: pattern(
      `(?:(?<pick>(?:the )?last|(?:the )?next|this|this past|this coming|the following|the previous) |the )?<SEASON>${tail}${era}?`,
    ),
    read: (groups, matched) => {
      const part = { spring: "SP", summer: "SU", autumn: "FA", fall: "FA", winter: "WI" }[
        groups.season!.toLowerCase()
      ]!;
      // "fall" and "spring" alone are verbs and metal.
      if (/^(?:spring|fall)$/i.test(matched)) return null;
      return { kind: "part", part, year: yearOf(groups), pick: pickOf(groups.pick) };
    },
  },
  {
    pattern: pattern(`(?:(?:the|its|their) )?(?:(?:fiscal|fiscal-year) )?(?<which><ORDINAL>)[- ]quarter<END>${tail}`),
    read: (groups) => ({ kind: "part", part: `Q${ordinal(groups.which!)}`, year: yearOf(groups), pick: null }),
  },
  {
    pattern: pattern("(?:the )?<YEAR>(?:'s|’s)? (?<which><ORDINAL>)[- ]quarter<END>"),
    read: (groups) => ({ kind: "part", part: `Q${ordinal(groups.which!)}`, year: yearOf(groups), pick: null }),
  },
  {
    pattern: pattern(`(?:the )?(?<which>first|second|last|latter|1st|2nd)[- ]half(?: of)?${tail}`),
    read: (groups) => {
      const year = yearOf(groups);
      return year === null
        ? null
        : { kind: "part", part: /^(?:first|1st)/i.test(groups.which!) ? "H1" : "H2", year, pick: null };
    },
  },
];

const ordinal = (word: string): number =>
  "first second third fourth".split(" ").indexOf(word.toLowerCase()) + 1 || Number(word[0]);

const centuryWords =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(
    " ",
  );
const decadeWords: Readonly<Record<string, number>> = {
  twenties: 2,
  thirties: 3,
  forties: 4,
  fifties: 5,
  sixties: 6,
  seventies: 7,
  eighties: 8,
  nineties: 9,
};

/** Years, decades, centuries. */
export const yearRules: readonly Rule[] = [
  {
    pattern: pattern("(?:the year )?(?:fiscal )?<YEAR>" + era + "?"),
    read: (groups) => ({ kind: "year", year: yearOf(groups) }),
  },
  {
    pattern: pattern("(?:the )?(?:AD )?(?<year>\\d{1,4})" + era),
    read: (groups) => ({
      kind: "year",
      year: { kind: "printed", year: Number(groups.year), bc: /^b/i.test(groups.era!) },
    }),
  },
  {
    pattern: pattern(
      "(?:(?:the )?year )?(?<head>nineteen|eighteen|twenty)[- ](?:hundred )?(?<ten>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?<one>one|two|three|four|five|six|seven|eight|nine))?<END>",
    ),
    read: ({ head, ten, one }) => {
      const decade = countOf(ten!)! + (one === undefined ? 0 : countOf(one)!);
      return { kind: "year", year: { kind: "printed", year: countOf(head!)! * 100 + decade, bc: false } };
    },
  },
  {
    pattern: pattern(
      "(?:the )year two thousand(?: and)?(?: (?<one>one|two|three|four|five|six|seven|eight|nine|ten))?<END>",
    ),
    read: ({ one }) => ({
      kind: "year",
      year: { kind: "printed", year: 2000 + (one === undefined ? 0 : countOf(one)!), bc: false },
    }),
  },
  {
    pattern: pattern("(?:the )?(?<century>1\\d|20)?(?:['’])?(?<ten>\\d)0['’]?s<END>"),
    read: ({ century, ten }, matched) => {
      if (century === undefined && !/['’]/.test(matched)) return null;
      return value("DATE", `${century ?? "19"}${ten}`);
    },
  },
  {
    pattern: pattern(`(?:the )?(?<ten>${Object.keys(decadeWords).join("|")})<END>`),
    // "in his fifties" is an age.
    read: ({ ten }) => value("DATE", `19${decadeWords[ten!.toLowerCase()]}`),
  },
  {
    pattern: pattern(
      `(?:the )?(?<which>\\d{1,2}(?:st|nd|rd|th)|${centuryWords.join("|")})[- ]century<END>(?: ?(?<era>BCE?|B\\.C\\.))?`,
    ),
    read: ({ which, era: bc }) => {
      const number = /^\d/.test(which!) ? Number.parseInt(which!, 10) : centuryWords.indexOf(which!.toLowerCase()) + 1;
      return number >= 1 && number <= 30 ? value("DATE", `${bc ? "BC" : ""}${pad(number - 1)}`) : null;
    },
  },
];

/** Weekdays, once or every week. */
export const weekdayRules: readonly Rule[] = [
  {
    pattern: pattern(
      "(?:(?<pick>last|next|this|this past|this coming|the following|the previous|the next) )?<WEEKDAY>(?:,? (?:of )?(?<week>last|this|next) week<END>)?",
    ),
    read: ({ weekday, pick, week }) =>
      isCapital(weekday!)
        ? { kind: "weekday", weekday: weekdayNumberOf(weekday!), pick: pickOf(pick), week: pickOf(week) }
        : null,
  },
  {
    pattern: pattern(
      "(?:(?<each>every|each)(?: other)? )?(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?<many>s)?<END>(?: (?<part>morning|afternoon|evening|night)s?<END>)?",
    ),
    read: ({ each, many, weekday, part }) =>
      (each ?? many) === undefined || !isCapital(weekday!)
        ? null
        : value("SET", `XXXX-WXX-${weekdayNumberOf(weekday!)}${part === undefined ? "" : dayPart(part)}`),
  },
];
