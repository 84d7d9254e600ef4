import type { Telling } from "../reading.ts";
import type { Words } from "../words.ts";

/** A word that more tellings have tells too little. */
const mostOfTerm = 400;
/** A number in common counts as much as a word of this weight. */
const perNumber = 2;

/** Tellings by what they say, for finding those that share words or numbers with another. */
export interface Sharing {
  /** How much each telling that was added shares with `telling`, by its place; those that share nothing are left out. */
  readonly sharedBy: (telling: Telling) => Map<number, number>;
  readonly add: (telling: Telling, at: number) => void;
}

/** An empty index of tellings. */
export function createSharing(words: Words): Sharing {
  const byTerm = new Map<string, number[]>();
  return {
    sharedBy: ({ features }) => {
      const shared = new Map<number, number>();
      const share = (term: string, weight: number): void => {
        const having = byTerm.get(term);
        if (!having || having.length > mostOfTerm) return;
        for (const other of having) shared.set(other, (shared.get(other) ?? 0) + weight);
      };
      for (const term of features.terms) {
        share(term, words.weightOf(term));
        for (const [other, nearness] of words.near(term)) share(other, nearness);
      }
      for (const { value } of features.counts) if (value !== null) share(`=${value}`, perNumber);
      return shared;
    },
    add: ({ features }, at) => {
      for (const term of [...features.terms, ...features.counts.map(({ value }) => `=${value}`)]) {
        const having = byTerm.get(term);
        if (having) having.push(at);
        else byTerm.set(term, [at]);
      }
    },
  };
}

/** The places of the `most` that share most, the likest first. */
export function mostSharing(shared: ReadonlyMap<number, number>, most: number): readonly number[] {
  const order = (a: readonly [number, number], b: readonly [number, number]): number => b[1] - a[1] || a[0] - b[0];
  let best: (readonly [number, number])[] = [];
  let least = -Infinity;
  // Cut now and then, and less than the least of the best is never looked at again: of thousands all but a few drop out so.
  for (const one of shared) {
    if (one[1] < least) continue;
    best.push(one);
    if (best.length < 8 * most) continue;
    best = best.toSorted(order).slice(0, most);
    least = best.at(-1)![1];
  }
  return best
    .toSorted(order)
    .slice(0, most)
    .map(([other]) => other);
}

/** A number for each pair of tellings, by both their places. */
export type Scores = Map<number, Map<number, number>>;

/** Keeps the number of a pair under both. */
export function keepScore(scores: Scores, a: number, b: number, score: number): void {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const known = scores.get(one);
    if (known) known.set(other, score);
    else scores.set(one, new Map([[other, score]]));
  }
}
