import type { MarkRow } from "../model/lexicon.ts";
import { families } from "./mark/family.ts";
import { type NegationMode, negationAt, negationFirsts } from "./mark/negation.ts";
import { isWord } from "./word.ts";

/** One step of a phrase: one of some words, a negation, up to so many words of any kind, or the end of a clause. */
type Step =
  | { readonly kind: "word"; readonly words: ReadonlySet<string>; readonly optional: boolean }
  | { readonly kind: "negation"; readonly modes: readonly NegationMode[]; readonly optional: boolean }
  | { readonly kind: "gap"; readonly most: number }
  | { readonly kind: "end" };

/** A phrase of the lexicon, compiled. */
export interface MarkPattern {
  readonly row: MarkRow;
  readonly steps: readonly Step[];
}

const negations: Readonly<Record<string, readonly NegationMode[]>> = {
  "@neg": ["not", "unable", "unwilling", "without"],
  "@not": ["not", "unable", "without"],
  "@unable": ["unable"],
  "@unwilling": ["unwilling"],
  "@unmet": ["not", "unwilling", "without"],
};

function stepOf(word: string): Step {
  if (word === "*") return { kind: "gap", most: 3 };
  if (word === "**") return { kind: "gap", most: 6 };
  if (word === "$") return { kind: "end" };
  const optional = word.endsWith("?");
  const name = optional ? word.slice(0, -1) : word;
  if (negations[name]) return { kind: "negation", modes: negations[name], optional };
  const words = name.split("/").flatMap((one) => {
    if (!one.startsWith("@")) return one === "not" ? ["not", "n't"] : [one];
    const family = families[one.slice(1)];
    if (!family) throw new Error(`${one} is no family of src/claim/mark/family.ts. Name one that is.`);
    return [...family];
  });
  return { kind: "word", words: new Set(words), optional };
}

/** Words that a phrase can begin with. */
function firstsOf(steps: readonly Step[]): ReadonlySet<string> {
  const out = new Set<string>();
  for (const step of steps) {
    if (step.kind === "gap" || step.kind === "end") break;
    for (const word of step.kind === "word" ? step.words : negationFirsts) out.add(word);
    if (!step.optional) break;
  }
  return out;
}

/**
 * Rows by every word that they can begin with, in the order of the file. In a phrase `a/b` is either word, `@give` a word of a family (`mark/family.ts`), `@neg`
 * a negation in any form (`mark/negation.ts`; `@not`, `@unable`, `@unwilling`, `@unmet`: of that sort), `*` up to three words and `**` up to six, `x?` may be left out,
 * and `$` is the end of a clause. Hyphens are words of their own, as in the tokens. Throws for a family that is not there.
 */
export function compileMarks(rows: readonly MarkRow[]): ReadonlyMap<string, readonly MarkPattern[]> {
  const out = new Map<string, MarkPattern[]>();
  for (const row of rows) {
    const steps = row.phrase
      .split(/\s+|(-)/)
      .filter((word) => word !== undefined && word !== "")
      .map(stepOf);
    for (const first of firstsOf(steps)) {
      const list = out.get(first);
      if (list) list.push({ row, steps });
      else out.set(first, [{ row, steps }]);
    }
  }
  return out;
}

const isPassed = (word: string): boolean => isWord(word) || /^(?:-|'|"|“|”|‘|’)$/.test(word);

/** Furthest end of the pattern where it begins at `at`, or -1. A gap is as short as it can be and stays inside a clause. */
export function endOfPattern(lower: readonly string[], at: number, to: number, { steps }: MarkPattern): number {
  const endFrom = (step: number, next: number): number => {
    const wanted = steps[step];
    if (!wanted) return next;
    if (wanted.kind === "end") return next >= to || !isPassed(lower[next]!) ? endFrom(step + 1, next) : -1;
    if (wanted.kind === "gap") {
      for (let skipped = 0; skipped <= wanted.most && next + skipped <= to; skipped++) {
        const end = endFrom(step + 1, next + skipped);
        if (end >= 0) return end;
        if (next + skipped >= to || !isPassed(lower[next + skipped]!)) return -1;
      }
      return -1;
    }
    const behind =
      wanted.kind === "negation"
        ? negationAt(lower, next, to, wanted.modes)
        : next < to && wanted.words.has(lower[next]!)
          ? next + 1
          : -1;
    const end = behind < 0 ? -1 : endFrom(step + 1, behind);
    return end < 0 && wanted.optional ? endFrom(step + 1, next) : end;
  };
  return endFrom(0, at);
}
