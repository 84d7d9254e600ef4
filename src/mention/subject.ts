import type { Line } from "./found.ts";
import type { NameIndex } from "./name-index.ts";
import { literalPrepositions, pastForms } from "./word-class.ts";

const auxiliaries =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|said|says)$/;

/** Does a verb follow the words `[from, to)`, at once or after an adverb, a day or a phrase between commas? */
export function isSubject({ words }: Line, from: number, to: number, index: NameIndex): boolean {
  if (literalPrepositions.has(words[from - 1]?.key ?? "")) return false;
  let at = to;
  if (words[at]?.text === "(" && words[at + 2]?.text === ")") at += 3;
  while (
    /^(?:also|now|still|already|later|earlier|recently|reportedly|allegedly|repeatedly|then|monday|tuesday|wednesday|thursday|friday|saturday|sunday|.{3,}ly|this|week|never|not|and)$/.test(
      words[at]?.key ?? "",
    )
  ) {
    at += 1;
  }
  const next = words[at];
  if (next === undefined) return false;
  if (next.text === ",") return /^(?:who|which|whose|a|an|the)$/.test(words[at + 1]?.key ?? "");
  if (!/^\p{Ll}/u.test(next.text)) return false;
  return auxiliaries.test(next.key) || index.verbs.has(next.key) || pastForms.has(next.key) || /[^e]ed$/.test(next.key);
}

/** "It" that stands for nobody: "it seems", "it is clear that". */
const emptyIt =
  /^(?:seems?|seemed|appears?|appeared|becomes?|became|is|was|'s|remains|would be|will be|takes?|turns? out|rain(?:s|ed))$/;

/** "it is clear that", "it seems": nobody. "It is deploying": somebody. */
export function isEmptyIt(line: Line, at: number): boolean {
  const verb = line.words[at + 1]?.key ?? "";
  if (!emptyIt.test(verb)) return false;
  if (!/^(?:is|was|'s)$/.test(verb)) return true;
  return /^(?:clear|unclear|important|possible|impossible|necessary|likely|unlikely|not|known|time|true|too|hard|difficult|easy|a|an|the|also|now|still|just|very|that|been|only|up|over|all|about|no)$/.test(
    line.words[at + 2]?.key ?? "",
  );
}
