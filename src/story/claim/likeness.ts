import type { Slot } from "../../model/ledger.ts";
import { actorsDiffer } from "./conflict/actor.ts";
import { countConflict } from "./conflict/count.ts";
import { moodDiffers, provenInOne } from "./conflict/modality.ts";
import { areOpposed } from "./conflict/negation.ts";
import { placesDiffer } from "./conflict/place.ts";
import { partsDiffer } from "./conflict/quantifier.ts";
import { singleInOne } from "./conflict/single.ts";
import { timesDiffer } from "./conflict/time.ts";
import { sameCount, sameUnit } from "./feature.ts";
import { oppositeOf } from "./opposite.ts";
import type { Telling } from "./reading.ts";
import type { Words } from "./words.ts";

/** How like two tellings are in what they say. */
export interface Likeness {
  /** 0 to 1: share of the weight of the words that they have in common. */
  readonly score: number;
  /** Share of the shorter one's weight that stands in the other, 0 to 1. */
  readonly cover: number;
  /** Weight of what they have in common. */
  readonly common: number;
  readonly matched: readonly string[];
  readonly of: number;
  readonly sameCounts: number;
  /** In what they cannot both be one proposition. */
  readonly conflict: Slot | null;
}

const countWeight = 2.5;

interface Match {
  readonly weight: number;
  readonly terms: readonly string[];
}

/** Each term's best partner in the other: the same one, else the nearest in meaning that is free. */
function matchedTerms(a: ReadonlySet<string>, b: ReadonlySet<string>, { weightOf, near }: Words): Match {
  let weight = 0;
  const terms: string[] = [];
  const left: string[] = [];
  const free = new Set(b);
  for (const term of a) {
    if (free.delete(term)) {
      weight += weightOf(term);
      terms.push(term);
    } else left.push(term);
  }
  const partners: { readonly term: string; readonly other: string; readonly nearness: number }[] = [];
  for (const term of left)
    for (const [other, nearness] of near(term)) if (free.has(other)) partners.push({ term, other, nearness });
  if (partners.length > 1) partners.sort((one, other) => other.nearness - one.nearness);
  const taken = new Set<string>();
  for (const { term, other, nearness } of partners) {
    if (taken.has(term) || !free.delete(other)) continue;
    taken.add(term);
    weight += nearness * Math.min(weightOf(term), weightOf(other));
    terms.push(term);
  }
  return { weight, terms };
}

/** In what two tellings of like words differ so that they are not one proposition; null where in nothing that is seen. */
export function conflictOf(a: Telling, b: Telling): Slot | null {
  const [one, other] = [a.features, b.features];
  const count = countConflict(a, b);
  if (count) return count;
  if (partsDiffer(a, b) || singleInOne(a, b)) return "count";
  if (provenInOne(a, b)) return "modality";
  if (areOpposed(a, b)) return "negation";
  if (moodDiffers(a, b)) return "modality";
  const opposed = oppositeOf(one.terms, other.terms);
  if (opposed) return opposed;
  if (actorsDiffer(a, b)) return "who";
  if (placesDiffer(a, b)) return "place";
  return timesDiffer(a, b) ? "time" : null;
}

/** How like `a` and `b` are; `words` tell how much a word says in the story. */
export const likenessOf = (a: Telling, b: Telling, words: Words): Likeness => ({
  ...alikeOf(a, b, words),
  conflict: conflictOf(a, b),
});

/** The same without looking for a conflict, which costs as much again. */
export function alikeOf(a: Telling, b: Telling, words: Words): Omit<Likeness, "conflict"> {
  const { weight, terms } = matchedTerms(a.features.terms, b.features.terms, words);
  const sum = (terms_: ReadonlySet<string>): number =>
    [...terms_].reduce((total, term) => total + words.weightOf(term), 0);
  const sameCounts = a.features.counts.filter((one) =>
    b.features.counts.some((other) => sameCount(one, other) && sameUnit(one, other)),
  ).length;
  const [wholeA, wholeB] = [
    sum(a.features.terms) + countWeight * a.features.counts.length,
    sum(b.features.terms) + countWeight * b.features.counts.length,
  ];
  const common = weight + countWeight * sameCounts;
  const least = Math.min(wholeA, wholeB);
  const cover = least === 0 ? 0 : common / least;
  const dice = wholeA + wholeB === 0 ? 0 : (2 * common) / (wholeA + wholeB);
  return {
    score: 0.5 * Math.min(1, cover) + 0.5 * Math.min(1, dice),
    cover: Math.min(1, cover),
    common,
    matched: terms,
    of: Math.min(a.features.terms.size, b.features.terms.size),
    sameCounts,
  };
}

/** So many tellings of a claim are looked at, of those that are in other words. */
export const mostDistinct = 12;

/** The same for tellings that say the same words by the same speaker. */
export const wordingOf = ({ speaker, negated, words }: Telling): string => `${speaker.key} ${negated} ${words}`;

/** Of tellings in the very same words the first: what holds of it holds of the copies. */
export function distinctOf(tellings: readonly Telling[], most = mostDistinct): readonly Telling[] {
  if (tellings.length < 2) return tellings;
  const seen = new Map<string, Telling>();
  for (const one of tellings) {
    const key = wordingOf(one);
    if (!seen.has(key)) seen.set(key, one);
    if (seen.size >= most) break;
  }
  return [...seen.values()];
}
