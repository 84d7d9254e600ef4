import type { Expression, Meaning } from "./timex-meaning.ts";
import { rules } from "./timex-rule.ts";
import { dayPart, durationOf, pattern, unitOf } from "./timex-word.ts";

/** First words of all rules; a word that begins none is skipped at once. Digits and apostrophes begin some. */
const first = new Set(
  (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun " +
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety zero " +
    "a an the this that these those last next past previous current coming latest recent following its their his her every each per another half " +
    "several few many some dozens hundreds thousands tens numerous various countless couple " +
    "spring summer autumn fall winter first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth latter year fiscal ad " +
    "today yesterday tomorrow tonight overnight now currently presently nowadays recently lately previously soon shortly weekend noon midnight midday " +
    "hourly daily nightly weekly biweekly fortnightly monthly quarterly annually yearly " +
    "at right until up in long sometime hours days weeks months years decades centuries minutes day week month decade hour century " +
    "early late later earlier mid middle end beginning start nearly almost about around approximately roughly more less over under at as only just within exactly least most"
  ).split(" "),
);

/** Words before an expression that belong to it: TIMEX3 keeps them in `mod`, the value is the same. */
const modifier = pattern(
  "(?:(?:as )?(?:very )?(?:early|late|later|earlier)(?: (?:in|on|as))?|mid-?|(?:the )?(?:very )?(?:end|beginning|start|middle|early part|latter part|close|onset|first part|last part) of|(?:the )?(?:early|late|mid|middle)-?|at least|at most|nearly|almost|about|around|approximately|roughly|more than|less than|no more than|not more than|no less than|as (?:many|much|long|little|early|late) as|up to|well over|just over|just under|over|under|only|just|some|exactly)(?: |(?<=-))(?:the )?",
);

/** Modifiers of a length; before a day or a month they are prepositions: "over the weekend". */
const measures = /^(?:over|under|some|only|just|up to|at least|at most|more than|less than|exactly)\s/i;

const blankPart = pattern(
  " (?:(?:early|late|mid)[- ])?(?<part>morning|afternoon|evening|night|midday|noon|midnight)(?![\\p{L}\\p{N}])",
);
const partOf = pattern(
  "(?:the |on the |in the )?(?:(?:early|late) )?(?<part>morning|afternoon|evening|night|early hours|dawn|eve) (?:of|on) (?:the )?",
);

function execAt(regexp: RegExp, text: string, at: number): RegExpExecArray | null {
  regexp.lastIndex = at;
  return regexp.exec(text);
}

/** The longest rule that matches at `at` and ends by `limit`. */
function longestAt(
  text: string,
  at: number,
  limit: number,
): { readonly end: number; readonly meaning: Meaning } | null {
  let best: { end: number; meaning: Meaning } | null = null;
  for (const rule of rules) {
    const match = execAt(rule.pattern, text, at);
    if (!match) continue;
    const end = at + match[0].trimEnd().length;
    if (end <= (best?.end ?? at) || end > limit) continue;
    const meaning = rule.read(match.groups ?? {}, match[0]);
    if (meaning !== null) best = { end, meaning };
  }
  return best;
}

/** Nouns that make a number before them a count and not a year: "2000 troops". */
const counted =
  /^\s{1,3}(?:people|persons?|men|women|children|troops?|soldiers?|fighters?|migrants?|refugees?|civilians?|police|officers?|kilomet\w+|km|met(?:er|re)s?|miles?|feet|tons?|tonnes?|kilos?|kg|dollars?|euros?|rubles?|roubles?|pounds?|yen|percent|per cent|times|points?|votes?|houses?|homes?|cases?|deaths?|jobs?|workers?|employees?|shares?|copies|barrels?|words?|vehicles?|tanks?|aircraft|missiles?|years?|days?|hours?|members?|students?|seats?|calories|degrees?|GMT|UTC|hrs|hours|[-–]strong|hectares?|acres?|families|buildings?|rounds?|prisoners?|inmates?|detainees?)(?![\p{L}\p{N}])/iu;

