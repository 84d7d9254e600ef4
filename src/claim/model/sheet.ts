import { hashText, mix } from "../../sentence/core/name-hash.ts";
import type { Quotation } from "../quote.ts";
import { childrenOf } from "../tree.ts";
import type { Sentence, Words } from "../word.ts";
import { type Told, type ToldAt, toldAt } from "./told.ts";

/** How often a lemma of a class is a cue: for a word and the key of its lemma and class a step from 0 (hardly seen) and 2 (never a cue) to 9 (nearly always). */
export type ShareOf = (at: number, key: number) => number;

/** What the model looks at in one document, as numbers. Every list has one entry a token; words of sentences that are not read have `sentence` -1. */
export interface Sheet {
  readonly words: Words;
  readonly count: number;
  readonly word: Int32Array;
  readonly cased: Int32Array;
  readonly lemma: Int32Array;
  readonly suffix: Int32Array;
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly label: Int32Array;
  readonly shape: Uint8Array;
  /** Index of its sentence among those that are read, or -1. */
  readonly sentence: Int32Array;
  readonly block: Int32Array;
  /** First token of its sentence, and the one behind its last. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 0 outside of quotations, 1 inside, 2 the first word of one, 3 the last of a closed one. */
  readonly quote: Uint8Array;
  /** Index of its quotation, or -1. */
  readonly quotation: Int32Array;
  /** Of its sentence, bit by bit: opens with a quotation, ends with one, holds an opening, begins inside one, is quoted wholly. */
  readonly sentenceQuote: Uint8Array;
  /** Dependents by label, one bit each, and those on its left and right. */
  readonly children: Int32Array;
  readonly leftChildren: Int32Array;
  readonly rightChildren: Int32Array;
  /** Its subject, or -1. */
  readonly subject: Int32Array;
  /** The word that marks its clause ("that", "to"), as a hash; 0 where there is none. */
  readonly mark: Int32Array;
  readonly share: Uint8Array;
  /** The nearest ancestor that is mostly a cue, and the child of it that holds the token; -1 where there is none. */
  readonly anchor: Int32Array;
  readonly branch: Int32Array;
  /** The nearest word of the sentence to the left and right that is mostly a cue, or -1. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** What the rules found. */
  readonly told: ToldAt;
}

/** A document as the model reads it. */
export interface ReadWords {
  readonly words: Words;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly told: readonly Told[];
}

const bits: Readonly<Record<string, number>> = {
  nsubj: 1,
  "nsubj:pass": 2,
  ccomp: 4,
  parataxis: 8,
  obj: 16,
  xcomp: 32,
  mark: 64,
  advcl: 128,
  obl: 256,
  conj: 512,
};

/** Lemma and class of a word: verb, noun, preposition or adverb, other. */
export function shareKey(lemma: number, upos: string): number {
  const kind =
    upos === "VERB" || upos === "AUX"
      ? 1
      : upos === "NOUN" || upos === "PROPN"
        ? 2
        : upos === "ADP" || upos === "SCONJ" || upos === "ADV"
          ? 3
          : 4;
  return mix(lemma, kind);
}

/** From this step on a word is a cue about half the times. */
const mostlyCue = 6;
/** How far a tree is climbed. */
const highest = 40;

const shapeOf = (word: string): number =>
  (/^\p{Lu}/u.test(word) ? 1 : 0) |
  (word.length > 1 && word === word.toUpperCase() && /\p{Lu}/u.test(word) ? 2 : 0) |
  (/\d/.test(word) ? 4 : 0) |
  (/^[^\p{L}\p{N}]/u.test(word) ? 8 : 0);

