import { childrenOf } from "../tree.ts";
import { distanceStep, type FeatureRow, put1, put2, put3, put4 } from "./feature.ts";
import type { Sheet } from "./sheet.ts";

/** What stands in for the word before a sentence's first or behind its last. */
const outside = 77;

/** How many steps an edge of a subtree is followed upwards. */
const highest = 30;

/** Puts into `row` what the model looks at in a word to tell whether it is part of a cue, or of a role of whatever cue. */
export function cueFeatures(sheet: Sheet, at: number, row: FeatureRow): void {
  row.count = 0;
  addWords(sheet, at, row);
  addQuotes(sheet, at, row);
  addTree(sheet, at, row);
  addShares(sheet, at, row);
  addTold(sheet, at, row);
}

function addWords(
  { word, cased, lemma, suffix, upos, xpos, shape, from, to, block }: Sheet,
  at: number,
  row: FeatureRow,
): void {
  const first = from[at]!;
  const last = to[at]! - 1;
  const count = word.length;
  const here = (list: Int32Array, place: number): number => (place < 0 || place >= count ? outside : list[place]!);
  const w = word[at]!;
  const l = lemma[at]!;
  const x = xpos[at]!;
  const w1 = here(word, at - 1);
  const w2 = here(word, at + 1);
  const x1 = here(xpos, at - 1);
  const x2 = here(xpos, at + 1);
  put1(row, 0, 1);
  put1(row, 1, w);
  put1(row, 2, l);
  put2(row, 3, l, upos[at]!);
  put1(row, 4, x);
  put1(row, 5, cased[at]!);
  put1(row, 6, suffix[at]!);
  put1(row, 7, shape[at]!);
  put1(row, 8, w1);
  put1(row, 9, w2);
  put1(row, 10, here(word, at - 2));
  put1(row, 11, here(word, at + 2));
  put2(row, 12, w1, w);
  put2(row, 13, w, w2);
  put1(row, 14, x1);
  put1(row, 15, x2);
  put2(row, 16, x1, x);
  put2(row, 17, x, x2);
  put3(row, 18, x1, x, x2);
  put3(row, 19, x, x2, here(xpos, at + 2));
  put3(row, 20, here(xpos, at - 2), x1, x);
  put1(row, 21, here(lemma, at - 1));
  put1(row, 22, here(lemma, at + 1));
  put2(row, 23, w2, here(word, at + 2));
  put2(row, 24, here(word, at - 2), w1);
  put2(row, 25, w, x2);
  put2(row, 26, w, x1);
  put2(row, 27, l, here(lemma, at + 1));
  put2(row, 28, here(lemma, at - 1), l);
  const begin = Math.min(6, at - first);
  const end = Math.min(4, last - at);
  put1(row, 30, begin);
  put1(row, 31, end);
  put2(row, 32, begin, x);
  put2(row, 33, end, w);
  put2(row, 34, at > 0 && block[at] === block[at - 1] ? 1 : 0, begin);
  put2(row, 35, Math.min(30, (last + 1 - first) >> 2), begin < 2 ? 1 : 0);
}

/** How far a mark of quotation is looked for. */
const nearMark = 12;

/** The nearest beginning or end of a quotation in one direction, as one number; 0 where there is none. */
function markNear({ quote, from, to }: Sheet, at: number, step: 1 | -1): number {
  for (let next = at, seen = 1; seen <= nearMark && next >= from[at]! && next < to[at]!; next += step, seen++)
    if (quote[next]! >= 2) return seen * 4 + quote[next]!;
  return 0;
}

