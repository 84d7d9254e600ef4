import type { Attribution } from "../model/attribution.ts";
import type { Draft } from "./clause.ts";
import type { Words } from "./word.ts";

const aboutSpeaking =
  /^(?:comment|say|confirm|elaborate|specify|discuss|answer|respond|identify|name|speculate|disclose|give|provide)$/;

/** Kind and stance: the cue's, but a refusal to speak is no comment ("declined to comment"), and who does not deny leaves open. */
export function kindOf({ lower }: Words, { hit, contents }: Draft): Pick<Attribution, "kind" | "stance"> {
  const { kind, stance } = hit.row;
  const first = contents[0]?.[0];
  if (kind === "refuse" && first !== undefined && lower[first] === "to" && aboutSpeaking.test(lower[first + 1] ?? ""))
    return { kind: "no-comment", stance: "asserts" };
  // "Did not rule out a raid" leaves it open: it is no denial, and no statement that there will be one.
  if (hit.negated && stance === "denies") return { kind: "say", stance: "doubts" };
  if (hit.row.cue === "agree" && first !== undefined && lower[first] === "to") return { kind: "agree", stance };
  return { kind, stance };
}
