import type { RelationKind, Slot } from "../../model/ledger.ts";
import { clockApart } from "./clock.ts";
import { areOpposed } from "./conflict/negation.ts";
import { timesDiffer } from "./conflict/time.ts";
import { mayDeny } from "./deniable.ts";
import { denialForm } from "./denial.ts";
import { countsPeople } from "./feature.ts";
import { conflictOf, distinctOf } from "./likeness.ts";
import { isOwn } from "./own.ts";
import type { Pair } from "./pair.ts";
import type { Telling } from "./reading.ts";
import { takesBack } from "./take-back.ts";

/** A relation of two groups of tellings, by their places in the list. */
export interface GroupRelation {
  readonly kind: RelationKind;
  readonly from: number;
  readonly to: number;
  readonly slot: Slot | null;
  readonly reason: string;
}

const causal =
  /\b(?:because(?: of)?|caused?|due to|owing to|fault of|result of|blamed?|set off|triggered|started (?:at|by|when|in)|began (?:at|when|with)|put (?:it )?down to|after an? [\p{L}-]+ (?:failed|broke|burst|exploded)|behind|not an? [\p{L}-]+)\b/iu;

const deadly = /\b(?:dead|died|die|killed|deaths?|toll|bodies|lives|missing)\b/i;

/** Tolls and counts of people rise from day to day; a newer one is news. */
const grows = (a: Telling, b: Telling): boolean =>
  deadly.test(a.words) || deadly.test(b.words) || a.features.counts.some(countsPeople);

/** May what is told on a later day be news: a count of people that rises, another time? */
export const isNews = (later: Telling, earlier: Telling, conflict: Slot): boolean =>
  later.day !== earlier.day && ((conflict === "count" && grows(later, earlier)) || conflict === "time");

/** The first words of a telling. */
export const quoted = (telling: Telling): string => {
  const words = telling.words.replace(/\s+/g, " ");
  return words.length > 60 ? `${words.slice(0, 57)}…` : words;
};

/** Both with whose words they are. */
export const voices = ({ a, b }: Pick<Pair, "a" | "b">): string =>
  `${a.speaker.holder.name}: “${quoted(a)}”; ${b.speaker.holder.name}: “${quoted(b)}”`;

/** In what two tellings that cannot both hold differ: by when, how many, whence, who or where; else in what they tell. */
export function slotOf(a: Telling, b: Telling, { conflict, timesApart, numbersApart }: Differing): Slot {
  if (timesApart) return "time";
  if (numbersApart || conflict === "count") return "count";
  if (conflict === "time" || conflict === "who" || conflict === "place") return conflict;
  return causal.test(a.words) || causal.test(b.words) ? "cause" : "what";
}

/** What is seen to differ between two tellings. */
export interface Differing {
  readonly conflict: Slot | null;
  /** Both tell a time of day, and none is the same. */
  readonly timesApart: boolean;
  /** Both tell a number, and none is the same. */
  readonly numbersApart: boolean;
}

/** Affinity below which two are surely two where what they say clashes outright. */
const twoFrom = 0.5;
/** Likeness from which on a denial says no to the very words. */
const veryWords = 0.75;
/** The same where one says not to be so what the other says to be so. */
const opposedWords = 0.62;

/** Who of the two denies the other's words outright ("denied that soldiers had fired"); null where neither does. */
function flatDenier({ a, b, likeness: { score, matched }, near }: Pair): "a" | "b" | null {
  const least = areOpposed(a, b) ? opposedWords : veryWords;
  if (near >= twoFrom || score < least || matched.length < 2 || isOwn(a) || isOwn(b)) return null;
  const [one, other] = [a, b].map(denialForm);
  if (one !== null && other === null && !takesBack(b)) return mayDeny(a, b) ? "a" : null;
  return other !== null && one === null && !takesBack(a) && mayDeny(b, a) ? "b" : null;
}

