import { piecesOf, termOf } from "../../word.ts";
import { isStop } from "../meaning.ts";
import type { Telling } from "../reading.ts";
import { sharedOf, sharedShare } from "./alike.ts";
import { once } from "./once.ts";

/** How surely and as of when a telling holds what it tells. */
export interface Modality {
  /** "may have", "suspected", "rumoured", "up to": not held for sure. */
  readonly isPossible: boolean;
  /** "no proof of": it is only not shown. */
  readonly isUnproven: boolean;
  /** "will", "is to", a promise, a threat, a demand: not done yet. */
  readonly isPlanned: boolean;
  /** What may be so: the content words next to the word of doubt; empty where the whole is doubted. */
  readonly possibleTerms: readonly string[];
  /** What is to come: the content words next to the word of intent; empty where the whole is. */
  readonly plannedTerms: readonly string[];
  /** Told as something that has happened. */
  readonly isDone: boolean;
  /** "if", "unless", "provided that". */
  readonly isConditional: boolean;
  /** The condition alone: "if this happens again". */
  readonly isBare: boolean;
  /** "until", "once", "before": bound to a time that is no day. */
  readonly isBounded: boolean;
}

const possible =
  /\b(?:[Mm]ay(?! \d| (?:not|no longer|only)\b|\b(?<=\bM\p{L}{2})(?! \p{Ll}))|might|could(?! (?:no longer|not|hear|see|feel|smell|afford|pass|leave|go home|return|count|find|tell|say|confirm|understand|use|enter|only|be (?:seen|heard|felt|read|steered|made out))\b)|possibly|[Pp]erhaps|[Mm]aybe|[Pp]robably|presumably|likely|suspected|feared|apparently|[Aa]llegedly|reportedly|rumou?red|rumou?rs?|possible|potentially|seem(?:s|ed)? to|appear(?:s|ed)? to|as many as|not (?:rule|ruled) out|(?:rules?|ruled) nothing out|not exclude|is (?:said|thought|believed) to|are (?:said|thought|believed) to|was (?:said|thought|believed) to|were (?:said|thought|believed) to|assumes?|indications?|signs? (?:that|point)|suggests?|points? to|hints? (?:that|at|of))\b/u;
/** "gone up to 164" and "owned up to it" bound nothing. */
const upTo =
  /(?<!\b(?:gone|going|goes|went|risen|rose|rises|climbed|grown|grew|owned|owns|own|came|come|stood|lived|live|add(?:s|ed)?|get|got|went|brought|put) )\bup to (?=\d|an? |\p{L}{3,9}\b)(?!\S{1,9} (?:kilomet|metre|mile))/iu;
const possibleCue =
  /\b(?:suggest\p{L}{0,3}|rul\p{L}{1,3} out|suspect\p{L}{0,3}|fear\p{L}{0,3}|rumou?r\p{L}{0,3}|assum\p{L}{1,3}|speculat\p{L}{1,3}|hint\p{L}{0,3}|exclud\p{L}{1,3}|wonder\p{L}{0,3}|guess\p{L}{0,3})\b/iu;
