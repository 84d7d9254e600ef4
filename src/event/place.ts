import type { EventPlace } from "../model/event.ts";
import type { Id } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import { type Clause, wordAfter } from "./clause.ts";
import type { Window } from "./subject.ts";
import { isBarrier, subordinators } from "./word.ts";

/** A place of a sentence by the words that name it. */
export interface Spot {
  readonly place: Place;
  readonly from: number;
  readonly to: number;
}

/** What a preposition makes of the place after it. */
const roles: Readonly<Record<string, EventPlace["role"]>> = {
  in: "at",
  at: "at",
  on: "at",
  over: "at",
  across: "at",
  inside: "at",
  within: "at",
  throughout: "at",
  through: "at",
  of: "at",
  to: "to",
  into: "to",
  toward: "to",
  towards: "to",
  onto: "to",
  from: "from",
  outside: "near",
  near: "near",
  around: "near",
  along: "near",
  beyond: "near",
  off: "near",
  between: "near",
  with: "near",
};

/** How far from its trigger a place may stand, in words. */
const reach = 18;
const deepest = 12;

/** Places of a sentence as word ranges, in text order. `offsets` gives the span of a place's mention. */
export function spotsOf(
  clause: Clause,
  places: readonly { readonly place: Place; readonly start: number; readonly end: number }[],
): readonly Spot[] {
  return places
    .map(({ place, start, end }) => ({
      place,
      from: wordAfter(clause.words, start),
      to: wordAfter(clause.words, end - 1) + 1,
    }))
    .filter((spot) => spot.from < clause.words.length);
}

/** The preposition that a place hangs on, over "the border of", "the outskirts of"; null where there is none. */
function prepositionOf(clause: Clause, spot: Spot): { readonly role: EventPlace["role"]; readonly at: number } | null {
  const { words } = clause;
  let border = isBorder(words[spot.to]?.lower) || isBorder(words[spot.to + 1]?.lower);
  for (let at = spot.from - 1; at >= 0 && at > spot.from - deepest; at--) {
    const { lower } = words[at]!;
    if (isBorder(lower)) border = true;
    if (lower === "of" || (lower === "with" && border)) continue;
    const role = roles[lower];
    if (role !== undefined && lower !== "with") return { role: border && role === "at" ? "near" : role, at };
    if (
      isBarrier(lower) ||
      (subordinators.has(lower) && role === undefined) ||
      lower === "," ||
      lower === "by" ||
      lower === "against"
    )
      break;
  }
  return border ? { role: "near", at: spot.from } : null;
}

const isBorder = (lower: string | undefined): boolean =>
  lower !== undefined && /^(?:borders?|frontiers?|coast|shores?|boundary|outskirts|line)$/.test(lower);

/**
 * Places of the trigger whose words are `first` to `last`: those that a preposition of place leads to in its clause, nearest first.
 * A state that is only somebody's name ("Russia said") has no preposition and is none.
 */
export function placesOf(
  clause: Clause,
  first: number,
  last: number,
  spots: readonly Spot[],
  window: Window,
  taken: ReadonlySet<number>,
): readonly EventPlace[] {
  const { words } = clause;
  const found: { place: Id<"place">; role: EventPlace["role"]; distance: number; at: number }[] = [];
  for (const spot of spots) {
    if (spot.from < window.from || spot.to > window.to) continue;
    const distance = spot.from > last ? spot.from - last : first - spot.to;
    if (distance > reach) continue;
    const [left, right] = spot.from > last ? [last + 1, spot.from] : [spot.to, first];
    let between = 0;
    let crossed = false;
    for (let at = left; at < right; at++) {
      const { lower } = words[at]!;
      if (isBarrier(lower) && lower !== "(" && lower !== ")") crossed = true;
      if (taken.has(at)) between++;
    }
    if (crossed || between > (spot.from > last ? 0 : 1)) continue;
    const led = prepositionOf(clause, spot);
    if (led === null) continue;
    found.push({ place: spot.place.id, role: led.role, distance, at: spot.from });
  }
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.distance - b.distance || a.at - b.at)
    .filter((one) => !seen.has(one.place) && seen.add(one.place))
    .slice(0, 3)
    .map(({ place, role }) => ({ place, role }));
}
