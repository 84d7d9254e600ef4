import { id } from "../model/id.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Parsed } from "../model/sentence.ts";
import { overlaps, spanOf } from "../model/span.ts";
import type { Timex } from "../model/timex.ts";
import { readSentences } from "../sentence/read.ts";
import { fateAround } from "./quantity-fate.ts";
import { digitsPattern, numberOf, scalePattern, wordsPattern } from "./quantity-number.ts";
import { currencies, unitAfter } from "./quantity-unit.ts";

type Bound = Quantity["bound"];

/** A number with its bound, before its unit is known. */
interface Amount {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
}

const exact = new RegExp(`(?:${digitsPattern}(?:${scalePattern})?|${wordsPattern})`, "iuy");
const range = new RegExp(
  `(?<low>${digitsPattern}(?:${scalePattern})?|${wordsPattern})(?:\\s{1,3}(?:to|and|or)\\s{1,3}|\\s?[-–—]\\s?)[$€£]?(?<high>${digitsPattern}(?:${scalePattern})?|${wordsPattern})`,
  "iuy",
);

/** Numbers that are not told. `low` is twice the word: whoever writes "dozens" means two at least. */
const vague =
  /(?:(?<many>tens|hundreds|dozens) of (?<of>thousands|millions)|(?<plural>dozens|scores|hundreds|thousands|millions|billions)|(?:several|a few|few|many|a couple)(?: of)? (?<unit>dozen|hundred|thousand|million|billion)|(?<some>several|a few|a couple of|a handful of))(?![\p{L}\p{N}])/iuy;

const vagueSize: Readonly<Record<string, number>> = {
  tens: 10,
  dozen: 12,
  score: 20,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};
const sizeOf = (word: string): number =>
  vagueSize[word.toLowerCase()] ?? vagueSize[word.toLowerCase().replace(/s$/, "")]!;

/** Words before a number that bound it; they belong to the quantity's span. */
const bounds: readonly (readonly [pattern: RegExp, bound: Bound])[] = [
  [
    /(?<![\p{L}\p{N}])(?:at least|no (?:less|fewer) than|not (?:less|fewer) than|a minimum of|a total of more than)\s{1,3}$/iu,
    "at-least",
  ],
  [
    /(?<![\p{L}\p{N}])(?:no more than|not more than|at most|at the most|a maximum of|up to|as many as|as much as|up to about)\s{1,3}$/iu,
    "at-most",
  ],
  [
    /(?<![\p{L}\p{N}])(?:more than|over|well over|just over|above|upwards? of|in excess of|exceeding|greater than)\s{1,3}(?:some\s{1,3})?$/iu,
    "at-least",
  ],
  [/(?<![\p{L}\p{N}])(?:less than|fewer than|under|just under|below|nearly|almost|close to)\s{1,3}$/iu, "at-most"],
  [
    /(?<![\p{L}\p{N}])(?:about|around|some|roughly|approximately|an estimated|estimated|circa|an? approximate)\s{1,3}$/iu,
    "about",
  ],
];

const betweenBefore = /(?<![\p{L}\p{N}])between\s{1,3}$/iu;

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** "2 to 3 million": the first takes the scale of the second. */
function lowOf(low: string, high: string): number | null {
  const value = numberOf(low);
  const scale = /(hundred|thousand|million|billion|trillion|bn|mn|k|m|tn)$/i.exec(high);
  if (value === null || scale === null || /[a-z]$/i.test(low) || value >= 1000) return value;
  return numberOf(`${low} ${scale[1]}`);
}

