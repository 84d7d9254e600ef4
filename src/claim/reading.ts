import type { Actor } from "../model/actor.ts";
import type { Named } from "../model/mention.ts";
import type { CueIndex } from "./cue.ts";
import type { Quotation } from "./quote.ts";
import type { Words } from "./word.ts";

/** Everything that the rules look at while they read one document. */
export interface Reading {
  readonly named: Named;
  readonly words: Words;
  readonly quotations: readonly Quotation[];
  /** For each token the index of its quotation, or -1. */
  readonly quoteOf: Int32Array;
  readonly index: CueIndex;
  readonly actors: ReadonlyMap<Actor["id"], Actor>;
}

/** Is the token the first of a quotation? */
export const opensQuote = ({ quoteOf, quotations }: Reading, at: number): boolean =>
  at < quoteOf.length && quoteOf[at]! >= 0 && quotations[quoteOf[at]!]!.tokens[0] === at;

/** Is the token the last of a closed quotation? */
export const closesQuote = ({ quoteOf, quotations }: Reading, at: number): boolean => {
  if (at < 0 || quoteOf[at]! < 0) return false;
  const quotation = quotations[quoteOf[at]!]!;
  return quotation.closed && quotation.tokens[1] - 1 === at;
};
