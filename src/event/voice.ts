import type { Attribution } from "../model/attribution.ts";
import type { Id } from "../model/id.ts";
import { type Clause, wordAfter } from "./clause.ts";
import type { Content } from "./content.ts";
import { actorsOf } from "./party.ts";
import type { Roles } from "./role.ts";
import type { Window } from "./subject.ts";
import type { Word } from "./word.ts";

/** The part of the piece that belongs to the same voice as the trigger. */
export function windowOf(words: readonly Word[], content: Content | null): Window {
  if (content === null) return { from: 0, to: words.length };
  return { from: wordAfter(words, content.span[0]), to: wordAfter(words, content.span[1] - 1) + 1 };
}

/** Who is meant where the content names nobody: the accused of an accusation, the told of a demand, else the speakers. */
function holdersOf(attribution: Attribution | null): readonly Id<"actor">[] {
  if (attribution === null) return [];
  const told = ["accuse", "criticize", "demand", "urge", "order", "ask"].includes(attribution.kind);
  return told && attribution.targets.length > 0 ? attribution.targets : attribution.speakers;
}

/** Who acts: the speakers of a cue, and whoever the words join to them; else by word order, else whoever speaks. */
export function actorsInVoice(
  own: Attribution | null,
  roles: Roles,
  attribution: Attribution | null,
): readonly Id<"actor">[] {
  if (own !== null && own.speakers.length > 0)
    return own.speakers.every((one) => roles.actors.includes(one)) ? roles.actors : own.speakers;
  return roles.holder ? holdersOf(attribution) : roles.actors;
}

/** Whom a cue is said to: its targets, the recipients by word order, or whoever a demanded clause begins with ("demanded that X go"). */
export function toldBy(own: Attribution, clause: Clause, recipients: readonly Id<"actor">[]): readonly Id<"actor">[] {
  if (own.targets.length > 0) return own.targets;
  if (recipients.length > 0 || !["demand", "urge", "order", "ask"].includes(own.kind)) return recipients;
  const start = own.content[0]?.[0];
  if (start === undefined) return [];
  const from = wordAfter(clause.words, start);
  const first = clause.parties.find((party) => party.from >= from && party.from < from + 3);
  return first === undefined ? [] : actorsOf(clause, first);
}
