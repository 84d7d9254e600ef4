import type { AnnotatedDocument } from "./annotation.ts";
import type { DayRange } from "./document.ts";
import type { Id } from "./id.ts";

/** A document as the joins between documents see it: its newest reading, and where it was printed. */
export interface Told {
  readonly document: Id<"document">;
  /** Who printed it: as given, else as the page says; null where it is not known. */
  readonly publisher: string | null;
  readonly annotation: AnnotatedDocument;
  /** Documents that say nearly the same words, the likest first. */
  readonly copies: readonly NearCopy[];
}

/** A document that says nearly the same words. */
export interface NearCopy {
  readonly document: Id<"document">;
  /** Share of the words of the shorter one that stand in the other, 0 to 1. */
  readonly share: number;
}

/** What a document is compared by when its story is looked for. */
export interface Profile {
  /** Words, names and places with their weights, the heaviest first; the squares of the weights sum to 1. */
  readonly terms: readonly (readonly [term: string, weight: number])[];
  /** The days that it may have been published; null where that is not known. */
  readonly published: DayRange | null;
}

/** Why a document stands in a story. */
export interface StoryPlace {
  readonly document: Id<"document">;
  /** How like the story it was when it was put there, 0 to 1; null for the document that the story began with. */
  readonly likeness: number | null;
  /** "like d3 in Belarus, border, paratroopers; 1 day apart". */
  readonly reason: string;
}
