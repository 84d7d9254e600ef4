import { termOf } from "../../word.ts";
import type { Telling } from "../reading.ts";
import { once } from "./once.ts";

/** Words for those who do things in the news, one kind a group: of two groups nobody is in both. */
const groups: ReadonlyMap<string, number> = new Map(
  "police policeman policemen officer|soldier soldiers troops army military servicemen|coast guard guards|rebel rebels militia militants bandits gunmen fighters insurgents|firefighters|protesters demonstrators|pirates|separatists"
    .split("|")
    .flatMap((group, at) => group.split(" ").map((word) => [termOf(word), at] as const)),
);

/** "They opened fire": somebody does it who is named before; "they were found" tells what was done to them. */
const unnamed = /^(?:they|he|she)\b(?! (?:\p{L}+ )?(?:were|was|are|is|(?:have|has|had) been)\b)/iu;

const doersOf = once(({ features }: Telling): readonly string[] =>
  [...features.terms].filter((term) => groups.has(term)),
);

/** The kinds of forces that are told of, without those that speak. */
const kindsOf = (telling: Telling, a: Telling, b: Telling): ReadonlySet<number> =>
  new Set(
    doersOf(telling)
      .filter((term) => !a.speaker.words.has(term) && !b.speaker.words.has(term))
      .map((term) => groups.get(term)!),
  );

/** The same noun with another word before it: "village police", "military police". */
function otherKind(a: Telling, b: Telling): boolean {
  for (const head of doersOf(a)) {
    if (a.speaker.words.has(head) || b.speaker.words.has(head)) continue;
    const [before, beside] = [a, b].map(({ features }) => features.before.get(head));
    if (before && beside && before !== beside && !b.features.terms.has(before) && !a.features.terms.has(beside))
      return true;
  }
  return false;
}

/** Is another force, or another kind of it told to have done it? */
export function actorsDiffer(a: Telling, b: Telling): boolean {
  if (doersOf(a).length === 0 && doersOf(b).length === 0) return false;
  const [one, other] = [kindsOf(a, a, b), kindsOf(b, a, b)];
  if (
    (one.size > 0 && other.size === 0 && unnamed.test(b.words)) ||
    (other.size > 0 && one.size === 0 && unnamed.test(a.words))
  )
    return true;
  if (one.size > 0 && other.size > 0 && ![...one].some((group) => other.has(group))) return true;
  return otherKind(a, b);
}