/** Another holder who says the same of the same thing but for one value: its time of day, or its number (tolls of later days are news). */
function outright({ a, b, likeness: { conflict, score }, near }: Pair): Slot | null {
  if (near >= twoFrom || score < 0.5 || isOwn(a) || isOwn(b) || a.negated !== b.negated) return null;
  if (clockApart(a, b) === 1) return "time";
  return conflict === "count" && (a.day === b.day || !grows(a, b)) && !timesDiffer(a, b) ? "count" : null;
}

/** Distortions, support, outright denials and contradictions among pairs that share words. */
export function retellingsOf(
  pairs: readonly Pair[],
  groups: readonly (readonly Telling[])[],
): readonly GroupRelation[] {
  return pairs.flatMap((pair): readonly GroupRelation[] => {
    const { from, to } = pair;
    const denier = flatDenier(pair);
    if (denier) {
      const [one, other] = denier === "a" ? [from, to] : [to, from];
      return [{ kind: "denies", from: one, to: other, slot: null, reason: `says that it is not so: ${voices(pair)}` }];
    }
    const distorted = distortion(pair);
    if (distorted) return [distorted];
    const slot = outright(pair);
    if (slot) return [{ kind: "contradicts", from, to, slot, reason: `${slot}: ${voices(pair)}` }];
    return isSupport(pair, groups)
      ? [{ kind: "supports", from, to, slot: null, reason: `another holder says the same: ${voices(pair)}` }]
      : [];
  });
}

/** Somebody who can be told from others: a name of a person, a body or a state. A role without a name may be the same voice. */
const isNamed = ({ speaker }: Telling): boolean =>
  speaker.type === "person" || speaker.type === "body" || speaker.type === "state";

const affirms = (telling: Telling): boolean =>
  (telling.attribution === null || (telling.attribution.stance !== "denies" && telling.attribution.polarity === "+")) &&
  denialForm(telling) === null &&
  !takesBack(telling) &&
  !telling.features.conditional &&
  !telling.features.possible;

/**
 * Another holder who says the same by his own word: both are named, no telling of either differs in anything from one of the other, and what they
 * say is a whole sentence or the same number of the same thing.
 */
function isSupport({ from, to, a, b, likeness, near }: Pair, groups: readonly (readonly Telling[])[]): boolean {
  if (near > 0 || likeness.conflict !== null || clockApart(a, b) === 1 || a.document === b.document) return false;
  const [left, right] = [groups[from]!, groups[to]!].map((group) => distinctOf(group));
  if (![...left!, ...right!].every((one) => isNamed(one) && affirms(one))) return false;
  if (left!.some((one) => right!.some((other) => conflictOf(one, other) !== null))) return false;
  const said = likeness.matched.filter((term) => !a.features.names.has(term) && !b.features.names.has(term));
  const counted = likeness.sameCounts > 0 && said.length >= 1 && likeness.score >= 0.4;
  return counted || (said.length >= 2 && likeness.score >= 0.6 && !a.features.nominal && !b.features.nominal);
}

/** Least likeness of words that were changed on purpose or by a slip: nearly the same sentence, but for one value. Below it another statement is meant. */
const changedWords = 0.6;
/** The same where only a mood or a "not" differs, which is misread more often. */
const changedMood = 0.8;

/** A later report under the name of the same holder, in nearly the same words but for one thing. */
function distortion({ from, to, a, b, likeness, near }: Pair): GroupRelation | null {
  const { conflict, score } = likeness;
  if (near < 0.6 || conflict === null || a.document === b.document || isOwn(a) || isOwn(b)) return null;
  if (score < (conflict === "modality" || conflict === "negation" ? changedMood : changedWords)) return null;
  const [later, earlier] = a.told.annotation.meta.published! >= b.told.annotation.meta.published! ? [a, b] : [b, a];
  if ((score < 0.8 && isNews(later, earlier, conflict)) || (conflict === "negation" && later.negated)) return null;
  const [first, second] = later === a ? [from, to] : [to, from];
  return {
    kind: "distorts",
    from: first,
    to: second,
    slot: conflict,
    reason: `told of the same holder with another ${conflict}: “${quoted(later)}” for “${quoted(earlier)}”`,
  };
}
