import type { Span } from "../model/span.ts";
import { abbreviationOf, dottedAbbreviationOf } from "./abbreviation.ts";

/** A sentence is cut after this many tokens, whatever follows, so that a text without a stop costs linear time. */
export const longestSentence = 600;

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

/** Where sentences end: indexes one past the last token of each, in order, the last one `tokens.length`. */
export function sentenceEnds(text: string, tokens: readonly Span[]): readonly number[] {
  const ends: number[] = [];
  const word = (at: number): string => text.slice(tokens[at]![0], tokens[at]![1]);
  const adjacent = (at: number): boolean => tokens[at]![0] === tokens[at - 1]![1];
  let first = 0;
  /** Is a straight double quote open? Needed where blanks stand on both sides of it. */
  let open = false;
  const end = (at: number): void => {
    ends.push(at);
    first = at;
  };
  for (let at = 0; at < tokens.length; at++) {
    if (at > first && (at - first >= longestSentence || blankLine(text, tokens[at - 1]![1], tokens[at]![0]))) end(at);
    const [from, to] = tokens[at]!;
    const length = to - from;
    const last = text.charCodeAt(to - 1);
    if (length === 1 && last === 0x22) open = !open;
    if (!mayStop(last) || (length === 1 && !stop.test(text[from]!))) continue;
    const token = text.slice(from, to);
    const bare = stop.test(token);
    if (!bare && last !== 0x2e) continue;
    let next = at + 1;
    let quoted = false;
    if (bare) {
      while (next < tokens.length && next - at <= 6 && isCloser(next)) {
        quoted ||= quote.test(word(next));
        if (word(next) === '"') open = !open;
        next++;
      }
      next += footnote(next);
    }
    if (next >= tokens.length) break;
    if (adjacent(next) && !wideStop.test(token) && !gluedSentence(at, next)) {
      at = next - 1;
      continue;
    }
    if (bare ? endsAtStop(token, next, quoted) : endsAtAbbreviation(token, at, next)) end(next);
    at = next - 1;
  }
  if (first < tokens.length) ends.push(tokens.length);
  return ends;

  function isCloser(at: number): boolean {
    const mark = word(at);
    if (!closer.test(mark)) return false;
    if (adjacent(at)) return true;
    return mark === '"' ? open : mark === "”";
  }

  /** How many tokens a footnote's mark at `at` has, "[3]" right behind the stop; 0 where there is none. */
  function footnote(at: number): number {
    if (at + 2 >= tokens.length || text[tokens[at]![0]] !== "[" || !adjacent(at)) return 0;
    return /^\d{1,3}$/.test(word(at + 1)) && word(at + 2) === "]" && adjacent(at + 1) && adjacent(at + 2) ? 3 : 0;
  }

  /** "the border.The army": a stop with no blank behind it, between a small word and a capitalised one. */
  function gluedSentence(at: number, next: number): boolean {
    return (
      next === at + 1 &&
      at > first &&
      /^\p{Ll}{3,}$/u.test(word(at - 1)) &&
      /^(?:\p{Lu}\p{Ll}+|["“])$/u.test(word(next))
    );
  }

  /** The first token from `at` on that is neither a quote nor a bracket nor a bullet. */
  function opening(at: number): string {
    let i = at;
    while (i + 1 < tokens.length && i - at < 4 && opener.test(word(i))) i++;
    return word(i);
  }

  function endsAtStop(token: string, next: number, quoted: boolean): boolean {
    const begin = opening(next);
    const small = /^\p{Ll}/u.test(begin);
    if (small) return false;
    // Marks that go on with the same sentence: "What?, he said", "(sic!)".
    if (/^[,;:%]/.test(word(next))) return false;
    if (quoted && token !== "." && !opener.test(word(next))) {
      for (let i = next; i < Math.min(next + 7, tokens.length); i++) {
        const here = word(i);
        if (reporting.test(here)) return false;
        if (/^[.,;:?!"“”]$/.test(here)) break;
      }
    }
    return true;
  }

  function endsAtAbbreviation(token: string, at: number, next: number): boolean {
    if (at === first) return false;
    const dotted = token.slice(0, -1).includes(".");
    const kind = dotted ? dottedAbbreviationOf(token) : abbreviationOf(token.slice(0, -1), text[tokens[next]![0]]!);
    if (kind === null) return true;
    if (kind === "leading") return false;
    const begin = opening(next);
    if (!/^\p{Lu}/u.test(begin)) return false;
    if (kind === "initial") return starters.has(begin) && begin.length > 1;
    if (/^[ap]\.?m\.$/i.test(token)) return !afterTime.test(begin) && !/^(?:local )?time$/i.test(wordOr(next + 1));
    if (/^(?:etc|al|est)\.$/.test(token)) return true;
    return starters.has(begin) || (opener.test(word(next)) && !/^[([–—-]/.test(word(next)));
  }

  function wordOr(at: number): string {
    return at < tokens.length ? word(at) : "";
  }
}

/** Can a token that ends in this unit end a sentence? A quick no for nearly all tokens. */
const mayStop = (unit: number): boolean =>
  unit === 0x2e || unit === 0x21 || unit === 0x3f || (unit >= 0x0589 && stop.test(String.fromCharCode(unit)));

/** Is there an empty line between two tokens? */
function blankLine(text: string, from: number, to: number): boolean {
  return to - from > 1 && /\n[^\S\n]*\n/.test(text.slice(from, to));
}
