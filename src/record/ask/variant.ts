import { sql } from "kysely";
import type { SpellingRow } from "../../model/lexicon.ts";
import { spellingKey } from "../../model/spelling.ts";
import type { CaseRecord } from "../open.ts";
import { folded, type Term, termOf, type WordQuery } from "./word.ts";

/** Spelling keys of `names` and of every spelling that a set puts beside one of them. Never holds the empty key. */
export function spellingKeys(names: readonly string[], spellings: readonly SpellingRow[]): readonly string[] {
  const keys = new Set(names.map(spellingKey));
  for (const row of spellings) {
    const set = row.spellings.map(spellingKey);
    if (set.some((key) => keys.has(key))) for (const key of set) keys.add(key);
  }
  keys.delete("");
  return [...keys];
}

/** The sets of spellings by the folded words of each of their members ("nur sultan"). */
const setsByWords = (spellings: readonly SpellingRow[]): ReadonlyMap<string, readonly Term[]> => {
  const found = new Map<string, readonly Term[]>();
  for (const row of spellings) {
    const terms = row.spellings.map((spelling) => termOf(spelling)).filter((term) => term !== null);
    for (const term of terms) {
      const words = term.words.join(" ");
      found.set(words, [...(found.get(words) ?? []), ...terms]);
    }
  }
  return found;
};

/** A clause of one unquoted whole term, which may be spelled in other ways. */
const plainTerm = (clause: readonly Term[] | undefined): Term | null => {
  const only = clause?.length === 1 ? clause[0] : undefined;
  return only && !only.quoted && !only.prefix ? only : null;
};

const distinct = (terms: readonly Term[]): readonly Term[] => [
  ...new Map(terms.map((term) => [`${term.words.join(" ")}${term.prefix ? "*" : ""}`, term])).values(),
];

/** Longest name in the sets that is looked for in neighbouring words of a query. */
const longestName = 4;

/** Neighbouring words that together are a name of a set become one clause with all names of the set. */
function joinedNames(query: WordQuery, spellings: readonly SpellingRow[]): WordQuery {
  const sets = setsByWords(spellings);
  const all: (readonly Term[])[] = [];
  for (let at = 0; at < query.all.length; ) {
    let taken = 0;
    for (let size = Math.min(longestName, query.all.length - at); size > 0 && taken === 0; size--) {
      const terms = query.all.slice(at, at + size).map(plainTerm);
      if (terms.includes(null)) continue;
      const words = terms.flatMap((term) => term!.words);
      const set = sets.get(words.join(" "));
      if (!set) continue;
      all.push(distinct([{ words, prefix: false, quoted: false }, ...set]));
      taken = size;
    }
    if (taken === 0) all.push(query.all[at]!);
    at += Math.max(taken, 1);
  }
  return { all, none: query.none };
}

/** Shorter keys join words that are no names: "to" and "Too", "of" and "Off". */
const shortestKey = 4;

const variantKey = (term: Term): string => spellingKey(term.words.join(" "));

/**
 * `query` with the other spellings of its words beside them: those of the sets, and those that the record's texts hold under
 * the same spelling key. Words in quotes, beginnings (`word*`) and excluded words stay as they are.
 */
export async function withVariants(
  record: CaseRecord,
  query: WordQuery,
  spellings: readonly SpellingRow[],
): Promise<WordQuery> {
  const joined = joinedNames(query, spellings);
  const open = joined.all.flat().filter((term) => !term.quoted && !term.prefix);
  const keys = [...new Set(open.map(variantKey))].filter((key) => key.length >= shortestKey);
  const { rows } = await sql<{ key: string; form: string }>`
    SELECT key, form FROM spelling WHERE key IN (SELECT value FROM json_each(${JSON.stringify(keys)})) ORDER BY key, form
  `.execute(record.db);
  const forms = Map.groupBy(rows, (row) => row.key);
  const widened = (term: Term): readonly Term[] =>
    term.quoted || term.prefix
      ? [term]
      : [term, ...(forms.get(variantKey(term)) ?? []).flatMap((row) => termOf(folded(row.form)) ?? [])];
  return { all: joined.all.map((clause) => distinct(clause.flatMap(widened))), none: joined.none };
}
