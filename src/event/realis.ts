import type { Attribution } from "../model/attribution.ts";
import { eventTypes, type Factuality, type Realis } from "../model/event.ts";
import { clauseGovernor, type Governor, nounGovernor } from "./governor.ts";
import { predicateAt } from "./predicate.ts";
import { caseOf, childOf, isVerb, listHead, relation } from "./tree.ts";
import type { Trigger } from "./trigger.ts";
import { beForms, modals, negations, type Word } from "./word.ts";

/** In which mood of reality an event stands, and how sure its teller is (FactBank, seen from the teller). */
export interface Mood {
  readonly realis: Realis;
  readonly factuality: Factuality;
}

const happened: Mood = { realis: "happened", factuality: "certain+" };

const withPolarity = (mood: Mood, negated: boolean): Mood => {
  if (!negated || mood.factuality === "uncommitted") return mood;
  const sure = mood.factuality.slice(0, -1);
  const sign = mood.factuality.endsWith("+") ? "-" : "+";
  return { ...mood, factuality: `${sure}${sign}` as Factuality };
};

/** The mood that a governing word gives; null where it passes on its own ("began to X"). */
function moodOfSense(sense: Governor["sense"]): Mood | null {
  switch (sense) {
    case "planned":
    case "threatened":
    case "demanded":
    case "hypothetical":
      return { realis: sense, factuality: "uncommitted" };
    case "likely":
      return { realis: "hypothetical", factuality: "probable+" };
    case "possible":
      return { realis: "hypothetical", factuality: "possible+" };
    case "considered":
      return { realis: "planned", factuality: "possible+" };
    case "attempted":
      return { realis: "happened", factuality: "uncommitted" };
    case "refused":
    case "prevented":
      return { realis: "hypothetical", factuality: "certain-" };
    case "actual":
    case "ongoing":
      return null;
  }
}

const supposed: Mood = { realis: "hypothetical", factuality: "uncommitted" };
const planned: Mood = { realis: "planned", factuality: "certain+" };
const ongoing: Mood = { realis: "ongoing", factuality: "certain+" };
const notDone: Mood = { realis: "hypothetical", factuality: "certain-" };
/** What was planned and will not be: "cancelled the exercise". */
const dropped: Mood = { realis: "planned", factuality: "certain-" };
const dropping = /^(?:cancel|postpone|shelve)$/;
const deepest = 4;
const probable = /^(?:likely|probably|presumably|expectedly)$/;
const possible = /^(?:possibly|perhaps|maybe|potentially|conceivably)$/;
const conditions = /^(?:if|unless|whether|lest)$/;

/** The mood of the verb at word `at`, from its modal, its aspect, and what governs it. */
function moodOfVerb(words: readonly Word[], at: number, depth = 0): Mood {
  if (depth > deepest) return happened;
  const predicate = predicateAt(words, at);
  const adverb = predicate.adverbs.find((word) => probable.test(word) || possible.test(word));
  const own = ((): Mood => {
    if (isSupposed(words, at) || isInverted(words, at)) return supposed;
    if (predicate.adverbs.some((word) => nearly.test(word))) return notDone;
    switch (predicate.modal) {
      case "will":
      case "'ll":
      case "wo":
      case "shall":
      case "sha":
        return planned;
      case "would":
      case "'d":
        return hasCondition(words, at) ? supposed : planned;
      case "may":
      case "might":
        // "may have shelled": done, if it was.
        if (predicate.perfect) return { realis: "happened", factuality: "possible+" };
        return { realis: "planned", factuality: "possible+" };
      case "could":
      case "can":
      case "ca":
        return { realis: "hypothetical", factuality: "possible+" };
      case "should":
      case "must":
      case "ought":
        return { realis: "demanded", factuality: "uncommitted" };
    }
    const governor = clauseGovernor(words, at);
    if (predicate.infinitive) return governor === null ? ungoverned(words, at) : moodOfGovernor(words, governor, depth);
    // "is going to X", where "to X" is the event.
    if (predicate.progressive || (predicate.perfect && lastsSince(words, at)))
      return { realis: "ongoing", factuality: "certain+" };
    return governor === null ? happened : moodOfGovernor(words, governor, depth);
  })();
  const sure =
    adverb === undefined || own.factuality === "uncommitted"
      ? own
      : { ...own, factuality: (probable.test(adverb) ? "probable+" : "possible+") as Factuality };
  return withPolarity(sure, predicate.negated);
}

