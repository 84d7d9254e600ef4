import { lookupOf } from "../lookup.ts";
import { termOf } from "../word.ts";
import { once } from "./conflict/once.ts";
import type { Speaker } from "./identity.ts";
import type { Telling } from "./reading.ts";

const rejecting =
  /\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed)|contradict(?:s|ed)|waves? it all away|brush(?:es|ed) (?:off|aside))\b/i;
const untrue =
  /\b(?:a lie|lies(?! (?:in|at|on|under|near|by|below|off|with|between|ahead)\b)|lied|liars?|fabricat\p{L}*|invent(?:ed|ion|ions)|untrue|false|falsehoods?|baseless|unfounded|groundless|nonsense|fairy.?tales?|fantas(?:y|ies)|theatre|theater|smears?|slanders?|made up|hoax|wishful thinking|fake|absurd|not true|no truth|rubbish|myths?|fiction|insult|propaganda|ridiculous|arithmetic)\b/iu;
const report =
  /\b(?:report|reports|account|claims?|charges?|accusations?|allegations?|version|story|tale|talk|words?|statement|rumou?rs?|this|that|it|such|what)\b/i;

/** Does the telling say no to something that others say? "explicit" by its cue or by calling it untrue, "negated" by a negation alone. */
export const denialForm = once(denialIn);

function denialIn({ attribution, words, negated, told, cue, goesOn }: Telling): "explicit" | "negated" | null {
  const cueWords = cue.map(([start, end]) => told.annotation.text.slice(start, end)).join(" ");
  if (attribution?.polarity === "-") return null;
  if (
    !goesOn &&
    attribution &&
    (attribution.kind === "deny" ||
      (attribution.stance === "denies" && attribution.kind !== "refuse") ||
      rejecting.test(cueWords))
  )
    return "explicit";
  if (untrue.test(words) && words.length < 160) return "explicit";
  return negated ? "negated" : null;
}

const namesOf = ({ words, owner, holder }: Speaker): ReadonlySet<string> =>
  new Set([...words, ...(owner ? [owner, `@${owner}`] : []), ...(holder.country ? [`@${holder.country}`] : [])]);

const speakerNames = once(({ speaker }) => namesOf(speaker));

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((word) => b.has(word));

/** Do the words call something untrue? */
export const callsUntrue = (words: string): boolean => untrue.test(words) || rejecting.test(words);

/** Do the words point at something told before: "the report", "this"? */
export const pointsAtReport = (words: string): boolean => report.test(words);

/** Does `accusing` name the one who speaks in `denying`? */
export const accuses = (accusing: Telling, denying: Telling): boolean =>
  meets(speakerNames(denying), accusing.features.terms);

/** Does the sentence of `denying` name the one who speaks in `accusing`? */
export const namesAccuser = (denying: Telling, accusing: Telling): boolean =>
  meets(speakerNames(accusing), denying.features.terms) || meets(speakerNames(accusing), namesAround(denying));

const namesAround = once(({ told: { annotation }, span, words }): ReadonlySet<string> => {
  const sentence = lookupOf(annotation).sentenceAt(span[0]);
  const around = sentence ? annotation.text.slice(sentence[0], sentence[1]) : words;
  return new Set([...around.matchAll(/\p{Lu}[\p{L}-]{2,30}/gu)].map(([word]) => termOf(word)));
});
