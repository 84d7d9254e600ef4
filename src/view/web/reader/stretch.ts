import type { Block } from "../../../model/block.ts";
import type { Located } from "../../../model/span.ts";

/** As much of a block as is drawn at once: all of it, or a part of a very long one. */
export interface Stretch extends Located {
  readonly block: Block;
  /** Does the block begin, or end, elsewhere? */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** What the reader draws in one go: a stretch of the article, or a run of furniture folded into one line. */
export type Part =
  | { readonly kind: "read"; readonly stretch: Stretch }
  | { readonly kind: "furniture"; readonly stretches: readonly Stretch[] };

/** Beyond these a block is cut: a browser lays out so much at once without a pause (measured with 5 MB in one word). */
const stretchUnits = 8_000;
const stretchStarts = 600;
/** A long block is cut at white space, where there is some so near before the cut. */
const searchUnits = 400;

const isFurniture = ({ kind }: Block): boolean => kind === "furniture" || kind === "teaser";

/** First place in `sorted` whose value is `value` or more. */
function placeOf(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a stretch from `start` on ends: never inside of a pair of surrogates, after white space where there is some near. */
function cutAfter(text: string, start: number, end: number, starts: readonly number[]): number {
  const crowded = starts[placeOf(starts, start + 1) + stretchStarts] ?? Infinity;
  const most = Math.min(start + stretchUnits, Math.max(crowded, start + 1));
  if (most >= end) return end;
  for (let at = most; at > Math.max(start, most - searchUnits); at--) if (/\s/.test(text[at - 1]!)) return at;
  const unit = text.charCodeAt(most);
  return unit >= 0xdc00 && unit < 0xe000 ? most + 1 : most;
}

/** The stretches of `blocks`, in order; together they are the blocks. `starts`: where annotations begin, ascending. */
export function stretchesOf(text: string, blocks: readonly Block[], starts: readonly number[]): readonly Stretch[] {
  return blocks.flatMap((block) => {
    const cuts: Stretch[] = [];
    for (let start = block.start; start < block.end; ) {
      const end = cutAfter(text, start, block.end, starts);
      cuts.push({ block, start, end, isFirst: start === block.start, isLast: end === block.end });
      start = end;
    }
    return cuts;
  });
}

/** A folded run holds no more than this; the next one begins another. */
const runUnits = 40_000;

/** Stretches as they are drawn: furniture and teasers that follow each other in one part. */
export function partsOf(stretches: readonly Stretch[]): readonly Part[] {
  const parts: Part[] = [];
  let run: Stretch[] = [];
  let units = 0;
  const close = (): void => {
    if (run.length > 0) parts.push({ kind: "furniture", stretches: run });
    run = [];
    units = 0;
  };
  for (const stretch of stretches) {
    if (!isFurniture(stretch.block)) {
      close();
      parts.push({ kind: "read", stretch });
      continue;
    }
    if (units > runUnits) close();
    run.push(stretch);
    units += stretch.end - stretch.start;
  }
  close();
  return parts;
}

/** First and last unit of a part. */
export const reachOf = (part: Part): Located =>
  part.kind === "read"
    ? { start: part.stretch.start, end: part.stretch.end }
    : { start: part.stretches[0]!.start, end: part.stretches.at(-1)!.end };

/** Which parts are drawn, `until` not included. */
export interface Drawn {
  readonly from: number;
  readonly until: number;
}

/** So much is drawn at first, and more for each "show more": units of text, an annotation counting for many. */
export const drawnWeight = 120_000;
const startWeight = 40;

const weightOf = (part: Part, starts: readonly number[]): number => {
  const { start, end } = reachOf(part);
  return end - start + startWeight * (placeOf(starts, end) - placeOf(starts, start));
};

/** The parts to draw from `from` on, at least one, until they weigh `drawnWeight`. */
export function drawnFrom(parts: readonly Part[], from: number, starts: readonly number[]): Drawn {
  let until = from;
  for (let weight = 0; until < parts.length && weight < drawnWeight; until++) weight += weightOf(parts[until]!, starts);
  return { from, until };
}

/** The parts to draw so that the unit at `offset` is among them: from the first on if that reaches it, else from a little before it. */
export function drawnAround(parts: readonly Part[], offset: number | null, starts: readonly number[]): Drawn {
  const first = drawnFrom(parts, 0, starts);
  if (offset === null) return first;
  const at = parts.findIndex((part) => reachOf(part).end > offset);
  return at < first.until ? first : drawnFrom(parts, Math.max(0, at - 1), starts);
}
