import type { Clause } from "./clause.ts";
import { predicateAt } from "./predicate.ts";
import { caseOf, childOf, isNoun, isVerb } from "./tree.ts";
import type { Word } from "./word.ts";

/** The part of the sentence that may be read for a verb: the content that holds it. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Who does what a verb says: a word of the sentence, or the people around the words ("holder": whoever speaks them), or nobody found. */
type Subject = number | "holder" | null;

/** How many verbs a chain of control may have ("agreed to begin to withdraw"). */
const deepest = 6;

/** Verbs whose own subject does what is told after their object: "promised her to come". */
const subjectControl = new Set(["promise", "threaten", "vow", "pledge", "swear", "use", "do", "take"]);
/** Verbs whose object does what the infinitive after it says, also where that is read as a purpose. */
const objectControl = new Set(
  "order urge ask tell instruct command call appeal press pressure invite beg plead implore require push enable authorise authorize permit force allow cause warn persuade compel want expect help advise".split(
    " ",
  ),
);
/** Prepositions before a gerund that the object does: "accused X of arming", "kept X from leaving". */
const ofObject = /^(?:of|from|into|to|for)$/;
const firstPerson = /^(?:i|we)$/;

/** What a relative pronoun stands for; any other word stands for itself. */
function antecedentOf(words: readonly Word[], at: number): number {
  const { xpos, lower } = words[at]!;
  if (xpos !== "WDT" && xpos !== "WP" && lower !== "that" && lower !== "which" && lower !== "who") return at;
  let up = words[at]!.head;
  for (let step = 0; step < deepest && up >= 0; step++) {
    if (words[up]!.label === "acl:relcl") return words[up]!.head >= 0 ? words[up]!.head : at;
    if (words[up]!.label !== "conj" && words[up]!.label !== "xcomp") return at;
    up = words[up]!.head;
  }
  return at;
}

/** The owner of a deed's noun: "Norland's decision"; else -1. */
const ownerOf = (words: readonly Word[], at: number): number => childOf(words, at, /^nmod:poss$/);

/** The logical subject of verb `at` (of a passive: who suffers it): the word that heads it, "holder" for a first person, or null. */
export function subjectOf(words: readonly Word[], at: number, depth = 0): Subject {
  const own = childOf(words, at, /^nsubj/);
  if (own >= 0) return firstPerson.test(words[own]!.lower) ? "holder" : antecedentOf(words, own);
  const { head, label } = words[at]!;
  if (head < 0 || depth > deepest) return null;
  switch (label) {
    case "acl:relcl":
      return head;
    case "conj":
    case "parataxis":
      return isVerb(words[head]) || words[head]!.upos === "ADJ" || childOf(words, head, /^nsubj/) >= 0
        ? subjectOf(words, head, depth + 1)
        : besideNoun(words, at, head, depth);
    case "xcomp":
    case "advcl":
    case "ccomp":
    case "csubj":
      return controllerOf(words, at, head, depth);
    case "acl":
      return ofNoun(words, at, head, depth);
    case "amod":
    case "compound":
      return isNoun(words[head]) ? head : null;
    default:
      return label === "obl" || label === "obj" || label === "nmod" ? ofGerund(words, at, head, depth) : null;
  }
}

/** The subject of a verb that is joined to a noun: another verb beside that noun has it, or the noun was read for a verb ("to group and launch"). */
function besideNoun(words: readonly Word[], at: number, head: number, depth: number): Subject {
  const verb = words[head]!.children.find(
    (child) => child < at && isVerb(words[child]) && childOf(words, child, /^nsubj/) >= 0,
  );
  if (verb !== undefined) return subjectOf(words, verb, depth + 1);
  const above = words[head]!.head;
  if (above < 0 || !isVerb(words[above]) || words[at]!.xpos !== "VB") return null;
  const object = childOf(words, above, /^obj$/);
  return object >= 0 && object < head ? object : subjectOf(words, above, depth + 1);
}

/** The subject or the object of the verb that governs verb `at`. */
function controllerOf(words: readonly Word[], at: number, head: number, depth: number): Subject {
  const mark = childOf(words, at, /^mark$/);
  const lead = mark < 0 ? (caseOf(words, at) ?? "") : words[mark]!.lower;
  const { label } = words[at]!;
  const object = childOf(words, head, /^i?obj$/);
  const isOfObject =
    label === "xcomp" ||
    (label === "advcl" && ofObject.test(lead) && (lead !== "to" || object < at)) ||
    (label === "ccomp" && mark >= 0);
  const passive = predicateAt(words, at).passive;
  // "troops moved in, supported by jets": a participle leads back to the subject.
  if (isOfObject && !passive && object >= 0 && object < at && !subjectControl.has(words[head]!.lemma)) {
    const isPurpose = label === "advcl" && (lead === "to" || lead === "for") && !objectControl.has(words[head]!.lemma);
    if (!isPurpose) return antecedentOf(words, object);
  }
  if (!isVerb(words[head]) && words[head]!.upos !== "ADJ" && isNoun(words[head]) && childOf(words, head, /^nsubj/) < 0)
    return ofNoun(words, at, head, depth);
  return subjectOf(words, head, depth + 1);
}

/** The subject of a clause that hangs on a noun: "troops deployed by", "plans to attack", "Norland's decision to send". */
function ofNoun(words: readonly Word[], at: number, head: number, depth: number): Subject {
  const mark = childOf(words, at, /^mark$/);
  if (mark < 0 && words[at]!.xpos !== "VB") return head;
  const owner = ownerOf(words, head);
  if (owner >= 0 && words[owner]!.xpos !== "PRP$") return owner;
  const modifier = childOf(words, head, /^(?:amod|compound)$/);
  if (owner < 0 && modifier >= 0 && words[modifier]!.capital) return modifier;
  let up = head;
  for (let step = 0; step < 3 && words[up]!.head >= 0; step++) {
    const above = words[up]!.head;
    if (isVerb(words[above]))
      return /^(?:obj|obl|xcomp|conj)/.test(words[up]!.label) ? subjectOf(words, above, depth + 1) : null;
    up = above;
  }
  // A headline: "Belarus To Hold Drills".
  return words[head]!.head < 0 ? head : null;
}

/** The subject of a gerund that stands as a noun: "by closing the border". */
function ofGerund(words: readonly Word[], at: number, head: number, depth: number): Subject {
  const owner = ownerOf(words, at);
  if (owner >= 0) return owner;
  if (words[at]!.xpos !== "VBG") return null;
  const lead = caseOf(words, at) ?? "";
  const object = childOf(words, head, /^obj$/);
  if (ofObject.test(lead) && object >= 0 && object < at) return object;
  return isVerb(words[head]) ? subjectOf(words, head, depth + 1) : null;
}

/** Does a clause's content begin with verb `at`'s group, so that only its speaker can be meant? */
export const opensContent = ({ words }: Pick<Clause, "words">, at: number, window: Window): boolean =>
  window.from > 0 && predicateAt(words, at).first <= window.from + 1;
