import type { Id } from "../model/id.ts";
import type { Clause } from "./clause.ts";
import { actorsAt } from "./phrase.ts";
import { childOf, isVerb, relation } from "./tree.ts";

const opens = /^(?:if|unless|should)$/;

/**
 * Whom a threat is made to, where its words name nobody: who must act or not act for it to come true ("will cut off the gas if X takes new measures"),
 * the subject of the first condition of the sentence. `not` are those who threaten.
 */
export function conditionParty(clause: Clause, not: readonly Id<"actor">[]): readonly Id<"actor">[] {
  const { words } = clause;
  for (const [at, word] of words.entries()) {
    if (!isVerb(word) || relation(word) !== "advcl") continue;
    if (!word.children.some((child) => words[child]!.label === "mark" && opens.test(words[child]!.lower))) continue;
    const subject = childOf(words, at, /^nsubj/);
    const found = subject < 0 ? [] : actorsAt(clause, subject).filter((id) => !not.includes(id));
    if (found.length > 0) return found;
  }
  return [];
}
