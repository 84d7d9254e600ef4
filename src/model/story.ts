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

/** A term with its weight. */
export type Weighed = readonly [term: string, weight: number];

/** So many of one thing: "pirate", 23. */
export type Amount = readonly [unit: string, value: number];

/** What a document is compared by when its story is looked for. In every list of weights the heaviest comes first, and the squares sum to 1. */
export interface Profile {
  /** Words, without their endings. */
  readonly terms: readonly Weighed[];
  /** Words of names. */
  readonly names: readonly Weighed[];
  /** Two words that stand side by side. */
  readonly pairs: readonly Weighed[];
  /** Last words of the names of persons. */
  readonly people: readonly string[];
  /** Places smaller than a country. */
  readonly places: readonly string[];
  /** Numbers of two digits and more that are no years. */
  readonly numbers: readonly string[];
  /** How many of what, where a thing is counted: not of money, time and people at large, nor of the killed and the wounded, whose number changes. */
  readonly amounts: readonly Amount[];
  /** Days that the text names or means, without their year: "09-25". */
  readonly days: readonly string[];
  /** The year of publication, else the latest that is named; null where there is none. */
  readonly year: number | null;
  /** The days that it may have been published; null where that is not known. */
  readonly published: DayRange | null;
  /** How the heaviest terms are printed, for saying why; no part of a private person's name is among them. */
  readonly printed: readonly (readonly [term: string, form: string])[];
}

/** How like two documents are. */
export interface Likeness {
  readonly document: number;
  readonly other: number;
  /** Evidence that both belong to one story, in steps of 1/1024 of a logit: above 0 for, below against. */
  readonly score: number;
}

/** Why a document stands in a story. */
export interface StoryPlace {
  readonly document: Id<"document">;
  /** How like the story it was when it was put there, 0 to 1; null for the document that the story began with. */
  readonly likeness: number | null;
  /** "like d3 in Belarus, border, paratroopers; 1 day apart". */
  readonly reason: string;
}
