import type { Attribution } from "../model/attribution.ts";
import type { TriggerRow } from "../model/lexicon.ts";
import { predicateAt } from "./predicate.ts";
import { childOf, isVerb } from "./tree.ts";
import type { Trigger } from "./trigger.ts";
import type { Word } from "./word.ts";

/** A demand that a modal makes in somebody's words: "X said that Y must withdraw". */
export interface Demand {
  readonly trigger: Trigger;
  readonly own: Attribution;
  /** The head of the phrase for whom it is demanded of. */
  readonly told: number;
}

/** Kinds of statements that only say; the others are deeds by themselves. */
const plain = new Set(["say", "announce", "report", "believe", "claim", "assure"]);

/** Demands among `words`, in text order: a "must" in the content of a plain statement whose cue stands in the same sentence. */
export function demandsIn(words: readonly Word[], cues: readonly Attribution[]): readonly Demand[] {
  return words.flatMap((word, at): Demand[] => {
    if (word.lower !== "must" || word.head < 0 || !isVerb(words[word.head])) return [];
    const own = cues.find(
      (one) =>
        plain.has(one.kind) &&
        one.stance === "asserts" &&
        one.content.some(([start, end]) => start <= word.start && word.end <= end),
    );
    const told = childOf(words, word.head, /^nsubj/);
    if (own === undefined || own.speakers.length === 0 || told < 0 || predicateAt(words, word.head).perfect) return [];
    const row: TriggerRow = {
      trigger: word.lower,
      form: "phrase",
      type: "REQUEST",
      mode: null,
      context: [],
      needs: [],
    };
    return [{ trigger: { row, words: [at], head: at, predicate: null }, own, told }];
  });
}
