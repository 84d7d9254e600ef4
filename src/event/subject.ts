import type { Clause, Party } from "./clause.ts";
import { governorAt, infinitiveGovernor } from "./governor.ts";
import { isPossessive, listStart } from "./party.ts";
import { type Predicate, predicateAt } from "./predicate.ts";
import {
  conjunctions,
  determiners,
  isAdverb,
  isBarrier,
  isNumber,
  negations,
  prepositions,
  relatives,
  subordinators,
  type Word,
} from "./word.ts";

/** Who does what a verb says: a party of the sentence, or the people around the words ("holder": whoever speaks them), or nobody found. */
export type Subject = Party | "holder" | null;

/** How far to the left a subject is looked for, in words. */
const reach = 45;
/** How many verbs a chain of control may have ("agreed to begin to withdraw"). */
const deepest = 4;

/** The first word of the sentence that may be read for a verb at `at`: the start of the content that holds it. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** The party that covers or ends right before word `at`, among the outermost ones. */
export function partyEndingAt(clause: Clause, at: number): Party | null {
  for (const party of clause.parties) {
    if (party.from >= at) break;
    if (party.to >= at && party.from < at) return party;
  }
  return null;
}

/**
 * The subject of a verb group, by word order alone: the nearest noun phrase to the left that no preposition and no verb has claimed.
 * Relative clauses lead to the word before the pronoun, infinitives and gerunds to the subject (or object) of what governs them.
 */
export function subjectOf(clause: Clause, predicate: Predicate, window: Window, depth = 0): Subject {
  const { words } = clause;
  if (depth > deepest) return null;
  let at = predicate.first - 1;
  while (at >= window.from && (isAdverb(words[at]!.lower) || negations.has(words[at]!.lower))) at--;
  if (predicate.infinitive) {
    if (predicate.first <= window.from) return "holder";
    const governor = infinitiveGovernor(words, predicate.first);
    if (governor === null || governor.at < window.from) {
      const subject = nearestParty(clause, predicate.first - 1, window);
      return subject ?? "holder";
    }
    if (governor.object) {
      const object = clause.parties.find((party) => party.from > governor.at && party.to <= predicate.first);
      if (object !== undefined) return object;
      // Somebody stands there, who is nobody's mention.
      if (governor.at < predicate.first - 1) return null;
    }
    return governedBy(clause, governor.at, governor.forms, window, depth);
  }
  if (at < window.from) return "holder";
  const { lower } = words[at]!;
  if (relatives.has(lower) && lower !== "what") {
    const antecedent = at - (words[at - 1]?.lower === "," ? 1 : 0);
    const party = partyEndingAt(clause, antecedent);
    if (party !== null && party.to >= antecedent) return headOf(clause, party);
    if (lower !== "that") return nearestParty(clause, antecedent - 1, window);
  }
  if (predicate.gerund && prepositions.has(lower)) {
    const governor = governorAt(words, at - 1);
    const object = clause.parties.findLast((party) => party.to <= at);
    // "accused Kyiv of arming": the one who is accused does it.
    if ((lower === "of" || lower === "from") && object !== undefined && object.to === at) return object;
    if (governor !== null) return governedBy(clause, governor.at, governor.forms, window, depth);
  }
  const previous = predicate.gerund && !prepositions.has(lower) && lower !== "," ? governorAt(words, at) : null;
  if (previous !== null) return governedBy(clause, previous.at, previous.forms, window, depth);
  return nearestParty(clause, at, window);
}

function governedBy(
  clause: Clause,
  at: number,
  forms: Parameters<typeof predicateAt>[2],
  window: Window,
  depth: number,
): Subject {
  if (forms.size > 0) {
    const predicate = predicateAt(clause.words, at, forms);
    return subjectOf(clause, predicate, window, depth + 1);
  }
  return possessorOf(clause, at, window) ?? nearestParty(clause, at - 1, window) ?? "holder";
}

/** The party whose possession or adjective the noun at word `at` is: "Russia's decision", "the Ukrainian plan". Null where it has none. */
export function possessorOf(clause: Clause, at: number, window: Window): Party | null {
  for (let back = at; back > window.from && back > at - 6; back--) {
    const word = clause.words[back - 1]!;
    const party = clause.parties.findLast((one) => one.to >= back && one.from < back);
    if (party !== undefined) return party.to > at ? null : party;
    if (isBarrier(word.lower) || word.lower === "," || prepositions.has(word.lower) || conjunctions.has(word.lower))
      return null;
    if (determiners.has(word.lower) || relatives.has(word.lower)) return null;
  }
  return null;
}

/** The first party to the left of word `at` (included) that can be a subject; "holder" for a first person, null where a clause ends before one is found. */
export function nearestParty(clause: Clause, at: number, window: Window): Party | "holder" | null {
  const { words, parties } = clause;
  let next = parties.findLastIndex((party) => party.from <= at);
  let sawComma = false;
  for (let here = at; here >= window.from && here > at - reach; here--) {
    const party = next >= 0 ? parties[next]! : null;
    if (party !== null && party.to > here) {
      if (party.from < window.from) return null;
      const claimed = claimedBy(words, listStart(clause, party).from, window.from);
      if (claimed === null && !(isPossessive(words, party) && party.to < at - 4)) return headOf(clause, party);
      here = party.from;
      next--;
      continue;
    }
    const { lower } = words[here]!;
    // The first person of a quotation is whoever speaks it.
    if (lower === "we" || lower === "i") return "holder";
    if (lower === ",") sawComma = true;
    if (isBarrier(lower) && lower !== "(" && lower !== ")" && lower !== ".") return null;
    if (subordinators.has(lower) && !sawComma) return null;
  }
  return null;
}

/** What stands before a noun phrase that begins at word `from`: a preposition or a verb that has it as object, or nothing. */
function claimedBy(words: readonly Word[], from: number, start: number): "preposition" | "verb" | null {
  let at = from - 1;
  while (at >= start && at > from - 6) {
    const { lower } = words[at]!;
    // After "after" and its like stands a clause of its own, with its own subject.
    if (subordinators.has(lower)) return null;
    if (prepositions.has(lower)) return "preposition";
    if (determiners.has(lower) || isNumber(lower) || lower === "'s") {
      at--;
      continue;
    }
    if (isAdverb(lower)) return null;
    if (/(?:ed|ing)$/.test(lower) && lower.length > 4) return "verb";
    if (governorAt(words, at)?.forms.size) return "verb";
    return null;
  }
  return null;
}

/** An apposition leads back to what it explains: "Peskov, the spokesman, said". The party itself where there is none. */
function headOf(clause: Clause, party: Party): Party {
  const at = clause.parties.indexOf(party);
  const before = clause.parties[at - 1];
  if (before === undefined || before.to !== party.from - 1) return party;
  return party.mention.form === "nominal" && !party.actor.named && clause.words[before.to]?.lower === ","
    ? before
    : party;
}
