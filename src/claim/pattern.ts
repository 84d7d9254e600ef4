import type { MarkRow } from "../model/lexicon.ts";
import { isWord } from "./word.ts";

/** A phrase of the lexicon as tokens; "*" stands for up to three. */
export interface MarkPattern {
  readonly row: MarkRow;
  readonly words: readonly string[];
}

/** Rows by their first word; longest first. Hyphens are words of their own, as in the tokens. */
export function compileMarks(rows: readonly MarkRow[]): ReadonlyMap<string, readonly MarkPattern[]> {
  const out = new Map<string, MarkPattern[]>();
  for (const row of rows) {
    const words = row.phrase.split(/\s+|(-)/).filter((word) => word !== undefined && word !== "");
    const list = out.get(words[0]!) ?? [];
    list.push({ row, words });
    out.set(words[0]!, list);
  }
  for (const list of out.values()) list.sort((a, b) => b.words.length - a.words.length);
  return out;
}

const isSame = (word: string, wanted: string): boolean => word === wanted || (wanted === "not" && word === "n't");

/** End of the pattern where it begins at `at`, or -1. "*" is as short as it can be. */
export function endOfPattern(lower: readonly string[], at: number, to: number, pattern: readonly string[]): number {
  let next = at;
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] === "*") {
      const after = pattern[i + 1]!;
      let skipped = 0;
      while (skipped <= 3 && next < to && !isSame(lower[next]!, after)) {
        if (!isWord(lower[next]!) && lower[next] !== "-" && lower[next] !== "'") return -1;
        next++;
        skipped++;
      }
      if (skipped > 3) return -1;
    } else {
      if (next >= to || !isSame(lower[next]!, pattern[i]!)) return -1;
      next++;
    }
  }
  return next;
}
