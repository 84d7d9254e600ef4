import { startKernel, takeRoom } from "./kernel.ts";
import { agreed } from "./name-agree.ts";
import { labelCount, type NameSpan, spansOf } from "./name-kind.ts";
import { pageReader, takeNumbers } from "./name-page.ts";
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
  const { shared, transitions } = weights;
  const { namePath } = startKernel(shared);
  const pathRoom = takeRoom(shared, longestRun * labelCount * 9 + 64);
  const table = wordTable(weights.knowledge, (count) => takeNumbers(shared, count));
  const { read, forget } = pageReader(shared, table, weights.phrases);
  const { run, score, clear } = nameScorer(weights, table, longestRun);
  return (words, firstWord) => {
    if (table.size() > mostWords) {
      table.clear();
      clear();
    }
    const page = read(words, firstWord);
    const { candidate, sentenceTo, phrase } = page;
    const labels = page.labels.fill(0, 0, words.length);
    for (let from = 0; from < words.length; ) {
      if (candidate[from] === 0) {
        from++;
        continue;
      }
      const stop = Math.min(sentenceTo[from]!, from + longestRun);
      let to = from;
      for (; to < stop && candidate[to] === 1; to++) score(page, to, to - from);
      namePath(labels.byteOffset + from * 4, run, to - from, transitions.byteOffset, pathRoom);
      from = to;
    }
    forget(words.length);
    return agreed(words, spansOf(labels.subarray(0, words.length), 0), (at) => phrase[at] !== 0);
  };
}