function addQuotes(sheet: Sheet, at: number, row: FeatureRow): void {
  const { quote, sentenceQuote, lemma, xpos, share, from } = sheet;
  const q = quote[at]!;
  const x = xpos[at]!;
  const whole = sentenceQuote[at]!;
  const begin = Math.min(2, at - from[at]!);
  put1(row, 36, q);
  put3(row, 37, at > 0 ? quote[at - 1]! : 0, q, quote[at + 1] ?? 0);
  put2(row, 38, q, lemma[at]!);
  put2(row, 39, q, x);
  put2(row, 40, whole, q);
  put3(row, 41, whole, q, begin);
  put2(row, 42, whole, x);
  const before = markNear(sheet, at, -1);
  const behind = markNear(sheet, at, 1);
  put1(row, 43, before);
  put1(row, 44, behind);
  put2(row, 45, before, x);
  put2(row, 46, behind, x);
  put2(row, 47, before, behind);
  put2(row, 48, before, share[at]!);
  put2(row, 49, behind, share[at]!);
}

function addTree(sheet: Sheet, at: number, row: FeatureRow): void {
  const { words, lemma, xpos, upos, label, word, share, children, leftChildren, rightChildren, subject, mark, count } =
    sheet;
  const x = xpos[at]!;
  const l = lemma[at]!;
  const d = label[at]!;
  const head = words.head[at]!;
  const above = head < 0 ? -1 : words.head[head]!;
  const headLemma = head < 0 ? -1 : lemma[head]!;
  const headTag = head < 0 ? 0 : xpos[head]!;
  const headLabel = head < 0 ? 0 : label[head]!;
  put1(row, 50, d);
  put2(row, 51, d, x);
  put2(row, 52, d, headLemma);
  put2(row, 53, d, headTag);
  put3(row, 54, d, x, headTag);
  put2(row, 55, l, headLemma);
  put2(row, 56, d, head < 0 ? 0 : distanceStep(head - at) + 1);
  put2(row, 57, d, headLabel);
  put3(row, 58, d, headLabel, above < 0 ? 0 : lemma[above]!);
  put3(row, 59, headLabel, above < 0 ? 0 : xpos[above]!, headTag);
  for (const child of childrenOf(words, at)) {
    const side = child < at ? 0 : 1;
    put2(row, 60, label[child]!, side);
    put3(row, 61, label[child]!, side, x);
    put3(row, 62, label[child]!, side, l);
    put2(row, 63, label[child]!, lemma[child]!);
  }
  const all = children[at]!;
  put1(row, 64, all);
  put2(row, 65, all, x);
  put2(row, 66, all, l);
  put2(row, 67, leftChildren[at]!, rightChildren[at]!);
  put3(row, 68, leftChildren[at]!, rightChildren[at]!, d);
  const who = subject[at]!;
  if (who >= 0) {
    put2(row, 69, suffixClass(sheet, who), upos[who]!);
    put1(row, 70, lemma[who]!);
    put2(row, 71, xpos[who]!, share[at]!);
  }
  put2(row, 73, at > 0 ? label[at - 1]! : 0, d);
  put2(row, 74, at + 1 < count ? label[at + 1]! : 0, d);
  put2(row, 75, mark[at]!, d);
  put2(row, 76, mark[at]!, l);
  // A run of words that begins or ends with this one: what it is, and of what.
  let top = at;
  for (let step = 0; step < highest && words.head[top]! >= 0 && words.subtreeFrom[words.head[top]!] === at; step++)
    top = words.head[top]!;
  addEdge(sheet, top, 77, row);
  put2(row, 78, label[top]!, word[at]!);
  top = at;
  for (let step = 0; step < highest && words.head[top]! >= 0 && words.subtreeTo[words.head[top]!] === at + 1; step++)
    top = words.head[top]!;
  addEdge(sheet, top, 79, row);
  put2(row, 80, label[top]!, x);
  put2(row, 81, words.subtreeFrom[at] === at ? 1 : 0, words.subtreeTo[at] === at + 1 ? 1 : 0);
}

const suffixClass = ({ shape, quote }: Sheet, at: number): number => shape[at]! * 4 + quote[at]!;

function addEdge({ words, label, xpos, share }: Sheet, top: number, template: number, row: FeatureRow): void {
  const head = words.head[top]!;
  put3(row, template, label[top]!, head < 0 ? 0 : xpos[head]!, head < 0 ? 0 : share[head]!);
}

