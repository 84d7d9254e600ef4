import type { Attribution } from "../model/attribution.ts";
import { eventTypes, type Factuality, type Realis } from "../model/event.ts";
import { type Governor, infinitiveGovernor } from "./governor.ts";
import { nounGovernor } from "./host.ts";
import { type Predicate, predicateAt } from "./predicate.ts";
import type { Window } from "./subject.ts";
import type { Trigger } from "./trigger.ts";
import {
  beForms,
  haveForms,
  isAdverb,
  isBarrier,
  modals,
  negations,
  prepositions,
  relatives,
  subordinators,
  type Word,
} from "./word.ts";

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
    case "attempted":
      return { realis: "hypothetical", factuality: "uncommitted" };
    case "refused":
    case "prevented":
      return { realis: "hypothetical", factuality: "certain-" };
    case "actual":
    case "ongoing":
      return null;
  }
}

const deepest = 4;
const probable = /^(?:likely|probably|presumably|expectedly)$/;
const possible = /^(?:possibly|perhaps|maybe|potentially|conceivably)$/;

/** The mood of a verb group, from its modal, its aspect, and what governs it. */
function moodOfPredicate(words: readonly Word[], predicate: Predicate, window: Window, depth = 0): Mood {
  if (depth > deepest) return happened;
  const adverb = predicate.adverbs.find((word) => probable.test(word) || possible.test(word));
  const ifClause = inIfClause(words, predicate.first, window);
  const own = ((): Mood => {
    if (ifClause) return { realis: "hypothetical", factuality: "uncommitted" };
    switch (predicate.modal) {
      case "will":
      case "'ll":
      case "wo":
      case "shall":
      case "sha":
        return { realis: "planned", factuality: "certain+" };
      case "would":
      case "'d":
        return hasIf(words, window)
          ? { realis: "hypothetical", factuality: "uncommitted" }
          : { realis: "planned", factuality: "certain+" };
      case "may":
      case "might":
      case "could":
      case "can":
      case "ca":
        return { realis: "hypothetical", factuality: "possible+" };
      case "should":
      case "must":
      case "ought":
        return { realis: "demanded", factuality: "uncommitted" };
    }
    if (predicate.infinitive) return moodOfInfinitive(words, predicate, window, depth);
    if (predicate.progressive) return goingTo(words, predicate) ?? { realis: "ongoing", factuality: "certain+" };
    if (predicate.gerund) {
      const governor = nounGovernor(words, predicate.first, window.from);
      if (governor !== null && governor.at >= predicate.first - 3)
        return moodOfGovernor(words, governor, window, depth);
    }
    return happened;
  })();
  const sure =
    adverb === undefined || own.factuality === "uncommitted"
      ? own
      : { ...own, factuality: (probable.test(adverb) ? "probable+" : "possible+") as Factuality };
  return withPolarity(sure, predicate.negated);
}

const goingTo = (words: readonly Word[], predicate: Predicate): Mood | null =>
  words[predicate.verb]!.lower === "going" && words[predicate.verb + 1]?.lower === "to"
    ? { realis: "planned", factuality: "certain+" }
    : null;

function moodOfInfinitive(words: readonly Word[], predicate: Predicate, window: Window, depth: number): Mood {
  const to = predicate.first;
  const governor = infinitiveGovernor(words, words[to]!.lower === "to" ? to : to + 1);
  if (governor === null || governor.at < window.from) {
    const before = words[to - 1]?.lower ?? "";
    // "is to deploy", and the headline's "Belarus To Hold Drills".
    if (beForms.has(before) || words[to]!.capital || words[to + 1]?.capital)
      return { realis: "planned", factuality: "certain+" };
    return { realis: "hypothetical", factuality: "uncommitted" };
  }
  return moodOfGovernor(words, governor, window, depth);
}

function moodOfGovernor(words: readonly Word[], governor: Governor, window: Window, depth: number): Mood {
  const given = moodOfSense(governor.sense);
  const own = governor.forms.size > 0 ? predicateAt(words, governor.at, governor.forms) : null;
  if (given !== null) {
    // "did not refuse", "had no plans": a denied plan is a negative one.
    const negated =
      own === null
        ? negations.has(words[governor.at - 1]?.lower ?? "") || words[governor.at - 1]?.lower === "no"
        : own.negated;
    if (!negated) return given;
    if (governor.sense === "refused" || governor.sense === "prevented") return happened;
    return { ...given, factuality: "certain-" };
  }
  if (own === null) return happened;
  const passed = moodOfPredicate(words, own, window, depth + 1);
  return governor.sense === "ongoing" && passed.realis === "happened" ? { ...passed, realis: "ongoing" } : passed;
}

