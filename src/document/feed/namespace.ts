/** Prefixes by namespace: the parts of feeds that are read. Each is looked up in lower case, trimmed, without a slash at its end. */
const prefixes: Readonly<Record<string, string>> = {
  "": "",
  "http://purl.org/rss/1.0": "",
  "http://my.netscape.com/rdf/simple/0.9": "",
  "http://channel.netscape.com/rdf/simple/0.9": "",
  "http://backend.userland.com/rss2": "",
  "http://blogs.law.harvard.edu/tech/rss": "",
  "http://www.w3.org/2005/atom": "atom",
  "http://purl.org/atom/ns#": "atom",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
  "http://purl.org/dc/elements/1.1": "dc",
  "http://purl.org/dc/elements/1.0": "dc",
  "http://purl.org/dc/terms": "dcterms",
  "http://purl.org/rss/1.0/modules/content": "content",
  "http://search.yahoo.com/mrss": "media",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "http://www.w3.org/1999/xhtml": "xhtml",
};

/** What each prefix of a document stands for, as a prefix of the table above; "" is the namespace without one. */
export type Scope = ReadonlyMap<string, string>;

/** Feeds use well-known prefixes without declaring them. */
export const undeclared: Scope = new Map(
  Object.values(prefixes)
    .filter((name) => name !== "")
    .map((name) => [name, name]),
);

/** The scope within an element of these attributes (names in lower case). A namespace that is not known keeps the feed's own prefix. */
export function scopeWithin(attributes: ReadonlyMap<string, string>, outer: Scope): Scope {
  let scope: Map<string, string> | null = null;
  for (const [name, value] of attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    const given = name.slice(6);
    const namespace = value.trim().toLowerCase().replace(/\/$/, "");
    scope ??= new Map(outer);
    // A feed that declares some other namespace for all of itself still means the names of RSS.
    scope.set(given, Object.hasOwn(prefixes, namespace) ? prefixes[namespace]! : given);
  }
  return scope ?? outer;
}

/** A tag's name in lower case with the prefix of the table. */
export function nameWithin(tag: string, scope: Scope): string {
  const [first = "", second] = tag.toLowerCase().split(":", 2);
  const prefix = second === undefined ? (scope.get("") ?? "") : (scope.get(first) ?? first);
  return prefix === "" ? (second ?? first) : `${prefix}:${second ?? first}`;
}
