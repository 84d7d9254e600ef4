import type { Attribution } from "../../model/attribution.ts";
import { lookupOf } from "../lookup.ts";
import { termOf } from "../word.ts";
import { once } from "./conflict/once.ts";
import type { Speaker } from "./identity.ts";
import type { Telling } from "./reading.ts";
import { isCalledUntrue } from "./untrue.ts";

const rejecting =
  /\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|debunk(?:s|ed|ing)?|disput(?:e|es|ed|ing)|contradict(?:s|ed|ing)?|waves? it all away|brush(?:es|ed|ing) (?:off|aside)|push(?:es|ed|ing)? back (?:on|at|against)|took issue with|scoff(?:s|ed|ing)? at)\b/i;
const report =
  /\b(?:report|reports|account|claims?|charges?|accusations?|allegations?|version|story|tale|talk|words?|statement|rumou?rs?|this|that|it|such|what)\b/i;

/** What is refused or withheld, and not said to be untrue: "denied them a visa", "rejected the offer", "dismissed the minister". */
const refused =
  /^(?:(?:him|her|them|us|me|it|to|\p{L}{3,14}s) )?(?:(?:an?|the|any|all|their|his|her|its|our|further|such) )?(?:[\p{L}'’-]{2,14} ){0,3}?(?:visas?|access|entry|benefits?|protections?|permission|bail|parole|permits?|licen[cs]es?|asylum|rights?|coverage|treatment|service|food|water|passage|admission|applications?|motions?|petitions?|hearing|tenure|freedoms?|opportunit(?:y|ies)|chance|aid|relief|offers?|bills?|proposals?|amendments?|measures?|deals?|bids?|invitations?|compromises?|nominees?|minister|officials?|lawsuits?|suit|(?<!the )case|plans?)(?=$|[,.;:!?”"’)–—]| (?:to|for|of|under|by|on|in|from|at|with|that would|and)\b)/iu;
const withheld =
  /\b(?:den(?:y|ies|ied|ying)) to (?:them|him|her|us|me|it|\p{L}{3,14}s?)\b|^to (?:them|him|her|us|me)\b/iu;

/** Is something refused or withheld where the cue could also say that it is untrue? A statement, which has a verb, never is. */
function isRefused({ words, features }: Telling): boolean {
  return withheld.test(words) || (features.nominal && refused.test(words));
}

/** Does who speaks say that the content is not so: "denied", "disputed", "doubts whether"? */
export const saysNo = (attribution: Attribution | null): attribution is Attribution =>
  attribution !== null &&
  attribution.polarity === "+" &&
  ((attribution.kind === "deny" && attribution.stance === "denies") ||
    ((attribution.kind === "deny" || attribution.kind === "believe") && attribution.stance === "doubts"));

/** Is it denied by the words that tell of the saying: "denied that", "dismissed the report"? */
export function deniesByCue(telling: Telling): boolean {
  const { attribution, told, cue, goesOn } = telling;
  if (goesOn || !attribution || attribution.polarity === "-") return false;
  const words = cue.map(([start, end]) => told.annotation.text.slice(start, end)).join(" ");
  const denies =
    attribution.kind === "deny" ||
    (attribution.stance === "denies" && attribution.kind !== "refuse") ||
    rejecting.test(words);
  return denies && !isRefused(telling);
}

/** Does the telling say no to something that others say? "explicit" by its cue or by calling it untrue, "negated" by a negation alone. */
export const denialForm = once(denialIn);

function denialIn(telling: Telling): "explicit" | "negated" | null {
  const { attribution, words, negated } = telling;
  if (attribution?.polarity === "-") return null;
  if (deniesByCue(telling)) return "explicit";
  if (attribution?.kind === "deny" && isRefused(telling)) return null;
  if (isCalledUntrue(words) && words.length < 160) return "explicit";
  return negated ? "negated" : null;
}

const namesOf = ({ words, owner, holder }: Speaker): ReadonlySet<string> =>
  new Set([...words, ...(owner ? [owner, `@${owner}`] : []), ...(holder.country ? [`@${holder.country}`] : [])]);

const speakerNames = once(({ speaker }: Telling) => namesOf(speaker));

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((word) => b.has(word));

/** Do the words call something untrue? */
export const callsUntrue = (words: string): boolean => isCalledUntrue(words) || rejecting.test(words);

/** Do the words point at something told before: "the report", "this"? */
export const pointsAtReport = (words: string): boolean => report.test(words);

/** Does `accusing` name the one who speaks in `denying`? */
export const accuses = (accusing: Telling, denying: Telling): boolean =>
  meets(speakerNames(denying), accusing.features.terms);

/** Does the sentence of `denying` name the one who speaks in `accusing`? */
export const namesAccuser = (denying: Telling, accusing: Telling): boolean =>
  meets(speakerNames(accusing), denying.features.terms) || meets(speakerNames(accusing), namesAround(denying));

const namesAround = once(({ told: { annotation }, span, words }: Telling): ReadonlySet<string> => {
  const sentence = lookupOf(annotation).sentenceAt(span[0]);
  const around = sentence ? annotation.text.slice(sentence[0], sentence[1]) : words;
  return new Set([...around.matchAll(/\p{Lu}[\p{L}-]{2,30}/gu)].map(([word]) => termOf(word)));
});
