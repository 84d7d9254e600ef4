import type { Block } from "./block.ts";
import type { DocumentMeta } from "./document.ts";

/** A text as it is read, before any language: normalised, labelled, dated as far as the page tells. */
export interface Page {
  /** Normalised once (`normaliseText`), then never edited; all offsets point into it. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly meta: DocumentMeta;
}
