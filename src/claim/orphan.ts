import type { SourcePhrase } from "./source.ts";
import type { Range } from "./word.ts";

/** Words that no cue governs. */
export interface Orphan {
  readonly range: Range;
  /** Index of the statement before it whose speaker goes on; -1 where none does. */
  readonly owner: number;
  /** Who acts in the sentence before it, where no statement is there; null where nobody does. */
  readonly subject: SourcePhrase | null;
}