const unproven = /\bno (?:\p{L}{2,12} )?(?:proof|evidence|sign|signs|indication|indications|confirmation|trace)\b/iu;
const plan =
  /\b(?:will(?! power\b)|would(?! not (?:let|say|give)\b)|shall|plans? to|(?:has|have|had|is|are|was|were) planning|planned to|intend(?:s|ed|ing)? to|about to|going to|(?:is|are|was|were) to(?= (?!have\b|blame\b)\p{Ll})|(?:agree|decide|pledge|vow|promise|order|prepare|threaten|hope|expect)(?:s|d|ed)? to|decision to|ready to|remains? ready|set to|due (?=by\b|on\b|in\b|at\b|next\b|this\b|to (?:be|start|begin|end|arrive|open|close|meet|take|leave|return|vote|sign|speak|hold|visit|expire|resume|run|go|come|reach|land|sail|appear|face|stand)\b))\b|\p{L}['’]ll\b/iu;
const freeWill = /\b(?:own(?: free)?|good|free|ill|political|against (?:their|his|her|its|our)) will\b/giu;
const done =
  /\b(?:was|were|has|have|had|did|began|broke|came|fell|flew|gave|held|hit|left|lost|made|met|paid|ran|said|sank|saw|sent|shot|stood|struck|took|went|won|(?:is|are) (?:now |already )?\p{L}{2,14}ing|\p{L}{2,14}[a-z]ed)\b/iu;
const condition =
  /\b(?:if|unless|provided(?: that)?|as long as|so long as|on condition|should (?=the |this |that |it |he |she |they |\p{Lu})|in case)\b/iu;
const bounded =
  /\b(?:until|till|once|before|after|when|as soon as|while|whenever|whatever|whoever|any|would|otherwise|or else)\b/iu;
const plannedKinds = new Set(["promise", "threaten"]);
/** What is wanted is neither to come nor done. */
const wantedKinds = new Set(["demand", "want", "order", "urge", "ask"]);
const wanted = /\b(?:demand|appeal|call|request|order|wish|plan|want)(?:s|ed)?\b/i;
const standing = /\b(?:is|are|be|being|stays?|remains?|staying) (?:\p{L}{2,12} )?\p{L}{2,14}ed\b/giu;

/** So many content words behind a word of doubt or intent are what it is about. */
const reach = 3;

/** The content words that follow a match; those before it where it ends its clause: "as was feared". */
function termsBeside(words: string, pattern: RegExp): readonly string[] {
  const found = pattern.exec(words);
  if (!found) return [];
  const terms = (text: string): string[] =>
    [...piecesOf(text)].map(({ form }) => termOf(form)).filter((term) => !isStop(term) && !/^\p{N}/u.test(term));
  const end = found.index + found[0].length;
  const after = terms(words.slice(end, end + 80)).slice(0, reach);
  return after.length > 0 ? after : terms(words.slice(0, found.index)).slice(-reach);
}

function read(telling: Telling): Modality {
  const { attribution, cue, told, features } = telling;
  const words = telling.words.replace(freeWill, "");
  const cueWords = cue.map(([start, end]) => told.annotation.text.slice(start, end)).join(" ");
  const isPlanned =
    plan.test(words) ||
    (attribution !== null && plannedKinds.has(attribution.kind)) ||
    /^to (?!have\b)\p{Ll}/u.test(words);
  const isWanted = wanted.test(words) || (attribution !== null && wantedKinds.has(attribution.kind));
  return {
    isPossible: possible.test(words) || upTo.test(words) || possibleCue.test(cueWords),
    isUnproven: unproven.test(words),
    isPlanned,
    possibleTerms: possibleCue.test(cueWords) ? [] : [...termsBeside(words, possible), ...termsBeside(words, upTo)],
    plannedTerms: termsBeside(words, plan),
    isDone: !isPlanned && !isWanted && !features.nominal && done.test(words.replace(standing, "")),
    isConditional: condition.test(words),
    isBare: /^(?:if|unless|should)\b[^,]*$/i.test(words),
    isBounded: bounded.test(words),
  };
}

/** How a telling holds what it tells. */
export const modalityOf = once(read);

/** Tellings that share so many words tell one thing, and a word of doubt in one alone is a change. */
const sharedFrom = 0.34;

/** Does a word of doubt or intent stand with what the other tells? One for the whole does. */
const bears = (terms: readonly string[], of: Telling, { features }: Telling): boolean =>
  terms.length === 0 ||
  sharedOf(terms, features.terms).length > 0 ||
  sharedShare(of.features.terms, features.terms) >= sharedFrom;

/** Is it only not shown in the one: "no proof of a swap", "nothing was swapped"? */
export const provenInOne = (a: Telling, b: Telling): boolean => modalityOf(a).isUnproven !== modalityOf(b).isUnproven;

/** Is it held for sure in the one and not in the other: "may have hit", "hit"? */
export const suretyDiffers = (a: Telling, b: Telling): boolean => {
  const [one, other] = [modalityOf(a), modalityOf(b)];
  if (one.isPossible === other.isPossible) return false;
  return one.isPossible ? bears(one.possibleTerms, a, b) : bears(other.possibleTerms, b, a);
};

/** Is it told as done in the one and as still to come in the other? */
export const doneInOne = (a: Telling, b: Telling): boolean => {
  const [one, other] = [modalityOf(a), modalityOf(b)];
  return (
    (one.isPlanned && other.isDone && bears(one.plannedTerms, a, b)) ||
    (one.isDone && other.isPlanned && bears(other.plannedTerms, b, a))
  );
};

/** Does it hang on a condition in the one, and on nothing in the other? Only of what is still to come. */
export const conditionDropped = (a: Telling, b: Telling): boolean => {
  const [one, other] = [modalityOf(a), modalityOf(b)];
  const [bare, bound] = one.isConditional ? [other, one] : [one, other];
  return (
    bound.isConditional &&
    !bound.isBare &&
    !bare.isConditional &&
    !bare.isBounded &&
    !bare.isDone &&
    (bound.isPlanned || bare.isPlanned)
  );
};

/** A changed mood: how surely, whether done or to come, on what condition. */
export const moodDiffers = (a: Telling, b: Telling): boolean =>
  suretyDiffers(a, b) || doneInOne(a, b) || conditionDropped(a, b);
