import type { EventPlace } from "../model/event.ts";
import type { Id } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import type { Attachable } from "./attach.ts";
import { type Clause, isPartOfCompound, wordAfter } from "./clause.ts";
import type { Window } from "./subject.ts";
import { headOfRange, isVerb } from "./tree.ts";
import { isBarrier, prepositions, subordinators, type Word } from "./word.ts";

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

/** Nouns over which a preposition reaches a place: "in the east of X", "the outskirts of Y". */
const parts =
  /^(?:border|frontier|part|area|region|territor|outskirt|capital|city|town|village|province|district|east|west|north|south|centre|center|side|swath|edge|coast|island|peninsula|kilomet|mile|republic|state|kingdom|vicinity|site|range|base)/;

/** The preposition that a place hangs on, over "the border of", "the outskirts of"; null where there is none. `last` is the trigger's last word. */
function prepositionOf(
  clause: Clause,
  spot: Spot,
  last: number,
  objects: boolean,
): { readonly role: EventPlace["role"]; readonly at: number } | null {
  const { words } = clause;
  let border = isBorder(words[spot.to]?.lower) || isBorder(words[spot.to + 1]?.lower);
  for (let at = spot.from - 1; at >= 0 && at > spot.from - deepest; at--) {
    const { lower } = words[at]!;
    const before = words[at - 1]?.lower ?? "";
    // The place is itself what was attacked or visited.
    if (at === last && !objects) return border ? { role: "near", at } : null;
    if (at === last) return { role: border ? "near" : "at", at };
    if (isBorder(lower)) border = true;
    if (lower === "of" && before === "out") return { role: "from", at };
    if ((lower === "of" && parts.test(before)) || (lower === "with" && isBorder(before))) continue;
    // "of" leads from the deed itself: "the invasion and annexation of X".
    if (lower === "of") return at - 1 <= last + 2 && at > last ? { role: "at", at } : null;
    const role = lower === "to" && words[at]!.label === "mark" ? undefined : roles[lower];
    if (lower === "from" && distance.test(before)) return { role: "near", at };
    if (role !== undefined && lower !== "with") {
      const isNear = border && (role !== "to" || /^(?:close|next|adjacent)$/.test(before));
      return { role: isNear ? "near" : role, at };
    }
    if (isBarrier(lower) || subordinators.has(lower) || prepositions.has(lower) || lower === "," || lower === "to")
      break;
  }
  return border ? { role: "near", at: spot.from } : null;
}

const distance = /^(?:kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|yards?|far|away|minutes?|hours?)$/;

/** "the Norland conflict": a place that only modifies the noun after it. */
function isModifier(words: readonly Word[], spot: Spot): boolean {
  const next = words[spot.to];
  if (words[spot.from - 1]?.lower !== "the" || next === undefined || next.capital || isBorder(next.lower)) return false;
  return (
    /^\p{L}+$/u.test(next.lower) &&
    !prepositions.has(next.lower) &&
    !parts.test(next.lower) &&
    !/^(?:and|or|is|was|has|will)$/.test(next.lower)
  );
}

const isBorder = (lower: string | undefined): boolean =>
  lower !== undefined && /^(?:borders?|frontiers?|coast|shores?|boundary|outskirts|line)$/.test(lower);

/** A trigger as far as its places depend on it. */
export interface Deed {
  /** First and last word of the trigger. */
  readonly first: number;
  readonly last: number;
  /** Is its plain object its place as well ("shelled X", "visited Y")? */
  readonly objects: boolean;
  readonly attachable: Attachable;
  /** Words of the other triggers of the sentence. */
  readonly others: ReadonlySet<number>;
}

/** Does the place hang on another deed, or in a clause that is not this deed's? */
const belongsElsewhere = (words: readonly Word[], at: number, { attachable, others }: Deed): boolean => {
  let up = at;
  for (let step = 0; step < words.length && up >= 0; step++) {
    if (attachable.own.has(up) || attachable.carriers.has(up)) return false;
    if (others.has(up)) return !attachable.carriers.has(up) && up !== attachable.lead;
    // Beyond its own clause the tree is no better than the order of words.
    if (isVerb(words[up]) && words[up]!.label !== "conj") return false;
    up = words[up]!.head;
  }
  return false;
};

/**
 * Places of a deed: those that a preposition of place leads to in its clause, nearest first, three at most.
 * A state that is only somebody's name ("Russia said") has no preposition and is none.
 */
export function placesOf(clause: Clause, deed: Deed, spots: readonly Spot[], window: Window): readonly EventPlace[] {
  const { first, last, objects, others: taken } = deed;
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
      if (/^(?:after|before|as|while|when|because|although|though|if|until)$/.test(lower)) crossed = true;
      if (taken.has(at)) between++;
    }
    if (crossed || between > (spot.from > last ? 0 : 1)) continue;
    if (belongsElsewhere(words, headOfRange(words, spot.from, spot.to), deed)) continue;
    if (isPartOfCompound(words, spot.to) || isModifier(words, spot)) continue;
    const led = prepositionOf(clause, spot, last, objects);
    if (led === null) continue;
    const comma = words.findIndex((word, at) => at > last && at < led.at && word.lower === ",");
    // What a comma parts from the deed belongs to the next clause, except in a list.
    if (comma > 0 && led.at > comma + 1 && !words.slice(comma, led.at).some((word) => word.upos === "CCONJ")) continue;
    found.push({ place: spot.place.id, role: led.role, distance, at: spot.from });
  }
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.distance - b.distance || a.at - b.at)
    .filter((one) => !seen.has(one.place) && seen.add(one.place))
    .slice(0, 3)
    .map(({ place, role }) => ({ place, role }));
}
