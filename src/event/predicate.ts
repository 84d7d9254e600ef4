import type { VerbForm } from "../sentence/inflection.ts";
import {
  beForms,
  conjunctions,
  determiners,
  doForms,
  haveForms,
  isAdverb,
  isBarrier,
  isNumber,
  modals,
  negations,
  prepositions,
  pronouns,
  relatives,
  type Word,
} from "./word.ts";

/** A verb with its auxiliaries, read from the words before it. Indices are of the sentence's words. */
export interface Predicate {
  /** First word of the group: auxiliary, modal, "to", or the verb itself. */
  readonly first: number;
  readonly verb: number;
  readonly finite: boolean;
  readonly passive: boolean;
  readonly perfect: boolean;
  readonly progressive: boolean;
  /** "to" before the verb: what governs it stands before `first`. */
  readonly infinitive: boolean;
  /** A gerund without auxiliary. */
  readonly gerund: boolean;
  /** Told as past: "withdrew", "was held", "had met", "has met". */
  readonly past: boolean;
  readonly negated: boolean;
  readonly modal: string | null;
  /** The adverbs of the group, for "reportedly", "likely", "probably". */
  readonly adverbs: readonly string[];
}

const participleOnly = (forms: ReadonlySet<VerbForm>): boolean => forms.has("participle") && !forms.has("past");

/**
 * The verb group whose main verb is word `verb`, a word that may be any of `forms`.
 * Reads at most a dozen words to the left; what is no auxiliary, adverb or negation ends it.
 */
export function predicateAt(words: readonly Word[], verb: number, forms: ReadonlySet<VerbForm>): Predicate {
  let first = verb;
  let be = false;
  let have = false;
  let being = false;
  let pastAuxiliary = false;
  let negated = false;
  let infinitive = false;
  let modal: string | null = null;
  const adverbs: string[] = [];
  let at = verb - 1;
  for (; at >= 0 && at >= verb - 12; at--) {
    const { lower } = words[at]!;
    if (lower === "to" && forms.has("base") && !infinitive && modal === null) {
      infinitive = true;
      first = at;
      continue;
    }
    if (lower === "to" && (be || have) && modal === null) {
      infinitive = true;
      first = at;
      continue;
    }
    if (infinitive && !negations.has(lower)) break;
    if (negations.has(lower)) negated = true;
    else if (modals.has(lower)) modal = lower;
    else if (
      beForms.has(lower) ||
      (lower === "'s" && (forms.has("gerund") || forms.has("participle")) && clitic(words, at))
    ) {
      be = true;
      if (lower === "being") being = true;
      if (lower === "was" || lower === "were") pastAuxiliary = true;
    } else if (haveForms.has(lower) && (be || forms.has("participle"))) have = true;
    else if (doForms.has(lower) && forms.has("base")) pastAuxiliary ||= lower === "did";
    else if (isAdverb(lower)) {
      adverbs.push(lower);
      continue;
    } else break;
    first = at;
  }
  if (first === verb && forms.has("base") && forms.size === 1) {
    const shared = sharedAuxiliary(words, at);
    if (shared !== null) {
      first = shared;
      if (words[shared]!.lower === "to") infinitive = true;
      else modal = words[shared]!.lower;
    }
  }
  const gerund = forms.has("gerund");
  const reduced = !be && !have && modal === null && !infinitive && participleOnly(forms);
  return {
    first,
    verb,
    finite: !infinitive && (be || have || modal !== null || (!gerund && !reduced)),
    passive:
      (be && forms.has("participle") && !gerund) ||
      reduced ||
      reducedAt(words, verb, forms, be || have || modal !== null || infinitive),
    perfect: have,
    progressive: gerund && be ? true : being,
    infinitive,
    gerund: gerund && !be,
    past: !infinitive && modal === null && (have || pastAuxiliary || (forms.has("past") && !be)),
    negated,
    modal,
    adverbs,
  };
}

/** How far back a second verb looks for the "to" or modal that it shares with the first, in words. */
const sharedReach = 10;

