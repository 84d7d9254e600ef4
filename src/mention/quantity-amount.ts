import type { Quantity } from "../model/quantity.ts";
import { digitsPattern, numberOf, scalePattern, wordsPattern } from "./quantity-number.ts";

type Bound = Quantity["bound"];

/** A number with its bound, before its unit is known. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
}

const number = `(?:${digitsPattern}(?:${scalePattern})?|${wordsPattern})`;
const money = String.raw`(?:US\$|[$€£¥₽₴₹₺])?`;
const exact = new RegExp(number, "iuy");
const range = new RegExp(
  `(?<low>${number})(?<join>\\s{1,3}(?:to|and|or)\\s{1,3}|\\s?[-–—]\\s?)${money}(?<high>${number})`,
  "iuy",
);
/** "more than a year", "under an hour": an article counts where a bound stands before it. */
const article =
  /an?(?=\s(?:second|minute|hour|day|week|fortnight|month|year|decade|century|mile|kilometre|kilometer)\b)/iuy;

/** Numbers that are not told. */
const vague =
  /(?:(?<many>tens|hundreds|dozens) of (?<of>thousands|millions)|(?<plural>tens|dozens|scores|hundreds|thousands|millions|billions)|(?:several|a few|few|many|a couple)(?: of)? (?<unit>dozen|hundred|thousand|million|billion)s?|a (?<group>couple|pair|trio)(?= of))(?![\p{L}\p{N}])/iuy;

/** What an open number may mean: from twice the word up to where the next word begins. */
const openRange: Readonly<Record<string, readonly [low: number, high: number]>> = {
  ten: [20, 99],
  dozen: [24, 99],
  score: [40, 99],
  hundred: [200, 999],
  thousand: [2000, 9999],
  million: [2e6, 9_999_999],
  billion: [2e9, 9_999_999_999],
  "ten thousand": [20_000, 99_999],
  "ten million": [2e7, 99_999_999],
  "dozen thousand": [24_000, 99_999],
  "dozen million": [2.4e7, 99_999_999],
  "hundred thousand": [200_000, 999_999],
  "hundred million": [2e8, 999_999_999],
};
const singular = (word: string): string => word.toLowerCase().replace(/s$/, "");
const groups: Readonly<Record<string, { readonly value: number; readonly bound: Bound }>> = {
  couple: { value: 2, bound: "about" },
  pair: { value: 2, bound: "exact" },
  trio: { value: 3, bound: "exact" },
};

/** Words before a number that bound it; they belong to the quantity's span. */
const before: readonly (readonly [pattern: RegExp, bound: Bound | "none"])[] = [
  [/(?<![\p{L}\p{N}])(?:not|not a single)\s{1,3}$/iu, "none"],
  [
    /(?<![\p{L}\p{N}])(?:at least|no (?:less|fewer) than|not (?:less|fewer) than|a minimum of|a total of more than)\s{1,3}$/iu,
    "at-least",
  ],
  [
    /(?<![\p{L}\p{N}])(?:no more than|not more than|at most|at the most|a maximum of|up to|as many as|as much as|up to about|no (?:larger|bigger|longer|higher) than)\s{1,3}$/iu,
    "at-most",
  ],
  [
    /(?<![\p{L}\p{N}])(?:(?:just |slightly |a little |well |far |many )?(?:more than|over)|above|upwards? of|in excess of|exceeding|(?:greater|larger|bigger|longer|higher) than)\s{1,3}(?:some\s{1,3})?$/iu,
    "at-least",
  ],
  [
    /(?<![\p{L}\p{N}])(?:just (?:under|below|over|short of)|nearly|almost|barely|close to|approaching|about|around|some|roughly|approximately|approx\.?|an estimated|estimated|circa|ca?\.|an? approximate|(?:somewhere )?in the region of|in the order of|a good)\s{1,3}$/iu,
    "about",
  ],
  [
    /(?<![\p{L}\p{N}])(?:less than|fewer than|smaller than|shorter than|(?:well )?under|(?:well )?below)\s{1,3}$/iu,
    "at-most",
  ],
  [/(?<![\p{L}\p{N}])exactly\s{1,3}$/iu, "exact"],
];
/** Verbs that bind the number behind them; they stay outside its span. */
const binding =
  /(?<!\p{L})(?:pass|passes|passed|top|tops|topped|exceed|exceeds|exceeded|surpass|surpasses|surpassed)\s{1,3}$/iu;
/** Words right behind a number that bound it. */
const after: readonly (readonly [pattern: RegExp, bound: Bound])[] = [
  [/(?:-plus|\+|\s{1,3}or more|\s{1,3}or over)(?![\p{L}\p{N}-])/iuy, "at-least"],
  [/(?:\s{1,3}or (?:so|thereabouts)|-ish)(?![\p{L}\p{N}])/iuy, "about"],
  [/(?:\s{1,3}or (?:less|fewer|under))(?![\p{L}\p{N}])/iuy, "at-most"],
];

