import type { Span } from "../../model/span.ts";
import { lookupOf } from "../lookup.ts";
import type { GroupRelation } from "./contradiction.ts";
import { withBefore } from "./correcting.ts";
import { featuresOf } from "./feature.ts";
import { affinity } from "./identity.ts";
import { distinctOf, likenessOf } from "./likeness.ts";
import { isOwn } from "./own.ts";
import type { StoryReading, Telling } from "./reading.ts";
import { takesBack, tellsTakingBack, withdrawing } from "./take-back.ts";
import type { Words } from "./words.ts";

const sentenceAt = ({ told, span }: Telling): Span | null => lookupOf(told.annotation).sentenceAt(span[0]);

const ownSentence = (telling: Telling): string => {
  const one = sentenceAt(telling);
  return one ? telling.told.annotation.text.slice(one[0], one[1]) : telling.words;
};

/** Does the sentence say, before the telling, that it is taken back: "took back his charge | that the boats were mined"? */
function isTakenBack(telling: Telling): boolean {
  const one = sentenceAt(telling);
  if (!one || !tellsTakingBack(ownSentence(telling))) return false;
  return withdrawing.exec(ownSentence(telling))!.index <= telling.span[0] - one[0];
}

/** The telling with all words of its sentence, as what is taken back is often named beside it. */
const inSentence = (telling: Telling): Telling => {
  const one = sentenceAt(telling);
  return one ? { ...telling, features: featuresOf(telling.told.annotation, one) } : telling;
};

/** The taken-back words are only pointed at. */
const pointing =
  /\b(?:statement|account|remark|story|version|claim|denial|words?|that|what (?:i|he|she|it) (?:said|wrote))\b/i;

const mostEarlier = 200;

/** A claim that is said to be taken back is told in the sentence that says so; what the holder says next is the withdrawal. */
function nextOf(telling: Telling, groups: readonly (readonly Telling[])[]): number | null {
  let best: { at: number; group: number } | null = null;
  for (const [group, tellings] of groups.entries()) {
    for (const one of tellings) {
      const follows = one.document === telling.document && one.at > telling.at && one.at - telling.at <= 2;
      if (!follows || one.features.terms.size === 0 || isOwn(one)) continue;
      if (affinity(one.speaker, telling.speaker) < 0.45) continue;
      if (!best || one.at < best.at) best = { at: one.at, group };
    }
  }
  return best?.group ?? null;
}

/** Least likeness for the words of an earlier statement to be those taken back. */
const least = 0.4;

interface Found {
  readonly to: number;
  readonly score: number;
}

/** The earlier claim of the same holder that `telling` most likely takes back; null where none is near. */
function takenBack(
  telling: Telling,
  from: number,
  groups: readonly (readonly Telling[])[],
  words: Words,
): Found | null {
  const whole = inSentence(telling);
  const points = pointing.test(ownSentence(telling));
  let best: Found | null = null;
  for (const [to, others] of groups.slice(0, mostEarlier).entries()) {
    if (to === from) continue;
    for (const other of distinctOf(others)) {
      if (other.at >= telling.at || isOwn(other) || takesBack(other)) continue;
      if (affinity(other.speaker, telling.speaker) < 0.6) continue;
      const [own, all] = [likenessOf(telling, other, words), likenessOf(whole, other, words)];
      const like = own.score >= all.score ? own : all;
      const elsewhere = other.document !== telling.document;
      const score = like.score + (elsewhere ? 0.1 : -0.05) + (like.conflict === "count" ? 0.15 : 0);
      const value = score < least && points && elsewhere ? least : score;
      if (value >= least && (!best || value >= best.score)) best = { to, score: value };
    }
  }
  return best;
}

/** Withdrawals: a later statement of the same holder that takes an earlier one back. */
export function withdrawalsOf(
  groups: readonly (readonly Telling[])[],
  { words }: StoryReading,
): readonly GroupRelation[] {
  const found: GroupRelation[] = [];
  const add = (from: number, to: number): void => {
    if (from === to || found.some((one) => one.from === from && one.to === to)) return;
    found.push({ kind: "withdraws", from, to, slot: null, reason: "the holder takes back what was said" });
  };
  groups.forEach((tellings, at) => {
    for (const telling of distinctOf(tellings)) {
      if (isOwn(telling)) continue;
      const itself = takesBack(telling);
      if (telling.features.terms.size === 0) continue;
      if (!itself && isTakenBack(telling)) {
        const next = nextOf(telling, groups);
        if (next !== null) add(next, at);
        continue;
      }
      const after = !itself && telling.negated && tellsTakingBack(withBefore(telling));
      if (!itself && !after) continue;
      const changed = takenBack(telling, at, groups, words);
      if (changed) add(at, changed.to);
    }
  });
  return found;
}
