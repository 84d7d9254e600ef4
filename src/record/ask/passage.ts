import { type Block, isRead } from "../../model/block.ts";
import type { Span, Spans } from "../../model/span.ts";
import type { Hit } from "./word.ts";

/** The part of a text that shows best why it was found. */
export interface Passage {
  readonly span: Span;
  /** What kind of block it stands in; null where it is in none. */
  readonly block: Block["kind"] | null;
}

/** A passage is cut at so many units: a sentence of a table or a log can be a megabyte. */
const longest = 800;

/** Index of the last span that starts at or before `at`; -1 if none does. `spans` are in order. */
function lastStarting(spans: readonly { readonly start: number }[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** `span` cut to `longest` units around `hit`, never within a surrogate pair. */
function cutTo(text: string, [start, end]: Span, hit: Span): Span {
  if (end - start <= longest) return [start, end];
  let from = Math.max(start, hit[0] - longest / 4);
  let to = Math.max(Math.min(end, from + longest), Math.min(end, hit[1]));
  if (from > start && /[\uDC00-\uDFFF]/.test(text[from]!)) from -= 1;
  if (to < end && /[\uDC00-\uDFFF]/.test(text[to]!)) to += 1;
  return [from, to];
}

interface Candidate {
  readonly span: Span;
  readonly block: Block | null;
  readonly clauses: number;
  readonly hits: number;
  readonly first: Span;
}

/** Article before furniture; then more of what was asked; then a paragraph before the title; then more hits; then the earlier one. */
const rank = (one: Candidate): readonly number[] => [
  one.block === null || isRead(one.block) ? 1 : 0,
  one.clauses,
  one.block?.kind === "title" ? 0 : 1,
  one.hits,
];

function isBetter(one: Candidate, other: Candidate): boolean {
  const [a, b] = [rank(one), rank(other)];
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! > b[at]!;
  return false;
}

/**
 * The sentence of `text` that answers most of a query, or two neighbours of one block where together they answer more.
 * Without hits (only the title that was given beside the text was found) it is the first sentence; null for an empty text.
 * `hits`, `sentences` and `blocks` are in text order.
 */
export function bestPassage(
  text: string,
  hits: readonly Hit[],
  sentences: Spans,
  blocks: readonly Block[],
): Passage | null {
  const located = sentences.map(([start, end]) => ({ start, end }));
  const blockAt = (at: number): Block | null => {
    const block = blocks[lastStarting(blocks, at)];
    return block && at < block.end ? block : null;
  };
  const bySentence = Map.groupBy(hits, (hit) => lastStarting(located, hit.span[0]));
  const candidate = (first: number, last: number): Candidate => {
    const held = [];
    for (let at = first; at <= last; at++) held.push(...(bySentence.get(at) ?? []));
    return {
      span: [located[first]!.start, located[last]!.end],
      block: blockAt(located[first]!.start),
      clauses: new Set(held.map((hit) => hit.clause)).size,
      hits: held.length,
      first: held[0]!.span,
    };
  };
  let best: Candidate | null = null;
  for (const at of bySentence.keys()) {
    if (at < 0) continue;
    const one = candidate(at, at);
    if (best === null || isBetter(one, best)) best = one;
    if (!bySentence.has(at + 1) || blockAt(located[at + 1]!.start) !== one.block) continue;
    const two = candidate(at, at + 1);
    if (two.clauses > one.clauses && isBetter(two, best)) best = two;
  }
  if (best !== null) return { span: cutTo(text, best.span, best.first), block: best.block?.kind ?? null };
  const opening = sentences.find(([start]) => isReadAt(blockAt(start))) ?? sentences[0] ?? openingOf(text);
  if (!opening) return null;
  return { span: cutTo(text, opening, [opening[0], opening[0]]), block: blockAt(opening[0])?.kind ?? null };
}

const isReadAt = (block: Block | null): boolean => block === null || isRead(block);

const openingOf = (text: string): Span | null => (text === "" ? null : [0, text.length]);
