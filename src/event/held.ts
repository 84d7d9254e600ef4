import type { Attribution } from "../model/attribution.ts";
import { eventTypes } from "../model/event.ts";
import { isVoidAt } from "./abstain.ts";
import { nounGovernor } from "./governor.ts";
import { demandsIn } from "./must.ts";
import { sufferers } from "./role.ts";
import { type Trigger, type TriggerIndex, triggersIn } from "./trigger.ts";
import { cueTrigger, cueWords, verbalType } from "./verbal.ts";
import type { Word } from "./word.ts";

/** A trigger, and the attribution whose cue it is. */
export interface Held {
  readonly trigger: Trigger;
  /** The attribution whose cue the trigger is; null for every other trigger. */
  readonly own: Attribution | null;
  /** The head of the phrase for whom it is said to, where the words tell. */
  readonly told?: number;
}

/** "refused to respond to a request": more than silence. */
const refusesRequest = (words: readonly Word[], cue: readonly number[]): boolean =>
  cue.some((at) => words[at]!.lemma === "refuse") &&
  words
    .slice(cue.at(-1)!, cue.at(-1)! + 6)
    .some(({ lemma }) => /^(?:request|demand|order|summons|subpoena)$/.test(lemma));

/** Triggers of a piece, with those that only a cue makes, in text order. */
export function heldTriggers(
  text: string,
  words: readonly Word[],
  cues: readonly Attribution[],
  index: TriggerIndex,
): readonly Held[] {
  const triggers = triggersIn(words, index);
  const byCue = new Map<Trigger, Attribution>();
  const silent = new Set<Trigger>();
  const made: Held[] = [];
  for (const attribution of cues) {
    const cue = cueWords(words, attribution);
    if (cue.length === 0) continue;
    const same = triggers.find((trigger) => trigger.words.some((word) => cue.includes(word)));
    if (attribution.kind === "no-comment")
      for (const trigger of triggers)
        if (trigger.words.some((word) => cue.includes(word)) && !refusesRequest(words, cue)) silent.add(trigger);
    if (same !== undefined) {
      // A deed's noun that was read as a cue ("the attack on X") stays a deed.
      if (
        // "welcomed the decision": the noun is a cue of its own, and the verb is none.
        (same.predicate === null || cue.includes(same.head)) &&
        same.row.type !== null &&
        eventTypes[same.row.type].class === "verbal" &&
        !sufferers.has(nounGovernor(words, same.head)?.lemma ?? "")
      )
        byCue.set(same, attribution);
    } else {
      const type = verbalType(text, attribution);
      if (type !== null && !isVoidAt(words, cue[0]!))
        made.push({ trigger: cueTrigger(words, cue, type), own: attribution });
    }
  }
  return [
    ...triggers
      .filter((trigger) => !silent.has(trigger))
      .map((trigger) => ({ trigger, own: byCue.get(trigger) ?? null })),
    ...made,
    ...demandsIn(words, cues),
  ].sort((a, b) => a.trigger.words[0]! - b.trigger.words[0]!);
}