/** Is the neighbour the anchor itself, in the same branch of it, elsewhere in the sentence, or in another sentence? */
function besides({ sentence, branch, anchor, count }: Sheet, at: number, next: number): number {
  if (next < 0 || next >= count || sentence[next] !== sentence[at]) return 3;
  return next === anchor[at] ? 2 : branch[next] === branch[at] ? 1 : 0;
}

function addShares(sheet: Sheet, at: number, row: FeatureRow): void {
  const { words, word, lemma, xpos, label, share, children, anchor, branch, left, right, quote, from, count } = sheet;
  const s = share[at]!;
  const x = xpos[at]!;
  const d = label[at]!;
  const head = words.head[at]!;
  put2(row, 85, s, children[at]!);
  put3(row, 86, s, d, children[at]! & 63);
  if (anchor[at]! >= 0) {
    const root = anchor[at]!;
    const under = branch[at]!;
    const b = label[under]!;
    const side = under < root ? 1 : 0;
    const before = besides(sheet, at, at - 1);
    const behind = besides(sheet, at, at + 1);
    put2(row, 87, b, side);
    put3(row, 88, b, lemma[root]!, side);
    put3(row, 89, b, share[root]!, at === under ? 1 : 0);
    put3(row, 90, b, before, side);
    put3(row, 91, b, behind, side);
    put4(row, 92, b, before, word[at]!, side);
    put4(row, 93, b, behind, x, side);
    put2(row, 94, before * 4 + behind, x);
    put2(row, 95, b, x);
  } else put1(row, 96, x);
  if (head >= 0) put2(row, 97, share[head]!, d);
  put1(row, 98, s);
  put2(row, 99, s, x);
  put2(row, 100, s, at + 1 < count ? xpos[at + 1]! : 0);
  put2(row, 101, s, at > 0 ? xpos[at - 1]! : 0);
  put3(row, 102, s, at > 0 ? xpos[at - 1]! : 0, at + 1 < count ? xpos[at + 1]! : 0);
  put2(row, 103, at > 0 ? share[at - 1]! : 0, s);
  put2(row, 104, share[at + 1] ?? 0, s);
  const l = left[at]!;
  const r = right[at]!;
  const toLeft = l < 0 ? -1 : distanceStep(l - at);
  const toRight = r < 0 ? -1 : distanceStep(r - at);
  put2(row, 105, toLeft, toRight);
  if (l >= 0) {
    put2(row, 106, toLeft, share[l]!);
    put2(row, 107, lemma[l]!, Math.min(3, at - l));
    put2(row, 108, x, toLeft);
  }
  if (r >= 0) {
    put2(row, 109, toRight, share[r]!);
    put2(row, 110, lemma[r]!, Math.min(3, r - at));
    put2(row, 111, x, toRight);
  }
  put2(row, 112, s, quote[at]!);
  put2(row, 113, s, Math.min(6, at - from[at]!));
  put2(row, 114, s, at + 1 < count ? word[at + 1]! : 0);
  put2(row, 115, s, at > 0 ? word[at - 1]! : 0);
}

function addTold({ told, xpos, share, lemma, upos }: Sheet, at: number, row: FeatureRow): void {
  const role = told.roleState[at]!;
  const state = told.cueState[at]!;
  if (role > 0) {
    put1(row, 150, role);
    put2(row, 151, role, xpos[at]!);
    put2(row, 152, role, share[at]!);
  }
  const before = at > 0 ? told.cueState[at - 1]! : 0;
  const behind = told.cueState[at + 1] ?? 0;
  if (before + state + behind > 0) put4(row, 153, before, state, behind, xpos[at]!);
  if (state === 0) return;
  const { kind, form, flags } = told.told[told.cue[at]!]!;
  put3(row, 154, state, form, flags);
  put3(row, 155, state, kind, form);
  put3(row, 156, state, share[at]!, upos[at]!);
  put3(row, 157, state, share[at]!, flags);
  put3(row, 158, state, lemma[at]!, flags);
  put4(row, 159, state, role, form, kind);
}
