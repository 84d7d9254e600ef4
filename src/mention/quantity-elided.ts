import type { Quantity } from "../model/quantity.ts";
import { isOfPersons, kindOfNoun } from "./quantity-kind.ts";
import { type CountedWords, headOf, labelOf, lemmaOf } from "./quantity-tree.ts";

/** What befalls persons alone. */
const personal = /^(?:killed|wounded|casualties|detained|captured|missing|displaced|rescued)$/;

/**
 * Unit and fate of a number that is all that stands there: it counts what the number before it counted ("from 12 people to 15"), and in the same sentence what is said of those too;
 * null where there is none before. `own` is what is said of it; what befalls persons is not said of kilometres or of money.
 */
export function withElided(
  own: string | null,
  before: Quantity | undefined,
  inSentence: boolean,
): Pick<Quantity, "unit" | "of"> | null {
  if (before === undefined || before.unit === "percent") return null;
  if (own === null) return { unit: before.unit, of: inSentence ? before.of : null };
  const isThing = before.unit !== null && !isOfPersons(before.unit) && kindOfNoun(before.unit) !== null;
  if (isThing && (personal.test(own) || own === "released")) return { unit: null, of: own };
  const alike =
    !personal.test(own) ||
    (before.of !== null && /^(?:released|deployed)$/.test(before.of)) ||
    personal.test(before.of ?? "");
  return { unit: alike ? before.unit : null, of: own };
}

/** Can the number at tokens `at` to `last` leave out what it counts: is it a part of the clause, and no name's? */
export function mayElide(sentence: CountedWords, at: number, last: number): boolean {
  const { tokens, words } = sentence;
  if (tokens[at]!.upos !== "NUM" || /^(?:1[5-9]|20)\d\d$/.test(words[at]!)) return false;
  if (!/^(?:nsubj|nsubj:pass|obj|obl|nmod|conj|root|appos|parataxis)$/.test(labelOf(sentence, last))) return false;
  return (
    !/^\p{Lu}/u.test(words[at - 1] ?? "") &&
    !/^[-–:/]$/.test(words[last + 1] ?? "") &&
    !/^(?:in|at|since|by|until|on|around)$/i.test(words[at - 1] ?? "")
  );
}

const standing = /^(?:nsubj|nsubj:pass|obj)$/;

/** Does a number without noun, bound and fate count all the same, as part of the clause: "six were taken in"? */
export function isAlone(sentence: CountedWords, printed: string, at: number, last: number): boolean {
  const { words, tokens } = sentence;
  if (/^(?:1[5-9]|20)\d\d$/.test(printed) || /^one$/i.test(printed)) return false;
  if (/^(?:aboard|others|more)$/i.test(words[last + 1] ?? "")) return true;
  if (/^on board$/i.test(words.slice(last + 1, last + 3).join(" "))) return true;
  const verb = headOf(sentence, last);
  if (tokens[at]!.upos !== "NUM" || verb < 0 || !standing.test(labelOf(sentence, last))) return false;
  return (
    /^VERB$/.test(tokens[verb]!.upos ?? "") &&
    !/^(?:call|dial|ring|text|throw|score|press|wear)$/.test(lemmaOf(sentence, verb))
  );
}

/** Is "one" at token `at` one of those that a number before it in the sentence counted: "four were hurt, one badly", "one of them a child", "one died on the way"? */
export function isOneOfThem({ words, tokens }: CountedWords, at: number): boolean {
  if (/^of (?:them|whom|these|those)$/i.test(words.slice(at + 1, at + 3).join(" "))) return true;
  if (!/^(?:[,;]|and|but|while)$/i.test(words[at - 1] ?? "")) return false;
  const next = tokens[at + 1];
  if (next === undefined) return false;
  return /^(?:was|has|later|is|died|critically|seriously|badly|severely|fatally|drowned|dead|remains|remained|escaped|survived|slightly)$/i.test(
    words[at + 1]!,
  );
}

/** A number of votes whose noun is left out: "61 in favour, 33 against", "402 voted for the motion". */
export function isOfVotes({ words }: CountedWords, last: number): boolean {
  const behind = words
    .slice(last + 1, last + 3)
    .join(" ")
    .toLowerCase();
  if (!/^(?:against\b|in favou?r\b|to \p{N}|abst)/u.test(behind)) return false;
  return words.some((word) =>
    /^(?:vot(?:e|es|ed|ing)|ballots?|motion|bill|resolution|referendum|amendment)$/i.test(word),
  );
}

/** "Of the 33 seats, 23 are held by one party": a number whose noun was a thing, and what is held is that thing. `from` is where the sentence begins. */
export function isOfThings({ words }: CountedWords, last: number, before: Quantity | undefined, from: number): boolean {
  if (before === undefined || before.unit === null || (before.start < from && before.of !== null)) return false;
  if (isOfPersons(before.unit) || kindOfNoun(before.unit) === null) return false;
  return /^(?:(?:is|are|was|were|currently|now|already) ){0,2}held by /i.test(
    words.slice(last + 1, last + 6).join(" "),
  );
}
