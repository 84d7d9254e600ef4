import type { Parsed } from "./sentence.ts";
import type { Located } from "./span.ts";

/**
 * What a name can stand for; the classes of the WorldWide newswire set, in the order of the weights. "norp" is a nationality, a religious or
 * a political group (OntoNotes' term); "misc" holds what has a name and no class of its own: laws, events, works, languages.
 */
export const nameKinds = [
  "person",
  "location",
  "organization",
  "norp",
  "date",
  "money",
  "facility",
  "product",
  "misc",
] as const;
export type NameKind = (typeof nameKinds)[number];

/** A name that the language core found: whole tokens of one sentence, never overlapping another. What it says is evidence, not the last word. */
export interface Name extends Located {
  readonly kind: NameKind;
}

/** A parsed page with what the language core says of its words; in another language than English the tokens are bare and there are no names. */
export interface Tagged extends Parsed {
  /** In text order. */
  readonly names: readonly Name[];
}
