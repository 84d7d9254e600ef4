/** Words that must stand together in both texts to count. */
const runLength = 3;

const word = /[\p{L}\p{N}]{1,40}/gu;
/** What stands in quotation marks: two reports of one speech share it and need not share anything else. */
const quoted = /(?<![\p{L}\p{N}.,!?…])["“«](?!\s)[^"“”«»\n]{1,600}(?:["”»]|(?=\n|$))/gu;

const wordsOf = (text: string): readonly string[] => [...text.matchAll(word)].map(([found]) => found.toLowerCase());

/** A text without what it quotes. */
export const unquoted = (text: string): string => text.replace(quoted, " ¶ ");

/** A text as its words and the runs of three that it holds. */
export interface Runs {
  readonly words: readonly string[];
  readonly held: ReadonlySet<string>;
}

const runAt = (words: readonly string[], at: number): string => words.slice(at, at + runLength).join(" ");

/** The runs of a text. Linear. */
export function runsOf(text: string): Runs {
  const words = wordsOf(text);
  const held = new Set<string>();
  for (let at = 0; at + runLength <= words.length; at++) held.add(runAt(words, at));
  return { words, held };
}

/** Share of the words of `short` that stand in a run of three which `long` has too, 0 to 1. Linear in `short`. */
export function shareIn(short: Runs, long: Runs): number {
  let found = 0;
  let reached = 0;
  for (let at = 0; at + runLength <= short.words.length; at++) {
    if (!long.held.has(runAt(short.words, at))) continue;
    found += at + runLength - Math.max(at, reached);
    reached = at + runLength;
  }
  return short.words.length === 0 ? 0 : found / short.words.length;
}