/** The sheet of a document; in time linear in its words. */
export function sheetOf({ words, sentences, quotations, told }: ReadWords, shareOf: ShareOf): Sheet {
  const { count } = words;
  const numbers = (): Int32Array => new Int32Array(count);
  const sheet: Sheet = {
    words,
    count,
    word: numbers(),
    cased: numbers(),
    lemma: numbers(),
    suffix: numbers(),
    upos: numbers(),
    xpos: numbers(),
    label: numbers(),
    shape: new Uint8Array(count),
    sentence: numbers().fill(-1),
    block: numbers().fill(-1),
    from: numbers(),
    to: numbers(),
    quote: new Uint8Array(count),
    quotation: numbers().fill(-1),
    sentenceQuote: new Uint8Array(count),
    children: numbers(),
    leftChildren: numbers(),
    rightChildren: numbers(),
    subject: numbers().fill(-1),
    mark: numbers(),
    share: new Uint8Array(count),
    anchor: numbers().fill(-1),
    branch: numbers().fill(-1),
    left: numbers().fill(-1),
    right: numbers().fill(-1),
    told: toldAt(count, told),
  };
  for (const [at, { tokens, closed }] of quotations.entries()) {
    sheet.quotation.fill(at, tokens[0], tokens[1]);
    sheet.quote.fill(1, tokens[0], tokens[1]);
    if (closed) sheet.quote[tokens[1] - 1] = 3;
    sheet.quote[tokens[0]] = 2;
  }
  for (const [at, sentence] of sentences.entries()) {
    sheet.sentence.fill(at, sentence.from, sentence.to);
    sheet.block.fill(sentence.block, sentence.from, sentence.to);
    sheet.from.fill(sentence.from, sentence.from, sentence.to);
    sheet.to.fill(sentence.to, sentence.from, sentence.to);
    for (let token = sentence.from; token < sentence.to; token++) fillWord(sheet, token, shareOf);
    sheet.sentenceQuote.fill(quoteShape(sheet, sentence), sentence.from, sentence.to);
    linkAnchors(sheet, sentence);
  }
  return sheet;
}

function fillWord(sheet: Sheet, at: number, shareOf: ShareOf): void {
  const { words } = sheet;
  const lower = words.lower[at]!;
  const word = /^[\d.,]+$/.test(lower) && /\d/.test(lower) ? "0" : lower;
  const cased = words.text.slice(words.starts[at]!, Math.min(words.ends[at]!, words.starts[at]! + 60));
  sheet.word[at] = hashText(word);
  sheet.cased[at] = hashText(cased);
  sheet.lemma[at] = hashText(words.lemma[at]!.toLowerCase());
  sheet.suffix[at] = hashText(word.slice(-3));
  sheet.upos[at] = hashText(words.upos[at]!);
  sheet.xpos[at] = hashText(words.xpos[at]!);
  sheet.label[at] = hashText(words.label[at]!);
  sheet.shape[at] = shapeOf(cased);
  sheet.share[at] = shareOf(at, shareKey(sheet.lemma[at]!, words.upos[at]!));
  for (const child of childrenOf(words, at)) {
    const label = words.label[child]!;
    const bit = bits[label] ?? 0;
    if (child < at) sheet.leftChildren[at]! |= bit;
    else sheet.rightChildren[at]! |= bit;
    if (label === "nsubj" || label === "nsubj:pass") sheet.subject[at] = child;
    if (label === "mark" && sheet.mark[at] === 0) sheet.mark[at] = hashText(words.lower[child]!);
  }
  sheet.children[at] = sheet.leftChildren[at]! | sheet.rightChildren[at]!;
}

function quoteShape({ quote }: Sheet, { from, to }: Sentence): number {
  let opens = false;
  let all = true;
  for (let at = from; at < to; at++) {
    if (quote[at] === 2) opens = true;
    if (quote[at] === 0 && at < to - 1) all = false;
  }
  return (
    (quote[from] === 2 ? 1 : 0) |
    (quote[to - 1] === 3 || (to - 2 >= from && quote[to - 2] === 3) ? 2 : 0) |
    (opens ? 4 : 0) |
    (quote[from] === 1 || quote[from] === 3 ? 8 : 0) |
    (all ? 16 : 0)
  );
}

/** Ancestors and neighbours that are mostly cues. */
function linkAnchors({ words, share, anchor, branch, left, right }: Sheet, { from, to }: Sentence): void {
  let last = -1;
  for (let at = from; at < to; at++) {
    left[at] = last;
    if (share[at]! >= mostlyCue) last = at;
  }
  last = -1;
  for (let at = to - 1; at >= from; at--) {
    right[at] = last;
    if (share[at]! >= mostlyCue) last = at;
    let under = at;
    for (let up = words.head[at]!, climbed = 0; up >= 0 && climbed < highest; climbed++) {
      if (share[up]! >= mostlyCue) {
        anchor[at] = up;
        branch[at] = under;
        break;
      }
      under = up;
      up = words.head[up]!;
    }
  }
}
