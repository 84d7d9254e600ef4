import { once } from "./conflict/once.ts";

/** Words by which somebody takes back what was said. */
export const withdrawing =
  /\b(?:t(?:ake|akes|aken|ook) back|with(?:draw|draws|drew|drawn)|retract(?:s|ed)?|recant(?:s|ed)?|no longer (?:stand|claim|believe|say)s?|had it wrong|eaten (?:its|his|her|their) words|should not have said|disown(?:s|ed)?|apologi[sz](?:es|ed) for (?:saying|the statement))\b/i;

/** Is the telling itself the withdrawal: "I take back what I said about the treaty"? */
export const takesBack = once(({ words }) => withdrawing.test(words));
