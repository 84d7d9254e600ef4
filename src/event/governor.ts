import type { Realis } from "../model/event.ts";
import { caseOf, childOf, isVerb, relation } from "./tree.ts";
import type { Word } from "./word.ts";

/**
 * What a word says of the deed that depends on it: "plans to X", "ordered X", "fears of X".
 * `actual` passes on its own mood ("will begin to X"), `ongoing` too, as something under way; the rest are moods by themselves.
 */
type Sense =
  | Exclude<Realis, "happened">
  | "actual"
  | "likely"
  | "possible"
  | "considered"
  | "refused"
  | "prevented"
  | "attempted";

/** A word that governs a deed, found in a sentence. */
export interface Governor {
  readonly at: number;
  readonly lemma: string;
  readonly sense: Sense;
  /** Is it a verb, with a mood of its own? */
  readonly verb: boolean;
}

/** Verbs before an infinitive, a gerund or a deed's noun. */
const verbs: Readonly<Record<Sense, string>> = {
  planned:
    "plan intend prepare decide agree vow pledge promise commit aim schedule undertake resolve swear opt offer volunteer ready announce propose arrange",
  threatened: "threaten warn menace",
  demanded:
    "order urge ask demand request tell instruct command call appeal press pressure invite beg plead implore require push need stipulate",
  hypothetical:
    "want wish discuss fear fantasise advocate envisage suspect simulate imagine expect seek risk provoke justify resemble",
  likely: "appear seem",
  considered: "consider mull contemplate weigh ponder hope plot scheme conspire",
  possible: "enable authorise authorize permit",
  refused: "refuse decline neglect rule reject deny fail forget",
  prevented:
    "prevent avoid avert deter stop thwart foil repel halt cancel postpone suspend ban prohibit block forbid abandon oppose discourage",
  attempted: "try attempt strive struggle",
  actual:
    "manage begin start help proceed launch resume force allow let make have cause give repeat reiterate renew voice express file lodge deliver receive undergo endure sustain lead carry conduct hold stage mount wage undertake perform commit impose issue open complete finish finalise finalize end suffer face see expand intensify step increase join take organise organize witness condemn criticise criticize denounce support back praise blame describe follow include involve accuse report confirm claim send",
  ongoing: "continue keep",
};

const nouns: Readonly<Partial<Record<Sense, string>>> = {
  planned:
    "plan intention decision promise pledge commitment agreement preparation schedule readiness willingness deal vow upcoming planned scheduled forthcoming future impending imminent proposed ready willing prepared set due poised going bound committed determined",
  threatened: "threat threatened",
  demanded: "order call demand request appeal ultimatum",
  considered: "plot scheme",
  hypothetical:
    "fear feared possibility risk prospect idea proposal option scenario pretext possible potential hypothetical danger eventual able supposed would-be concern hope desire warning unable",
  likely: "likely probable expected",
  refused: "refusal failure unwilling reluctance denial unlikely reluctant",
  prevented: "prevention",
  ongoing: "process midst",
  attempted: "attempt effort bid attempted",
};

const index = (lists: Readonly<Partial<Record<Sense, string>>>): ReadonlyMap<string, Sense> => {
  const found = new Map<string, Sense>();
  for (const [sense, list] of Object.entries(lists) as [Sense, string][])
    for (const word of list.split(" ")) if (!found.has(word)) found.set(word, sense);
  return found;
};
const verbSense = index(verbs);
const otherSense = index(nouns);

/** The governor that word `at` may be; null where it governs nothing. */
function governorAt(words: readonly Word[], at: number): Governor | null {
  const word = words[at];
  if (word === undefined || word.glued) return null;
  const adjective = otherSense.get(word.lower) ?? otherSense.get(word.lemma);
  if (isVerb(word) && !(word.label === "amod" && adjective !== undefined)) {
    // "is expected to", "is set to": what a passive says of plans.
    const passive = word.xpos === "VBN" && childOf(words, at, /^aux:pass$/) >= 0;
    const sense = passive && /^(?:set|bind|determine)$/.test(word.lemma) ? "planned" : verbSense.get(word.lemma);
    return sense === undefined ? null : { at, lemma: word.lemma, sense, verb: true };
  }
  return adjective === undefined ? null : { at, lemma: word.lemma, sense: adjective, verb: false };
}

/** Prepositions over which a verb or noun still governs a deed's noun: "called for talks", "a threat of attack", "preparing for war". */
const linking = new Set(["for", "of", "on", "against", "to", "with", "about", "from"]);
/** Verbs that govern a clause and never a deed's noun: who is "told of an attack" is not told to make one. */
const clauseOnly = new Set("tell instruct command invite about set going due bound".split(" "));
/** Senses of verbs after which a clause tells for itself: who denies that X happened tells of X as something that happened or did not. */
const telling = new Set<Sense>(["actual", "refused", "prevented"]);
/** How many nouns may stand between: "fears of a wave of attacks". */
const deepest = 4;

