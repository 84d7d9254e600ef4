import type { DayRange } from "../../../model/document.ts";
import type { Telling } from "../reading.ts";
import { clocksDiffer, clockTimesOf } from "./clock.ts";
import { once } from "./once.ts";

const weekday = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;
/** A day by itself. "That night" and "three days before" hang on what was told before, and a time of day alone is read as that of the report. */
const fixed =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|today|yesterday|tomorrow|tonight|(?:last|this|next) (?:night|week|weekend|month|year|spring|summer|autumn|winter)|(?:19|20)\d\d)\b/i;
const hanging = /\b(?:before|after|earlier|later|previous|following|same|that)\b/i;
/** A night has two days. */
const atNight = /\b(?:night|overnight|midnight|evening|early hours|dawn|small hours)\b/i;

interface Day {
  readonly range: DayRange;
  readonly weekday: string | null;
  readonly isNight: boolean;
}

const dayLengthMs = 86_400_000;

/** Days that are told; of something planned only those to come, as "on Friday" may have been read as the Friday before. */
const daysOf = once(({ told, span, features, day }: Telling): readonly Day[] => {
  const { text, timexes } = told.annotation;
  return timexes.flatMap(({ start, end, type, range }): readonly Day[] => {
    if (start < span[0] || end > span[1] || !range || type === "DURATION" || type === "SET") return [];
    const words = text.slice(start, end);
    if (!fixed.test(words) || hanging.test(words)) return [];
    if (features.planned && day !== null && range[1] < day) return [];
    return [{ range, weekday: weekday.exec(words)?.[0].toLowerCase() ?? null, isNight: atNight.test(words) }];
  });
});

/** May both be one day? The same name of a day is read from two reports as two days more often than it is two. */
function fit(a: Day, b: Day): boolean {
  if (a.weekday !== null && a.weekday === b.weekday) return true;
  const slackMs = a.isNight || b.isNight ? dayLengthMs : 0;
  return (
    Date.parse(a.range[0]) <= Date.parse(b.range[1]) + slackMs &&
    Date.parse(b.range[0]) <= Date.parse(a.range[1]) + slackMs
  );
}

const forNow =
  /\b(?:until further notice|temporar(?:y|ily)|for now|for the (?:time being|moment)|provisional(?:ly)?)\b/i;
const forGood = /\b(?:for good|permanent(?:ly)?|for ever|forever|once and for all|indefinitely|definitively)\b/i;

/** Does it hold for a while or for good, where that is told? */
const lastingOf = once(({ words }: Telling) => ({ isForNow: forNow.test(words), isForGood: forGood.test(words) }));

const clocksOf = once(({ words }: Telling) => clockTimesOf(words));

/** Does the one hold for a while and the other for good? */
function lastingDiffers(a: Telling, b: Telling): boolean {
  const [one, other] = [lastingOf(a), lastingOf(b)];
  return (one.isForNow && other.isForGood) || (one.isForGood && other.isForNow);
}

/** Told of another day or hour, or of another length without a number: none of the days of the one may be one of the other's. */
export function timesDiffer(a: Telling, b: Telling): boolean {
  if (lastingDiffers(a, b)) return true;
  const [one, other] = [daysOf(a), daysOf(b)];
  if (one.length > 0 && other.length > 0 && !one.some((day) => other.some((second) => fit(day, second)))) return true;
  return clocksDiffer(clocksOf(a), clocksOf(b));
}
