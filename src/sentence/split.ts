import { longestSentence } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import { abbreviationOf, dottedAbbreviationOf } from "./abbreviation.ts";

export { longestSentence } from "../model/sentence.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words that begin sentences and are no part of a name: after "U.S." or an initial they tell that the sentence is over. */
const starters = words(
  "The This That These Those There Then They He She It We You I But And Or So Yet If When While Where Although Though Because Since As At In On By For From With Without Under Over After Before During Despite Among According However Meanwhile Earlier Later Still Also Both Many Most Some Several Such His Her Its Their Our My Your What Who Why How Is Are Was Were Do Does Did Has Have Had Can Could Will Would Should May Not No Yes One Two An",
);

/** After "5 p.m." these go on with the time. */
const afterTime =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$|^(?:[A-Z]{2,4}T|UTC|Eastern|Central|Pacific|Mountain)$/;

/** Verbs that follow a quoted question or cry: `"Why now?" Smith asked.` */
const reporting =
  /^(?:said|says|asked|asks|wrote|writes|added|adds|told|replied|cried|shouted|tweeted|posted|exclaimed|wondered|chanted|quoted|demanded|continued)$/;

const stop = /^(?:[.!?。！？．؟۔।॥]|\.{2,}|…+|[!?]{2,})$/u;
const wideStop = /^[。！？]$/u;
const closer = /^["”’')\]}»›]$/;
const opener = /^["“‘'([{«‹„¿¡•·*–—-]$/;
const quote = /^["”’'»]$/;

/** A text on its way: what has been read of it, and what of that matters to what follows. */
interface Reading {
  readonly text: string;
  readonly tokens: readonly Span[];
  readonly ends: number[];
  /** First token of the sentence that is being read. */
  first: number;
  /** Is a straight double quote open? Needed where blanks stand on both sides of it. */
  open: boolean;
}

/**
 * Where sentences end: indexes one past the last token of each, in order, the last one `tokens.length`. What is asked of every token is
 * kept short, and what of stops alone stands apart: V8 compiles both in a third of the time.
 */
export function sentenceEnds(text: string, tokens: readonly Span[]): readonly number[] {
  const reading: Reading = { text, tokens, ends: [], first: 0, open: false };
  let before = 0;
  for (let at = 0; at < tokens.length; at++) {
    const [from, to] = tokens[at]!;
    if (at > reading.first && (at - reading.first >= longestSentence || blankLine(text, before, from)))
      endAt(reading, at);
    before = to;
    const last = text.charCodeAt(to - 1);
    if (last === 0x22) {
      if (to - from === 1) reading.open = !reading.open;
    } else if (mayStop(last)) {
      at = readStop(reading, at);
      before = tokens[at]![1];
    }
  }
  if (reading.first < tokens.length) reading.ends.push(tokens.length);
  return reading.ends;
}

function endAt(reading: Reading, at: number): void {
  reading.ends.push(at);
  reading.first = at;
}

const wordAt = ({ text, tokens }: Reading, at: number): string => text.slice(tokens[at]![0], tokens[at]![1]);
const wordOr = (reading: Reading, at: number): string => (at < reading.tokens.length ? wordAt(reading, at) : "");
const adjacent = ({ tokens }: Reading, at: number): boolean => tokens[at]![0] === tokens[at - 1]![1];

/** Ends the sentence behind the token at `at`, which may be a stop, where it is one. The answer is the last token that has been read. */
function readStop(reading: Reading, at: number): number {
  const { tokens } = reading;
  const token = wordAt(reading, at);
  const bare = stop.test(token);
  if (!bare && (token.length === 1 || !token.endsWith("."))) return at;
  let next = at + 1;
  let quoted = false;
  if (bare) {
    while (next < tokens.length && next - at <= 6 && isCloser(reading, next)) {
      const mark = wordAt(reading, next);
      quoted ||= quote.test(mark);
      if (mark === '"') reading.open = !reading.open;
      next++;
    }
    next += footnote(reading, next);
  }
  if (next >= tokens.length) return tokens.length - 1;
  if (adjacent(reading, next) && !wideStop.test(token) && !gluedSentence(reading, at, next)) return next - 1;
  if (bare ? endsAtStop(reading, token, next, quoted) : endsAtAbbreviation(reading, token, at, next))
    endAt(reading, next);
  return next - 1;
}

function isCloser(reading: Reading, at: number): boolean {
  const mark = wordAt(reading, at);
  if (!closer.test(mark)) return false;
  if (adjacent(reading, at)) return true;
  return mark === '"' ? reading.open : mark === "”";
}

/** How many tokens a footnote's mark at `at` has, "[3]" right behind the stop; 0 where there is none. */
function footnote(reading: Reading, at: number): number {
  const { text, tokens } = reading;
  if (at + 2 >= tokens.length || text[tokens[at]![0]] !== "[" || !adjacent(reading, at)) return 0;
  const closes = wordAt(reading, at + 2) === "]" && adjacent(reading, at + 1) && adjacent(reading, at + 2);
  return closes && /^\d{1,3}$/.test(wordAt(reading, at + 1)) ? 3 : 0;
}

/** "the border.The army": a stop with no blank behind it, between a small word and a capitalised one. */
function gluedSentence(reading: Reading, at: number, next: number): boolean {
  return (
    next === at + 1 &&
    at > reading.first &&
    /^\p{Ll}{3,}$/u.test(wordAt(reading, at - 1)) &&
    /^(?:\p{Lu}\p{Ll}+|["“])$/u.test(wordAt(reading, next))
  );
}

/** The first token from `at` on that is neither a quote nor a bracket nor a bullet. */
function opening(reading: Reading, at: number): string {
  let i = at;
  while (i + 1 < reading.tokens.length && i - at < 4 && opener.test(wordAt(reading, i))) i++;
  return wordAt(reading, i);
}

function endsAtStop(reading: Reading, token: string, next: number, quoted: boolean): boolean {
  if (/^\p{Ll}/u.test(opening(reading, next))) return false;
  const word = wordAt(reading, next);
  // Marks that go on with the same sentence: "What?, he said", "(sic!)".
  if (/^[,;:%]/.test(word)) return false;
  if (quoted && token !== "." && !opener.test(word)) {
    for (let i = next; i < Math.min(next + 7, reading.tokens.length); i++) {
      const here = wordAt(reading, i);
      if (reporting.test(here)) return false;
      if (/^[.,;:?!"“”]$/.test(here)) break;
    }
  }
  return true;
}

function endsAtAbbreviation(reading: Reading, token: string, at: number, next: number): boolean {
  const { text, tokens } = reading;
  if (at === reading.first) return false;
  const dotted = token.slice(0, -1).includes(".");
  const kind = dotted ? dottedAbbreviationOf(token) : abbreviationOf(token.slice(0, -1), text[tokens[next]![0]]!);
  if (kind === null) return true;
  if (kind === "leading") return false;
  const begin = opening(reading, next);
  if (!/^\p{Lu}/u.test(begin)) return false;
  if (kind === "initial") return starters.has(begin) && begin.length > 1;
  if (/^[ap]\.?m\.$/i.test(token))
    return !afterTime.test(begin) && !/^(?:local )?time$/i.test(wordOr(reading, next + 1));
  if (/^(?:etc|al|est)\.$/.test(token)) return true;
  return starters.has(begin) || (opener.test(wordAt(reading, next)) && !/^[([–—-]/.test(wordAt(reading, next)));
}

/** Can a token that ends in this unit end a sentence? A quick no for nearly all tokens. */
const mayStop = (unit: number): boolean =>
  unit === 0x2e || unit === 0x21 || unit === 0x3f || (unit >= 0x0589 && stop.test(String.fromCharCode(unit)));

/** Is there an empty line between two tokens? */
function blankLine(text: string, from: number, to: number): boolean {
  return to - from > 1 && /\n[^\S\n]*\n/.test(text.slice(from, to));
}
