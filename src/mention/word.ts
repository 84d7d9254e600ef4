import type { Parsed } from "../model/sentence.ts";

/** A piece of a token as names are read: the possessive and the parts around a hyphen stand alone, whatever the tokeniser did. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, without marks, dots and apostrophes: what lexicons are looked up by. */
  readonly key: string;
  /** Begins with a capital letter. */
  readonly cap: boolean;
  /** Capital letters only, two or more. */
  readonly upper: boolean;
  /** Is there white space (or the sentence's border) before it? */
  readonly spaced: boolean;
}

const piece =
  /\p{N}{1,40}(?:[.,]\p{N}{1,40}){1,20}|\p{Lu}(?:\.\p{Lu}){1,20}\.?|['’`][sS](?!\p{L})|[\p{L}\p{M}\p{N}]{1,1000}(?:['’ʼ](?![sS](?!\p{L}))[\p{L}\p{M}]{1,100}){0,20}|[^\s]/gu;
const plainWord = /^[A-Za-z]+$/;

/** The look-up key of a word: lower case, no marks, no dots or apostrophes. "'s" stays as "'s". */
export function wordKey(text: string): string {
  if (plainWord.test(text)) return text.toLowerCase();
  if (text.length === 2 && /^['’`][sS]$/.test(text)) return "'s";
  const key = text
    .normalize("NFD")
    .replace(/[\p{M}.'’ʼ‘]/gu, "")
    .toLowerCase()
    .replaceAll("ł", "l")
    .replaceAll("ı", "i");
  return key === "" ? text : key;
}

function wordOf(text: string, start: number, spaced: boolean): Word {
  const key = wordKey(text);
  const cap = /^\p{Lu}/u.test(text);
  return {
    start,
    end: start + text.length,
    text,
    key,
    cap,
    upper: cap && text.length > 1 && /^[\p{Lu}\p{N}.]+$/u.test(text) && /\p{Lu}.?\p{Lu}/u.test(text),
    spaced,
  };
}

/** The words of `text`, which begins at `start` of the document. For lexicon entries and for tokens alike. */
export function wordsIn(text: string, start = 0): readonly Word[] {
  if (plainWord.test(text)) return [wordOf(text, start, true)];
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(piece)) {
    words.push(wordOf(match[0], start + match.index, match.index > end || match.index === 0));
    end = match.index + match[0].length;
  }
  return words;
}

/** The words of one sentence of `parsed`, in order. */
export function sentenceWords(parsed: Parsed, sentence: number): readonly Word[] {
  const words: Word[] = [];
  let end = -1;
  for (let at = parsed.firstToken[sentence] ?? 0; at < (parsed.firstToken[sentence + 1] ?? 0); at++) {
    const token = parsed.tokens[at]!;
    for (const word of wordsIn(parsed.text.slice(token.start, token.end), token.start)) {
      words.push(word.start === end ? { ...word, spaced: false } : word);
      end = word.end;
    }
  }
  return words;
}
