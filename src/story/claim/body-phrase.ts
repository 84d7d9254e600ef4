import { coreOf, headOf, isBodyNoun, isNamedAfter, isPersonNoun } from "./noun.ts";

/** What stands before a body's words and is no part of them. */
const lead =
  /^(?:(?:the|a|an|and|then|now|former|ex|current|including|top|senior|chief|deputy|lead|long-?time|new|like)[ -])+/i;
const behind = / (?:at the time|on \p{Lu}\p{Ll}+day|deputy|chief|senior|lead|national|principal|former|top)$/u;
/** Words that a sentence has and no name of a body. */
const clause =
  /(?:^|[^\p{L}])(?:who|whom|which|that|as|said|says|told|is|was|were|has|had|served|serves|not|than)(?![\p{L}])/iu;
const pronoun = /^(?:i|he|she|it|they|we|you|his|her|their|this|these|those|there)(?:['’]\p{L}+)?(?: |$)/iu;
const cutOff =
  /(?:^| )(?:of|from|for|in|at|by|with|to|and|or|the|an?|his|her|its|their|former|then|senior|current|including|new|old|presidential|ministerial|royal|mayoral|gubernatorial|official)$/i;

/** A branch of government that goes without a noun of its own: "Lirenian defence". */
const branch = /^\p{Lu}\p{L}+ (?:defen[cs]e|interior|intelligence|foreign|health|justice)$/u;

/**
 * The words of a body out of what stands beside "spokesman" or "head": "White House" of "Then White House"; null where they name no body, as
 * where the phrase was cut ("president's former") or is part of a sentence ("who served there as").
 */
export function bodyPhrase(text: string): string | null {
  const whole = text.trim().replace(lead, "").replace(behind, "").trim();
  // "the deputy head of the ministry" stands for the ministry, "the director of intelligence" for no body.
  const of = isPersonNoun(headOf(whole)) ? / (?:of|for) (?:the )?(.{2,60})$/.exec(whole)?.[1] : undefined;
  const phrase = of ?? whole;
  if (phrase.length < 2 || clause.test(phrase) || pronoun.test(phrase) || cutOff.test(phrase)) return null;
  const core = coreOf(phrase);
  const last = core.split(" ").at(-1)!;
  if (isNamedAfter(core) || isBodyNoun(headOf(phrase)) || branch.test(phrase)) return phrase;
  return /^\p{Lu}/u.test(last) && !isPersonNoun(last) ? phrase : null;
}