/** The amount that begins at `at`, without the bound before it; null where no number begins. */
function amountAt(text: string, at: number, limit: number): Amount | null {
  const some = execAt(vague, text, at);
  if (some !== null && some.index + some[0].length <= limit) {
    const { many, of, plural, unit, some: few } = some.groups!;
    const low = many !== undefined ? sizeOf(many) * sizeOf(of!) : few !== undefined ? 1 : sizeOf((plural ?? unit)!);
    return {
      start: at,
      end: at + some[0].replace(/ of$/i, "").length,
      value: null,
      low: 2 * low,
      high: null,
      bound: "at-least",
    };
  }
  const pair = execAt(range, text, at);
  if (pair !== null && at + pair[0].length <= limit) {
    const { low: first, high: second } = pair.groups!;
    const between = betweenBefore.test(text.slice(Math.max(0, at - 12), at));
    const [low, high] = [lowOf(first!, second!), numberOf(second!)];
    if (
      low !== null &&
      high !== null &&
      low < high &&
      (between || !/\sand\s/i.test(pair[0].slice(first!.length, -second!.length)))
    )
      return { start: at, end: at + pair[0].length, value: null, low, high, bound: "range" };
  }
  const one = execAt(exact, text, at);
  if (one === null || at + one[0].length > limit) return null;
  const value = numberOf(one[0]);
  return value === null ? null : { start: at, end: at + one[0].length, value, low: value, high: value, bound: "exact" };
}

/** An amount with the bound that the words before it give. */
function bounded(text: string, amount: Amount, from: number): Amount {
  let start = amount.start;
  // "more than $5 million": the sign stands between.
  const sign = /(?:US\$|[$€£¥₽₴₹₺])\s?$/.exec(text.slice(Math.max(from, start - 5), start));
  if (sign) start -= sign[0].length;
  const before = text.slice(Math.max(from, start - 28), start);
  const between = betweenBefore.exec(before);
  if (amount.bound === "range") return { ...amount, start: between ? start - between[0].length : start };
  for (const [pattern, bound] of bounds) {
    const match = pattern.exec(before);
    if (!match) continue;
    const at = { ...amount, start: start - match[0].length };
    const { value } = amount;
    if (value === null) return at;
    if (bound === "at-least") return { ...at, bound, low: value, high: null };
    // "nearly 1,000" is hardly less than that; it has no lower bound that could be named.
    if (/nearly|almost|close/i.test(match[0])) return { ...at, bound: "about", low: null, high: value };
    if (bound === "at-most") return { ...at, bound, low: null, high: value };
    return { ...at, bound, low: null, high: null };
  }
  return { ...amount, start };
}

