import type { Quantity } from "../../model/quantity.ts";
import type { Told } from "../../model/story.ts";
import { lookupOf } from "../lookup.ts";

const noun = "(?:figures?|counts?|tolls?|numbers?|estimates?|reports?)";
/** "The first figure was", "Earlier, the army had said", "initially reported": the text itself says that the number is of before. */
const before = new RegExp(
  `^(?:earlier|previously|initially|at first)(?: (?:on|in) [^,]{2,20})?, |\\b(?:first|initial|earlier|previous|original|early) ${noun}[^.;]{0,60}\\b(?:was|were|had been|of|at|put)\\s|` +
    "\\b(?:initially|originally|at first|first|previously|earlier) (?:reported|said|spoke|put|gave|announced|counted|told)\\b[^.,;:]{0,60}$|\\breported (?:earlier|initially|at first)\\b[^.,;:]{0,60}$",
  "iu",
);
/** "The figure of four, which is repeated, is the first count of Sunday." */
const behind = new RegExp(
  `^[^.;]{0,80}\\b(?:is|was|were) (?:only )?(?:the |an? )?(?:first|initial|earlier|previous|old|outdated) ${noun}`,
  "iu",
);
/** A paper that corrects itself names what it said before. */
const ownVersion =
  /\b(?:earlier|previous|first|original) version of (?:this|the|our) (?:article|report|story|piece|text)\b/iu;
const reach = 160;

const around = ({ annotation }: Told, { start, end }: Quantity): readonly [before: string, behind: string] => {
  const [from, to] = lookupOf(annotation).sentenceAt(start) ?? [start, end];
  return [
    annotation.text.slice(Math.max(from, start - reach), start),
    annotation.text.slice(end, Math.min(to, end + reach)),
  ];
};

/** Does the text tell the number as one of an earlier time, which another may have replaced since? */
export function isEarlier(told: Told, quantity: Quantity): boolean {
  const [left, right] = around(told, quantity);
  return before.test(left) || behind.test(right) || ownVersion.test(left);
}

/** Does a paper tell what an earlier version of its own report said? */
export const isOwnEarlier = (told: Told, quantity: Quantity): boolean => ownVersion.test(around(told, quantity)[0]);

const deeds = "(?:killing|death|shooting|murder|wounding|detention|arrest|abduction|capture|kidnapping|drowning|loss)";
const known = new RegExp(
  `\\b(?:over|after|following|since|about|for|by) (?:the |its |their )?${deeds}s? of (?:\\p{L}{2,8} ){0,3}$|` +
    "\\bthe \\p{L}{2,20} (?:that|which) (?:has |have |had )?(?:killed|wounded|injured|hurt|claimed the lives of) (?:\\p{L}{2,8} ){0,3}$",
  "iu",
);
/** Right at the beginning of what is said, the deed is what is said. */
const opening = 16;

/** Is the number taken as known in a claim of something else ("a campaign of lies over the killing of three guards")? Then it is the report's. `from` is where the claim begins. */
export const isTakenAsKnown = (told: Told, quantity: Quantity, from: number): boolean =>
  quantity.start - from > opening && known.test(around(told, quantity)[0]);
