import type { ClaimRelation } from "../../model/ledger.ts";
import { changesOf } from "./change.ts";
import type { JoinedClaim } from "./claims.ts";
import { contradictionsOf } from "./contradiction.ts";
import { denialTargets } from "./denial.ts";
import { pairsOf } from "./pair.ts";
import type { StoryReading } from "./reading.ts";

const order = ["withdraws", "corrects", "distorts", "denies", "contradicts", "supports"];

/**
 * How the claims of a story stand to each other, one relation for a pair at most: what is said outright (withdrawn, corrected, denied) goes before
 * what was worked out (distorted, contradicted, supported).
 */
export function relationsOf(claims: readonly JoinedClaim[], story: StoryReading): readonly ClaimRelation[] {
  const groups = claims.map(({ tellings }) => tellings);
  const id = (at: number): string => claims[at]!.claim.id;
  const denied = [...denialTargets(groups, story.words)].map(
    ([from, { target, reason }]): ClaimRelation => ({
      kind: "denies",
      from: id(from),
      to: id(target),
      slot: null,
      reason,
    }),
  );
  const pairs = pairsOf(groups, story.words);
  const all = [
    ...denied,
    ...changesOf(groups, story).map((one): ClaimRelation => ({ ...one, from: id(one.from), to: id(one.to) })),
    ...contradictionsOf(pairs, groups, story.words).map(
      (one): ClaimRelation => ({ ...one, from: id(one.from), to: id(one.to) }),
    ),
  ].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const taken = new Set<string>();
  return all.filter(({ from, to }) => {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}
