import { isRead } from "../model/block.ts";
import type { Named } from "../model/mention.ts";
import type { Span } from "../model/span.ts";
import { auxiliaries, dayWords, monthWords, spanLeads, spanWords } from "./closed.ts";
import { type Tree, treeOf } from "./tree.ts";

/** A document's tokens as the rules read them. Every list has one entry a token. */
export interface Words extends Tree {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Lower case, apostrophes straight. */
  readonly lower: readonly string[];
  /** 1 where the first character is upper case. */
  readonly capital: Uint8Array;
  /** 1 where the token belongs to an expression of time. */
  readonly time: Uint8Array;
  readonly count: number;
}

/** Half-open range of token indices. */
export type Range = readonly [from: number, to: number];

/** A sentence that is read: its tokens, and the index of the block it stands in. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly block: number;
  /** Most of its longer words begin with a capital letter. */
  readonly headline: boolean;
}

/** Tokens of a named page, in lower case and with time expressions marked. */
export function wordsOf(named: Named): Words {
  const count = named.tokens.length;
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const lower: string[] = [];
  const capital = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    const token = named.tokens[at]!;
    starts[at] = token.start;
    ends[at] = token.end;
    const word = named.text.slice(token.start, Math.min(token.end, token.start + 60));
    const small = word.toLowerCase();
    lower.push(small.includes("’") ? small.replaceAll("’", "'") : small);
    if (small !== word && /^\p{Lu}/u.test(word)) capital[at] = 1;
  }
  const words: Words = {
    ...treeOf(named),
    text: named.text,
    starts,
    ends,
    lower,
    capital,
    time: new Uint8Array(count),
    count,
  };
  markTimes(words, named);
  return words;
}

function markTimes(words: Words, named: Named): void {
  let at = 0;
  for (const timex of named.timexes) {
    while (at < words.count && words.ends[at]! <= timex.start) at++;
    for (let next = at; next < words.count && words.starts[next]! < timex.end; next++) words.time[next] = 1;
  }
  for (let i = 0; i < words.count; i++) {
    const word = words.lower[i]!;
    if (dayWords.has(word)) words.time[i] = 1;
    else if (monthWords.has(word) && /^\d/.test(words.lower[i + 1] ?? "")) words.time[i] = words.time[i + 1] = 1;
    else if (spanWords.has(word) && spanLeads.has(words.lower[i - 1] ?? "") && words.lower[i - 1] !== "the")
      words.time[i] = words.time[i - 1] = 1;
  }
}

/** Sentences of blocks that are read, in text order. */
export function readSentences(named: Named, words: Words): readonly Sentence[] {
  const out: Sentence[] = [];
  let block = 0;
  for (let i = 0; i < named.sentences.length; i++) {
    const from = named.firstToken[i]!;
    const to = named.firstToken[i + 1]!;
    if (from >= to) continue;
    while (block < named.blocks.length && named.blocks[block]!.end <= words.starts[from]!) block++;
    const within = named.blocks[block];
    if (within && !isRead(within)) continue;
    out.push({ from, to, block, headline: isHeadline(words, from, to) });
  }
  return out;
}

function isHeadline(words: Words, from: number, to: number): boolean {
  let long = 0;
  let capital = 0;
  for (let at = from; at < to; at++) {
    if (words.lower[at]!.length < 4) continue;
    long++;
    if (isName(words, at)) capital++;
  }
  return long > 2 && capital * 4 >= long * 3;
}

/** The first character is upper case. */
export const isName = (words: Words, at: number): boolean => words.capital[at] === 1;

/** Has a letter or a digit. */
export const isWord = (word: string | undefined): boolean => word !== undefined && /[\p{L}\p{N}]/u.test(word);

/** Carries or is a possessive ending. */
export const isPossessive = (word: string | undefined): boolean =>
  word !== undefined && (/[^\W_]'s$|s'$|^'s$/u.test(word) || word === "'");

export const isAuxiliary = (word: string | undefined): boolean => word !== undefined && auxiliaries.has(word);

/** Characters from the first token of the range to its last. The range must not be empty. */
export const spanOfRange = (words: Words, range: Range): Span => [words.starts[range[0]]!, words.ends[range[1] - 1]!];
