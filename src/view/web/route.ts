import { aliased } from "./route-alias.ts";

/** Pages of the desk, by the first part of their path. */
export const pageNames = [
  "overview",
  "claims",
  "timeline",
  "map",
  "stories",
  "story",
  "contradictions",
  "actors",
  "actor",
  "search",
  "document",
  "add",
  "doors",
] as const;
/** A page of the desk. */
export type PageName = (typeof pageNames)[number];

/** Where somebody is: all that the desk shows follows from it and from the record. */
export interface Route {
  readonly page: PageName;
  /** What the page is about: "d12" of `/document/d12`, a name of `/actor/…`. Null where it is about nothing single. */
  readonly subject: string | null;
  /** Filters of the question behind the page, by the names that every door uses, and the page's own state. */
  readonly query: Query;
}

/** Values by name, in the order of the URL. */
export type Query = Readonly<Record<string, readonly string[]>>;

const isPage = (name: string): name is PageName => (pageNames as readonly string[]).includes(name);

/** A part of a path as it was before it was escaped; null where it is not well escaped. */
function unescaped(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

// A part of a path that is "." or ".." is a step in a folder for every browser, escaped or not: such a subject gets a tilde before it.
const dotted = /^~*\.{1,2}$/;
const escapedSubject = (subject: string): string => encodeURIComponent(dotted.test(subject) ? `~${subject}` : subject);
const subjectIn = (part: string): string | null => {
  const subject = unescaped(part);
  return subject !== null && subject.startsWith("~") && dotted.test(subject) ? subject.slice(1) : subject;
};

/** The route of a URL's path and query ("/claims", "?kind=deny&kind=accuse"); null where no page is there. */
export function routeOf(path: string, search: string): Route | null {
  const [, first = "", ...rest] = path.split("/");
  const named = rest.length === 0 || rest.join("/") === "" ? null : subjectIn(rest.join("/"));
  const other = aliased(first, named);
  const page = other?.page ?? (first === "" ? "overview" : first);
  if (!isPage(page) || (page === "overview" && first !== "")) return null;
  const subject = other ? other.subject : named;
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    if (value === "") continue;
    // Not by assignment: a parameter of the name "__proto__" would else be no own property.
    const known = Object.hasOwn(query, name) ? query[name]! : [];
    Object.defineProperty(query, name, { value: [...known, value], enumerable: true, configurable: true });
  }
  return { page, subject, query: other?.at ? { ...query, at: [other.at] } : query };
}

/** The URL of a route, without the origin. `routeOf` gives the same route back. */
export function urlOf({ page, subject, query }: Route): string {
  const path = page === "overview" ? "/" : `/${page}${subject === null ? "" : `/${escapedSubject(subject)}`}`;
  const parameters = new URLSearchParams();
  for (const [name, values] of Object.entries(query)) for (const value of values) parameters.append(name, value);
  const search = parameters.toString();
  return search === "" ? path : `${path}?${search}`;
}

/** A route to a page. Values that are null, empty or an empty list are left out. */
export const to = (
  page: PageName,
  { subject = null, ...query }: Readonly<Record<string, string | readonly string[] | null>> = {},
): Route => ({ page, subject: typeof subject === "string" ? subject : null, query: changed({}, query) });

/** `query` with some values changed; null, "" or an empty list takes a name out. */
export function changed(query: Query, change: Readonly<Record<string, string | readonly string[] | null>>): Query {
  const next: Record<string, readonly string[]> = { ...query };
  for (const [name, value] of Object.entries(change)) {
    const values = value === null || value === "" ? [] : typeof value === "string" ? [value] : value;
    if (values.length === 0) delete next[name];
    else next[name] = values;
  }
  return next;
}

/** The first value of a name; null where it has none. */
export const one = (query: Query, name: string): string | null => query[name]?.[0] ?? null;

/** All values of a name. */
export const all = (query: Query, name: string): readonly string[] => query[name] ?? [];

/** `query` with one value put in, or taken out where it was. */
export const toggled = (query: Query, name: string, value: string): Query =>
  changed(query, {
    [name]: all(query, name).includes(value)
      ? all(query, name).filter((held) => held !== value)
      : [...all(query, name), value],
  });

/** The part of a query that is a filter of a question: everything but what only the page knows. */
export const filterOf = (query: Query, own: readonly string[]): Query =>
  changed(query, Object.fromEntries(own.map((name) => [name, null])));

/** The values of some names alone. */
export const only = (query: Query, names: readonly string[]): Query =>
  Object.fromEntries(names.filter((name) => query[name]).map((name) => [name, all(query, name)]));

/** Which part of the record is looked at, on every page. */
export const windowNames = ["asOf", "recordedBy"] as const;
