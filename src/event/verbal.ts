import type { Attribution, AttributionKind } from "../model/attribution.ts";
import type { EventType } from "../model/event.ts";
import type { TriggerRow } from "../model/lexicon.ts";
import { wordAfter } from "./clause.ts";
import { predicateAt } from "./predicate.ts";
import { isVerb } from "./tree.ts";
import type { Trigger } from "./trigger.ts";
import type { Word } from "./word.ts";

/** The type of the event that is done by saying it; kinds that are only said are not listed. */
const types: Readonly<Partial<Record<AttributionKind, EventType>>> = {
  accuse: "ACCUSE",
  criticize: "ACCUSE",
  demand: "REQUEST",
  urge: "REQUEST",
  order: "REQUEST",
  threaten: "THREATEN",
  warn: "THREATEN",
  promise: "AGREE",
  agree: "AGREE",
  refuse: "REJECT",
  deny: "REJECT",
  praise: "SUPPORT",
};

/** Kinds that need somebody whom they are said to before they are a deed. */
const withTarget: Readonly<Partial<Record<AttributionKind, EventType>>> = { ask: "REQUEST", allege: "ACCUSE" };

const consequence =
  /\b(?:consequences?|retaliat|respon[ds]|reprisal|punish|strike|attack|crush|destroy|sanctions|force|regret|not to\b)/;
/** How much of a warning is read for what would follow, in UTF-16 units. */
const lookedAt = 240;

/** Does the content of a warning name what the warner would do? A forecast does not. */
const threatens = (text: string, attribution: Attribution): boolean =>
  attribution.content.some(([start, end]) =>
    consequence.test(text.slice(start, Math.min(end, start + lookedAt)).toLowerCase()),
  );

/** The type of the event that an attribution is by itself, or null where it only says something. `text` is the document's. */
export function verbalType(text: string, attribution: Attribution): EventType | null {
  // Who only denies that something is so refuses nobody anything.
  if (
    attribution.kind === "deny" &&
    attribution.cue.some(([start, end]) => /^den(?:y|ies|ied|ying)\b/i.test(text.slice(start, end)))
  )
    return null;
  if (attribution.kind === "warn" && !threatens(text, attribution)) return null;
  return types[attribution.kind] ?? (attribution.targets.length > 0 ? (withTarget[attribution.kind] ?? null) : null);
}

/** Indices of the words of a sentence that belong to the cue of `attribution`. */
export function cueWords(words: readonly Word[], attribution: Attribution): readonly number[] {
  return attribution.cue.flatMap(([start, end]) => {
    const found: number[] = [];
    for (let at = wordAfter(words, start); at < words.length && words[at]!.start < end; at++) found.push(at);
    return found;
  });
}

/** The trigger that a cue of a verbal type makes where the lexicon of triggers has none for its words. */
export function cueTrigger(words: readonly Word[], cue: readonly number[], type: EventType): Trigger {
  const row: TriggerRow = {
    trigger: words[cue[0]!]!.lower,
    form: "verb",
    type,
    mode: null,
    context: [],
    needs: [],
  };
  const head = cue.find((at) => isVerb(words[at])) ?? cue[0]!;
  return { row, words: cue, head, predicate: isVerb(words[head]) ? predicateAt(words, head) : null };
}
