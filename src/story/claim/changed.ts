import type { Changed } from "./claims.ts";
import { type GroupRelation, quoted } from "./contradiction.ts";
import { conflictOf } from "./likeness.ts";
import type { Telling } from "./reading.ts";

const publishedOf = ({ told }: Telling): string => told.annotation.meta.published ?? "";

/** Claims that are likely changed retellings, each with the earlier one that it retells; `groupOf` gives the claim of a telling by its `at`. */
export function changedRetellings(
  changed: readonly Changed[],
  groupOf: ReadonlyMap<number, number>,
): readonly GroupRelation[] {
  return changed
    .filter(({ a, b }) => a.document !== b.document)
    .toSorted((one, other) => other.likelihood - one.likelihood)
    .map(({ a, b, likelihood }): GroupRelation => {
      const [later, earlier] = publishedOf(a) >= publishedOf(b) ? [a, b] : [b, a];
      const slot = conflictOf(later, earlier);
      return {
        kind: "distorts",
        from: groupOf.get(later.at)!,
        to: groupOf.get(earlier.at)!,
        slot,
        reason: `told with ${slot ? `another ${slot}` : "a change"}: “${quoted(later)}” for “${quoted(earlier)}”; likelihood ${Math.round(100 * likelihood)} %`,
      };
    });
}
