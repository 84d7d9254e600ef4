import type { Located } from "../../../model/span.ts";

/** Something that lies over a stretch of text. */
export interface Cover extends Located {
  /** How it looks: "content", "on-cue". */
  readonly look: string;
  /** What it belongs to; null for what is only drawn, and cannot be pointed at. */
  readonly id: string | null;
}

/** A stretch of text over which the same things lie. */
export interface Segment extends Located {
  /** How it looks: each look once, in alphabetical order. Empty where nothing lies over it. */
  readonly looks: readonly string[];
  /** The thing on top: of those that lie over it the one that began last, and of those the shortest. Null for none. */
  readonly top: string | null;
}

interface Edge {
  readonly at: number;
  readonly cover: number;
  readonly isBegin: boolean;
}

/**
 * `[start, end)` cut wherever a cover begins or ends; what of a cover lies outside is ignored. The segments follow each other without a
 * gap from `start` to `end`; none is empty. Takes O(n log n) for n covers, however they nest: a segment names looks and the top, not all
 * covers, of which 50,000 may lie over one word.
 */
export function segmentsOf(covers: readonly Cover[], start: number, end: number): readonly Segment[] {
  const edges: Edge[] = [];
  covers.forEach((cover, at) => {
    const from = Math.max(cover.start, start);
    const until = Math.min(cover.end, end);
    if (from < until) edges.push({ at: from, cover: at, isBegin: true }, { at: until, cover: at, isBegin: false });
  });
  // At one place the longer begins first, so that the shorter one is on top.
  edges.sort((a, b) => a.at - b.at || covers[b.cover]!.end - covers[a.cover]!.end || a.cover - b.cover);
  const open = new Map<string, number>();
  const ended = new Set<number>();
  const stack: number[] = [];
  const segments: Segment[] = [];
  const cut = (from: number, until: number): void => {
    if (from >= until) return;
    while (stack.length > 0 && ended.has(stack.at(-1)!)) stack.pop();
    const top = stack.length === 0 ? null : covers[stack.at(-1)!]!.id;
    segments.push({ start: from, end: until, looks: [...open.keys()].sort(), top });
  };
  let from = start;
  for (const { at, cover, isBegin } of edges) {
    cut(from, at);
    from = Math.max(from, at);
    const { look, id } = covers[cover]!;
    const count = (open.get(look) ?? 0) + (isBegin ? 1 : -1);
    if (count === 0) open.delete(look);
    else open.set(look, count);
    if (!isBegin) ended.add(cover);
    else if (id !== null) stack.push(cover);
  }
  cut(from, end);
  return segments;
}
