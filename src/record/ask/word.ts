import type { Span } from "../../model/span.ts";

/** One thing to look for: words that stand together, folded. */
export interface Term {
  readonly words: readonly string[];
  /** Does the last word only have to begin so? */
  readonly prefix: boolean;
  /** In quotes: these words and no other spelling. */
  readonly quoted: boolean;
}

/** What to look for: one term of every clause of `all`, and no term of `none`. */
export interface WordQuery {
  readonly all: readonly (readonly Term[])[];
  readonly none: readonly Term[];
}

/** A word of a text: folded, with its UTF-16 offsets. */
export interface Word {
  readonly folded: string;
  readonly span: Span;
}

/** The tokens of SQLite's unicode61 (letters, numbers, private use), with the marks that belong to them. */
const word = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** Lower case, without the diacritics of Latin letters: what unicode61 with `remove_diacritics 2` makes of a word. */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC")
    .toLowerCase();

/** The words of `text`, in order. */
export const wordsIn = (text: string): readonly Word[] =>
  Array.from(text.matchAll(word), (found) => ({
    folded: folded(found[0]),
    span: [found.index, found.index + found[0].length],
  }));

/** A term of whatever words are in `text`; null if there is none. */
export function termOf(
  text: string,
  options: { readonly prefix?: boolean; readonly quoted?: boolean } = {},
): Term | null {
  const words = wordsIn(text).map((found) => found.folded);
  return words.length === 0 ? null : { words, prefix: options.prefix ?? false, quoted: options.quoted ?? false };
}

/**
 * Reads a query as people type it: words (all must occur), "words in quotes" (together, spelled so), `-word` (must not occur),
 * `A OR B` (either), `begin*`. Anything else is taken literally, so no text is wrong; what holds no word counts for nothing.
 */
export function readQuery(text: string): WordQuery {
  const all: Term[][] = [];
  const none: Term[] = [];
  let either = false;
  for (const [, minus, quoted, plain] of text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu)) {
    if (plain === "OR" && minus === "") {
      either = true;
      continue;
    }
    const term =
      quoted === undefined ? termOf(plain!, { prefix: plain!.endsWith("*") }) : termOf(quoted, { quoted: true });
    if (term === null) continue;
    const last = all.at(-1);
    if (minus === "-") none.push(term);
    else if (either && last) last.push(term);
    else all.push([term]);
    either = false;
  }
  return { all, none };
}

const quote = (term: Term): string => `"${term.words.join(" ")}"${term.prefix ? "*" : ""}`;
const anyOf = (terms: readonly Term[]): string => `(${terms.map(quote).join(" OR ")})`;

/**
 * The query in FTS5's language; null if there is nothing to look for (FTS5 knows no bare NOT).
 * Every word stands in double quotes and holds letters and numbers only, so no text can reach FTS5's syntax.
 */
export function matchExpression(query: WordQuery): string | null {
  if (query.all.length === 0) return null;
  const wanted = query.all.map(anyOf).join(" AND ");
  return query.none.length === 0 ? wanted : `(${wanted}) NOT ${anyOf(query.none)}`;
}

/** Words of a text that a query looks for, with the number of the clause that they answer. */
export interface Hit {
  readonly span: Span;
  readonly clause: number;
}

/** Every place in `text` where a term of `query` stands, in text order; null if the text does not answer the query. Linear in `text`. */
export function hitsIn(query: WordQuery, text: string): readonly Hit[] | null {
  const found = wordsIn(text);
  const terms = [
    ...query.all.flatMap((clause, at) => clause.map((term) => ({ term, clause: at }))),
    ...query.none.map((term) => ({ term, clause: -1 })),
  ];
  const byFirst = Map.groupBy(
    terms.filter(({ term }) => term.words.length > 1 || !term.prefix),
    ({ term }) => term.words[0]!,
  );
  const prefixes = terms.filter(({ term }) => term.words.length === 1 && term.prefix);
  const hits: Hit[] = [];
  const answered = new Set<number>();
  found.forEach(({ folded: first, span }, at) => {
    for (const { term, clause } of [...(byFirst.get(first) ?? []), ...prefixes]) {
      const last = at + term.words.length - 1;
      const stands = term.words.every((wanted, step) => {
        const actual = found[at + step]?.folded;
        return actual === wanted || (at + step === last && term.prefix && actual?.startsWith(wanted));
      });
      if (!stands) continue;
      answered.add(clause);
      for (let step = at; step <= last; step++) hits.push({ span: step === at ? span : found[step]!.span, clause });
    }
  });
  if (answered.has(-1) || answered.size < query.all.length) return null;
  return hits;
}
