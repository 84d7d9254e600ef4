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
function cutOf(text: string, from: number, to: number): number {
  const length = to - from;
  if (length < 3 || text.charCodeAt(from) < 0x41) return 0;
  if (isApostrophe(text.charCodeAt(to - 2))) {
    const word = text.slice(from, to);
    if (length > 3 && negationAt.test(word)) return length - 3;
    return cliticAt.test(word) ? length - 2 : 0;
  }
  if (length > 3 && isApostrophe(text.charCodeAt(to - 3))) return cliticAt.test(text.slice(from, to)) ? length - 3 : 0;
  if (length === 6) return /^[Cc]/.test(text[from]!) && /^cannot$/i.test(text.slice(from, to)) ? 3 : 0;
  return length === 5 && /^(?:gonna|gotta|wanna)$/i.test(text.slice(from, to)) ? 3 : 0;
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

const white = 1;
const letter = 2;
const digit = 4;
/** Marks that tell, behind a word, that it is over. */
const closing = 8;
/** Marks that are a token of their own wherever a letter, a digit or white space follows: no longer token begins with one. */
const single = 16;
/** What each unit of ASCII is. */
const kinds = Uint8Array.from({ length: 128 }, (_, unit) => {
  const char = String.fromCharCode(unit);
  return (
    (/\s/.test(char) ? white : 0) |
    (/[A-Za-z]/.test(char) ? letter : 0) |
    (/\d/.test(char) ? digit : 0) |
    (/[ \n,;?")]/.test(char) ? closing : 0) |
    (/["()[\]{},;:/!?*&%<>=]/.test(char) ? single : 0)
  );
});

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;

/** Is the unit white space? The same as `\s`. */
const isWhite = (unit: number): boolean =>
  unit < 128 ? (kinds[unit]! & white) !== 0 : unit > 159 && (unit === 0xa0 || /\s/.test(String.fromCharCode(unit)));

/** Kind of the unit at `at`; beyond the text's end white space. */
function kindAt(text: string, at: number): number {
  // To ask for a unit beyond the end would have V8 compile every function here once more.
  if (at >= text.length) return white;
  const unit = text.charCodeAt(at);
  if (unit < 128) return kinds[unit]!;
  if (unit === 0x201d) return closing | single;
  if (unit === 0x201c || unit === 0x2014) return single;
  // U+FEFF is white space and may also be within a word.
  return isWhite(unit) && unit !== 0xfeff ? white : 0;
}

/** First place from `from` on, no more than `most` units away, that is not of `kind`. */
function runEnd(text: string, from: number, kind: number, most: number): number {
  const stop = Math.min(text.length, from + most);
  let at = from;
  for (; at < stop; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 127 || (kinds[unit]! & kind) === 0) break;
  }
  return at;
}

/**
 * End of the token at `from` where a look at a few units tells it, as it does for nineteen of twenty: letters and what follows them, a whole
 * number, a lone mark; else -1. It is the end that `shapes` would find.
 */
function plainEnd(text: string, from: number): number {
  const kind = kindAt(text, from);
  if ((kind & letter) !== 0) {
    const to = runEnd(text, from, letter, 61);
    if (to - from > 60 || to === text.length) return -1;
    if ((kindAt(text, to) & closing) !== 0) return to;
    const unit = text.charCodeAt(to);
    if (unit === 0x2e) return (kindAt(text, to + 1) & white) !== 0 ? wordEnd(text, from, to) : -1;
    if (!isApostrophe(unit)) return -1;
    const last = runEnd(text, to + 1, letter, 60);
    return last > to + 1 && last < text.length && (kindAt(text, last) & closing) !== 0 ? last : -1;
  }
  if ((kind & digit) !== 0) {
    const to = runEnd(text, from, digit, 41);
    return to - from < 41 && (kindAt(text, to) & white) !== 0 ? to : -1;
  }
  const next = kindAt(text, from + 1);
  if ((kind & single) !== 0) return (next & (letter | digit | white)) !== 0 ? from + 1 : -1;
  return (next & white) !== 0 && text.charCodeAt(from) < 128 ? from + 1 : -1;
}

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
  const plainTo = plainEnd(text, from);
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
  for (let at = start; ; ) {
    let newLine = at === start;
    let from = at;
    for (; from < end && isWhite(text.charCodeAt(from)); from++) newLine ||= text.charCodeAt(from) === 0x0a;
    if (from >= end) return tokens;
    const itemTo = newLine ? matchEnd(item, text, from) : -1;
    const to = Math.min(end, itemTo > 0 ? itemTo : unitEnd(text, from));
    const cut = cutOf(text, from, to);
    if (cut > 0) tokens.push([from, from + cut]);
    tokens.push([from + cut, to]);
    at = to;
  }
}