/** Can these four digits be a year? They are a count before a counted noun, and a number after a mark of number or money. */
function isYear(text: string, start: number, end: number): boolean {
  if (counted.test(text.slice(end, end + 24))) return false;
  const before = text.slice(Math.max(0, start - 12), start);
  if (
    /(?:[$£€#№+×*/=@_]|No\.|[A-Z]{1,4}-|\d[-.,:]|(?:^|\s)(?:[Nn]os?\.?|[Pp]age|[Ff]light|[Rr]oom|[Cc]hannel|[Aa]rticle|[Cc]ode|[Ss]ection|[Rr]esolution|[Oo]rder|[Uu]nit|[Nn]umber|than|least))\s?$/.test(
      before,
    )
  )
    return /\d{4}[-–/]$/.test(before);
  const year = Number(text.slice(start, end).replace(/\D/g, ""));
  if (year >= 1900 && year <= 2100) return true;
  return /(?:\b(?:in|since|by|from|of|until|till|to|and|during|after|before|between|around|about|circa|early|late|mid|year|through|the)\s{1,3}|\(|[-–])$/i.test(
    before,
  );
}

/** "May" and "March" alone are months after these, or before a year; "second" and "sun" have no such rule because they need more. */
function isMonth(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  if (!/^(?:May|March|MAY|MARCH|Mar|Jun|Jan|Dec|Sep)\.?$/.test(word)) return true;
  return /(?:\b(?:in|of|since|by|until|till|during|through|from|to|and|or|between|before|after|for|this|last|next|early|late|mid|every|each|around)\s{1,3}|mid-|[-–(,]\s?)$/i.test(
    text.slice(Math.max(0, start - 12), start),
  );
}

/** "soon after the siege", "he soon left" are told of the past; they name no time to come. */
function isAhead(text: string, start: number, end: number): boolean {
  if (/^\s{1,3}(?:after|before|as|there|follow)/i.test(text.slice(end, end + 12))) return false;
  const clause = text.slice(Math.max(0, start - 40), end + 24);
  return /(?:\bwill\b|['’]ll\b|\bmay\b|\bmight\b|\bcould\b|\bwould\b|\bshould\b|\bcan\b|\bto\b|\bhopes?\b|\bexpect)/i.test(
    clause,
  );
}

/** TIMEX3 value of a bare "weeks", else null. */
const bareWeeks = (words: string): string | null =>
  /^(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)$/i.test(words)
    ? durationOf("X", unitOf(words))
    : null;

/** "for weeks", "within days". */
const isLasting = /\b(?:for|within|over|after|took|takes?|lasted|lasting|spent|in)\s{1,3}$/i;

const isTimeAlone = /\b(?:at|by|until|till|from|around|about|since|before|after|between|and|to|through|of)\s{1,3}$/i;

/** Does the text around allow this reading? */
function allowed(text: string, start: number, end: number, meaning: Meaning): boolean {
  const words = text.slice(start, end);
  if (meaning.kind === "year" && /^\d{4}$/.test(words)) return isYear(text, start, end);
  // "February 30" is no day, and no February either.
  if (meaning.kind === "month" && meaning.year === null && /^\s{1,3}\d{1,2}(?!\d|:)/.test(text.slice(end, end + 6)))
    return false;
  if (meaning.kind === "month" && /^\p{L}+\.?$/u.test(words)) return isMonth(text, start, end);
  if (meaning.kind === "value" && /ties$/i.test(words) && !/^the\s/i.test(words))
    return /\bthe\s(?:early|late|mid)[-\s]$/i.test(text.slice(Math.max(0, start - 12), start));
  // "the fall of the city" is no autumn.
  if (meaning.kind === "part" && meaning.year === null) return !/^\s{1,3}of\s/.test(text.slice(end, end + 6));
  if (meaning.kind === "value" && meaning.value === "FUTURE_REF" && /^(?:soon|shortly)$/i.test(words))
    return isAhead(text, start, end);
  if (meaning.kind === "value" && meaning.value === bareWeeks(words))
    return isLasting.test(text.slice(Math.max(0, start - 10), start));
  // "0:00 0:02:50": a player's times have no word before them.
  if (meaning.kind === "clock" && /^\d{1,2}:\d\d$/.test(words))
    return isTimeAlone.test(text.slice(Math.max(0, start - 12), start));
  return true;
}

/** "twice a week", "$5 a day", "3 percent a year": how often, not how long. */
const often =
  /(?:^|[\s$€£])(?:once|twice|thrice|times|percent|per cent|(?:\d(?:[\d,.]*\d)?|one|two|three|four|five|six|ten)(?: (?:hundred|thousand|million|billion))?|dollars|euros|rubles|roubles|barrels|tons|tonnes|kilometers|kilometres|miles|people|hours|days|cases|shells|rounds|trips|flights)\s{1,3}$/i;

/** A duration "a week" behind a number of times or an amount is a set. */
function asSet(text: string, start: number, end: number, meaning: Meaning): Meaning {
  if (meaning.kind !== "value" || meaning.type !== "DURATION") return meaning;
  const unit = /^an?\s+(hour|day|night|week|month|quarter|year)$/i.exec(text.slice(start, end))?.[1];
  if (unit === undefined || !often.test(text.slice(Math.max(0, start - 24), start))) return meaning;
  return { kind: "value", type: "SET", value: durationOf(1, unitOf(unit)) };
}

/** Is the first word at `at` one that begins an expression? */
function mayBegin(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if ((unit >= 0x30 && unit <= 0x39) || unit === 0x27 || unit === 0x2019) return true;
  const word = execAt(/[a-z]{1,12}/iy, text, at);
  return word !== null && first.has(word[0].toLowerCase());
}

/** The expression that begins at `at`, with its modifiers and its part of the day; null where none does. */
function expressionAt(text: string, at: number, limit: number): Expression | null {
  if (!mayBegin(text, at)) return null;
  for (const [before, isPart] of [
    [null, false],
    [execAt(partOf, text, at), true],
    [execAt(modifier, text, at), false],
  ] as const) {
    if (before === null && isPart) continue;
    const from = at + (before?.[0].length ?? 0);
    const found = longestAt(text, from, limit);
    if (found === null || !allowed(text, from, found.end, found.meaning)) continue;
    const meaning = asSet(text, from, found.end, found.meaning);
    const dated = meaning.kind !== "clock" && !(meaning.kind === "value" && meaning.type !== "DATE");
    if (isPart && !dated) continue;
    if (
      before !== null &&
      !isPart &&
      measures.test(before[0]) &&
      dated &&
      meaning.kind !== "shift" &&
      meaning.kind !== "year"
    )
      continue;
    const lead = isPart ? before!.groups!.part!.toLowerCase() : null;
    if (lead !== null)
      return {
        start: at,
        end: found.end,
        meaning,
        time: lead === "eve" ? null : (dayPart(lead) ?? "TMO"),
      };
    const part = dated && meaning.kind !== "year" ? execAt(blankPart, text, found.end) : null;
    if (part && found.end + part[0].length <= limit)
      return { start: at, end: found.end + part[0].length, meaning, time: dayPart(part.groups!.part!) };
    return { start: at, end: found.end, meaning, time: null };
  }
  return null;
}

const isDated = ({ meaning }: Expression): boolean =>
  meaning.kind === "day" ||
  meaning.kind === "weekday" ||
  (meaning.kind === "shift" && meaning.unit === "day") ||
  (meaning.kind === "value" && /^\d{4}-\d\d-\d\d$/.test(meaning.value));

/** A time of day and a day side by side are one expression: "10:30 a.m. on Friday", "Friday at noon", "Friday, November 12". */
function joined(text: string, left: Expression, right: Expression): Expression | null {
  const gap = text.slice(left.end, right.start);
  if (gap.length > 6 || !/^(?:,? (?:on |at |of )?|,)$/.test(gap)) return null;
  if (left.meaning.kind === "clock" && isDated(right) && right.time === null && left.meaning.time.startsWith("T"))
    return { start: left.start, end: right.end, meaning: right.meaning, time: left.meaning.time };
  if (
    isDated(left) &&
    right.meaning.kind === "clock" &&
    right.meaning.time.startsWith("T") &&
    (left.time === null || /\d/.test(right.meaning.time))
  )
    return { start: left.start, end: right.end, meaning: left.meaning, time: right.meaning.time };
  return null;
}

/** Time expressions of a text from word to word (`starts`: offsets of words, in order), in text order, never overlapping, none past `limit`. */
export function scanExpressions(text: string, starts: readonly number[], limit: number): readonly Expression[] {
  const found: Expression[] = [];
  let end = -1;
  for (const at of starts) {
    if (at < end) continue;
    const expression = expressionAt(text, at, limit);
    if (expression === null) continue;
    end = expression.end;
    const last = found.at(-1);
    const both = last === undefined ? null : joined(text, last, expression);
    if (both === null) found.push(expression);
    else found[found.length - 1] = both;
  }
  return found;
}
