import { type NameKind, nameKinds } from "../../model/name.ts";

export { type NameKind, nameKinds } from "../../model/name.ts";

/** A name over the words `[from, to)` of a document. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  readonly kind: NameKind;
}

/**
 * Labels of the sequence model: 0 outside; then for each kind B (first of several words), I (inside), L (last), U (only word):
 * the BILOU scheme of Ratinov and Roth (2009).
 */
export const labelCount = 1 + 4 * nameKinds.length;
export const labelOf = (kind: number, part: "B" | "I" | "L" | "U"): number => 1 + 4 * kind + "BILU".indexOf(part);
/** May a name stop after a word with this label? */
export const isClosed = (label: number): boolean => label === 0 || ((label - 1) & 3) > 1;
/** May a word with this label come first, or after a closed one? */
export const isOpening = (label: number): boolean => label === 0 || ((label - 1) & 3) === 0 || ((label - 1) & 3) === 3;
/** May `next` follow `label`? */
export const canFollow = (label: number, next: number): boolean =>
  isClosed(label)
    ? isOpening(next)
    : next > 0 && (((next - 1) & 3) === 1 || ((next - 1) & 3) === 2) && (label - 1) >> 2 === (next - 1) >> 2;

/** Labels that follow each other as `canFollow` says -> names in order, never overlapping; `offset` is the index of the first word. */
export function spansOf(labels: ArrayLike<number>, offset: number): readonly NameSpan[] {
  const spans: NameSpan[] = [];
  let start = 0;
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!;
    if (label === 0) continue;
    if (isOpening(label)) start = at;
    if (isClosed(label)) spans.push({ from: offset + start, to: offset + at + 1, kind: nameKinds[(label - 1) >> 2]! });
  }
  return spans;
}
