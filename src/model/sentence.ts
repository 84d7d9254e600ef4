import type { Page } from "./page.ts";
import type { Spans } from "./span.ts";
import type { Token } from "./token.ts";

/** A sentence is cut after so many tokens, so that hostile text costs linear time. */
export const longestSentence = 600;

/** Heads are looked for among so many tokens at once: a longer sentence is read in pieces, whose roots hang on the first. */
export const longestParsed = 256;

/**
 * A page with its sentences and tokens.
 * Sentences are in order, never overlap, and together hold every character that is not white space; none crosses a block's border.
 * Every token lies in one sentence; `firstToken[i]` is the index of sentence i's first token, and the list has one entry
 * more than there are sentences, so that sentence i's tokens are `tokens[firstToken[i]] .. tokens[firstToken[i + 1] - 1]`.
 */
export interface Parsed extends Page {
  /** BCP 47 primary subtag ("en", "ru"), or null where it could not be told. */
  readonly lang: string | null;
  readonly sentences: Spans;
  readonly tokens: readonly Token[];
  readonly firstToken: readonly number[];
}
