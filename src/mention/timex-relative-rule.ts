import type { Meaning, Rule } from "./timex-meaning.ts";
import { calendarUnitOf, countOf, dayPart, durationOf, pad, pattern, pickOf, unitOf, value } from "./timex-word.ts";

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

/** "Today", "last week", "the next day". */
export const deicticRules: readonly Rule[] = [
  { pattern: pattern("the day before yesterday<END>"), read: () => shift("day", -2) },
  { pattern: pattern("the day after tomorrow<END>"), read: () => shift("day", 2) },
  { pattern: pattern("today<END>"), read: () => shift("day", 0) },
  { pattern: pattern("yesterday<END>"), read: () => shift("day", -1) },
  { pattern: pattern("tomorrow<END>"), read: () => shift("day", 1) },
  {
    pattern: pattern(
      "(?:(?<pick>last|this|past|previous|current|next|coming|latest|(?:the|its|their) (?:very )?(?:last|past|previous|current|next|coming|latest|preceding|upcoming|prior)) )(?:fiscal |calendar |trading |business )?(?<unit>week|weekend|month|quarter|year|decade|century)<END>",
    ),
    read: ({ pick, unit }, matched) => {
      const word = pick!.toLowerCase().replace(/^(?:the|its|their)\s+(?:very\s+)?/, "");
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
  { pattern: pattern("(?:the )?weekend<END>"), read: () => ({ kind: "weekend" }) },
  {
    pattern: pattern(
      "(?:the )?(?:end|beginning|start|middle|rest|remainder|close|turn) of the (?<unit>week|month|quarter|year|decade|century)<END>",
    ),
    read: ({ unit }) => shift(calendarUnitOf(unit!.toLowerCase())!, 0),
  },
  {
    pattern: pattern("(?:the )?(?<unit>year|month)[- ]end<END>"),
    read: ({ unit }) => shift(calendarUnitOf(unit!.toLowerCase())!, 0),
  },
  { pattern: pattern("(?:the )?(?:latest|most recent) (?:quarter|period)<END>"), read: () => shift("quarter", -1) },
  {
    pattern: pattern(
      "(?:the )?(?:comparable |corresponding )?(?:year-ago|year-earlier|year-before) (?:quarter|period)<END>",
    ),
    read: () => shift("quarter", -5),
  },
];

/** "Two days ago", "three months later". */
export const agoRules: readonly Rule[] = [
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

/** Times that no calendar holds. */
export const vagueRules: readonly Rule[] = [
  {
    pattern: pattern(
      "(?:now|currently|presently|nowadays|at present|these days|at the moment|at this (?:time|moment)|the present|right now|until now|up to now)<END>",
    ),
    read: () => value("DATE", "PRESENT_REF"),
  },
  {
    pattern: pattern("(?:recently|lately|the past|the recent past|recent times|in the past)<END>"),
    read: (_, matched) => (/^in/i.test(matched) ? null : value("DATE", "PAST_REF")),
  },
  {
    pattern: pattern(
      "(?:soon|shortly|the (?:near|nearest|foreseeable|immediate|distant|not-too-distant|not too distant)? ?future|the coming future)<END>",
    ),
    read: () => value("DATE", "FUTURE_REF"),
  },
];

/** Times of day. */
export const clockRules: readonly Rule[] = [
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
