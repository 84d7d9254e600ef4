import { type Lookup, lookUp, phraseKey } from "./name-lookup.ts";
import {
  hasDigit,
  hasLetter,
  isCapital,
  isUpper,
  joiners,
  mayBegin,
  mayContinue,
  type WordTable,
  word,
} from "./name-word.ts";

/** Columns of what a document shows of one lower-case word. */
export const seen = { small: 0, capital: 1, upper: 2, cues: 3, before: 4, after: 8, width: 12 } as const;
/** Occurrences whose neighbours are kept as cues, per word. */
export const longestCues = 4;
/** No phrase of the gazetteer is longer, in words. */
const longestPhrase = 6;
/** Value of a phrase that is only the beginning of others. */
export const phrasePrefix = 0x8000;

/** A document made ready for the features. All lists are per word, except `seenRows`: `seen.width` numbers per row of the word table. */
export interface NameContext {
  readonly ids: Int32Array;
  readonly sentenceFrom: Int32Array;
  readonly sentenceTo: Int32Array;
  /** 1 where a name may be, else 0. */
  readonly candidate: Uint8Array;
  /** Classes of the longest gazetteer phrase over the word, times 4, plus its place in it: 0 only, 1 first, 2 inside, 3 last; else 0. */
  readonly phrase: Int32Array;
  /** The run of capitalised words around the word; empty where it has no capital. */
  readonly runFrom: Int32Array;
  readonly runTo: Int32Array;
  /** 1 in a sentence that is mostly capitals, where a capital says little; 2 where it is all upper case; else 0. */
  readonly loud: Uint8Array;
  readonly seenRows: Int32Array;
}

/** Is the word the second half of a hyphened one that began with a capital: "Kim Jong - un"? */
const isHyphened = (words: readonly string[], at: number, from: number): boolean =>
  at - 1 > from && words[at - 1] === "-" && /^\p{Lu}/u.test(words[at - 2]!);

/** As `wasm/page.ts`, for training, which has no kernel. Reads documents with one table of words; `rows` of the seen are used again by the next document, so a context is valid until then. */
export function contextReader(table: WordTable, phrases: Lookup): ContextReader {
  let seenRows = new Int32Array(0);
  let touched: Int32Array = new Int32Array(0);
  return (words, firstWord) => {
    const count = words.length;
    // Other columns are read only as far as the counts tell, so these alone are put back.
    for (let at = 0; at < touched.length; at++) {
      const mine = touched[at]! * seen.width;
      seenRows[mine + seen.small] = 0;
      seenRows[mine + seen.capital] = 0;
      seenRows[mine + seen.upper] = 0;
      seenRows[mine + seen.cues] = 0;
    }
    const ids = new Int32Array(count);
    for (let at = 0; at < count; at++) ids[at] = table.idOf(words[at]!);
    const rows = table.rows();
    if (seenRows.length < table.size() * seen.width) seenRows = new Int32Array(table.size() * 2 * seen.width);
    touched = new Int32Array(count);
    for (let at = 0; at < count; at++) touched[at] = rows[ids[at]! * word.width + word.lowerRow]!;
    const context: NameContext = {
      ids,
      sentenceFrom: new Int32Array(count),
      sentenceTo: new Int32Array(count),
      candidate: new Uint8Array(count),
      phrase: new Int32Array(count),
      runFrom: new Int32Array(count),
      runTo: new Int32Array(count),
      loud: new Uint8Array(count),
      seenRows,
    };
    for (let s = 0; s + 1 < firstWord.length; s++)
      readSentence(context, rows, words, phrases, firstWord[s]!, firstWord[s + 1]!);
    return context;
  };
}
/** Words of a document, and the index of each sentence's first word with the number of words at the end, as in `Parsed`. */
export type ContextReader = (words: readonly string[], firstWord: readonly number[]) => NameContext;

