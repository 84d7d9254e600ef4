import type { ClaimRow } from "../../../record/ask/claims.ts";
import type { Part } from "../piece.ts";

/** The parts of a claim's words: source, cue, content and marks of evidence, counted from the start of the words. */
export function partsOf({
  start,
  end,
  sourceSpans,
  cueSpans,
  contentSpans,
  marks,
}: Pick<ClaimRow, "start" | "end" | "sourceSpans" | "cueSpans" | "contentSpans" | "marks">): readonly Part[] {
  const of = (role: Part["role"], spans: readonly (readonly [number, number])[]): readonly Part[] =>
    spans.map(([from, to]) => ({ role, start: from - start, end: to - start }));
  return [
    ...of("content", contentSpans),
    ...of("source", sourceSpans),
    ...of("cue", cueSpans),
    // A mark may stand beside the claim's own words ("Without giving evidence, …").
    ...of(
      "mark",
      marks.map((mark) => [mark.start, mark.end] as const).filter(([from, to]) => from >= start && to <= end),
    ),
  ];
}
