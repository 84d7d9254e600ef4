import type { ContradictionRow, ContradictionSide } from "../../../record/ask/contradictions.ts";

/** Two claims that face each other: the one that was said, and the one that stands against it. */
export interface Pair extends Pick<ContradictionRow, "story" | "relation" | "slot" | "reason"> {
  /** Names it in a URL: "t7.c5~denies~whole~t7.c2". */
  readonly id: string;
  readonly left: ContradictionSide;
  readonly right: ContradictionSide;
}

const undated = "~";
const printed = ({ published }: ContradictionSide): string => published ?? undated;

/** A disagreement as two sides. What denies, corrects or retells stands on the right; of two that contradict each other, the one printed later. */
export function pairOf({ story, relation, slot, reason, against, ...from }: ContradictionRow): Pair {
  const id = [from.claim, relation, slot ?? "whole", against.claim].join("~");
  const isTurned = relation === "contradicts" && printed(from) < printed(against);
  const [left, right] = isTurned ? [from, against] : [against, from];
  return { id, story, relation, slot, reason, left, right };
}

/** A claim with all that stands against it. */
export interface Facing {
  readonly left: ContradictionSide;
  readonly pairs: readonly Pair[];
}

/** Pairs by the claim on the left: the one that most stands against first, then the one that most reports tell, then as given. Nothing is lost. */
export function facingOf(pairs: readonly Pair[]): readonly Facing[] {
  const groups = [...Map.groupBy(pairs, ({ left }) => left.claim).values()];
  return groups
    .map((group) => ({ left: group[0]!.left, pairs: group }))
    .toSorted((a, b) => b.pairs.length - a.pairs.length || b.left.documents - a.left.documents);
}