/** Verbs that ask where the verb of their clause is bare. */
const asksBare = /^(?:insist|recommend|suggest|move|rule|decree|mandate|stress|prefer)$/;
/** A bare verb whose subject would not have it so in the indicative: "that Kareth withdraw". */
function isBare(words: readonly Word[], at: number): boolean {
  const { lower, lemma } = words[at]!;
  const subject = childOf(words, at, /^nsubj/);
  const passive = childOf(words, at, /^aux:pass$/);
  if (passive >= 0) return words[passive]!.lower === "be" && words[passive - 1]?.upos !== "AUX";
  return lower === lemma && subject >= 0 && /^(?:NNP|NN)$/.test(words[subject]!.xpos) && childOf(words, at, /^aux/) < 0;
}

/** What governs the clause of verb `at`: the word that it completes ("plans to X", "ready to X", "accused of X-ing"); null where it stands by itself. */
export function clauseGovernor(words: readonly Word[], at: number): Governor | null {
  let up = at;
  for (let step = 0; step < deepest; step++) {
    const { head } = words[up]!;
    if (head < 0) return null;
    const label = relation(words[up]!);
    if (label === "conj" && childOf(words, up, /^nsubj/) < 0) {
      up = head;
      continue;
    }
    if (label === "xcomp" || label === "csubj") return governorAt(words, head);
    if (label === "ccomp") {
      const governor = governorAt(words, head);
      // "insisted that X withdraw": the bare form asks for it, "insisted that X withdrew" tells it.
      if (governor === null && asksBare.test(words[head]!.lemma) && isBare(words, up))
        return { at: head, lemma: words[head]!.lemma, sense: "demanded", verb: true };
      // "said", "confirmed that": the clause tells for itself. A wish or a demand does not.
      return governor !== null && !telling.has(governor.sense) && childOf(words, up, /^aux/) < 0 ? governor : null;
    }
    if (words[up]!.label === "acl" || label === "advcl") {
      const to = childOf(words, up, /^mark$/);
      const mark = to < 0 ? "" : words[to]!.lower;
      if (words[up]!.label === "acl") return mark === "to" || linking.has(mark) ? governorAt(words, head) : null;
      if (mark === "to") {
        const governor = governorAt(words, head);
        return governor?.sense === "actual" ? null : governor;
      }
      return linking.has(mark) ? governorAt(words, head) : null;
    }
    return null;
  }
  return null;
}

/** What governs the deed that noun `at` names: an adjective of it ("planned"), or the word it hangs on ("fears of X", "called for X"). */
export function nounGovernor(words: readonly Word[], at: number): Governor | null {
  let up = at;
  for (let step = 0; step < deepest; step++) {
    for (const child of words[up]!.children.toReversed()) {
      if (child > up || words[child]!.label !== "amod") continue;
      const governor = governorAt(words, child);
      if (governor !== null) return governor;
    }
    const { head, label } = words[up]!;
    if (head < 0) return null;
    if (
      label === "conj" ||
      label === "compound" ||
      label === "flat" ||
      label === "appos" ||
      label === "nmod:unmarked"
    ) {
      up = head;
      continue;
    }
    if (!/^(?:obj|iobj|obl|nmod|dep|xcomp)/.test(label) || label === "nmod:poss") return null;
    const preposition = caseOf(words, up);
    if (preposition !== null && !linking.has(preposition)) return null;
    const governor = governorAt(words, head);
    if (governor !== null && !clauseOnly.has(governor.lemma)) return governor;
    if (isVerb(words[head]) || words[head]!.upos === "ADJ") return null;
    up = head;
  }
  return null;
}

/** Verbs whose subject does what their object names: "launched an attack", "plans strikes". Who condemns, fears or repels an attack does not make it. */
const doers = new Set(
  "plan intend prepare decide vow pledge promise propose undertake threaten order consider weigh mull ponder contemplate simulate attempt try plot begin start launch resume carry conduct hold stage mount wage perform commit impose issue open complete finish end lead repeat reiterate renew voice express file lodge deliver make give take have organise organize intensify step increase expand announce join seek continue send put place host level pursue participate engage need want".split(
    " ",
  ),
);

/** The verb whose subject does what the noun at word `at` names ("launched an attack"), or null. */
export function lightHost(words: readonly Word[], at: number): number | null {
  let up = at;
  // The verb right before the noun's phrase has it as its object, whatever the tree says.
  let before = at - 1;
  while (
    before >= 0 &&
    words[before]!.head === at &&
    /^(?:det|amod|compound|nummod|nmod:poss)$/.test(words[before]!.label)
  )
    before--;
  if (before >= 0 && isVerb(words[before]) && words[before]!.xpos !== "VBN" && doers.has(words[before]!.lemma))
    return before;
  for (let step = 0; step < deepest; step++) {
    const { head, label } = words[up]!;
    if (head < 0) return null;
    if (isVerb(words[head])) {
      // "gather and launch attacks": what is told after the second verb is the second's.
      const nearer = words[head]!.children.findLast(
        (one) => one < at && words[one]!.label === "conj" && doers.has(words[one]!.lemma),
      );
      if (nearer !== undefined && isVerb(words[nearer])) return nearer;
      const led = caseOf(words, up);
      const reaches =
        label === "obj" ||
        label === "xcomp" ||
        (label.startsWith("obl") && led !== null && /^(?:for|in|on|with)$/.test(led));
      return reaches && doers.has(words[head]!.lemma) ? head : null;
    }
    const isPart = label === "conj" || label === "compound" || (label === "nmod" && caseOf(words, up) === "of");
    if (!isPart) return null;
    up = head;
  }
  return null;
}