const nearly = /^(?:almost|nearly)$/;

/** "Should Kareth attack, …": a condition told by the auxiliary before the subject. */
function isInverted(words: readonly Word[], at: number): boolean {
  const subject = childOf(words, at, /^nsubj/);
  if (words.at(-1)!.lower === "?") return false;
  return words[at]!.children.some(
    (child) =>
      child < subject &&
      /^(?:should|had|were)$/.test(words[child]!.lower) &&
      (child === 0 || relation(words[at]!) === "advcl"),
  );
}

/** "have observed the truce since Sunday": what began then still goes on. */
const lastsSince = (words: readonly Word[], at: number): boolean =>
  words[at]!.children.some((child) => child > at && caseOf(words, child) === "since") &&
  words[at]!.children.some((child) => /^(?:has|have|'ve)$/.test(words[child]!.lower));

/** Verbs after which a purpose has been reached: "met to discuss", "gathered to protest". */
const reached = /^(?:meet|gather|arrive|assemble|use|take|go|return|rise|come|fly|travel|vote)$/;

/** An infinitive that nothing governs: "is to deploy", the headline's "Belarus To Hold Drills", a purpose. */
function ungoverned(words: readonly Word[], at: number): Mood {
  const { head, label } = words[at]!;
  const to = childOf(words, at, /^mark$/);
  if (head < 0 || words[at]!.capital || (to >= 0 && words[to]!.capital) || beForms.has(words[to - 1]?.lower ?? ""))
    return planned;
  if (label === "advcl" && reached.test(words[head]!.lemma)) return moodOfVerb(words, head, 1);
  return supposed;
}

function moodOfGovernor(words: readonly Word[], governor: Governor, depth: number): Mood {
  const { at } = governor;
  // "has yet to sign", "cancelled the talks".
  if (governor.lemma === "have" && words[at + 1]?.lower === "yet") return notDone;
  const given = dropping.test(governor.lemma) && governor.verb ? dropped : moodOfSense(governor.sense);
  if (given === null) {
    if (!governor.verb) return governor.sense === "ongoing" ? ongoing : happened;
    const passed = moodOfVerb(words, at, depth + 1);
    return governor.sense === "ongoing" && passed.realis === "happened" ? { ...passed, realis: "ongoing" } : passed;
  }
  // "did not refuse", "had no plans": a denied plan is a negative one.
  if (!isNegated(words, governor)) return given;
  if (governor.sense === "refused" || governor.sense === "prevented") return happened;
  return { ...given, factuality: "certain-" };
}

/** "no plans", "without a plan", "does not plan", "is not ready", "denied plans". */
function isNegated(words: readonly Word[], { at, verb }: Governor): boolean {
  if (verb) return predicateAt(words, at).negated;
  const { children, head } = words[at]!;
  if (children.some((child) => negations.has(words[child]!.lower) || /^(?:no|without)$/.test(words[child]!.lower)))
    return true;
  return (
    head >= 0 &&
    isVerb(words[head]) &&
    /^(?:obj|xcomp|nsubj)/.test(words[at]!.label) &&
    (predicateAt(words, head).negated || /^(?:deny|reject|lack|dismiss)$/.test(words[head]!.lemma))
  );
}

/** Does "if", "unless" or "whether" open the clause of word `at`, or one that it hangs in? */
function isSupposed(words: readonly Word[], at: number): boolean {
  let up = at;
  for (let step = 0; step < deepest * 2 && up >= 0; step++) {
    for (const child of words[up]!.children)
      if (words[child]!.label === "mark" && conditions.test(words[child]!.lower)) return true;
    // A clause of its own inside the condition: "if the men who attacked X return".
    if (words[up]!.label === "acl:relcl" || words[up]!.label === "parataxis" || words[up]!.label === "ccomp")
      return false;
    up = words[up]!.head;
  }
  return false;
}

/** Does the verb at `at`, or the one it hangs on, have an "if" clause? */
function hasCondition(words: readonly Word[], at: number): boolean {
  for (const verb of [at, listHead(words, at)])
    for (const child of words[verb]!.children)
      if (relation(words[child]!) === "advcl" && words[child]!.children.some((mark) => words[mark]!.lower === "if"))
        return true;
  return false;
}

/** Verbs of being that tell when a deed named by a noun before them is: "talks will be held", "drills began". */
const occurrence = new Set(
  "begin start take continue occur happen follow proceed resume go last hold conduct launch carry stage organise organize plan schedule expect end impose lift due set underway ongoing cancel postpone avoid prevent avert foil stop schedule".split(
    " ",
  ),
);

const undoes = new Set<Governor["sense"]>(["refused", "prevented"]);

/** The mood of a deed named by a noun, from the words around it. */
function moodOfNoun(words: readonly Word[], trigger: Trigger): Mood {
  const site = trigger.head;
  const lead = listHead(words, site);
  const governor = nounGovernor(words, site);
  // "planned drills will be held": what is said of the noun itself comes first.
  const after = governor?.verb === false ? null : moodAfter(words, lead);
  const negated = [site, lead].some((at) =>
    words[at]!.children.some((child) => /^(?:no|without|never)$/.test(words[child]!.lower)),
  );
  // Who rejects a demand does not undo that it was made.
  const isMade =
    governor !== null &&
    trigger.row.type !== null &&
    eventTypes[trigger.row.type].class === "verbal" &&
    undoes.has(governor.sense) &&
    !dropping.test(governor.lemma);
  if (after !== null) return withPolarity(after, negated);
  const mood = governor === null || isMade ? happened : moodOfGovernor(words, governor, 1);
  if (governor === null && (isSupposed(words, site) || isAny(words, site))) return supposed;
  if (governor === null && !negated && goesOn(words, trigger, lead))
    return { realis: "ongoing", factuality: "certain+" };
  return withPolarity(mood, negated);
}

/** "would regard any such delivery as": one that need not be. */
const isAny = (words: readonly Word[], site: number): boolean =>
  words[site]!.children.some((child) => words[child]!.lower === "any");

/** Deeds that last: named as the subject of what they do now, they go on ("the strike has idled", "the exercise involves"). */
const lasting =
  /(?:^|\s)(?:strike|blockade|siege|protest|exercise|drill|manoeuvre|maneuver|occupation|offensive|boycott|embargo|jamming|crackdown|campaign|deployment|patrol|sit in|walkout|curfew|airlift|search)$/;

/** Does a deed's noun go on while it is told: the subject of a verb in the present or the present perfect that is no deed of a moment? */
function goesOn(words: readonly Word[], { row }: Trigger, lead: number): boolean {
  const { head, label } = words[lead]!;
  // "nurses are on strike".
  if (
    lasting.test(row.trigger) &&
    words[lead]!.children.some(
      (child) => words[child]!.label === "cop" && /^(?:is|are|'s|'re)$/.test(words[child]!.lower),
    )
  )
    return true;
  if (label !== "nsubj" || head < 0 || !isVerb(words[head]) || row.type === "ASSAULT" || !lasting.test(row.trigger))
    return false;
  const { xpos, children } = words[head]!;
  return (
    xpos === "VBZ" ||
    xpos === "VBP" ||
    children.some((child) => /^(?:has|have)$/.test(words[child]!.lower) && words[child]!.label === "aux")
  );
}

const lasts = /^(?:continue|rage|persist|drag)$/;

/** The mood of the verb whose subject the noun is, where it tells of the noun's own being; null where it tells something else. */
function moodAfter(words: readonly Word[], site: number): Mood | null {
  let subject = site;
  // "a round of talks will be held".
  if (words[subject]!.label === "nmod" && words[subject]!.head >= 0) subject = words[subject]!.head;
  const { head, label } = words[subject]!;
  if (head < 0 || !label.startsWith("nsubj")) return null;
  const main = words[head]!;
  const isUnder = main.children.some((child) => words[child]!.lower === "under") && main.lower === "way";
  const modal = main.children.some((child) => modals.has(words[child]!.lower));
  if ((isUnder || /^(?:underway|ongoing|under)$/.test(main.lower)) && !modal)
    return { realis: "ongoing", factuality: "certain+" };
  if (main.lemma === "rule" && main.children.some((child) => words[child]!.lower === "out"))
    return { realis: "happened", factuality: "certain-" };
  const isOff = main.lemma === "call" && main.children.some((child) => words[child]!.lower === "off");
  if (isOff || dropping.test(main.lemma)) return dropped;
  if (/^(?:avoid|prevent|avert|foil|thwart)$/.test(main.lemma)) return notDone;
  const isOn = main.lemma === "go" && main.children.some((child) => words[child]!.lower === "on");
  if ((isOn || lasts.test(main.lemma)) && /^VB[ZPG]$/.test(main.xpos)) return ongoing;
  if (!occurrence.has(main.lemma) && !occurrence.has(main.lower)) return null;
  const aside = main.children.some((child) => beForms.has(words[child]!.lower));
  const governor = clauseGovernor(words, head);
  if (aside && /^(?:planned|scheduled|expected|due|set)$/.test(main.lower))
    return { realis: "planned", factuality: "uncommitted" };
  const mood = moodOfVerb(words, head, governor === null ? 0 : 1);
  return main.lemma === "continue" && mood.realis === "happened" ? { ...mood, realis: "ongoing" } : mood;
}

/** What an attribution's kind makes of content that would otherwise count as happened. */
function underCue(mood: Mood, attribution: Attribution): Mood {
  const flips = attribution.stance === "denies" && attribution.kind !== "refuse";
  switch (attribution.kind) {
    case "demand":
    case "urge":
    case "order":
    case "ask":
      return mood.realis === "happened" || mood.realis === "planned"
        ? { realis: "demanded", factuality: "uncommitted" }
        : mood;
    case "threaten":
      return mood.realis === "happened" || mood.realis === "planned"
        ? { realis: "threatened", factuality: "uncommitted" }
        : mood;
    case "promise":
    case "agree":
      return mood.realis === "happened" ? { realis: "planned", factuality: "uncommitted" } : mood;
    case "refuse":
      return { realis: "hypothetical", factuality: "certain-" };
    case "want":
      return { realis: "hypothetical", factuality: "uncommitted" };
    default:
      if (attribution.stance === "wants" && mood.realis === "happened")
        return { realis: "demanded", factuality: "uncommitted" };
      return flips
        ? withPolarity(mood.factuality === "uncommitted" ? { ...mood, factuality: "certain+" } : mood, true)
        : mood;
  }
}

/** The word that directly governs the trigger, by index; null where there is none. */
const governingWord = (words: readonly Word[], { predicate, head }: Trigger): number | null =>
  (predicate === null ? nounGovernor(words, head) : clauseGovernor(words, predicate.verb))?.at ?? null;

/**
 * Realis and factuality of a trigger, by its own words and by the cue of the attribution whose content holds it
 * (null: the publisher's words). `cue` are the words of that cue in this sentence: what hangs on the cue itself is read from it,
 * and is not turned twice.
 */
export function moodOf(
  words: readonly Word[],
  trigger: Trigger,
  attribution: Attribution | null,
  cue: ReadonlySet<number>,
): Mood {
  const { predicate } = trigger;
  const own = predicate === null ? moodOfNoun(words, trigger) : moodOfVerb(words, predicate.verb);
  if (attribution === null) return own;
  const governing = governingWord(words, trigger);
  if (governing !== null && cue.has(governing) && own.realis !== "happened") return own;
  // Who denies an accusation does not deny that it was made.
  if (predicate === null && trigger.row.type !== null && eventTypes[trigger.row.type].class === "verbal") return own;
  if (predicate === null) return governing !== null && cue.has(governing) ? underCue(own, attribution) : own;
  // What is told as past was not demanded or promised, but it may be denied.
  if (predicate.past && attribution.stance !== "denies") return own;
  return underCue(own, attribution);
}
