import type { ActorKind } from "../model/actor.ts";
import type { MentionForm, MentionKind } from "../model/mention.ts";
import type { Name, NameKind } from "../model/name.ts";
import type { NameEntry } from "./name-index.ts";
import type { Word } from "./word.ts";

/** A sentence as names are read in it. */
export interface Line {
  /** Index of the sentence in `Parsed.sentences`. */
  readonly sentence: number;
  readonly words: readonly Word[];
  /** Are nearly all words capitalised, so that capitals tell nothing? */
  readonly titleCase: boolean;
  /** Only names of the lexicon are read here (credits). */
  readonly lexiconOnly: boolean;
  /** What the language core names in it, in text order. */
  readonly names: readonly Name[];
  /** For each word: does it stand inside quotation marks? */
  readonly quoted: readonly boolean[];
}

/** A stretch of words `[from, to)` of a line that names something. */
export type Chunk =
  | { readonly kind: "entries"; readonly from: number; readonly to: number; readonly entries: readonly NameEntry[] }
  | { readonly kind: "organization"; readonly from: number; readonly to: number; readonly acronym: string | null }
  | { readonly kind: "ground"; readonly from: number; readonly to: number; readonly facility: boolean }
  | {
      readonly kind: "unknown";
      readonly from: number;
      readonly to: number;
      readonly female: boolean | null;
      /** What the language core takes it for; null where it sees no name. */
      readonly core: NameKind | null;
    };

/** A noun phrase for somebody, headed by a role or an institution. */
export interface Phrase {
  /** First word, determiner included. */
  readonly from: number;
  /** First word of the head ("defense minister"). */
  readonly headFrom: number;
  readonly to: number;
  readonly head: string;
  readonly kind: "role" | ActorKind;
  readonly plural: boolean;
  readonly public: boolean;
  readonly determiner: "the" | "a" | "possessive" | "none";
  /** The pronoun that owns it ("his" of "his defense minister", "their" of "their country's army"), or null. */
  readonly owner: string | null;
  /** ISO code of the state that a demonym, a country or a seat before the head (or after "of", "for") names. */
  readonly country: string | null;
  /** Words of the phrase without determiner and possessor. */
  readonly bare: string;
}

/** A mention before it has an id, with what tells whom it stands for. */
export interface Finding {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly kind: MentionKind;
  readonly form: MentionForm;
  readonly quoted: boolean;
  /** Does a verb follow, so that it is rather a subject than an object? */
  readonly subject: boolean;
  /** Does it stand beside a verb of saying? */
  readonly speaker: boolean;
  /** Does it stand with its verb behind the words that it says ("It is over, | he said")? */
  readonly reports: boolean;
  readonly refer: Reference;
}

/** How a mention refers. */
export type Reference =
  | {
      readonly to: "state";
      readonly country: string;
      readonly text: string;
      readonly entries: readonly NameEntry[];
      readonly ground: boolean;
    }
  | { readonly to: "government"; readonly country: string; readonly text: string; readonly seat: boolean }
  /** "The Norwegian": somebody of that country, or the state where nobody is. */
  | { readonly to: "national"; readonly country: string; readonly text: string }
  | { readonly to: "known"; readonly entry: Extract<NameEntry, { kind: "organization" }> }
  | { readonly to: "ground"; readonly text: string; readonly entries: readonly NameEntry[]; readonly speaks: boolean }
  | {
      readonly to: "organization";
      readonly text: string;
      readonly country: string | null;
      readonly institution: string | null;
      readonly kind: ActorKind;
      readonly acronym: string | null;
    }
  | {
      readonly to: "person";
      readonly text: string;
      readonly parts: readonly string[];
      readonly roles: readonly Phrase[];
      /** Heads of roles that a clause behind the name tells. */
      readonly heads: readonly string[];
      readonly female: boolean | null;
      /** Is an age set off behind the name ("Ivar Lund, 45,")? */
      readonly aged?: boolean;
    }
  | { readonly to: "phrase"; readonly phrase: Phrase; readonly text: string; readonly same: Finding | null }
  | { readonly to: "pronoun"; readonly pronoun: string };
