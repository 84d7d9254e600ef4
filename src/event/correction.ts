import type { Word } from "./word.ts";

/** How much of a sentence is read for the marks of a correction, in words. */
const lookedAt = 12;
const label = /^(?:correction|corrections|clarification|corrected|corrects|editor|editors)$/;

/**
 * Does a sentence correct what a report told before ("Correction: an earlier version said …")? What it names as told is no event, and what
 * it tells instead stands in the report itself.
 */
export function isCorrection(words: readonly Word[]): boolean {
  const [first, second, third] = words;
  if (first === undefined) return false;
  if (
    label.test(first.lower) &&
    (/^[:(—–-]+$/.test(second?.lower ?? "") || (second?.lower === "'s" && third?.lower === "note"))
  )
    return true;
  for (let at = 0; at < lookedAt && at + 1 < words.length; at++)
    if (
      /^(?:earlier|previous|original)$/.test(words[at]!.lower) &&
      /^(?:version|headline)s?$/.test(words[at + 1]!.lower)
    )
      return true;
  return false;
}
