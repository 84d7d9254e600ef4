import type { EventType } from "../model/event.ts";
import { conjunctsOf } from "./tree.ts";
import type { Trigger } from "./trigger.ts";
import type { Word } from "./word.ts";

/** What harms without anybody meaning to. */
const mishaps = new Set(
  "accident crash collision derailment landslide mudslide avalanche flood flooding earthquake quake tremor tsunami storm hurricane typhoon cyclone tornado lightning heatwave drought wildfire fire blaze eruption volcano disease illness virus epidemic pandemic outbreak cancer famine stampede collapse fall malfunction".split(
    " ",
  ),
);
/** Does the word name what harms without anybody meaning to? */
export const isMishapNoun = ({ lemma }: Word): boolean => mishaps.has(lemma);

const harms = /^(?:kill|injure|wound|hurt|displace|destroy|devastate|strike|hit)$/;
const causal = /^(?:nsubj|obl)/;

/** Is the harm that the trigger tells done by nobody: "was killed in a crash", "the flood destroyed"? */
function isMishap(words: readonly Word[], { predicate }: Trigger): boolean {
  if (predicate === null || !harms.test(words[predicate.verb]!.lemma)) return false;
  return words[predicate.verb]!.children.some(
    (child) =>
      causal.test(words[child]!.label) && conjunctsOf(words, child).some((at) => mishaps.has(words[at]!.lemma)),
  );
}

/** The type of a trigger by what causes it: force that nobody uses is none. */
export const typeByCause = (words: readonly Word[], trigger: Trigger): EventType | null =>
  trigger.row.type === "ASSAULT" && isMishap(words, trigger) ? null : trigger.row.type;
