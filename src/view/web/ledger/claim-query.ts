import { all, changed, filterOf, one, type Query } from "../route.ts";

/** Filters of the questions about claims, in the order in which the ledger tells them. */
export const filterNames = [
  "mark",
  "actor",
  "kind",
  "stance",
  "target",
  "publisher",
  "via",
  "words",
  "from",
  "to",
  "document",
  "asOf",
  "recordedBy",
  "recordedAfter",
] as const;
export type FilterName = (typeof filterNames)[number];

const isFilter = (name: string): name is FilterName => (filterNames as readonly string[]).includes(name);

/** The part of the URL's query that is a filter of claims; what is none is left out, since a question takes no field that it does not know. */
export const claimFilters = (query: Query): Query =>
  filterOf(
    query,
    Object.keys(query).filter((name) => !isFilter(name)),
  );

/** The filters and the order: what the rows are asked with. */
export const claimQuestion = (query: Query): Query => changed(claimFilters(query), { sort: one(query, "sort") });

/** One filter that is set. */
export interface Chip {
  readonly name: string;
  readonly value: string;
}

/** Every value that is set, in the order of `names`. */
export const chipsOf = (query: Query, names: readonly string[] = filterNames): readonly Chip[] =>
  names.flatMap((name) => all(query, name).map((value) => ({ name, value })));

/** The change of a query that takes out every filter of `names`, and where in the rows somebody was. */
export const cleared = (names: readonly string[] = filterNames): Readonly<Record<string, null>> =>
  Object.fromEntries([...names, "at", "row", "day"].map((name) => [name, null]));

/** A word for a POSIX shell: as it is where nothing in it means anything to the shell, else in single quotes. */
export const shellWord = (text: string): string =>
  /^[\w.,:/@%+=-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", `'\\''`)}'`;

const optionName = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The same question for a terminal: `standoff ask claims --actor Minsk --mark none-given`. A value that begins with "-" is joined by "=". */
export function commandOf(question: string, query: Query): string {
  const options = Object.entries(query).flatMap(([name, values]) =>
    values.map((value) =>
      value.startsWith("-") ? `${optionName(name)}=${shellWord(value)}` : `${optionName(name)} ${shellWord(value)}`,
    ),
  );
  return ["standoff ask", question, ...options].join(" ");
}
