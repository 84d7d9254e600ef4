import { verbForms } from "../../sentence/inflection.ts";
import { childrenOf } from "../tree.ts";
import type { Range, Words } from "../word.ts";

/** Labels of what stands before a noun and belongs to its name. */
const before = new Set([
  "det",
  "amod",
  "compound",
  "nummod",
  "nmod:poss",
  "advmod",
  "case",
  "obl:npmod",
  "nmod:unmarked",
]);

/** A noun with what stands before it: "the leaked contract". */
export function nounPhrase(words: Words, noun: number, from: number): Range {
  let start = noun;
  for (const child of childrenOf(words, noun))
    if (
      child < noun &&
      before.has(words.label[child]!) &&
      !/^(?:in|on|at|by|to|of|according|from|with|for)$/.test(words.lower[child]!)
    )
      start = Math.min(start, Math.max(from, words.subtreeFrom[child]!));
  return [start, noun + 1];
}

/** The verb whose subject the noun is, also as a later member of a list of subjects; -1 where it is none. `passive` verbs count only where asked for. */
export function verbOfSubject({ label, head }: Words, noun: number): number {
  let at = noun;
  for (let seen = 0; seen < 4 && label[at] === "conj" && head[at]! >= 0; seen++) at = head[at]!;
  return label[at] === "nsubj" ? head[at]! : -1;
}

/** Is the word a name's or another noun's first part ("the court filing office")? */
export const isModifier = ({ label, upos }: Words, at: number): boolean =>
  label[at] === "compound" ||
  label[at] === "flat" ||
  label[at] === "nmod:poss" ||
  (upos[at] !== "" && upos[at] !== "NOUN" && upos[at] !== "PROPN");

/** Every form of verbs, in lower case. */
export const formsOf = (verbs: string): ReadonlySet<string> =>
  new Set(verbs.split(" ").flatMap((verb) => Object.values(verbForms(verb))));

/** The preposition that a noun hangs on, in lower case; "" where it has none. */
export function prepositionOf(words: Words, noun: number): string {
  for (const child of childrenOf(words, noun))
    if (words.label[child] === "case" && child < noun) return words.lower[child]!;
  return "";
}
