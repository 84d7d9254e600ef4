import type { Rule } from "./timex-meaning.ts";
import { countOf, dayPart, durationOf, monthOf, pad, pattern, unitOf, value } from "./timex-word.ts";

/** "Two days", "recent months". */
export const durationRules: readonly Rule[] = [
  {
    pattern: pattern(
      "(?:(?:the|its|their|his|her|this) )?(?:(?:last|past|next|coming|first|previous|final|following|preceding|initial|entire|remaining|another|full|same) ){0,2}(?<num><NUM>(?: and a half)?|half an?|half)(?: to <NUM>|-to-<NUM>)?(?:[- ](?:consecutive|straight|full|long|whole|more|additional|solid|or so|odd|previous|past|recent|successive|business|working|calendar|fiscal)){0,2}[- ]<UNIT>(?:[- ]long)?(?: and a half)?<END>(?!-old|[- ]olds?<END>)",
    ),
    read: ({ num, unit }, matched) => {
      const name = unitOf(unit!);
      const count = countOf(/half$/i.test(matched) && !/half/i.test(num!) ? `${num} and a half` : num!);
      if (count === null) return null;
      // "the 1988 quarter"
      if (/^(?:1\d|20)\d\d$/.test(num!) && /^(?:second|quarter)$/.test(name)) return null;
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
    pattern: pattern("(?:a )?(?<unit>day|week|month|year|decade|hour|century)(?<many>s)?-?long<END>"),
    read: ({ unit, many }) => value("DURATION", durationOf(many === undefined ? 1 : "X", unitOf(unit!))),
  },
  {
    // Only where the word before tells of a length (see \`allowed\` in timex-scan.ts).
    pattern: pattern("(?<unit>minutes|hours|days|weeks|months|years|decades|centuries)<END>"),
    read: ({ unit }) => value("DURATION", durationOf("X", unitOf(unit!))),
  },
];

/** "Every day", "monthly". */
export const setRules: readonly Rule[] = [
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
