import { affinity } from "./identity.ts";
import { distinctOf, type Likeness, likenessOf } from "./likeness.ts";
import type { Telling } from "./reading.ts";
import type { Words } from "./words.ts";

/** Two groups of tellings that share words, with their two likest tellings; `from` is told later. */
export interface Pair {
  readonly from: number;
  readonly to: number;
  readonly a: Telling;
  readonly b: Telling;
  readonly likeness: Likeness;
  /** How surely both are one voice (`affinity`). */
  readonly near: number;
}

/** So many groups that share a word are compared at most; a word that more have tells too little. */
const mostOfWord = 60;
const mostTellings = 6;

/** Pairs of groups that share a telling word, each once. */
export function pairsOf(groups: readonly (readonly Telling[])[], words: Words): readonly Pair[] {
  const byKey = new Map<string, number[]>();
  groups.forEach((tellings, at) => {
    const keys = new Set(
      tellings.flatMap(({ features }) => [...features.terms].flatMap((term) => [term, ...words.near(term).keys()])),
    );
    for (const key of keys) {
      const known = byKey.get(key);
      if (known) known.push(at);
      else byKey.set(key, [at]);
    }
  });
  const seen = new Set<string>();
  const pairs: Pair[] = [];
  for (const [, members] of byKey) {
    if (members.length > mostOfWord) continue;
    members.forEach((to, index) => {
      for (const from of members.slice(index + 1)) {
        const key = `${to} ${from}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const pair = likest(groups[from]!, groups[to]!, words);
        if (pair) pairs.push({ from, to, ...pair });
      }
    });
  }
  return pairs.toSorted((a, b) => a.from - b.from || a.to - b.to);
}

function likest(
  left: readonly Telling[],
  right: readonly Telling[],
  words: Words,
): Pick<Pair, "a" | "b" | "likeness" | "near"> | null {
  let best: Pick<Pair, "a" | "b" | "likeness" | "near"> | null = null;
  let near = 0;
  for (const a of distinctOf(left, mostTellings)) {
    for (const b of distinctOf(right, mostTellings)) {
      near = Math.max(near, affinity(a.speaker, b.speaker));
      const likeness = likenessOf(a, b, words);
      if (likeness.matched.length > 0 && (!best || likeness.score > best.likeness.score))
        best = { a, b, likeness, near };
    }
  }
  return best && { ...best, near };
}