function readSentence(
  context: NameContext,
  rows: Int32Array,
  words: readonly string[],
  phrases: Lookup,
  from: number,
  to: number,
): void {
  const { ids, sentenceFrom, sentenceTo } = context;
  const flagsAt = (at: number): number => rows[ids[at]! * word.width + word.flags]!;
  sentenceFrom.fill(from, from, to);
  sentenceTo.fill(to, from, to);
  let capitals = 0;
  let uppers = 0;
  let letters = 0;
  for (let at = from; at < to; at++) {
    const flags = flagsAt(at);
    if (flags & isCapital) capitals++;
    if (flags & isUpper) uppers++;
    if (flags & hasLetter) letters++;
  }
  const loud = letters > 2 && uppers > letters * 0.7 ? 2 : letters > 3 && capitals > letters * 0.6 ? 1 : 0;
  context.loud.fill(loud, from, to);
  let inside = false;
  for (let at = from; at < to; at++) {
    const part = rows[ids[at]! * word.width + word.part]!;
    inside = (part & mayBegin) !== 0 || (inside && ((part & mayContinue) !== 0 || isHyphened(words, at, from)));
    context.candidate[at] = inside ? 1 : 0;
  }
  for (let at = from; at < to; ) {
    if (!(flagsAt(at) & isCapital)) {
      at++;
      continue;
    }
    let end = at + 1;
    for (; end < to; end++) {
      if (flagsAt(end) & isCapital || (end + 1 < to && joiners.has(words[end]!) && flagsAt(end + 1) & isCapital))
        continue;
      // "Kim Jong - un": the second half of a given name is small.
      if (end + 1 < to && words[end] === "-" && end > at + 1 && (words[end + 1]?.length ?? 9) < 6) end++;
      else break;
    }
    end = Math.min(end, to);
    context.runFrom.fill(at, at, end);
    context.runTo.fill(end, at, end);
    at = end;
  }
  findPhrases(context, rows, phrases, from, to);
  if (loud === 0) countSeen(context, rows, from, to);
}

function findPhrases({ ids, phrase }: NameContext, rows: Int32Array, phrases: Lookup, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    if (!(rows[ids[at]! * word.width + word.flags]! & isCapital)) continue;
    let key = 0;
    let classes = 0;
    let end = at;
    for (let next = at; next < to && next < at + longestPhrase; next++) {
      const lower = rows[ids[next]! * word.width + word.lowerRow]!;
      key = phraseKey(key, rows[lower * word.width + word.form]!);
      const value = lookUp(phrases, key, -1);
      if (value < 0) break;
      if ((value & 0x7fff) !== 0) {
        classes = value & 0x7fff;
        end = next + 1;
      }
    }
    for (let k = at; k < end; k++)
      phrase[k] = classes * 4 + (end === at + 1 ? 0 : k === at ? 1 : k === end - 1 ? 3 : 2);
    if (end > at) at = end - 1;
  }
}

function countSeen({ ids, seenRows, runFrom, runTo }: NameContext, rows: Int32Array, from: number, to: number): void {
  const rowAt = (at: number): number => rows[ids[at]! * word.width + word.lowerRow]!;
  for (let at = from; at < to; at++) {
    const base = ids[at]! * word.width;
    const flags = rows[base + word.flags]!;
    const mine = rows[base + word.lowerRow]! * seen.width;
    if (!(flags & isCapital)) {
      if (!(flags & hasDigit)) seenRows[mine + seen.small]!++;
      continue;
    }
    if (flags & isUpper) seenRows[mine + seen.upper]!++;
    if (at > from || runTo[at]! > runFrom[at]! + 1) seenRows[mine + seen.capital]!++;
    const cues = seenRows[mine + seen.cues]!;
    if (cues >= longestCues) continue;
    seenRows[mine + seen.before + cues] = at > from ? rowAt(at - 1) : 0;
    seenRows[mine + seen.after + cues] = at + 1 < to ? rowAt(at + 1) : 0;
    seenRows[mine + seen.cues]!++;
  }
}
