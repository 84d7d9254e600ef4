import type { ClaimRelation } from "../../model/ledger.ts";
import { changedRetellings } from "./changed.ts";
import type { Joined } from "./claims.ts";
import { type GroupRelation, retellingsOf } from "./contradiction.ts";
import { learnedRelations } from "./learned.ts";
import type { Forest } from "./model/forest.ts";
import { pairsOf } from "./pair.ts";
import { pointedDenials } from "./pointed-denial.ts";
import type { StoryReading } from "./reading.ts";
import { withdrawalsOf } from "./withdrawal.ts";

const order = ["withdraws", "corrects", "distorts", "denies", "contradicts", "supports"];

/**
 * How the claims of a story stand to each other, one relation for a pair at most: what is said outright (withdrawn, corrected, denied) goes before
 * what was worked out (distorted, contradicted, supported).
 */
export function relationsOf(
  { claims, changed }: Joined,
  story: StoryReading,
  forest: Forest,
): readonly ClaimRelation[] {
  const groups = claims.map(({ tellings }) => tellings);
  const groupOf = new Map(groups.flatMap((tellings, group) => tellings.map(({ at }) => [at, group] as const)));
  const id = (at: number): string => claims[at]!.claim.id;
  const named = (one: GroupRelation): ClaimRelation => ({ ...one, from: id(one.from), to: id(one.to) });
  const all = [
    ...withdrawalsOf(groups, story).map(named),
    ...pointedDenials(groups, story.tellings).map(named),
    ...learnedRelations(groups, story, forest).map(named),
    ...changedRetellings(changed, groupOf).map(named),
    ...retellingsOf(pairsOf(groups, story.words), groups).map(named),
  ].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const taken = new Set<string>();
  return all.filter(({ from, to }) => {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}