/** Words that make the number behind them a name or a number in a list. */
const naming =
  /(?:^|[\s(])(?:No|Nos|no|Art|article|chapter|section|resolution|page|p|pp|flight|route|channel|room|unit|group|type|phase|round|level|class|division|brigade|battalion|regiment|part|point|item|paragraph|rule|law|decree|order|line|gate|terminal|platform|step|version|v|vol|volume|grade|category|number|aged|age|windows|phone|tel|fax)\.?\s{0,3}$/i;

/** Is this number no count: part of a name, a version, a score, a footnote, an age? */
function isName(text: string, from: number, { start, end }: Amount, hasUnit: boolean): boolean {
  const before = text.slice(Math.max(from, start - 16), start);
  const after = text.slice(end, end + 12);
  if (naming.test(before)) return true;
  if (/[\p{L}\p{N}][-–.:/]$/u.test(before) || /^[:/]\d|^\.\p{L}/u.test(after)) return true;
  if (/[[#№]$/.test(before) || (before.endsWith("(") && after.startsWith(")"))) return true;
  if (/^[-\s](?:year|month|week|day)s?[-\s]olds?(?!\p{L})/iu.test(after) || /^\s{0,2}years? of age/i.test(after))
    return true;
  if (/,\s$/.test(before) && after.startsWith(",")) return true;
  if (/^[-\s](?:thirds?|quarters?|fifths?|fourths?|tenths?|halves)(?!\p{L})/iu.test(after)) return true;
  // "Boeing 737", "Apollo 11": a name goes on with its number.
  return !hasUnit && /\p{Lu}[\p{L}-]{2,}\s$/u.test(before) && /^\d/.test(text.slice(start, end));
}

/** "one" and "two" as pronouns: "one of the", "no one", "one another". */
function isPronoun(words: readonly string[], at: number): boolean {
  const word = words[at]!.toLowerCase();
  if (word !== "one") return false;
  const [before = "", after = ""] = [words[at - 1]?.toLowerCase(), words[at + 1]?.toLowerCase()];
  return (
    /^(?:no|any|some|every|the|this|that|which|each|a|another|day)$/.test(before) ||
    /^(?:of|another|day|thing|another|side|hand|way|time|point|must|can|should|would|who|that|has|is|'s|’s)$/.test(
      after,
    )
  );
}

/**
 * Numbers of something in the sentences that are read (`readSentences`), in text order, never overlapping each other or a timex; `event` is null. A span holds the bound and the number with its
 * sign of money, not the unit: "at least two" paratroopers. Kept are numbers with a unit, a bound or a fate (see `fateAround`); names, versions, scores, ages and list numbers are no quantities.
 *
 * - exact: value, low and high are the number. - at-least ("more than", "at least"): low. - at-most ("up to", "fewer than"): high.
 * - about ("some", "about"): neither; "nearly" has high. - range ("between 10 and 15", "10-15 people"): low and high, value null.
 * - Words that leave the number open ("dozens", "tens of thousands", "several hundred") are at-least with value null and twice the word as low: 24, 20000, 200.
 */
export function findQuantities(parsed: Parsed, timexes: readonly Timex[]): readonly Quantity[] {
  const { text, sentences, tokens, firstToken } = parsed;
  const quantities: Quantity[] = [];
  const read = readSentences(parsed);
  let nextTimex = 0;
  for (const [s, [from, limit]] of sentences.entries()) {
    if (!read[s]) continue;
    const first = firstToken[s]!;
    const inside = tokens.slice(first, firstToken[s + 1]);
    let words: readonly string[] | null = null;
    let done = from;
    for (const [at, token] of inside.entries()) {
      if (token.start < done || !mayCount(text, token.start)) continue;
      const bare = amountAt(text, token.start, limit);
      if (bare === null) continue;
      while (nextTimex < timexes.length && timexes[nextTimex]!.end <= bare.start) nextTimex++;
      const timex = timexes[nextTimex];
      const span = bounded(text, bare, done);
      if (timex !== undefined && overlaps(spanOf(timex), spanOf(span))) {
        done = Math.max(bare.end, timex.end);
        continue;
      }
      if (timexes[nextTimex - 1] !== undefined && overlaps(spanOf(timexes[nextTimex - 1]!), spanOf(span))) continue;
      words ??= inside.map((each) => text.slice(each.start, each.end));
      let behind = at + 1;
      while (behind < inside.length && inside[behind]!.start < span.end) behind++;
      if (behind < inside.length && inside[behind - 1]!.end > span.end) continue;
      const sign = /^(?:.*\s)?(US\$|[$€£¥₽₴₹₺])\s?$/s.exec(text.slice(span.start, bare.start))?.[1];
      const found = unitAfter(words, behind, span.value === 1);
      const unit = sign === undefined ? found.unit : currencies[sign]!;
      if (isName(text, from, bare, unit !== null) || isPronoun(words, at)) continue;
      const of = sign === undefined ? fateAround(words, at, Math.max(behind, found.next)) : null;
      if (unit === null && of === null && span.bound === "exact") continue;
      quantities.push({ id: id<"quantity">(`q${quantities.length + 1}`), ...span, unit, of, event: null });
      done = span.end;
    }
  }
  return quantities;
}

/** Can a number begin here? A quick no for most words. */
function mayCount(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0x30 && unit <= 0x39) return true;
  return /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}{3,6}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|an?\s{1,3}(?:hundred|thousand|million|billion|trillion|dozen|few|couple|handful)|tens|hundreds|dozens|scores|thousands|millions|billions|several|few|many)(?![\p{L}\p{N}])/iu.test(
    text.slice(at, at + 16),
  );
}
