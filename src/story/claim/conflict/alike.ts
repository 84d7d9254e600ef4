import { meaningsOf } from "../meaning.ts";

/** So many first letters that two terms share are taken for one stem: "explosion", "explosive". */
const stemLength = 5;

/** May one term stand for the other: the same word, a word of the same set of meanings, or the same stem? */
export function areAlike(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length >= stemLength && b.length >= stemLength && a.slice(0, stemLength) === b.slice(0, stemLength))
    return true;
  const sets = meaningsOf(a);
  return sets.length > 0 && meaningsOf(b).some((one) => sets.includes(one));
}

/** Those of `terms` that stand in `others`, in these or in like words. */
export const sharedOf = (terms: Iterable<string>, others: Iterable<string>): readonly string[] => {
  const list = [...others];
  return [...terms].filter((term) => list.some((other) => areAlike(term, other)));
};

/** Share of the terms of the one with fewer that stand in the other, in these or in like words, 0 to 1; 0 where either has none. */
export function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return few.size === 0 ? 0 : sharedOf(few, many).length / few.size;
}
