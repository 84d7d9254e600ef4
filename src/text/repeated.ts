import { printedLines } from "./line.ts";

// A text whose long lines are for the most part those of another one is a reprint of it: its lines are no furniture.
const longLine = 80;
const fewestTexts = 2;
/** A line of furniture stands in more than a few pages of its publisher; a standing phrase of its reports may stand in two of a hundred. */
const smallestShare = 0.1;
const longestLine = 700;
/** A sentence of so many words may be background that an outlet prints in one report after another: it must stand in far more of them. */
const longSentence = 20;
const fewestOfSentence = 4;
const shareOfSentence = 0.5;

/** A line as it is compared with those of other texts: white space run together. */
export const lineKey = (line: string): string => line.replace(/\s+/g, " ").trim();

function keysOf(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { start, end } of printedLines(text))
    if (end - start <= longestLine) keys.add(lineKey(text.slice(start, end)));
  return keys;
}

const isLongSentence = (key: string): boolean =>
  /[.!?…]["”’'»)\]]{0,3}$/.test(key) && key.split(" ", longSentence).length === longSentence;

/** In how many of `texts` a line must stand to be furniture. */
const neededOf = (key: string, texts: number): number =>
  isLongSentence(key)
    ? Math.max(fewestOfSentence, texts * shareOfSentence)
    : Math.max(fewestTexts, texts * smallestShare);

/** The lines of `repeated` that stand in `text`, sorted: what a reading of it rests on beside the lexicon. */
export const repeatedIn = (text: string, repeated: ReadonlySet<string>): readonly string[] =>
  repeated.size === 0 ? [] : [...keysOf(text)].filter((key) => repeated.has(key)).sort();

/**
 * Lines (`lineKey`) that several texts of one publisher have in common: its menus, notices and pointers, whatever language they are in. A line counts
 * where it stands in two texts and in a tenth of them, a sentence of twenty words in four and in half of them; a text that repeats more than half of another's long lines is a reprint and is left out.
 * Pure; in no order; empty for fewer than two texts. Time grows with the length of the texts together.
 */
export function repeatedLines(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const firstWith = new Map<string, number>();
  let kept = 0;
  for (const [at, text] of texts.entries()) {
    const keys = keysOf(text);
    const long = [...keys].filter((key) => key.length >= longLine);
    const common = new Map<number, number>();
    for (const key of long) {
      const owner = firstWith.get(key);
      if (owner !== undefined) common.set(owner, (common.get(owner) ?? 0) + 1);
    }
    if (long.length > 0 && [...common.values()].some((count) => count * 2 > long.length)) continue;
    kept++;
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const key of long) if (!firstWith.has(key)) firstWith.set(key, at);
  }
  return new Set([...counts].filter(([key, count]) => count >= neededOf(key, kept)).map(([key]) => key));
}
