import type { Holder } from "../../model/ledger.ts";
import type { HolderMention } from "./holder-mention.ts";

/** Somebody who speaks in a story, over its documents. */
export interface Speaker {
  readonly key: number;
  readonly type: HolderMention["type"];
  readonly mentions: readonly HolderMention[];
  readonly owner: string | null;
  readonly words: ReadonlySet<string>;
  /** All words of offices and kinds beside the name, in any report. */
  readonly role: ReadonlySet<string>;
  /** Each office with its words, the noun last. */
  readonly offices: readonly (readonly string[])[];
  /** Keys of bodies that a person or a role leads. */
  readonly leads: ReadonlySet<number>;
  /** Keys of other bodies that may be those it leads. */
  readonly ledNear: ReadonlySet<number>;
  /** Keys of bodies that it speaks for as their spokesman. */
  readonly speaksFor: ReadonlySet<number>;
  /** Keys of persons who may be the same: those who share the surname, where only that is printed. */
  readonly maybe: ReadonlySet<number>;
  /** Keys of speakers that are surely others: a person who is named in full in the same report. */
  readonly apart: ReadonlySet<number>;
  /** A body that is named by what it is alone: "the company". */
  readonly isGeneric: boolean;
  /** Do bodies of several states speak in the story? */
  readonly isAbroad: boolean;
  readonly holder: Holder;
}
