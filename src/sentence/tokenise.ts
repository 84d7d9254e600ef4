import type { Span } from "../model/span.ts";
import { abbreviationOf } from "./abbreviation.ts";

/** No token is longer, in UTF-16 units; what is longer is cut, so that hostile text costs linear time. */
export const longestToken = 1000;

/** A first tail of a host name that is read without "www": other ends ("border.The") are two sentences. */
const host = String.raw`[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.(?:com|org|net|gov|edu|mil|info|int|ru|by|ua|uk|eu|de|fr|pl|io|tv)(?![\p{L}\p{N}-])`;

/** Tokens that are told by their whole form, the first that fits wins. Every repeat is bounded. */
const shapes = new RegExp(
  [
    String.raw`(?<address>(?:https?:\/\/|www\.)[^\s<>"“”«»]{1,900}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}|${host}(?:\/[^\s<>"“”«»]{0,300})?)`,
    String.raw`[@#][\p{L}_][\p{L}\p{M}\p{N}_]{0,100}`,
    // Days and telephone numbers keep their marks; other "1-2" are ranges.
    String.raw`\d{1,4}[-/]\d{1,2}[-/]\d{1,4}(?![\p{L}\p{N}])`,
    String.raw`\d{1,4}(?:-\d{2,4}){2,4}(?![\p{L}\p{N}])|\d{3}-\d{4}(?![\p{L}\p{N}-])`,
    String.raw`\d{1,2}\/\d{1,2}(?![\p{L}\p{N}])`,
    String.raw`\d{1,5}x\d{1,5}(?![\p{L}\p{N}])`,
    String.raw`\d{1,3}(?::\d{2}){1,2}(?!\d)`,
    String.raw`(?:\d{1,3}(?:,\d{3}){1,8}(?:\.\d{1,20})?(?!\d)|\d{1,40}(?:\.\d{1,20}){0,5})(?:(?:st|nd|rd|th|s|(?<=0)['’]s)(?![\p{L}\p{N}]))?`,
    String.raw`(?<![\p{L}\p{N}])\.\d{1,20}(?!\d)`,
    String.raw`(?<![\p{L}\p{N}])['’]\d{2}s?(?![\p{L}\p{N}])`,
    String.raw`(?<=[^\s'’])['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}])`,
    String.raw`(?:\p{L}\.){2,12}(?:\p{L}(?![\p{L}\p{N}]))?|(?:Ph|Sc|Ed|Lit)\.[A-Z]\.|\p{Lu}\.\p{Lu}(?![\p{L}\p{N}])`,
    String.raw`US\$|[A-Z]\$`,
    String.raw`(?<word>[\p{L}_\p{Cf}][\p{L}\p{M}\p{N}_\p{Cf}]{0,${longestToken - 1}}(?:['’&][\p{L}_][\p{L}\p{M}\p{N}_\p{Cf}]{0,60}){0,4})`,
    String.raw`\.{2,256}|…{1,256}|-{2,256}|—{1,256}|[!?]{2,256}`,
    String.raw`\p{Regional_Indicator}{2}`,
    String.raw`(?:\p{Extended_Pictographic}[\p{M}\u200D\p{Emoji_Modifier}]{0,8}){1,16}`,
    // Rules and ornaments: a long run of marks is one token, or ten megabytes of brackets would be ten million.
    String.raw`[^\s\p{L}\p{N}]{8,256}`,
    String.raw`[^\s][\p{M}]{0,64}`,
  ].join("|"),
  "uy",
);

/** Prefixes that UD English keeps with their word (the list of the LDC's tokenisation, shortened to what news uses). */
const prefixes =
  /^(?:a|agro|ante|anti|arch|bi|bio|co|counter|cross|cyber|e|eco|ex|extra|inter|intra|macro|mega|micro|mid|mini|multi|neo|non|over|pan|para|peri|post|pre|pro|pseudo|quasi|re|semi|socio|sub|super|supra|tele|tri|u|ultra|un|uni|vice)$/i;

/** Endings that stay with their word. */
const suffixes = /^(?:esque|fest|fold|gate|less|most|wise)(?![\p{L}\p{N}])/u;

