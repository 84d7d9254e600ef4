import type { EventType } from "../model/event.ts";
import { typeByCause } from "./cause.ts";
import type { Mood } from "./realis.ts";
import { isExercise } from "./role.ts";
import type { Trigger } from "./trigger.ts";
import type { Word } from "./word.ts";

/** Types of cooperation; done in the future they are an agreement, refused a rejection (EVENTS: "cooperative deeds in the future tense"). */
const cooperative: ReadonlySet<EventType> = new Set(["CONSULT", "SUPPORT", "CONCEDE", "AID", "RETREAT", "COOPERATE"]);

/**
 * The type of a trigger once its mood and the number of its actors are known. An exercise that several take part in is cooperation,
 * one side's is mobilisation; exercises to come stay what they are: they are announced, not offered.
 */
export function typeOf(words: readonly Word[], trigger: Trigger, mood: Mood, actors: number): EventType | null {
  const exercise = isExercise(trigger);
  const own = typeByCause(words, trigger);
  const type = own === "MOBILIZE" && exercise && actors > 1 ? "COOPERATE" : own;
  const future = mood.realis === "planned" && trigger.predicate !== null && trigger.predicate.modal !== null;
  if (type === null || !future || !cooperative.has(type)) return type;
  if (type === "COOPERATE" && trigger.row.context.includes("military")) return type;
  return mood.factuality.endsWith("-") ? "REJECT" : "AGREE";
}
