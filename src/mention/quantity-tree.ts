import type { Token } from "../model/token.ts";

/** The tokens of one sentence as words with their tree, read only where a number stands. Indices are of the sentence's tokens. */
export interface CountedWords {
  /** As printed. */
  readonly words: readonly string[];
  readonly tokens: readonly Token[];
  /** Indices of the dependents of each token; empty lists where nobody has told heads. */
  readonly children: readonly (readonly number[])[];
}

/** The words of `tokens`, which are one sentence's. */
export function countedWords(text: string, tokens: readonly Token[]): CountedWords {
  const children: number[][] = tokens.map(() => []);
  tokens.forEach((token, at) => {
    if (token.head !== null && token.head > 0) children[token.head - 1]?.push(at);
  });
  return { words: tokens.map(({ start, end }) => text.slice(start, end)), tokens, children };
}

/** Index of the head of token `at`; -1 for a root and where nobody has told. */
export const headOf = ({ tokens }: CountedWords, at: number): number => {
  const head = tokens[at]?.head ?? 0;
  return head > 0 && head <= tokens.length ? head - 1 : -1;
};

/** The relation of token `at` to its head; "" where nobody has told. */
export const labelOf = ({ tokens }: CountedWords, at: number): string => tokens[at]?.deprel ?? "";

/** The dependents of token `at` whose relation fits. */
export const dependentsOf = (sentence: CountedWords, at: number, label: RegExp): readonly number[] =>
  (sentence.children[at] ?? []).filter((child) => label.test(labelOf(sentence, child)));

/** The lemma of token `at`, lower case; the word itself where nobody has told. */
export const lemmaOf = ({ tokens, words }: CountedWords, at: number): string =>
  (tokens[at]?.lemma ?? words[at] ?? "").toLowerCase();

/** The first of a list of joined words that `at` belongs to. */
export function firstOfList(sentence: CountedWords, at: number): number {
  let up = at;
  for (let step = 0; step < 8 && labelOf(sentence, up) === "conj" && headOf(sentence, up) >= 0; step++)
    up = headOf(sentence, up);
  return up;
}
