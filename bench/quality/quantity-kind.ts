import { kindOfNoun } from "../../src/mention/quantity-kind.ts";
import type { Quantity } from "../../src/model/quantity.ts";

/** What is said of the counted that settles the kind alone, by the product's word. */
const kindByFate: Readonly<Record<string, string>> = {
  killed: "killed",
  wounded: "wounded",
  missing: "missing",
  detained: "detained",
  captured: "detained",
  displaced: "displaced",
  rescued: "rescued",
  aid: "aid",
  age: "age",
  casualties: "other",
};
/** Kinds of which something becomes that the list of the gold has. */
const persons = new Set(["people", "troops", "detained", "displaced", "deed"]);
/** Kinds of the product that the list of the gold has no word for. */
const unnamed = new Set(["measure", "building", "goods", "deed", "thing"]);

/**
 * The word of the gold's list for what a quantity of the product counts. The product keeps an open vocabulary: `of` is what became of the counted, `unit` what they
 * are. The gold asks for one word: what became of persons, else what kind of thing it is (`kindOfNoun`), with help before money and goods.
 */
export function kindOf({ of, unit }: Pick<Quantity, "of" | "unit">): string {
  const lower = unit ?? "person";
  const known = /^cubic | per /.test(lower) ? null : kindOfNoun(lower);
  const own = known === null || unnamed.has(known) ? "other" : known;
  const fate = of === null ? undefined : kindByFate[of];
  // "300 men were sent": who is sent somewhere to fight.
  if (of === "serving" && own === "people") return "troops";
  if (of === "deployed" && /^(?:man|woman|person|son|daughter|father|brother|husband)$/.test(lower)) return "troops";
  if (fate === undefined) return of === "released" && own === "detained" ? "people" : own;
  if (fate === "aid") return own === "money" || own === "other" ? "aid" : own;
  if (fate === "age") return own === "duration" ? "age" : own;
  const isPerson = known === null ? /(?:er|or|ist|ant|ent|ian|an|ee|man)$/.test(lower) : persons.has(known);
  return isPerson ? fate : own;
}
