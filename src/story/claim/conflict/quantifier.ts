import { termOf } from "../../word.ts";
import { isStop } from "../meaning.ts";
import type { Telling } from "../reading.ts";
import { areAlike } from "./alike.ts";
import { once } from "./once.ts";

/** Which part of a number of things is meant. */
type Part = "all" | "most" | "half" | "some" | "none";

interface Quantifier {
  readonly part: Part;
  /** The noun that it belongs to, as a term; null where it stands for itself or for "of them". */
  readonly of: string | null;
}

const numbers =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}{3,6}teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\\p{L}{3,5})?";
const forms: readonly (readonly [part: Part, pattern: string])[] = [
  ["some", "only (?:some|part)|some|several|a (?:few|handful|part|third|quarter) of"],
  ["some", `(?:${numbers}|\\d{1,6})(?: \\p{L}{2,20}){0,2}(?= (?:out of|of) )(?: out(?= of))?`],
  ["most", "most(?: of)?|the (?:majority|bulk|greater part)|nearly all|almost all|all but|almost every"],
  ["half", "half(?: of| the)"],
  ["none", "none of|not one of|not a single"],
  ["all", "all(?: of)?|every(?: one of| single)?|each(?: of)?|both|the (?:whole|entire)"],
];
const quantifier = new RegExp(
  `\\b(?:${forms.map(([, pattern], at) => `(?<q${at}>${pattern})`).join("|")})(?: of)?(?: (?:the|these|those|its|his|her|their|our))?(?: (?:\\d{1,6}|${numbers}))? (?<noun>\\p{L}{2,24})`,
  "giu",
);
/** "at all", "all night", "all the same", "after all": no quantity of things. */
const idle =
  /\b(?:at all|after all|above all|first of all|all (?:the same|night|day|week|year|along|over|right|around|too)|most (?:likely|recent\p{L}{0,2}|of the time)|every (?:day|night|week|month|year)|some (?=\d|\p{L}{2,9} (?:hundred|thousand)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|ten|twelve)\b)|at most)/giu;
const pronouns = /^(?:them|us|those|who|which|it|whom|the|were|was|have|had|are|is)$/i;

/** Words of quantity, each with its noun. */
const quantifiersOf = once(({ words }: Telling): readonly Quantifier[] =>
  [...words.replace(idle, (found) => " ".repeat(found.length)).matchAll(quantifier)].map(({ groups }) => {
    const at = forms.findIndex((_, index) => groups![`q${index}`] !== undefined);
    const noun = groups!["noun"]!;
    const term = termOf(noun);
    return { part: forms[at]![0], of: pronouns.test(noun) || isStop(term) ? null : term };
  }),
);

/** Do both tell how many of the same things it holds for, and not as many: "all of the wounded", "most of them"? */
export function partsDiffer(a: Telling, b: Telling): boolean {
  const [one, other] = [quantifiersOf(a), quantifiersOf(b)];
  if (one.length !== 1 || other.length !== 1) return false;
  const [first, second] = [one[0]!, other[0]!];
  if (first.of !== null && second.of !== null && !areAlike(first.of, second.of)) return false;
  return first.part !== second.part;
}
