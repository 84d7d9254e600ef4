import { type Block, isRead } from "../model/block.ts";
import type { Range, Words } from "./word.ts";

/** A stretch between quotation marks, marks included, inside one paragraph. */
export interface Quotation {
  /** UTF-16 offsets, with the marks. */
  readonly start: number;
  readonly end: number;
  /** Its tokens; empty ranges are left out. */
  readonly tokens: Range;
  /** False where the paragraph ends before a closing mark. */
  readonly closed: boolean;
  /** Continues the quotation before it, which was left open at the end of its paragraph. */
  readonly continues: boolean;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
}

const opensAfter = /[\s([{—–\-/:,;“‘"'`]/;
const wordLike = /[\p{L}\p{N}]/u;
const isOpeningPlace = (text: string, at: number, width: number): boolean =>
  (at === 0 || opensAfter.test(text[at - 1]!)) && at + width < text.length && !/\s/.test(text[at + width]!);

/** Double marks, each read by its shape or, where it has none, by the characters beside it. */
function doubleStretches(text: string, from: number, to: number): readonly Stretch[] {
  const out: Stretch[] = [];
  let open = -1;
  for (const match of text.slice(from, to).matchAll(/["“”„«»]|''|``|‘‘|’’/g)) {
    const [mark] = match;
    const at = from + match.index;
    const opening = mark === "“" || mark === "„" || mark === "«" || mark === "``" || mark === "‘‘";
    const closing = mark === "”" || mark === "»" || mark === "’’";
    if (open < 0) {
      // A closing mark before a paragraph's first word was meant for an opening one.
      if (
        opening ||
        (closing && mark !== "»" && at === from && isOpeningPlace(text, at, mark.length)) ||
        (!closing && isOpeningPlace(text, at, mark.length))
      )
        open = at;
    } else if (opening || (!closing && isOpeningPlace(text, at, mark.length) && /\s/.test(text[at - 1] ?? ""))) {
      // A second opening mark: the first was never closed, or a quotation stands in a quotation.
      if (mark === '"' || mark === "''") open = at;
    } else {
      out.push({ start: open, end: at + mark.length, closed: true });
      open = -1;
    }
  }
  if (open >= 0) out.push({ start: open, end: to, closed: false });
  return out;
}

/** Single marks between `from` and `to`, where no double ones are. An apostrophe at the end of a plural closes only if nothing better does. */
function singleStretches(text: string, from: number, to: number): readonly Stretch[] {
  const out: Stretch[] = [];
  let open = -1;
  let fallback = -1;
  for (const match of text.slice(from, to).matchAll(/[‘’']/g)) {
    const at = from + match.index;
    const before = at === 0 ? " " : text[at - 1]!;
    const after = text[at + 1] ?? " ";
    const opens =
      match[0] !== "’" &&
      /[\s([—–“"-]/.test(before) &&
      wordLike.test(after) &&
      !/^(?:\d0s|em\b|til\b|cause\b|twas\b)/i.test(text.slice(at + 1, at + 7));
    if (opens) {
      if (open >= 0 && fallback >= 0) out.push({ start: open, end: fallback + 1, closed: true });
      open = at;
      fallback = -1;
    } else if (open >= 0 && match[0] !== "‘" && !wordLike.test(after) && !/\s/.test(before)) {
      if (before === "s" && /^\s[\p{Ll}\p{N}]/u.test(text.slice(at + 1, at + 3)))
        fallback = fallback < 0 ? at : fallback;
      else {
        out.push({ start: open, end: at + 1, closed: true });
        open = -1;
        fallback = -1;
      }
    }
  }
  if (open >= 0 && fallback >= 0) out.push({ start: open, end: fallback + 1, closed: true });
  return out.filter((one) => one.end - one.start > 3);
}

function stretchesOf(text: string, from: number, to: number): readonly Stretch[] {
  const doubles = doubleStretches(text, from, to);
  const singles: Stretch[] = [];
  let at = from;
  for (const one of doubles) {
    singles.push(...singleStretches(text, at, one.start));
    at = one.end;
  }
  singles.push(...singleStretches(text, at, to));
  return [...doubles, ...singles].sort((a, b) => a.start - b.start);
}

/** Quotations of the paragraphs that are read, in text order; they never overlap. */
export function findQuotations(words: Words, blocks: readonly Block[]): readonly Quotation[] {
  const out: Quotation[] = [];
  let token = 0;
  let openBefore = false;
  for (const block of blocks) {
    if (!isRead(block)) continue;
    for (const one of stretchesOf(words.text, block.start, block.end)) {
      while (token < words.count && words.ends[token]! <= one.start) token++;
      let to = token;
      while (to < words.count && words.starts[to]! < one.end) to++;
      if (to <= token) continue;
      const continues = openBefore && one.start === block.start;
      out.push({ start: one.start, end: one.end, tokens: [token, to], closed: one.closed, continues });
      token = to;
    }
    const last = out.at(-1);
    openBefore = last !== undefined && !last.closed && last.end === block.end;
  }
  return out;
}

/** For each token the index of its quotation, or -1. */
export function quotationOfTokens(words: Words, quotations: readonly Quotation[]): Int32Array {
  const out = new Int32Array(words.count).fill(-1);
  for (const [at, { tokens }] of quotations.entries()) out.fill(at, tokens[0], tokens[1]);
  return out;
}
