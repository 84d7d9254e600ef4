import type { Reading } from "./reading.ts";
import { childOf, childrenOf, isVerbTag, type Tree } from "./tree.ts";
import type { Words } from "./word.ts";

const subjects: ReadonlySet<string> = new Set(["nsubj", "nsubj:pass", "expl", "csubj"]);
const marks: ReadonlySet<string> = new Set(["mark"]);

/** Does a verb joined to the cue's tell another deed of the source, with no subject and no "that" of its own? */
const isNextDeed = (words: Tree, verb: number, beside: number): boolean =>
  isVerbTag(words, verb) &&
  // A participle is no partner of a finite verb: it goes on with what is said ("accused Norland of arming rebels and pushing").
  (words.xpos[verb] !== "VBG" || words.xpos[beside] === "VBG") &&
  childOf(words, verb, subjects) < 0 &&
  childOf(words, verb, marks) < 0;

/**
 * Where the tree ends what begins at `start` behind the verb of a cue: before the next deed of the source ("vowed to fight | and sent troops"), and
 * with the clause that the verb stands in. `to` where the tree says nothing.
 */
export function complementEnd({ words, quoteOf }: Reading, verb: number, start: number, to: number): number {
  const end = words.subtreeTo[verb]! > start + 1 ? Math.min(to, words.subtreeTo[verb]!) : to;
  for (const child of childrenOf(words, verb)) {
    const first = words.subtreeFrom[child]!;
    if (first <= start || first >= end || quoteOf[first] !== quoteOf[verb]) continue;
    if (words.label[child] === "conj" && isNextDeed(words, child, verb)) return first;
  }
  return end;
}

/** Complements of a verb that are said by it. */
const said = /^(?:ccomp|xcomp|obj|csubj|obl)$/;

/** Does the tree hold `inner` inside what the verb `outer` says, so that it does not go on beside it? */
export function isWithin(words: Words, inner: number, outer: number): boolean {
  const { head, label, lower } = words;
  let at = inner;
  for (let steps = 0; at >= 0 && steps < 40; steps++) {
    if (head[at] === outer) {
      // "Accused Norland | of arming rebels and urging them on".
      const mark = childOf(words, at, marks);
      return said.test(label[at]!) || (mark >= 0 && /^(?:of|for|about|against)$/.test(lower[mark]!));
    }
    at = head[at]!;
  }
  return false;
}

/** Is the word behind a verb what becomes of its subject and no object ("slammed shut")? */
export const isResult = ({ head, label, xpos }: Tree, verb: number, at: number): boolean =>
  head[at] === verb && label[at] === "xcomp" && /^(?:JJ|RB|VBN)/.test(xpos[at]!);
