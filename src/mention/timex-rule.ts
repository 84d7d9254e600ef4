import { isDay } from "./calendar.ts";
import type { Meaning, Pick, YearOf } from "./timex-meaning.ts";
import {
  calendarUnitOf,
  countOf,
  durationOf,
  isCapital,
  monthOf,
  pattern,
  unitOf,
  weekdayNumberOf,
} from "./timex-word.ts";

type Groups = Readonly<Record<string, string | undefined>>;

/** One way to write a time. `read` gives null where the words are no time after all. */
export interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, matched: string) => Meaning | null;
}

const pad = (value: number | string): string => String(value).padStart(2, "0");
const value = (type: "DATE" | "TIME" | "DURATION" | "SET", text: string): Meaning => ({
  kind: "value",
  type,
  value: text,
});

/** "last", "next", "this" as a step from the stretch that holds the anchor. */
function pickOf(word: string | undefined): Pick | null {
  if (word === undefined) return null;
  const last = word.toLowerCase().replace(/^the\s+/, "");
  if (/^(?:last|past|previous|preceding|latest|this past|just-ended|prior)$/.test(last)) return -1;
  if (/^(?:next|coming|following|this coming|upcoming|subsequent)$/.test(last)) return 1;
  return 0;
}

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

/** "The mid-" and so on are no part of these: they stand before any rule (see `modifier` in timex.ts). */
const dayRules: readonly Rule[] = [
  {
    pattern: pattern(
      "(?:<SHORTDAY>,? )?(?:the )?<MONTH> ?(?:the )?<DAY>(?:[-–—](?<last>[0-3]?\\d)(?![\\p{L}\\p{N}:]))?" + tail,
    ),
    read: day,
  },
  { pattern: pattern("(?:<SHORTDAY>,? )?(?:the )?<DAY>[- ](?:of )?<MONTH>" + tail), read: day },
  {
    pattern: pattern("(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)(?![\\d-])(?:T(?<time>\\d\\d:\\d\\d))?"),
    read: ({ year, month, day: date, time }) =>
      isDay(Number(year), Number(month), Number(date))
        ? value(time ? "TIME" : "DATE", `${year}-${month}-${date}${time ? `T${time}` : ""}`)
        : null,
  },
  {
    pattern: pattern("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>(?:19|20)\\d\\d)(?![\\d.])"),
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

const monthRules: readonly Rule[] = [
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

const yearRules: readonly Rule[] = [
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
    pattern: pattern(`the (?<ten>${Object.keys(decadeWords).join("|")})<END>`),
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

const weekdayRules: readonly Rule[] = [
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

const shift = (
  unit: Extract<Meaning, { kind: "shift" }>["unit"],
  count: number,
  from: "anchor" | "reference" = "anchor",
): Meaning => ({
  kind: "shift",
  unit,
  count,
  from,
});

const deicticRules: readonly Rule[] = [
  { pattern: pattern("the day before yesterday<END>"), read: () => shift("day", -2) },
  { pattern: pattern("the day after tomorrow<END>"), read: () => shift("day", 2) },
  { pattern: pattern("today<END>"), read: () => shift("day", 0) },
  { pattern: pattern("yesterday<END>"), read: () => shift("day", -1) },
  { pattern: pattern("tomorrow<END>"), read: () => shift("day", 1) },
  {
    pattern: pattern(
      "(?:(?<pick>last|this|past|previous|current|next|coming|latest|(?:the|this|that|its|their) (?:very )?(?:last|past|previous|current|next|coming|latest|preceding|upcoming|prior)) )(?:fiscal |calendar |trading |business )?(?<unit>week|weekend|month|quarter|year|decade|century)<END>",
    ),
    read: ({ pick, unit }, matched) => {
      const word = pick!.toLowerCase().replace(/^(?:the|this|that|its|their)\s+(?:very\s+)?/, "");
      const lower = unit!.toLowerCase();
      // "the past year" lasts until now; "last year" is the year before.
      if (/^the\s+(?:past|last)\s+(?:week|month|year|decade|century)/i.test(matched))
        return value("DURATION", durationOf(1, lower));
      return shift(calendarUnitOf(lower)!, pickOf(word) ?? 0);
    },
  },
  {
    pattern: pattern(
      "(?:(?<which>that|that same|the same|the following|the next|the previous|the preceding|the very next) )(?<unit>day|night|morning|afternoon|evening|week|weekend|month|quarter|year|decade)<END>",
    ),
    read: ({ which, unit }) => {
      const lower = unit!.toLowerCase();
      const count = pickOf(which!.replace(/^the\s+(?:very\s+)?/i, "")) ?? 0;
      const step = /same|that/i.test(which!) ? 0 : count;
      if (/^(?:that|the\s+previous)$/i.test(which!) && lower === "night") return shift("day", step, "reference");
      return shift(calendarUnitOf(lower) ?? "day", step, "reference");
    },
  },
  { pattern: pattern("the day before<END>(?! yesterday)"), read: () => shift("day", -1, "reference") },
  { pattern: pattern("the day after<END>(?! tomorrow)"), read: () => shift("day", 1, "reference") },
  { pattern: pattern("(?:the )?weekend<END>"), read: () => shift("weekend", 0) },
];

const agoRules: readonly Rule[] = [
  {
    pattern: pattern(
      "(?<num><NUM>(?: and a half)?)(?: |-)(?:full |whole |long )?<UNIT> (?<side>ago|earlier|before|previously|later|afterwards?|from now|hence|on|after that)<END>",
    ),
    read: ({ num, unit, side }) => {
      const count = countOf(num!);
      const name = unitOf(unit!);
      const grain = calendarUnitOf(name);
      const sign = /^(?:ago|earlier|before|previously)$/i.test(side!) ? -1 : 1;
      if (/^on$/i.test(side!)) return null;
      if (count === null) return null;
      if (grain === null || !Number.isInteger(count)) {
        return name === "hour" || name === "minute" || name === "second"
          ? shift("day", 0, /^ago$/i.test(side!) ? "anchor" : "reference")
          : value("DATE", sign < 0 ? "PAST_REF" : "FUTURE_REF");
      }
      return shift(
        grain,
        sign * count * (name === "fortnight" ? 2 : 1),
        /^(?:ago|from now)$/i.test(side!) ? "anchor" : "reference",
      );
    },
  },
  {
    pattern: pattern(
      "(?:(?:<VAGUE>|long|some time|sometime|a while|hundreds of|thousands of|tens of)(?: <UNIT>)?|<UNIT>) ago<END>",
    ),
    read: () => value("DATE", "PAST_REF"),
  },
];

const durationRules: readonly Rule[] = [
  {
    pattern: pattern(
      "(?:(?:the|its|their|his|her|this) )?(?:(?:last|past|next|coming|first|previous|final|following|preceding|initial|entire|remaining|another|full|same) ){0,2}(?<num><NUM>(?: and a half)?|half an?|half)(?: to <NUM>|-to-<NUM>)?(?:[- ](?:consecutive|straight|full|long|whole|more|additional|solid|or so|odd|previous|past|recent|successive|business|working|calendar|fiscal)){0,2}[- ]<UNIT>(?:[- ]long)?(?: and a half)?<END>(?!-old|[- ]olds?<END>)",
    ),
    read: ({ num, unit }, matched) => {
      const name = unitOf(unit!);
      const count = countOf(/half$/i.test(matched) && !/half/i.test(num!) ? `${num} and a half` : num!);
      if (count === null) return null;
      // "a second", "a quarter": mostly no time.
      if (/^(?:a|an|another|half|one|four|three)$/i.test(num!) && /^(?:second|quarter)s?$/.test(name)) return null;
      if (count === 0.5)
        return value(
          "DURATION",
          { hour: "PT30M", day: "PT12H", year: "P6M", decade: "P5Y", century: "P50Y", minute: "PT30S" }[name] ??
            durationOf(count, name),
        );
      return value("DURATION", durationOf(count, name));
    },
  },
  {
    pattern: pattern(
      "(?:(?:the|these|those|its|their) )?(?:(?:last|past|next|coming|recent|first|previous|following|final|preceding) )?(?:<VAGUE>|several|more|dozens of|hundreds of|thousands of|tens of thousands of) (?:(?:more|long|past|recent|full|consecutive) )?<UNIT>(?<=s|a)<END>",
    ),
    read: ({ unit }) => value("DURATION", durationOf("X", unitOf(unit!))),
  },
  {
    pattern: pattern(
      "(?:(?:the|in) )?(?:recent|coming|past|last|next|previous|following|these|those|ensuing|intervening) <UNIT>(?<=s|a)<END>",
    ),
    read: ({ unit }, matched) => (/^in/i.test(matched) ? null : value("DURATION", durationOf("X", unitOf(unit!)))),
  },
  {
    pattern: pattern("(?<unit>day|week|month|year|decade|hour|century)-?(?:s-)?long<END>"),
    read: ({ unit }) => value("DURATION", durationOf(1, unitOf(unit!))),
  },
];

const setRules: readonly Rule[] = [
  {
    pattern: pattern("(?:every|each|per) (?:other )?(?:(?<num><NUM>) )?<UNIT>"),
    read: ({ num, unit }) => {
      const count = num === undefined ? 1 : countOf(num);
      return count === null ? null : value("SET", durationOf(count, unitOf(unit!)));
    },
  },
  { pattern: pattern("(?:every|each) <MONTH>"), read: ({ month }) => value("SET", `XXXX-${pad(monthOf(month!))}`) },
  {
    pattern: pattern("(?:every|each) <SEASON>"),
    read: ({ season }) =>
      value(
        "SET",
        `XXXX-${{ spring: "SP", summer: "SU", autumn: "FA", fall: "FA", winter: "WI" }[season!.toLowerCase()]}`,
      ),
  },
  {
    pattern: pattern("(?:every|each) (?<part>morning|afternoon|evening|night)<END>"),
    read: ({ part }) => value("SET", `XXXX-XX-XX${dayPart(part!)}`),
  },
  {
    pattern: pattern(
      "(?<often>hourly|daily|nightly|weekly|biweekly|fortnightly|monthly|quarterly|annually|yearly)<END>",
    ),
    read: ({ often }) =>
      value(
        "SET",
        {
          hourly: "PT1H",
          daily: "P1D",
          nightly: "P1D",
          weekly: "P1W",
          biweekly: "P2W",
          fortnightly: "P2W",
          monthly: "P1M",
          quarterly: "P1Q",
          annually: "P1Y",
          yearly: "P1Y",
        }[often!.toLowerCase()]!,
      ),
  },
];

const vagueRules: readonly Rule[] = [
  {
    pattern: pattern(
      "(?:now|currently|presently|nowadays|at present|these days|at the moment|at this (?:time|point|moment)|the present|right now|until now|up to now)<END>",
    ),
    read: () => value("DATE", "PRESENT_REF"),
  },
  {
    pattern: pattern("(?:recently|lately|previously|the past|the recent past|recent times|in the past)<END>"),
    read: (_, matched) => (/^in/i.test(matched) ? null : value("DATE", "PAST_REF")),
  },
  {
    pattern: pattern(
      "(?:soon|shortly|the (?:near|nearest|foreseeable|immediate|distant|not-too-distant|not too distant)? ?future|the coming future)<END>",
    ),
    read: () => value("DATE", "FUTURE_REF"),
  },
];

const clockRules: readonly Rule[] = [
  {
    pattern: pattern(
      "(?<hour>[01]?\\d|2[0-4])(?:[:.](?<minute>[0-5]\\d))?(?::[0-5]\\d)? ?(?<half>a\\.m\\.?|p\\.m\\.?|am|pm)(?![\\p{L}\\p{N}])" +
        "(?:,? \\(?(?:(?:local|Moscow|Kyiv|Kiev|Minsk|Greenwich mean|Eastern|Central|Pacific)(?: (?:standard|daylight))? time|[A-Z]{2,4}T|GMT|UTC)<END>\\)?)?",
    ),
    read: ({ hour, minute, half }) => {
      const number = Number(hour);
      if (number > 12 || number === 0) return null;
      const h = (number % 12) + (/^p/i.test(half!) ? 12 : 0);
      return { kind: "clock", time: `T${pad(h)}:${minute ?? "00"}` };
    },
  },
  {
    pattern: pattern(
      "(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)(?![\\p{N}:])(?<zone>,? ?(?:GMT|UTC|[A-Z]{2,4}T|hrs|hours|local time|(?:Moscow|Kyiv|Kiev|Minsk|Greenwich mean) time)<END>)?",
    ),
    read: ({ hour, minute }) => ({ kind: "clock", time: `T${pad(hour!)}:${minute}` }),
  },
  {
    pattern: pattern("(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d) ?(?:GMT|UTC|hrs|hours)<END>"),
    read: ({ hour, minute }) => ({ kind: "clock", time: `T${hour}:${minute}` }),
  },
  {
    pattern: pattern("(?<num>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o['’]clock<END>"),
    read: ({ num }) => {
      const hour = countOf(num!);
      return hour !== null && hour <= 24 ? { kind: "clock", time: `T${pad(hour)}:00` } : null;
    },
  },
  {
    pattern: pattern("(?<part>noon|midnight|midday)<END>"),
    read: ({ part }) => ({ kind: "clock", time: dayPart(part!) }),
  },
  { pattern: pattern("tonight<END>"), read: () => ({ kind: "clock", time: "tonight" }) },
  { pattern: pattern("overnight<END>"), read: () => ({ kind: "clock", time: "TNI" }) },
  { pattern: pattern("last night<END>"), read: () => ({ kind: "clock", time: "last night" }) },
  {
    pattern: pattern("this (?<part>morning|afternoon|evening)<END>"),
    read: ({ part }) => ({ kind: "clock", time: dayPart(part!) }),
  },
];

/** Every rule. The longest match at a place wins, the earlier rule of two that are equally long. */
export const rules: readonly Rule[] = [
  ...dayRules,
  ...monthRules,
  ...yearRules,
  ...weekdayRules,
  ...deicticRules,
  ...agoRules,
  ...durationRules,
  ...setRules,
  ...vagueRules,
  ...clockRules,
];
