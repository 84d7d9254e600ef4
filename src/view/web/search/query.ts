import type { SearchRow } from "../../../record/ask/search.ts";
import type { Part } from "../piece.ts";
import { changed, type Query } from "../route.ts";

/** Filters that only the list of reports has: a search for words does not take them. */
const ofList = ["dated", "notLang", "sort", "recordedAfter"] as const;
/** Filters that only the search for words has. */
const ofSearch = ["words", "document"] as const;

const without = (query: Query, names: readonly string[]): Query =>
  changed(query, Object.fromEntries(names.map((name) => [name, null])));

/** The part of the page's query that the search for words takes; null where no words are given. */
export const searchFilters = (query: Query): Query | null =>
  (query.words?.length ?? 0) === 0 ? null : without(query, [...ofList, "at"]);

/** The part of the page's query that the list of reports takes. Without an order, the newest come first. */
export const listFilters = (query: Query): Query => {
  const filters = without(query, [...ofSearch, "at"]);
  return filters.sort ? filters : { ...filters, sort: ["newest"] };
};

/** What tells how many reports hold the words; null where the list cannot tell. */
export const countFilters = (query: Query): Query | null =>
  query.document ? null : { ...without(query, [...ofList, ...ofSearch, "at"]), words: query.words ?? [] };

/** Where the words that were looked for stand in a passage. "Belarus's" is found as two words and marked as one. */
export function matchParts({ words, start, matches }: Pick<SearchRow, "words" | "start" | "matches">): readonly Part[] {
  const parts: { role: "match"; start: number; end: number }[] = [];
  for (const match of matches) {
    const [from, to] = [match.start - start, match.end - start];
    const last = parts.at(-1);
    if (last && /^['’]$/.test(words.slice(last.end, from))) last.end = to;
    else parts.push({ role: "match", start: from, end: to });
  }
  return parts;
}

/** The forms in which the words were found in these passages, without repeats; capitals aside. */
export function formsIn(rows: readonly Pick<SearchRow, "words" | "start" | "matches">[]): readonly string[] {
  const forms = new Map<string, string>();
  for (const row of rows) {
    for (const part of matchParts(row)) {
      const form = row.words.slice(part.start, part.end).replace(/['’]s$/, "");
      const key = form.toLowerCase();
      if (!forms.has(key)) forms.set(key, form);
    }
  }
  return [...forms.values()];
}
