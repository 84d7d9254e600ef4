import type { Attribution } from "../model/attribution.ts";
import { eventTypes } from "../model/event.ts";
import { isVoidAt } from "./abstain.ts";
import { nounGovernor } from "./governor.ts";
import { sufferers } from "./role.ts";
import { type Trigger, type TriggerIndex, triggersIn } from "./trigger.ts";
import { cueTrigger, cueWords, verbalType } from "./verbal.ts";
import type { Word } from "./word.ts";

/** A trigger, and the attribution whose cue it is. */
export interface Held {
  readonly trigger: Trigger;
  /** The attribution whose cue the trigger is; null for every other trigger. */
  readonly own: Attribution | null;
}

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
      for (const trigger of triggers) if (trigger.words.some((word) => cue.includes(word))) silent.add(trigger);
    if (same !== undefined) {
      // A deed's noun that was read as a cue ("the attack on X") stays a deed.
      if (
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
  ].sort((a, b) => a.trigger.words[0]! - b.trigger.words[0]!);
}
