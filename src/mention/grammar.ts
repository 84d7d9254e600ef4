import type { Parsed } from "../model/sentence.ts";
import type { Line } from "./found.ts";

/** What the language core says of a word; all null where it has not read the text. */
export interface WordGrammar {
  /** Part of speech of the Universal Dependencies. */
  readonly tag: string | null;
  readonly plural: boolean;
  /** Lemma of the verb of which the word is the active subject ("say" for "the bank" of "the bank said"), or null. */
  readonly verb: string | null;
}

const unread: WordGrammar = { tag: null, plural: false, verb: null };

/** The grammar of a line's words, in their order; a word that is a piece of a token has that of the token. */
export function grammarOf(parsed: Parsed, { sentence, words }: Line): readonly WordGrammar[] {
  const from = parsed.firstToken[sentence] ?? 0;
  const to = parsed.firstToken[sentence + 1] ?? from;
  let at = from;
  return words.map(({ start }): WordGrammar => {
    while (at + 1 < to && parsed.tokens[at + 1]!.start <= start) at++;
    const token = parsed.tokens[at];
    if (token === undefined || at >= to || token.upos === null) return unread;
    const head = token.head === null || token.head === 0 ? undefined : parsed.tokens[from + token.head - 1];
    return {
      tag: token.upos,
      plural: token.xpos === "NNS" || token.xpos === "NNPS",
      verb: token.deprel === "nsubj" && head !== undefined ? (head.lemma ?? "") : null,
    };
  });
}
