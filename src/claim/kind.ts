import type { Attribution } from "../model/attribution.ts";
import type { Draft } from "./clause.ts";
import type { Words } from "./word.ts";

const aboutSpeaking =
  /^(?:comment|say|confirm|elaborate|specify|discuss|answer|respond|identify|name|speculate|disclose|give|provide)$/;

/** Kind and stance: the cue's, but a refusal to speak is no comment, and denies nothing ("declined to comment"). */
export function kindOf({ lower }: Words, { hit, contents }: Draft): Pick<Attribution, "kind" | "stance"> {
  const { kind, stance } = hit.row;
  const first = contents[0]?.[0];
  if (kind === "refuse" && first !== undefined && lower[first] === "to" && aboutSpeaking.test(lower[first + 1] ?? ""))
    return { kind: "no-comment", stance: "asserts" };
  return { kind, stance };
}
