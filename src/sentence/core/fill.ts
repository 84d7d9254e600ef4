import type { Parsed } from "../../model/sentence.ts";
import type { Token } from "../../model/token.ts";
import { createCore, type TagAndParse } from "./core.ts";
import { type Lemmas, lemmaOf, readLemmas } from "./lemma.ts";

/** What fills the fields of tokens. Not to be shared by threads. */
export interface LanguageCore {
  readonly read: TagAndParse;
  readonly lemmas: Lemmas;
  /** Names the weights. */
  readonly sha256: string;
}

/** Files of `models/` as they lie there, and a hash over them. */
export interface CoreFiles {
  readonly parse: Uint8Array;
  readonly lemma: Uint8Array;
  readonly kernel: Uint8Array;
  readonly sha256: string;
}

/** Throws where a file is not of its form, or where this engine of JavaScript has no relaxed SIMD. */
export const createLanguageCore = ({ parse, lemma, kernel, sha256 }: CoreFiles): LanguageCore => ({
  read: createCore(parse, kernel),
  lemmas: readLemmas(lemma),
  sha256,
});

/**
 * The tokens of a page with tags, lemmas, heads and labels, each sentence a tree with one root; their places are those that the page has,
 * given or found. The core reads English; what it says of a page in another language means nothing.
 */
export function fillTokens(
  { text, tokens, firstToken }: Pick<Parsed, "text" | "tokens" | "firstToken">,
  { read, lemmas }: Pick<LanguageCore, "read" | "lemmas">,
): readonly Token[] {
  const filled: Token[] = [];
  for (let sentence = 0; sentence + 1 < firstToken.length; sentence++) {
    const bare = tokens.slice(firstToken[sentence]!, firstToken[sentence + 1]!);
    const forms = bare.map(({ start, end }) => text.slice(start, end));
    for (const [at, { upos, xpos, head, deprel }] of read(forms).entries()) {
      const lemma = lemmaOf(lemmas, forms[at]!, upos, xpos);
      filled.push({ ...bare[at]!, upos, xpos, lemma, head, deprel });
    }
  }
  return filled;
}
