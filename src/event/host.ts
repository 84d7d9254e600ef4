import { type Governor, governorAt } from "./governor.ts";
import {
  conjunctions,
  isAdverb,
  isBarrier,
  prepositions,
  pronouns,
  relatives,
  subordinators,
  type Word,
} from "./word.ts";

/** Prepositions over which a verb or noun still governs a deed's noun: "called for talks", "a threat of attack", "preparing for war". */
const linking = new Set(["for", "of", "on", "in", "against", "to", "with", "about"]);
const reach = 9;
/** Verbs that govern a clause and never a deed's noun: who is "told of an attack" is not told to make one. */
const clauseOnly = new Set("tell instruct command invite about set going due bound".split(" "));

/** What governs the noun that begins at word `at`: the nearest governing word to the left, in the same noun phrase or over one preposition. */
export function nounGovernor(words: readonly Word[], at: number, from: number): Governor | null {
  let crossed = 0;
  for (let back = at - 1; back >= from && back >= at - reach; back--) {
    const { lower } = words[back]!;
    if (isBarrier(lower) || lower === "," || relatives.has(lower) || pronouns.has(lower)) return null;
    const governor = governorAt(words, back);
    if (governor !== null && !clauseOnly.has(governor.lemma)) return governor;
    if (prepositions.has(lower)) {
      if (!linking.has(lower) || ++crossed > 1) return null;
    } else if (subordinators.has(lower)) return null;
    else if (conjunctions.has(lower)) crossed++;
    else if (isAdverb(lower)) continue;
  }
  return null;
}

/** Verbs whose subject does what their object names: "launched an attack", "plans strikes". Who condemns, fears or repels an attack does not make it. */
const doers = new Set(
  "plan intend prepare decide vow pledge promise propose undertake threaten order consider weigh mull ponder contemplate simulate attempt try plot begin start launch resume carry conduct hold stage mount wage perform commit impose issue open complete finish end lead repeat reiterate renew voice express file lodge deliver make give take have organise organize intensify step increase expand announce join ready seek continue send".split(
    " ",
  ),
);

/** The verb whose subject does what the noun at word `at` names ("launched an attack"), or null. */
export function lightHost(words: readonly Word[], at: number, from: number): Governor | null {
  const governor = nounGovernor(words, at, from);
  return governor !== null && governor.forms.size > 0 && doers.has(governor.lemma) ? governor : null;
}