const betweenBefore = /(?<![\p{L}\p{N}])between\s{1,3}$/iu;
/** "rose from 12 to 15": two figures of one count. */
const changed = /(?<![\p{L}\p{N}])from\s{1,3}$/iu;
const signBefore = /(?:US\$|[$€£¥₽₴₹₺])\s?$/;

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

function vagueAt(text: string, at: number, limit: number): Amount | null {
  const some = execAt(vague, text, at);
  if (some === null || some.index + some[0].length > limit) return null;
  const { many, of, plural, unit, group } = some.groups!;
  const end = at + some[0].length;
  if (group !== undefined) {
    const { value, bound } = groups[group.toLowerCase()]!;
    return {
      start: at,
      end,
      value,
      low: bound === "exact" ? value : null,
      high: bound === "exact" ? value : null,
      bound,
    };
  }
  const word = many === undefined ? singular((plural ?? unit)!) : `${singular(many)} ${singular(of!)}`;
  const [low, high] = openRange[word]!;
  return { start: at, end, value: null, low, high, bound: "range" };
}

function rangeAt(text: string, at: number, limit: number): Amount | null {
  const pair = execAt(range, text, at);
  if (pair === null || at + pair[0].length > limit) return null;
  const { low: first, high: second, join } = pair.groups!;
  const start = at - (signBefore.exec(text.slice(Math.max(0, at - 4), at))?.[0].length ?? 0);
  const lead = text.slice(Math.max(0, start - 12), start);
  const [low, high] = [lowOf(first!, second!), numberOf(second!)];
  if (low === null || high === null || low >= high) return null;
  if (/and/i.test(join!) && !betweenBefore.test(lead)) return null;
  if (/to/i.test(join!) && changed.test(lead)) return null;
  return { start: at, end: at + pair[0].length, value: null, low, high, bound: "range" };
}

/** "3.500" before a noun that is counted whole: a point between thousands. */
const pointed = /^\d{1,3}(?:\.\d{3})+$/;

/** The amount that begins at `at`, without the bound before it; null where no number begins. `limit` is where the sentence ends. */
export function amountAt(text: string, at: number, limit: number): Amount | null {
  const open = vagueAt(text, at, limit) ?? rangeAt(text, at, limit);
  if (open !== null) return open;
  const one = execAt(exact, text, at);
  if (one === null || at + one[0].length > limit) {
    const alone = execAt(article, text, at);
    if (alone === null) return null;
    const bound = bounded(text, { start: at, end: at + alone[0].length, value: 1, low: 1, high: 1, bound: "exact" }, 0);
    return bound.bound === "exact" ? null : { ...bound, start: at, low: 1, high: 1, bound: "exact" };
  }
  const printed = pointed.test(one[0]) ? one[0].replaceAll(".", "") : one[0];
  const isWhole =
    printed === one[0] ||
    /^\s(?!(?:kilo|met|mile|km|percent|per|degree|tonne|ton|litre|hectare|million|billion|inch|f[eo]+t)\b)\p{Ll}{3,}s(?!\p{L})/u.test(
      text.slice(at + one[0].length, at + one[0].length + 24),
    );
  const value = numberOf(isWhole ? printed : one[0]);
  if (value === null) return null;
  const roughly = /-odd|a\s{1,3}good/i.test(one[0]);
  return {
    start: at,
    end: at + one[0].length,
    value,
    low: roughly ? null : value,
    high: roughly ? null : value,
    bound: roughly ? "about" : "exact",
  };
}

/** An amount with the bound that the words beside it give; nothing before `from` is read. */
export function bounded(text: string, amount: Amount, from: number): Amount {
  let start = amount.start;
  // "more than $5 million": the sign stands between.
  const sign = signBefore.exec(text.slice(Math.max(from, start - 5), start));
  if (sign) start -= sign[0].length;
  const lead = text.slice(Math.max(from, start - 28), start);
  if (amount.bound === "range") {
    const between = betweenBefore.exec(lead);
    const known = before.find(([pattern]) => pattern.test(lead));
    return { ...amount, start: start - (between ?? known?.[0].exec(lead) ?? [""])[0].length };
  }
  const { value } = amount;
  for (const [pattern, bound] of before) {
    const match = pattern.exec(lead);
    if (!match) continue;
    const at = { ...amount, start: start - match[0].length };
    if (bound === "none") {
      if (value !== 1) continue;
      return { ...at, bound: "exact", value: 0, low: 0, high: 0 };
    }
    return { ...at, ...limits(bound, value) };
  }
  for (const [pattern, bound] of after) {
    const match = execAt(pattern, text, amount.end);
    if (match) return { ...amount, start, end: amount.end + match[0].length, ...limits(bound, value) };
  }
  if (binding.test(lead) && amount.bound === "exact") return { ...amount, start, ...limits("at-least", value) };
  return { ...amount, start };
}

const limits = (bound: Bound, value: number | null): Pick<Amount, "bound" | "low" | "high"> => ({
  bound,
  low: bound === "at-least" || bound === "exact" ? value : null,
  high: bound === "at-most" || bound === "exact" ? value : null,
});
