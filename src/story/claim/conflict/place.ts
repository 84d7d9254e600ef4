import { piecesOf, termOf } from "../../word.ts";
import { sameCount } from "../feature.ts";
import type { Telling } from "../reading.ts";
import { areAlike, sharedOf } from "./alike.ts";
import { once } from "./once.ts";

const where =
  /\b(in|on|inside|at|near|over|above|off|outside|around|aboard|by|across|from|to|into|towards?)(?: (?:the|its|their|his|her|our))?(?: [\p{Ll}-]{2,16}){0,2}(?: of)? (\p{Lu}[\p{L}'’-]{2,24}(?: \p{Lu}[\p{L}'’-]{1,24}){0,2})/gu;
const kinds: Readonly<Record<string, string>> = { from: "from", to: "to", into: "to", toward: "to", towards: "to" };
const noPlace =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Mr|Mrs|Ms|Dr|President|Minister|General|Colonel|God|Parliament|Congress|Council|Ministry|Army|Navy)\b/u;

interface Site {
  readonly kind: string;
  readonly terms: readonly string[];
}

/** Names behind a word of place. Those of states are left out: a town lies in one. */
const sitesOf = once(({ words, features }: Telling): readonly Site[] =>
  [...words.matchAll(where)].flatMap(([, preposition, name]): readonly Site[] => {
    const terms = [...piecesOf(name!)].map(({ form }) => termOf(form));
    if (noPlace.test(name!) || !terms.every((term) => features.terms.has(term))) return [];
    return [{ kind: kinds[preposition!.toLowerCase()] ?? "in", terms }];
  }),
);

/** So much of the other words must be the same for two names to stand in one slot. */
const sharedFrom = 0.5;

/** Does each name one place in the same slot, and another one, with the rest of the words alike: "over Tarn", "over Varn"? */
export function placesDiffer(a: Telling, b: Telling): boolean {
  const [one, other] = [sitesOf(a), sitesOf(b)];
  for (const kind of ["in", "from", "to"]) {
    const [here, there] = [one, other].map((sites) => sites.filter((site) => site.kind === kind));
    if (here!.length !== 1 || there!.length !== 1) continue;
    const [first, second] = [here![0]!.terms, there![0]!.terms];
    if (first.some((term) => second.some((next) => areAlike(term, next)))) continue;
    if (first.some((term) => b.features.terms.has(term)) || second.some((term) => a.features.terms.has(term))) continue;
    const [left, right] = [
      [...a.features.terms].filter((term) => !first.includes(term)),
      [...b.features.terms].filter((term) => !second.includes(term)),
    ];
    const least = Math.min(left.length, right.length);
    const same = a.features.counts.filter((count) => b.features.counts.some((next) => sameCount(count, next))).length;
    if (least > 0 && sharedOf(left, right).length + same >= sharedFrom * (least + same)) return true;
  }
  return false;
}
