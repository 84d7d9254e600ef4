import { lookupOf } from "../lookup.ts";
import type { Telling } from "./reading.ts";

/** Words by which a count or an account is put right. */
const correcting =
  /\b(?:correct(?:ion|ed|s)|earlier version|in error|wrongly|mistakenly|revis(?:ed|es|ion)|(?:lower|rais)(?:ed|es) (?:its|the|his|her) (?:count|toll|figure)|count has changed|changed (?:part of )?(?:its|his|her|their) (?:story|account|version)|as was said earlier|counted? [^.]{0,40}twice|came from an earlier|was given as|at first (?:spoke|said|put|gave|told|counted)|previously (?:said|told|put)|the error was)\b/i;

/** The sentence of a telling, with the one before it where that is in the same block. */
export function withBefore({ told, span }: Telling): string {
  const { sentences, text, blocks } = told.annotation;
  const at = lookupOf(told.annotation).sentenceNumberAt(span[0]);
  const block = blocks.find(({ start, end }) => start <= span[0] && span[0] < end);
  const [from, to] = [sentences[at - 1], sentences[at]];
  if (!to) return "";
  return text.slice(from && block && from[0] >= block.start ? from[0] : to[0], to[1]);
}

/** How near the telling stands to words that put something right: 2 in its sentence, 1 in the one before it. */
export function correctingIn(telling: Telling): number {
  const one = lookupOf(telling.told.annotation).sentenceAt(telling.span[0]);
  const own = one ? telling.told.annotation.text.slice(one[0], one[1]) : telling.words;
  return correcting.test(own) ? 2 : correcting.test(withBefore(telling)) ? 1 : 0;
}

/** Is it told in a note on a change of the text? */
export const inUpdate = ({ told, span }: Telling): boolean =>
  told.annotation.blocks.some(({ kind, start, end }) => kind === "update" && start <= span[0] && span[0] < end);
