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

/** A kind of place that days are read from. Reading one takes time and most are never needed: each is read when it is first asked. */
export interface DayPlace {
  /** How sure its clues can be. */
  readonly trusts: readonly DayTrust[];
  /** Does it name days of the last change too? */
  readonly hasModified: boolean;
  /** Its clues, in page order; the same each time. */
  readonly clues: () => readonly DayClue[];
}

/** A place whose clues `read` gives. */
export function dayPlace(trusts: readonly DayTrust[], hasModified: boolean, read: () => readonly DayClue[]): DayPlace {
  let known: readonly DayClue[] | null = null;
  return {
    trusts,
    hasModified,
    clues: () => {
      known ??= read();
      return known;
    },
  };
}
