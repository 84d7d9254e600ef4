import type { Line } from "./line.ts";

/** The lines of a box, as a text that was printed with indents shows it: from `first` to before `end`, its own lines at `indent`. */
export interface IndentedBox {
  readonly indent: number;
  readonly first: number;
  readonly end: number;
}

/** Was the text printed with an indent that says how deep an element lay in its page? Three depths at least, and a fifth of the lines not at the margin. */
export function isIndented(lines: readonly Line[]): boolean {
  const depths = new Set<number>();
  let deep = 0;
  for (const { indent } of lines) {
    depths.add(indent);
    if (indent > 0) deep++;
  }
  return depths.size > 2 && deep * 5 > lines.length;
}

/**
 * The box in which a run of lines lies: `indent` is the one at which most of the run's weight stands, and the box is the stretch of lines around it
 * of which none stands left of that.
 */
export function boxAround(
  lines: readonly Line[],
  [from, to]: readonly [number, number],
  weightOf: (at: number) => number,
): IndentedBox {
  const weights = new Map<number, number>();
  let indent = lines[from]!.indent;
  for (let at = from; at < to; at++) {
    const own = lines[at]!.indent;
    const weight = (weights.get(own) ?? 0) + weightOf(at);
    weights.set(own, weight);
    if (weight > (weights.get(indent) ?? 0)) indent = own;
  }
  const isIn = (at: number): boolean => lines[at]!.indent >= indent;
  let core = from;
  while (core < to && lines[core]!.indent !== indent) core++;
  let first = core;
  while (first > 0 && isIn(first - 1)) first--;
  let end = core + 1;
  while (end < lines.length && (isIn(end) || end < to)) end++;
  return { indent, first: Math.min(first, from), end };
}