/** Does "if", "unless" or "whether" open the clause that holds word `at`? */
function inIfClause(words: readonly Word[], at: number, window: Window): boolean {
  for (let back = at - 1; back >= window.from && back > at - 12; back--) {
    const { lower } = words[back]!;
    if (lower === "if" || lower === "unless" || lower === "whether") return true;
    if (isBarrier(lower) || lower === "," || (subordinators.has(lower) && !prepositions.has(lower))) return false;
  }
  return false;
}

const hasIf = (words: readonly Word[], window: Window): boolean => {
  for (let at = window.from; at < window.to && at < window.from + 80; at++) if (words[at]!.lower === "if") return true;
  return false;
};

/** Verbs of being that tell when a deed named by a noun before them is: "talks will be held", "drills began". */
const occurrence = new Set(
  "begin start take continue occur happen follow proceed resume go last hold conduct launch carry stage organise organize plan schedule expect end underway held carried conducted launched staged planned scheduled begun impose imposed lift lifted".split(
    " ",
  ),
);

const undoes = new Set<Governor["sense"]>(["refused", "prevented"]);

/** The mood of a deed named by a noun, from the words around it. */
function moodOfNoun(words: readonly Word[], trigger: Trigger, window: Window): Mood {
  const first = trigger.words[0]!;
  const last = trigger.words.at(-1)!;
  const after = moodAfter(words, last, window);
  if (after !== null) return after;
  const negated =
    words[first - 1]?.lower === "no" || words[first - 1]?.lower === "without" || words[first - 2]?.lower === "no";
  const governor = nounGovernor(words, first, window.from);
  // Who rejects a demand does not undo that it was made.
  const isMade =
    governor !== null &&
    trigger.row.type !== null &&
    eventTypes[trigger.row.type].class === "verbal" &&
    undoes.has(governor.sense);
  const mood = governor === null || isMade ? happened : moodOfGovernor(words, governor, window, 1);
  if (inIfClause(words, first, window)) return { realis: "hypothetical", factuality: "uncommitted" };
  return withPolarity(mood, negated);
}

/** Reads the verb group after a noun that is its subject; null where there is none within a few words. */
function moodAfter(words: readonly Word[], last: number, window: Window): Mood | null {
  for (let at = last + 1; at < words.length && at < window.to && at < last + 10; at++) {
    const { lower } = words[at]!;
    if (
      isBarrier(lower) ||
      lower === "," ||
      relatives.has(lower) ||
      (subordinators.has(lower) && !prepositions.has(lower))
    )
      return null;
    const auxiliary = modals.has(lower) || beForms.has(lower) || haveForms.has(lower);
    if (!auxiliary) continue;
    let verb = at + 1;
    while (verb < words.length && verb < at + 6) {
      const next = words[verb]!.lower;
      if (modals.has(next) || beForms.has(next) || haveForms.has(next) || isAdverb(next) || negations.has(next)) verb++;
      else break;
    }
    const main = words[verb]?.lower ?? "";
    const progress =
      beForms.has(words[verb - 1]?.lower ?? "") &&
      (main === "under" || main === "underway" || main === "ongoing" || main === "continuing");
    if (progress && modals.has(lower) === false) return { realis: "ongoing", factuality: "certain+" };
    if (!occurrence.has(main) && main !== "due" && main !== "set") return null;
    const toCome = main === "planned" || main === "scheduled" || main === "expected";
    const aboutTo = (main === "due" || main === "set") && /^(?:to|for|in|on)$/.test(words[verb + 1]?.lower ?? "");
    if (beForms.has(words[verb - 1]?.lower ?? "") && (toCome || aboutTo))
      return { realis: "planned", factuality: "uncommitted" };
    const forms = new Set(["participle", "base"] as const);
    const mood = moodOfPredicate(words, predicateAt(words, verb, forms), window, 1);
    return main === "continue" && mood.realis === "happened" ? { ...mood, realis: "ongoing" } : mood;
  }
  return null;
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
function governingWord(words: readonly Word[], trigger: Trigger): number | null {
  const { predicate } = trigger;
  if (predicate === null) return nounGovernor(words, trigger.words[0]!, 0)?.at ?? null;
  if (predicate.infinitive) return infinitiveGovernor(words, predicate.first)?.at ?? null;
  return predicate.gerund ? (nounGovernor(words, predicate.first, 0)?.at ?? null) : null;
}

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
  const window: Window = { from: 0, to: words.length };
  const { predicate } = trigger;
  const own = predicate === null ? moodOfNoun(words, trigger, window) : moodOfPredicate(words, predicate, window);
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
