import type { Chunk, Line } from "./found.ts";
import { facilityHeads, landHeads, regionHeads, sayingForms } from "./word-class.ts";

const groundBefore = /^(?:in|near|outside|around|across|throughout|inside|into|toward|towards)$/;

const groundKinds = /^(?:town|city|village|province|district|port|island|suburb|municipality|settlement|hamlet)$/;

/** Roles and bodies that a state has: "Norland's president". */
const stateHeads =
  /^(?:president|presidential|premier|prime|minister|ministry|government|army|military|navy|parliament|foreign|defen[cs]e|interior|armed|border|leader|king|queen|ambassador|embassy|forces|troops|authorities|state|security|territory|airspace|waters|capital|north|south|east|west)$/;
/** What stands before "of" or "with" and a state's name: "the army of Norland", "the border with Norland". */
const stateBefore =
  /^(?:border|borders|war|army|government|republic|president|people|territory|parliament|troops|trade|north|south|east|west)$/;

const actsNext =
  /^(?:has|will|does|did|accuses|rejects|rejected|condemns|condemned|warns|wants|fears|vows|insists|calls|demands|demanded|threatens|threatened|promises|invaded|attacked|deployed|closed|summoned|expelled)$/;

/** What one place in the text tells of an unknown name: the ground it stands on, or a state that acts or owns. */
export type GroundEvidence = "ground" | "state" | null;

/** What the words around a name tell: "in Norland" and "left for Norland" ground, "Norland's army" and "the border with Norland" a state. */
export function groundEvidence({ words }: Line, { from, to }: Chunk): GroundEvidence {
  const [before, next] = [words[from - 1]?.key ?? "", words[to]?.key ?? ""];
  if (next === "'s") return stateHeads.test(words[to + 1]?.key ?? "") ? "state" : null;
  if (/^(?:of|with)$/.test(before) && stateBefore.test(words[from - 2]?.key ?? "")) return "state";
  if (before === "of" && groundKinds.test(words[from - 2]?.key ?? "")) return "ground";
  if (regionHeads.has(next) && next !== "area" && words[to]!.text === next) return "ground";
  return groundBefore.test(before) && !words[from]!.upper ? "ground" : null;
}

/** Does the name stand before a verb of what states and people do? */
export const actsHere = ({ words }: Line, { to }: Chunk): boolean =>
  sayingForms.has(words[to]?.key ?? "") || actsNext.test(words[to]?.key ?? "");

/** May the name be of a state or town: no river's, no building's? */
export const mayBePolity = ({ words }: Line, { to }: Chunk): boolean =>
  !landHeads.has(words[to - 1]!.key) && !facilityHeads.has(words[to - 1]!.key);
