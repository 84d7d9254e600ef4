import type { Word } from "./word.ts";

/** The label without what follows its colon: "nsubj" of "nsubj:pass". */
export const relation = ({ label }: Word): string => {
  const colon = label.indexOf(":");
  return colon < 0 ? label : label.slice(0, colon);
};

/** Is the word a verb's form by its tag? Auxiliaries and modals are not. */
export const isVerb = (word: Word | undefined): boolean =>
  word !== undefined && word.xpos.startsWith("VB") && !/^aux|^cop$/.test(word.label);

/** Is the word a noun by its tag, of either number, common or proper? */
export const isNoun = (word: Word | undefined): boolean => word?.xpos.startsWith("NN") === true;

/** The first dependent of word `at` whose label fits, or -1. */
export function childOf(words: readonly Word[], at: number, label: RegExp): number {
  for (const child of words[at]!.children) if (label.test(words[child]!.label)) return child;
  return -1;
}

/** The preposition that leads to word `at` ("on", "out of" as "of"), or null. */
export function caseOf(words: readonly Word[], at: number): string | null {
  let found: string | null = null;
  for (const child of words[at]!.children)
    if (words[child]!.label === "case" && !/^'s?$/.test(words[child]!.lower)) found = words[child]!.lower;
  return found === null && words[at]!.label === "conj" && words[at]!.head >= 0 ? caseOf(words, words[at]!.head) : found;
}

/** The word of the range whose head lies outside it: the head of its phrase. */
export function headOfRange(words: readonly Word[], from: number, to: number): number {
  for (let at = Math.min(to, words.length) - 1; at >= from; at--) {
    const { head, label } = words[at]!;
    if ((head < from || head >= to) && label !== "case" && label !== "punct") return at;
  }
  return Math.min(to, words.length) - 1;
}

/** How many conjuncts or steps are looked at; more is no sentence. */
const deepest = 24;

/** Word `at` and those joined to it by "and", itself first. */
export function conjunctsOf(words: readonly Word[], at: number): readonly number[] {
  const found = [at];
  for (let next = 0; next < found.length && found.length < deepest; next++)
    for (const child of words[found[next]!]!.children)
      if (words[child]!.label === "conj" && !isVerb(words[child])) found.push(child);
  return found;
}

/** The word that leads a list of joined words: the first verb of "severed ties and imposed sanctions". `at` itself where it stands alone. */
export function listHead(words: readonly Word[], at: number): number {
  let up = at;
  for (let step = 0; step < deepest && words[up]!.label === "conj" && words[up]!.head >= 0; step++)
    up = words[up]!.head;
  return up;
}
