import { agreed } from "./name-agree.ts";
import { contextReader } from "./name-context.ts";
import { type NameSpan, spansOf } from "./name-kind.ts";
import { pathFinder } from "./name-path.ts";
import { nameScorer } from "./name-score.ts";
import type { NameWeights } from "./name-weights.ts";
import { wordTable } from "./name-word.ts";

/** A run of words that may be names is cut after this many; the longest in the training sets has 61. */
const longestRun = 256;
/** Words kept between documents; past this they are forgotten before the next one. */
const mostWords = 60_000;

/**
 * The names of a document in order, never overlapping, each within one sentence. `words` are the document's tokens as the tokeniser divides
 * them (UD English: hyphens and clitics apart); `firstWord` the index of each sentence's first and, at the end, the number of words.
 */
export type NameFinder = (words: readonly string[], firstWord: readonly number[]) => readonly NameSpan[];

/**
 * A finder of names with these weights. It keeps what it computed of single words for the next document, which changes its speed and never
 * its answer. One finder serves one thread. Linear in the number of words.
 *
 * A linear-chain conditional random field over BILOU labels (Lafferty et al. 2001; Ratinov and Roth 2009), whose scores are hashed features
 * plus a small network over the vectors of the words around.
 */
export function nameFinder(weights: NameWeights): NameFinder {
  const table = wordTable(weights.knowledge);
  const read = contextReader(table, weights.phrases);
  const { scores, score, clear } = nameScorer(weights, table, longestRun);
  const { find } = pathFinder(weights.transitions, longestRun);
  return (words, firstWord) => {
    if (table.size() > mostWords) {
      table.clear();
      clear();
    }
    const context = read(words, firstWord);
    const labels = new Int32Array(words.length);
    for (let from = 0; from < words.length; ) {
      if (context.candidate[from] === 0) {
        from++;
        continue;
      }
      const stop = Math.min(context.sentenceTo[from]!, from + longestRun);
      let to = from;
      for (; to < stop && context.candidate[to] === 1; to++) score(context, to, to - from);
      find(scores, to - from, labels, from);
      from = to;
    }
    return agreed(words, spansOf(labels, 0), (at) => context.phrase[at] !== 0);
  };
}
