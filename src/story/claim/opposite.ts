import type { Slot } from "../../model/ledger.ts";
import { termOf } from "../word.ts";

const pairs = {
  place:
    "inside outside|north south|east west|north east|north west|south east|south west|northern southern|eastern western|above below|left right|upper lower",
  what: "open close|opened closed|rise fall|rose fell|win lose|won lost|increase decrease|accept reject|accepted rejected|arrive leave|enter exit|alive dead|full empty|military civilian|accident purpose|accidental deliberate|accidentally deliberately|permanent temporary|guilty innocent|legal illegal",
} as const satisfies Partial<Record<Slot, string>>;

/** Words that are used alike and say the opposite or another thing: never one for the other, though that they differ tells nothing yet. */
const apart =
  "north south east west|northern southern eastern western|deny confirm admit|denied confirmed admitted acknowledged|denial confirmation admission|attack defend defence defense|attacked defended|buy sell|bought sold|buyer seller|start end|started ended|begin end|began ended|before after|first last second third|men women|man woman|boy girl|boys girls|son daughter|father mother|brother sister|husband wife|day night|morning evening afternoon midnight noon|monday tuesday wednesday thursday friday saturday sunday|january february march april may june july august september october november december|import export|support oppose|supported opposed|victory defeat|guilty innocent|legal illegal|true false|right wrong|good bad|strong weak|early late|earlier later|old new|large small|high low|higher lower|more less|hour minute day week month year|metre kilometre mile|upstream downstream|arrested released|detained freed|killed wounded injured|dead wounded injured|death injury|missing found|teacher pupil|doctor patient|buyer seller|plane helicopter drone|rifle pistol|water gas oil electricity power|ceasefire fire|peace war|minister ministry|rebel soldier|police army"
    .split("|")
    .map((group) => group.split(" ").map(termOf));

const opposites: ReadonlyMap<string, readonly [other: string, slot: Slot]> = new Map(
  (Object.keys(pairs) as (keyof typeof pairs)[]).flatMap((slot) =>
    pairs[slot].split("|").flatMap((pair): [string, readonly [string, Slot]][] => {
      const [one, other] = pair.split(" ").map(termOf) as [string, string];
      return [
        [one, [other, slot]],
        [other, [one, slot]],
      ];
    }),
  ),
);

const groupsOf: ReadonlyMap<string, readonly number[]> = (() => {
  const found = new Map<string, number[]>();
  apart.forEach((group, at) => {
    for (const term of group) found.set(term, [...(found.get(term) ?? []), at]);
  });
  return found;
})();

/** A word of the one whose opposite stands in the other, and neither in both. */
export function oppositeOf(a: ReadonlySet<string>, b: ReadonlySet<string>): Slot | null {
  for (const term of a) {
    const known = opposites.get(term);
    if (known && b.has(known[0]) && !b.has(term) && !a.has(known[0])) return known[1];
  }
  return null;
}

/** Are two terms used alike and not one: "denied" and "confirmed", "Monday" and "Tuesday"? */
export const isOpposite = (a: string, b: string): boolean =>
  opposites.get(a)?.[0] === b ||
  opposites.get(b)?.[0] === a ||
  (groupsOf.get(a)?.some((group) => groupsOf.get(b)?.includes(group)) ?? false);
