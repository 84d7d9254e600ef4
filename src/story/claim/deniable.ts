import { overlaps } from "../../model/span.ts";
import { areNegatedAlike, opposedShare } from "./conflict/negation.ts";
import { denialForm, deniesByCue } from "./denial.ts";
import { affinity } from "./identity.ts";
import { isOwn } from "./own.ts";
import { pointsOnly } from "./pointed.ts";
import type { Telling } from "./reading.ts";

/** Affinity from which on two are one voice: who turns against himself takes back, and denies nobody. */
const oneVoiceFrom = 0.6;

const partsOf = ({ speaker: { type, holder } }: Telling): readonly string[] =>
  type === "person" ? holder.name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word)) : [];

/** Are both the same surname, and not two with given names of their own: "Mr Holm" and "Ada Holm", but not "Erik Holm"? */
function shareSurname(a: Telling, b: Telling): boolean {
  const [one, other] = [partsOf(a), partsOf(b)];
  if (one.length === 0 || other.length === 0 || one.at(-1) !== other.at(-1)) return false;
  return one.length === 1 || other.length === 1 || one[0] === other[0];
}

const overlap = (a: Telling, b: Telling): boolean => a.document === b.document && overlaps(a.span, b.span);

const sameSpan = (a: Telling, b: Telling): boolean =>
  a.document === b.document && a.span[0] === b.span[0] && a.span[1] === b.span[1];

/** How much of what it denies a telling that calls something untrue must share with what it denies. */
const calledFrom = 0.34;

/** A "not" alone, told elsewhere, must stand with so much of what the other says to be so; the same nouns beside another verb are the same topic. */
const opposedFrom = 0.5;
/** So few tellings apart in one text, the one is told as the answer to the other. */
const besideSteps = 2;

const areBeside = (a: Telling, b: Telling): boolean =>
  a.document === b.document && Math.abs(a.at - b.at) <= besideSteps;

/**
 * Can `a` say no to `b` at all? Two voices, none of them the paper's own, and no part of a statement against the whole of it. A cue of denial may stand with
 * anything; else the one says not to be so what the other says to be so, in a clause with a verb: "no mines were laid" and "the mine" both hold. What a telling
 * only points at is told by `pointedIn` alone.
 */
export function mayDeny(a: Telling, b: Telling): boolean {
  if (affinity(a.speaker, b.speaker) >= oneVoiceFrom || shareSurname(a, b)) return false;
  if ((overlap(a, b) && !sameSpan(a, b)) || areNegatedAlike(a, b) || pointsOnly(a)) return false;
  if (isOwn(a)) return false;
  if (deniesByCue(a)) return true;
  if (b.features.nominal || isOwn(b)) return false;
  if (denialForm(a) === "explicit") return opposedShare(a, b) > calledFrom;
  // "Whether" and "if" say nothing to be so.
  return !b.features.conditional && opposedShare(a, b) > (areBeside(a, b) ? 0 : opposedFrom);
}

/**
 * Can two tell what cannot both hold? Two voices, and two statements. A paper's own sentences are mostly the story itself, and what somebody says besides is
 * the news: of 327 contradictions that readers marked in made-up bundles twelve have a paper on one side.
 */
export const mayContradict = (a: Telling, b: Telling): boolean =>
  !isOwn(a) && !isOwn(b) && affinity(a.speaker, b.speaker) < oneVoiceFrom && !shareSurname(a, b) && !overlap(a, b);