/** "will carry out drills and return": the "to" or modal before the first of two joined verbs, where the word at `at` joins them. */
function sharedAuxiliary(words: readonly Word[], at: number): number | null {
  if (!conjunctions.has(words[at]?.lower ?? "")) return null;
  for (let back = at - 1; back >= 0 && back > at - sharedReach; back--) {
    const { lower } = words[back]!;
    if (lower === "to" || modals.has(lower)) return back;
    if (isBarrier(lower) || relatives.has(lower)) return null;
  }
  return null;
}

/** Is the "'s" at `at` a verb? After a pronoun it is; after a name it is taken for a possessive. */
const clitic = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 1]?.lower ?? "";
  return pronouns.has(before) || before === "that" || before === "there" || before === "what";
};

/** Counts that stand for people: "saw thousands detained". */
const crowds = new Set(["thousands", "hundreds", "dozens", "scores", "many", "several"]);

/** "troops deployed along the border", "two men detained by police": a participle right after a noun with "by" or a place after it. */
function reducedAt(words: readonly Word[], verb: number, forms: ReadonlySet<VerbForm>, auxiliary: boolean): boolean {
  if (auxiliary || !forms.has("participle")) return false;
  if (crowds.has(words[verb - 1]?.lower ?? "") && !startsNounPhrase(words[verb + 1])) return true;
  let next = verb + 1;
  while (next < words.length && next < verb + 3 && isAdverb(words[next]!.lower)) next++;
  const after = words[next]?.lower ?? "";
  return after === "by";
}

/** What a word that is both a noun and a verb is here, told from its neighbours. */
export function readsAsVerb(
  words: readonly Word[],
  at: number,
  forms: ReadonlySet<VerbForm>,
  alsoNoun: boolean,
): boolean {
  let back = at - 1;
  while (back >= 0 && isAdverb(words[back]!.lower)) back--;
  const before = words[back]?.lower ?? "";
  const after = words[at + 1]?.lower ?? "";
  const nounBefore =
    (determiners.has(before) && before !== "that") ||
    (before === "'s" && !clitic(words, back)) ||
    before === "'" ||
    (prepositions.has(before) && before !== "to") ||
    (isNumber(before) && !forms.has("past"));
  if (forms.has("gerund") && forms.size === 1)
    return (
      !alsoNoun ||
      !(
        nounBefore &&
        before !== "by" &&
        before !== "for" &&
        before !== "of" &&
        before !== "from" &&
        before !== "after" &&
        before !== "in" &&
        before !== "on"
      ) ||
      startsNounPhrase(words[at + 1])
    );
  if (forms.has("past") || forms.has("participle")) {
    if (forms.has("base")) return !nounBefore && (modalLike(before) || startsNounPhrase(words[at + 1]) || !alsoNoun);
    // "the annexed peninsula" says nothing new; "the recently released report" neither.
    const attributive =
      (determiners.has(before) && !crowds.has(before)) ||
      before === "'s" ||
      (back === at - 1 && prepositions.has(before) && before !== "than" && before !== "as");
    return !attributive || after === "by";
  }
  if (modalLike(before)) return true;
  if (nounBefore) return false;
  if (subjects.has(before)) return true;
  if (prepositions.has(after) && !alsoNoun && forms.has("base")) return false;
  if (!alsoNoun)
    return forms.has("base")
      ? before === "" || before === "and" || before === "," || startsNounPhrase(words[at + 1]) || !words[at]!.capital
      : true;
  return startsNounPhrase(words[at + 1]);
}

const subjects = new Set("i you we they he she it who which that".split(" "));

const modalLike = (before: string): boolean =>
  before === "to" || modals.has(before) || doForms.has(before) || negations.has(before) || before === "let";

/** Does a noun phrase begin here? Then what stands before it, and could be a noun, is a verb. */
function startsNounPhrase(word: Word | undefined): boolean {
  if (word === undefined) return false;
  const { lower } = word;
  return (
    (determiners.has(lower) && lower !== "that") ||
    pronouns.has(lower) ||
    isNumber(lower) ||
    /^[$€£]/.test(lower) ||
    (word.capital && !prepositions.has(lower))
  );
}
