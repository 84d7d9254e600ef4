import type { CommonWord } from "../model/lexicon.ts";

/** How telling a term is: near 0 for a word of every report, some 7 for one that is in no list of common words. */
export type Rarity = (term: string) => number;

/** Words of a report of common length. */
const reportWords = 200;

/**
 * The inverse document frequency of terms (Spärck Jones 1972), from how often words are used in news at large: the share of reports that
 * have a word at least once. A list of common words takes the place of the case's own counts, so that two documents are as like whatever
 * else the case holds, and in whatever order it came.
 */
export function compileRarity(words: readonly CommonWord[]): Rarity {
  const weights = new Map<string, number>();
  let rarest = 0;
  for (const { term, perMillion } of words) {
    const share = 1 - Math.exp((-reportWords * perMillion) / 1e6);
    weights.set(term, -Math.log(share));
    rarest = Math.max(rarest, -Math.log(share));
  }
  // A letter alone is an article, an initial or a mark of a list.
  return (term) => (/^\p{L}$/u.test(term) ? 0 : (weights.get(term) ?? rarest));
}
