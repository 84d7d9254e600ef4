import { lengthOf, type Meaning, product } from "../meaning/meaning.ts";
import { meaningsOf } from "./meaning.ts";
import { isOpposite } from "./opposite.ts";

/** What the words of a story tell in it. */
export interface Words {
  /** How much a term tells: high for one that few tellings have. */
  readonly weightOf: (term: string) => number;
  /** Other terms of the story that mean nearly the same, with how nearly, 0 to 1. */
  readonly near: (term: string) => ReadonlyMap<string, number>;
  /** The static meaning of a term (`Meaning`), of length 1; null where it is not known. */
  readonly meaningOf: (term: string) => Float64Array | null;
}

/** A word of the same set of meanings (`meaningsOf`) counts so much of the same word. */
const ofSet = 0.85;
/** Words near by their static meanings count this much of their cosine: they lie near one another in many stories that are not one. */
const ofMeaning = 0.6;
/** Cosine from which on two words are near in meaning. Both were set by leaving one bundle out (docs/quality/claim.md). */
const nearFrom = 0.6;
/** So many terms of a story are compared with one another, those that most tellings have. */
const mostTerms = 2000;

const none: ReadonlyMap<string, number> = new Map();

const add = (found: Map<string, Map<string, number>>, one: string, other: string, nearness: number): void => {
  const known = found.get(one);
  if (!known) found.set(one, new Map([[other, nearness]]));
  else if ((known.get(other) ?? 0) < nearness) known.set(other, nearness);
};

function bySets(terms: readonly string[], found: Map<string, Map<string, number>>): void {
  const members = new Map<string, string[]>();
  for (const term of terms) {
    for (const set of meaningsOf(term)) {
      for (const other of members.get(set) ?? []) {
        add(found, term, other, ofSet);
        add(found, other, term, ofSet);
      }
      members.set(set, [...(members.get(set) ?? []), term]);
    }
  }
}

function byMeaning(terms: readonly string[], meaning: Meaning, found: Map<string, Map<string, number>>): void {
  const rows = terms.flatMap((term) => {
    const row = meaning.rowOf(term);
    return row === null ? [] : [{ term, row, length: lengthOf(row) }];
  });
  rows.forEach((one, at) => {
    for (let next = at + 1; next < rows.length; next++) {
      const other = rows[next]!;
      const nearness = product(one.row, other.row) / (one.length * other.length);
      if (nearness < nearFrom || isOpposite(one.term, other.term)) continue;
      const counts = ofMeaning * nearness;
      add(found, one.term, other.term, counts);
      add(found, other.term, one.term, counts);
    }
  });
}

/**
 * The words of a story whose tellings have the terms `having`, each so often, of `tellings` in all. Names are near to nothing but themselves: two
 * towns are used alike and are not one.
 */
export function wordsOf(
  having: ReadonlyMap<string, number>,
  names: ReadonlySet<string>,
  tellings: number,
  meaning: Meaning,
): Words {
  const found = new Map<string, Map<string, number>>();
  const common = [...having.keys()]
    .filter((term) => !names.has(term))
    .toSorted((a, b) => having.get(b)! - having.get(a)! || (a < b ? -1 : 1));
  bySets([...having.keys()].toSorted(), found);
  byMeaning(common.slice(0, mostTerms), meaning, found);
  const weights = new Map([...having].map(([term, count]) => [term, Math.log(1 + tellings / count)]));
  const ofUnknown = Math.log(1 + tellings);
  const weightOf = (term: string): number => weights.get(term) ?? ofUnknown;
  return {
    weightOf,
    near: (term) => found.get(term) ?? none,
    meaningOf: unitRows(meaning),
  };
}

/** Rows of `meaning` of length 1, each worked out once. */
function unitRows(meaning: Meaning): (term: string) => Float64Array | null {
  const known = new Map<string, Float64Array | null>();
  return (term) => {
    const found = known.get(term);
    if (found !== undefined) return found;
    const row = meaning.rowOf(term);
    const length = row ? lengthOf(row) : 1;
    const unit = row ? Float64Array.from(row, (value) => value / length) : null;
    known.set(term, unit);
    return unit;
  };
}
