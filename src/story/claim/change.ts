import type { Span } from "../../model/span.ts";
import { lookupOf } from "../lookup.ts";
import type { GroupRelation } from "./contradiction.ts";
import { correcting, inUpdate, withBefore } from "./correcting.ts";
import { featuresOf } from "./feature.ts";
import { affinity } from "./identity.ts";
import { distinctOf, likenessOf } from "./likeness.ts";
import type { StoryReading, Telling } from "./reading.ts";
import { takesBack, withdrawing } from "./take-back.ts";
import type { Words } from "./words.ts";

const sentenceAt = ({ told, span }: Telling): Span | null => lookupOf(told.annotation).sentenceAt(span[0]);

const ownSentence = (telling: Telling): string => {
  const one = sentenceAt(telling);
  return one ? telling.told.annotation.text.slice(one[0], one[1]) : telling.words;
};

/** The telling with all words of its sentence, as what is taken back is often named beside it. */
const inSentence = (telling: Telling): Telling => {
  const one = sentenceAt(telling);
  return one ? { ...telling, features: featuresOf(telling.told.annotation, one) } : telling;
};

/** Does the telling set aside a number or a word that the other has: "eleven, not twelve", "and not by a bullet"? */
const disagrees = (telling: Telling, other: Telling): boolean =>
  [...telling.features.excluded].some(
    (term) => other.features.terms.has(term) || other.features.counts.some(({ value }) => term === `=${value}`),
  );

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
      if (!follows || one.speaker.type === "publisher" || affinity(one.speaker, telling.speaker) < 0.45) continue;
      if (!best || one.at < best.at) best = { at: one.at, group };
    }
  }
  return best?.group ?? null;
}

interface Found {
  readonly to: number;
  readonly score: number;
}

/** The earlier claim of the same holder or paper that `telling` most likely changes; null where none is near. */
function changedBy(
  telling: Telling,
  from: number,
  groups: readonly (readonly Telling[])[],
  withdraws: boolean,
  words: Words,
): Found | null {
  const whole = inSentence(telling);
  const points = withdraws && pointing.test(ownSentence(telling));
  let best: Found | null = null;
  for (const [to, others] of groups.slice(0, mostEarlier).entries()) {
    if (to === from) continue;
    for (const other of distinctOf(others)) {
      if (other.at >= telling.at || (withdraws && other.speaker.type === "publisher")) continue;
      const samePaper = telling.told.publisher !== null && telling.told.publisher === other.told.publisher;
      const near = affinity(other.speaker, telling.speaker);
      if (near < 0.6 && !(samePaper && inUpdate(telling))) continue;
      const [own, all] = [likenessOf(telling, other, words), likenessOf(whole, other, words)];
      const like = own.score >= all.score ? own : all;
      const elsewhere = other.document !== telling.document;
      const score =
        like.score +
        (elsewhere ? 0.1 : -0.05) +
        (like.conflict === "count" ? 0.15 : 0) +
        (!withdraws && like.conflict === null ? -0.1 : 0) +
        (!withdraws && disagrees(telling, other) ? 0.2 : 0);
      const least = withdraws ? 0.4 : 0.45;
      const value = score < least && points && elsewhere ? least : score;
      if (value >= least && (!best || value >= best.score)) best = { to, score: value };
    }
  }
  return best;
}

/** Corrections and withdrawals: a later statement of the same holder or paper that says of an earlier one that it was wrong. */
export function changesOf(groups: readonly (readonly Telling[])[], { words }: StoryReading): readonly GroupRelation[] {
  const found: GroupRelation[] = [];
  const add = (kind: "withdraws" | "corrects", from: number, to: number): void => {
    if (from === to || found.some((one) => one.from === from && one.to === to)) return;
    const reason =
      kind === "withdraws" ? "the holder takes back what was said" : "told as a correction of what was said before";
    found.push({ kind, from, to, slot: null, reason });
  };
  groups.forEach((tellings, at) => {
    for (const telling of distinctOf(tellings)) {
      const isOwn = telling.speaker.type === "publisher";
      const itself = takesBack(telling);
      if (!isOwn && !itself && withdrawing.test(ownSentence(telling))) {
        const next = nextOf(telling, groups);
        if (next !== null) add("withdraws", next, at);
        continue;
      }
      const after = !isOwn && !itself && telling.negated && withdrawing.test(withBefore(telling));
      const setsNumber = [...telling.features.excluded].some((term) => term.startsWith("="));
      const corrects = !itself && !after && (inUpdate(telling) || setsNumber || correcting.test(withBefore(telling)));
      if (isOwn && !(corrects && (inUpdate(telling) || /^\W*correct/i.test(withBefore(telling))))) continue;
      if (!itself && !corrects && !after) continue;
      const changed = changedBy(telling, at, groups, itself || after, words);
      if (changed) add(itself || after ? "withdraws" : "corrects", at, changed.to);
    }
  });
  return found;
}
