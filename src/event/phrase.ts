import type { Id } from "../model/id.ts";
import type { Clause, Party } from "./clause.ts";
import { actorsOf, isPrivate } from "./party.ts";
import { caseOf, conjunctsOf, isVerb } from "./tree.ts";

/** Nouns that only measure or group what "of" leads to: "dozens of soldiers", "a group of lawmakers". */
const partitive =
  /^(?:dozen|hundred|thousand|million|score|group|number|member|series|part|most|some|many|all|one|lot|couple|majority|wave|team|crowd|column|contingent|kind|version|coalition|unit|convoy|leader|head|chief|president|minister|spokesman|spokeswoman|spokesperson|government|people|army|ministry|representative|delegation|authority|troop|force)$/;
/** Dependents that say whose a thing is, nearest the head first. */
const owners = /^(?:nmod:poss|compound|amod|nmod:desc|flat)$/;
/** How many steps into a phrase are made. */
const deepest = 4;

/** The outermost party that covers word `at`, or null. */
export function partyAt({ parties }: Clause, at: number): Party | null {
  let low = 0;
  let high = parties.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parties[middle]!.to <= at) low = middle + 1;
    else high = middle;
  }
  const party = parties[low];
  return party !== undefined && party.from <= at ? party : null;
}

/** The party that a phrase with head `at` stands for: what covers its head, else what its head is a part or an instrument of. Null for others. */
function partyOf(clause: Clause, at: number, depth = 0): Party | null {
  const { words } = clause;
  const own = partyAt(clause, at);
  if (own !== null) return own;
  if (depth > deepest || isVerb(words[at]) || isPrivate(words[at]!)) return null;
  for (const child of words[at]!.children.toReversed())
    if (owners.test(words[child]!.label)) {
      const owner = partyAt(clause, child);
      if (owner !== null) return owner;
    }
  for (const child of words[at]!.children) {
    const { label } = words[child]!;
    if (
      label === "appos" ||
      (label.startsWith("nmod") && caseOf(words, child) === "of" && partitive.test(words[at]!.lemma))
    ) {
      const inner = partyOf(clause, child, depth + 1);
      if (inner !== null) return inner;
    }
  }
  return null;
}

/** Everybody that a phrase with head `at` and what is joined to it stand for, in text order. */
export function actorsAt(clause: Clause, at: number): readonly Id<"actor">[] {
  const found = new Set<Id<"actor">>();
  for (const node of conjunctsOf(clause.words, at)) {
    const party = partyOf(clause, node);
    if (party !== null) for (const id of actorsOf(clause, party)) found.add(id);
  }
  return [...found];
}

/** The same, and where the head itself stands for nobody, the first party that its phrase holds: "the homes of Wendish farmers". */
export function actorsWithin(clause: Clause, at: number): readonly Id<"actor">[] {
  const { words } = clause;
  const found = actorsAt(clause, at);
  if (found.length > 0) return found;
  let level: readonly number[] = conjunctsOf(words, at);
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    level = level.flatMap((node) =>
      words[node]!.children.filter((child) => /^(?:nmod|compound|amod|appos|obl|obj)/.test(words[child]!.label)),
    );
    for (const child of level) {
      const inner = actorsAt(clause, child);
      if (inner.length > 0) return inner;
    }
  }
  return [];
}
