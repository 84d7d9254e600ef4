import type { Likeness, Profile } from "../model/story.ts";
import { daysBetween, likelihood } from "./likeness.ts";
import { leastMean } from "./partition.ts";

/** A document that has a story, and how like the one is that looks for its story; see `Likeness`. */
export interface Neighbour {
  readonly document: number;
  readonly story: number;
  readonly score: number;
}

/** So many of a story's documents are looked at, the likest: a long story has moved on from its first ones. */
const compared = 3;

/** Mean of the best scores, rounded; `scores` in any order, at least one. */
export function meanOfBest(scores: readonly number[]): number {
  const best = scores.toSorted((one, other) => other - one).slice(0, compared);
  return Math.round(best.reduce((sum, score) => sum + score, 0) / best.length);
}

/** The story that a document is put in when it comes; null where it begins one. Settling looks at it again, with all that came beside it. */
export function storyFor(neighbours: readonly Neighbour[]): Neighbour | null {
  let found: Neighbour | null = null;
  for (const [story, members] of Map.groupBy(neighbours, (one) => one.story)) {
    const score = meanOfBest(members.map((one) => one.score));
    if (
      score < leastMean ||
      (found !== null && (found.score > score || (found.score === score && found.story < story)))
    )
      continue;
    const [likest] = members.toSorted((one, other) => other.score - one.score || one.document - other.document);
    found = { document: likest!.document, story, score };
  }
  return found;
}

/** How like a document is to the others of its story, 0 to 1; null where nothing is known. */
export const likenessAmong = (pairs: readonly Pick<Likeness, "score">[]): number | null =>
  pairs.length === 0 ? null : likelihood(meanOfBest(pairs.map(({ score }) => score)));

/** So many words are named in a reason. */
const named = 4;

const daysApart = (days: number | null): string =>
  days === null ? "" : days === 0 ? "; the same day" : `; ${days} ${days === 1 ? "day" : "days"} apart`;

/** "like d3 in Belarus, border, paratroopers; 1 day apart". No part of a private person's name is told. */
export function reasonFor(one: Profile, other: Profile, name: string): string {
  const weights = new Map(other.terms);
  const printed = new Map(one.printed);
  const visible = new Set(other.printed.map(([term]) => term));
  const shared = one.terms
    .filter(([term]) => weights.has(term) && printed.has(term) && visible.has(term))
    .map(([term, weight]) => ({ form: printed.get(term)!, weight: weight * weights.get(term)! }))
    .toSorted((a, b) => b.weight - a.weight || (a.form < b.form ? -1 : 1))
    .slice(0, named)
    .map(({ form }) => form);
  const what = shared.length > 0 ? ` in ${shared.join(", ")}` : "";
  return `like ${name}${what}${daysApart(daysBetween(one.published, other.published))}`;
}
