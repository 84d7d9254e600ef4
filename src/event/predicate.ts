import { childOf } from "./tree.ts";
import { modals, negations, type Word } from "./word.ts";

/** A verb with its auxiliaries, read from its dependents. Indices are of the sentence's words. */
export interface Predicate {
  /** First word of the group: auxiliary, modal, "to", or the verb itself. */
  readonly first: number;
  readonly verb: number;
  readonly passive: boolean;
  readonly perfect: boolean;
  readonly progressive: boolean;
  /** "to" before the verb. */
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

/** Relations under which a participle without auxiliaries is passive: "troops deployed by X", "a man suspected of". */
const reduced = /^(?:acl|amod|advcl|xcomp)$/;
/** How far a second verb looks for the modal that it shares with the first. */
const deepest = 6;

/** What the dependents of one verb say. */
interface Group {
  first: number;
  be: boolean;
  bePast: boolean;
  have: boolean;
  passive: boolean;
  being: boolean;
  to: boolean;
  did: boolean;
  negated: boolean;
  modal: string | null;
  adverbs: string[];
}

function groupOf(words: readonly Word[], verb: number): Group {
  const group: Group = {
    first: verb,
    be: false,
    bePast: false,
    have: false,
    passive: false,
    being: false,
    to: false,
    did: false,
    negated: false,
    modal: null,
    adverbs: [],
  };
  for (const child of words[verb]!.children) {
    if (child >= verb && words[child]!.label !== "advmod") break;
    const { lower, lemma, label, xpos } = words[child]!;
    let inGroup = true;
    if (label === "aux" || label === "aux:pass" || label === "cop") {
      if (xpos === "MD" || modals.has(lower)) group.modal = lower;
      else if (lemma === "have" || lower === "'ve") group.have = true;
      else if (lemma === "do") group.did ||= lower === "did";
      else if (lemma === "be" || lemma === "get" || lower === "'s" || lower === "'re") {
        group.be = true;
        group.bePast ||= lower === "was" || lower === "were" || lower === "got";
        group.being ||= lower === "being";
        group.passive ||= label === "aux:pass";
      }
    } else if (label === "mark" && (xpos === "TO" || lower === "to")) group.to = true;
    else if (negations.has(lower)) group.negated = true;
    else if (label === "advmod") {
      group.adverbs.push(lower);
      inGroup = false;
    } else inGroup = false;
    // "no troops attacked".
    if (label.startsWith("nsubj") && words[child]!.children.some((at) => words[at]!.lower === "no"))
      group.negated = true;
    if (inGroup) group.first = Math.min(group.first, child);
  }
  return group;
}

/** Does the verb begin a clause of its own: a subject, an auxiliary, a "to", a conjunction of its own? */
const standsAlone = (words: readonly Word[], verb: number, group: Group): boolean =>
  group.modal !== null || group.be || group.have || group.to || group.did || childOf(words, verb, /^nsubj|^mark$/) >= 0;

/**
 * The verb group whose main verb is word `verb`, by its tag and its dependents. The second of two joined verbs shares the
 * modal, the "to" or the passive of the first ("will carry out drills and return").
 */
export function predicateAt(words: readonly Word[], verb: number): Predicate {
  const { xpos } = words[verb]!;
  const group = groupOf(words, verb);
  let { first, modal, to } = group;
  let passive = group.passive;
  let { have } = group;
  let at = verb;
  for (let step = 0; step < deepest && words[at]!.label === "conj" && words[at]!.head >= 0; step++) {
    if (standsAlone(words, at, groupOf(words, at))) break;
    at = words[at]!.head;
    const shared = groupOf(words, at);
    if (/^VBP?$/.test(xpos) && /^VBP?$/.test(words[at]!.xpos)) {
      modal ??= shared.modal;
      to ||= shared.to;
      if (shared.modal !== null || shared.to) first = Math.min(first, shared.first);
    }
    if (xpos === "VBN" || xpos === "VBD") {
      passive ||= xpos === "VBN" && shared.passive;
      have ||= xpos === "VBN" && shared.have;
      if (xpos === "VBN") modal ??= shared.modal;
    }
  }
  const gerund = xpos === "VBG";
  const isParticiple = xpos === "VBN" || (xpos === "VBD" && words[verb]!.label === "acl");
  const bare = isParticiple && !group.be && !have && modal === null;
  const progressive = (gerund && group.be) || group.being;
  const ownSubject = childOf(words, verb, /^nsubj/) >= 0;
  return {
    first,
    verb,
    passive:
      passive ||
      childOf(words, verb, /^nsubj:pass$/) >= 0 ||
      (isParticiple && group.be && !gerund) ||
      (bare &&
        (reduced.test(words[verb]!.label) ||
          (!ownSubject && words[verb]!.label !== "acl:relcl" && byAgent(words, verb)))),
    perfect: have,
    progressive,
    infinitive: to,
    gerund: gerund && !group.be,
    past:
      !to &&
      modal === null &&
      (have || group.bePast || group.did || xpos === "VBD" || (isParticiple && !group.be && !have)),
    negated: group.negated,
    modal,
    adverbs: group.adverbs,
  };
}

/** Does "by" lead to one of the verb's dependents? */
const byAgent = (words: readonly Word[], verb: number): boolean =>
  words[verb]!.children.some(
    (child) =>
      /^obl|^nmod/.test(words[child]!.label) &&
      words[child]!.children.some((at) => words[at]!.label === "case" && words[at]!.lower === "by"),
  );
