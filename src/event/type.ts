import type { EventType } from "../model/event.ts";
import { typeByCause } from "./cause.ts";
import type { Mood } from "./realis.ts";
import { isExercise } from "./role.ts";
import { subjectOf } from "./subject.ts";
import type { Trigger } from "./trigger.ts";
import type { Word } from "./word.ts";

/** Types of cooperation; done in the future they are an agreement, refused a rejection (EVENTS: "cooperative deeds in the future tense"). */
const cooperative: ReadonlySet<EventType> = new Set(["CONSULT", "SUPPORT", "CONCEDE", "AID", "RETREAT", "COOPERATE"]);

/** Who attacks with words, unless arms are told of. */
const speakers =
  /^(?:speaker|spokesman|spokeswoman|minister|senator|lawmaker|editor|critic|opposition|columnist|candidate|bishop|deputy|congressman|congresswoman|newspaper|commentator|activist|economist)$/;
const violent =
  /^(?:troop|soldier|missile|rocket|drone|bomb|force|knife|gun|army|police|fire|weapon|mob|stone|club|kill|wound|injure)$/;

/** "The speaker attacked the customs service". */
function isAttackInWords(words: readonly Word[], { row, predicate }: Trigger): boolean {
  if (row.trigger !== "attack" || predicate === null || predicate.passive) return false;
  const subject = subjectOf(words, predicate.verb);
  return (
    typeof subject === "number" &&
    speakers.test(words[subject]!.lemma) &&
    !words.some((word) => violent.test(word.lemma))
  );
}

/**
 * The type of a trigger once its mood and the number of its actors are known. An exercise that several take part in is cooperation,
 * one side's is mobilisation; exercises to come stay what they are: they are announced, not offered.
 */
export function typeOf(words: readonly Word[], trigger: Trigger, mood: Mood, actors: number): EventType | null {
  const exercise = isExercise(trigger);
  const own = isAttackInWords(words, trigger) ? "ACCUSE" : typeByCause(words, trigger);
  const type = own === "MOBILIZE" && exercise && actors > 1 ? "COOPERATE" : own;
  const future = mood.realis === "planned" && trigger.predicate !== null && trigger.predicate.modal !== null;
  if (type === null || !future || !cooperative.has(type)) return type;
  if (type === "COOPERATE" && trigger.row.context.includes("military")) return type;
  return mood.factuality.endsWith("-") ? "REJECT" : "AGREE";
}
