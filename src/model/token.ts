import type { Located } from "./span.ts";

/**
 * A token in the sense of Universal Dependencies. Fields of the language core are null where none has filled them: in another
 * language than English.
 * `head` is the 1-based position of the head in the same sentence, 0 for the root (CoNLL-U).
 */
export interface Token extends Located {
  readonly upos: string | null;
  readonly xpos: string | null;
  readonly lemma: string | null;
  readonly head: number | null;
  readonly deprel: string | null;
}
