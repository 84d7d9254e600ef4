/** A value of a field with the place that it was read from. */
export interface Clue {
  readonly value: string;
  /** "json-ld datePublished", "meta og:title", "h1", "url", "text". */
  readonly by: string;
}

/** How sure a kind of place is, best first; see `publishedOf`. */
export type DayTrust = "stated" | "printed" | "address" | "near" | "general" | "anywhere" | "other";

/** A day or time that a page gives for itself, as ISO 8601. */
export interface DayClue extends Clue {
  readonly role: "published" | "modified";
  readonly trust: DayTrust;
}
