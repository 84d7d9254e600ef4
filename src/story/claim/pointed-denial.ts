import { type GroupRelation, quoted } from "./contradiction.ts";
import { pointedIn } from "./pointed.ts";
import type { Telling } from "./reading.ts";

/** Denials that only point, as relations of groups of tellings. */
export function pointedDenials(
  groups: readonly (readonly Telling[])[],
  tellings: readonly Telling[],
): readonly GroupRelation[] {
  const groupOf = new Map(groups.flatMap((group, at) => group.map((one) => [one, at] as const)));
  return [...pointedIn(tellings)].flatMap(([one, target]): readonly GroupRelation[] => {
    const [from, to] = [groupOf.get(one), groupOf.get(target)];
    if (from === undefined || to === undefined || from === to) return [];
    const reason = `says that it is not so: “${quoted(one)}” points at what ${target.speaker.holder.name} says`;
    return [{ kind: "denies", from, to, slot: null, reason }];
  });
}
