import { spellingKey } from "../model/spelling.ts";

/** Longest word, in UTF-16 units, that can be a name; longer runs are codes and scripts without spaces. */
const longestWord = 40;

/** Words and joined words from their capital on. Repeats are bounded: an unbounded one over a run of megabytes overflows the stack. */
const capitalised =
  /(?<![\p{L}\p{M}\p{N}]|[\p{L}\p{M}\p{N}]['’ʼ-])[\p{Lu}\p{Lt}][\p{L}\p{M}\p{N}]{0,40}(?:['’ʼ-][\p{L}\p{M}\p{N}]{1,40}){0,20}(?![\p{L}\p{M}\p{N}])/gu;

/**
 * The keys by which the form of a name is found: the spelling key of the whole, and of each of its words that begins with
 * no small letter ("Ministry of Defence" is not found by "of"). Without repeats, never empty strings.
 */
export function nameKeys(form: string): readonly string[] {
  const words = form.split(/[^\p{L}\p{M}\p{N}'’ʼ.-]+/u).flatMap((word) => [word, ...word.split("-")]);
  const keys = new Set([form, ...words.filter((word) => /^[^\p{Ll}]/u.test(word))].map(spellingKey));
  keys.delete("");
  return [...keys];
}

/** The capitalised words of `text`, without repeats, in order of their first place. Linear in `text`. */
export function capitalisedWords(text: string): readonly string[] {
  const words = new Set<string>();
  for (const [word] of text.matchAll(capitalised)) if (word.length <= longestWord) words.add(word);
  return [...words];
}
