import { inertNouns } from "./noun-class-list.ts";
import { isNoun } from "./tree.ts";
import type { Word } from "./word.ts";

/** What a noun is that neither acts nor speaks for anybody. */
export type NounClass = keyof typeof inertNouns;

const classes: ReadonlyMap<string, NounClass> = new Map(
  (Object.entries(inertNouns) as [NounClass, string][]).flatMap(([name, list]) =>
    list.split(" ").map((noun) => [noun, name] as const),
  ),
);

/** Nouns that only count what stands behind their "of": "a pair of boots", "troops of baboons". */
const counting =
  /^(?:troop|pack|herd|kind|type|sort|piece|bit|number|couple|pair|dozen|set|lot|swarm|flock|row|pile|crate|box|cup|slice|glass)$/;

/** The class of the noun at word `at`, of "a pack of X" that of X; null for names, for what may act, and for what the list does not know. */
export function nounClassAt(words: readonly Word[], at: number): NounClass | null {
  const word = words[at];
  if (word === undefined || !isNoun(word) || word.xpos.startsWith("NNP")) return null;
  if (counting.test(word.lemma)) {
    const inner = word.children.find(
      (child) => words[child]!.label === "nmod" && words[child]!.children.some((one) => words[one]!.lower === "of"),
    );
    if (inner !== undefined) return nounClassAt(words, inner);
  }
  return classes.get(word.lemma) ?? null;
}
