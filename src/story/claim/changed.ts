import { affinity } from "./affinity.ts";
import type { Changed } from "./claims.ts";
import { type GroupRelation, isNews, quoted } from "./contradiction.ts";
import { conflictOf } from "./likeness.ts";
import type { Telling } from "./reading.ts";

/** To say that somebody's words were changed, it must be known that they are his. */
const oneVoiceFrom = 0.6;

const publishedOf = ({ told }: Telling): string => told.annotation.meta.published ?? "";

/** Claims of one voice that are likely changed retellings and differ in something that can be named, each with the earlier one that it retells; `groupOf` gives the claim of a telling by its `at`. */
export function changedRetellings(
  changed: readonly Changed[],
  groupOf: ReadonlyMap<number, number>,
): readonly GroupRelation[] {
  return changed
    .filter(({ a, b }) => a.document !== b.document && affinity(a.speaker, b.speaker) >= oneVoiceFrom)
    .toSorted((one, other) => other.likelihood - one.likelihood)
    .flatMap(({ a, b, likelihood }): readonly GroupRelation[] => {
      const [later, earlier] = publishedOf(a) > publishedOf(b) ? [a, b] : [b, a];
      const slot = conflictOf(later, earlier);
      if (slot === null || isNews(later, earlier, slot)) return [];
      return [
        {
          kind: "distorts",
          from: groupOf.get(later.at)!,
          to: groupOf.get(earlier.at)!,
          slot,
          reason: `told of the same holder with another ${slot}: “${quoted(later)}” for “${quoted(earlier)}”; likelihood ${Math.round(100 * likelihood)} %`,
        },
      ];
    });
}