const cliticAt = /['’](?:s|re|ve|ll|d|m)$/i;
const negationAt = /n['’]t$/i;

/** Where a word without hyphen is cut: "don't" -> do n't, "Russia's" -> Russia 's, "cannot" -> can not. Length of the first part, or 0. */
function cutOf(word: string): number {
  const length = word.length;
  if (word.charCodeAt(0) < 0x41) return 0;
  const fourth = word.charCodeAt(length - 2);
  if (fourth === 0x27 || fourth === 0x2019) {
    if (length > 3 && negationAt.test(word)) return length - 3;
    return length > 2 && cliticAt.test(word) ? length - 2 : 0;
  }
  const third = word.charCodeAt(length - 3);
  if (length > 3 && (third === 0x27 || third === 0x2019)) return cliticAt.test(word) ? length - 3 : 0;
  if (length === 6 && /^cannot$/i.test(word)) return 3;
  if (length === 5 && /^(?:gonna|gotta|wanna)$/i.test(word)) return 3;
  return 0;
}

/** Trailing marks that belong to the sentence, not to an address. */
function addressEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start + 1 && /[.,;:!?)\]'’…]/.test(text[at - 1]!)) {
    if (text[at - 1] === ")" && text.slice(start, at - 1).includes("(")) break;
    at--;
  }
  return at;
}

/** First character after `at` that is not white space, looking no further than 40 units. */
function nextVisible(text: string, at: number): string {
  const stop = Math.min(text.length, at + 40);
  for (let i = at; i < stop; i++) if (!/\s/.test(text[i]!)) return text[i]!;
  return "";
}

/** Most words: letters with a blank or a plain mark behind them. */
const plain = /[A-Za-z]{1,60}(?=[ \n,;?"”)])/y;

/** A mark at the beginning of a line that makes it an item of a list: "1.", "a)". */
const item = /(?:\d{1,3}|[a-z])[.)](?=\s)/y;

/** What a hyphen and an affix join. */
const joined = /[\p{L}][\p{L}\p{M}\p{N}_]{0,60}(?:['’&][\p{L}_][\p{L}\p{M}\p{N}_]{0,60}){0,2}/uy;

/** End of the match of a sticky `pattern` at `from`, or -1. */
function matchEnd(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** End of the word that begins at `from` and ends, without affix and stop, at `to`: "pro-government", "Gen." */
function wordEnd(text: string, from: number, to: number): number {
  if (text[to] === "-") {
    const joinedTo = matchEnd(joined, text, to + 1);
    if (joinedTo > 0 && (prefixes.test(text.slice(from, to)) || suffixes.test(text.slice(to + 1, joinedTo))))
      return joinedTo;
  }
  return text[to] === "." && abbreviationOf(text.slice(from, to), nextVisible(text, to + 1)) !== null ? to + 1 : to;
}

/** End of the longest unit that begins at `from`; a clitic is still on it. */
function unitEnd(text: string, from: number): number {
  const plainTo = matchEnd(plain, text, from);
  if (plainTo > 0) return plainTo;
  shapes.lastIndex = from;
  const match = shapes.exec(text);
  if (!match) return from + 1;
  const to = from + match[0].length;
  const { word, address } = match.groups!;
  if (address !== undefined) return addressEnd(text, from, to);
  return word === undefined ? to : wordEnd(text, from, to);
}

/**
 * Tokens of `text` from `start` to `end` (UTF-16 units) in order: together they hold every character that is not white space.
 * They follow the word division of UD English EWT and GUM: clitics and hyphens apart ("do n't", "nuclear - capable"), affixes, addresses,
 * numbers, days and dotted abbreviations whole. Linear in the length of the text; no token is longer than `longestToken`.
 */
export function tokenise(text: string, start: number, end: number): readonly Span[] {
  const tokens: Span[] = [];
  const blank = /\s*/uy;
  for (let at = start; ; ) {
    const from = matchEnd(blank, text, at);
    if (from >= end) return tokens;
    const newLine = at === start || text.slice(at, from).includes("\n");
    const itemTo = newLine ? matchEnd(item, text, from) : -1;
    const to = Math.min(end, itemTo > 0 ? itemTo : unitEnd(text, from));
    const cut = cutOf(text.slice(from, to));
    if (cut > 0) tokens.push([from, from + cut]);
    tokens.push([from + cut, to]);
    at = to;
  }
}
