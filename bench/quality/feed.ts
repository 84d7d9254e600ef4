/**
 * Question: how many fields of a set of feeds are read as the set's authors expect them?
 * node bench/quality/feed.ts FOLDER [ERRORS]   FOLDER holds feeds (.xml, .json) beside what is expected of them (the same name with .json, or with
 *                                              _expected.json), in the forms of gofeed's test data: of its RSS, Atom and JSON parsers, and of its
 *                                              translator. ERRORS prints that many feeds that differ.
 * A feed counts as right where every compared field of the feed and of each item is equal: title, link, language; id, link, title, published, modified,
 * authors, summary, content, categories. What a parser of the set lists apart (Dublin Core, iTunes) counts as the field that its translator makes of it. Times are compared as instants, one without zone as UTC. A field that was found and is not expected counts as wrong.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { authorName } from "../../src/document/feed/author.ts";
import { parseFeed } from "../../src/document/feed/parse.ts";
import type { Feed, FeedItem } from "../../src/model/feed.ts";
import { append, circumstances, type Figure } from "../result.ts";

type Json = Readonly<Record<string, unknown>>;
/** A field's value as it is compared. */
type Flat = Readonly<Record<string, string>>;

const fieldsOf = (value: unknown): Json => (typeof value === "object" && value !== null ? (value as Json) : {});
const rowsOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
const first = (...values: readonly unknown[]): string => values.map(text).find((value) => value !== "") ?? "";
const instant = (value: unknown): string => {
  const iso = text(value);
  const time = new Date(/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(iso) || !iso.includes("T") ? iso : `${iso}Z`);
  return iso === "" ? "" : Number.isNaN(time.getTime()) ? iso : time.toISOString();
};
const people = (value: unknown): string =>
  [...new Set(rowsOf(value).map((person) => first(person.name, person.email, person.url)))]
    .filter((name) => name !== "")
    .join("|");
const list = (values: readonly unknown[]): string =>
  [...new Set(values.map(text))].filter((value) => value !== "").join("|");
/** Values of an element that a parser lists apart from the item's own fields: the first, or all. */
const apart = (item: Json, prefix: string, name: string): readonly string[] => {
  const listed = fieldsOf(item[`${prefix}Ext`])[name];
  const other = rowsOf(fieldsOf(fieldsOf(item.extensions)[prefix])[name]).map((one) => text(one.value));
  return Array.isArray(listed) ? listed.map(text) : listed === undefined ? other : [text(listed)];
};
const person = (value: unknown): string => authorName(text(value)) ?? "";

const authorsOf = (item: Json): string => {
  if (item.authors) return people(item.authors);
  const own = typeof item.author === "string" ? person(item.author) : people([item.author]);
  return first(
    own,
    ...["dc", "itunes"]
      .flatMap((prefix) => [...apart(item, prefix, "creator"), ...apart(item, prefix, "author")])
      .map(person),
  );
};

const categoriesOf = (item: Json): readonly string[] =>
  Array.isArray(item.categories)
    ? item.categories.map((one) =>
        typeof one === "string" ? one : first(fieldsOf(one).label, fieldsOf(one).term, fieldsOf(one).value),
      )
    : Array.isArray(item.tags)
      ? item.tags.map(text)
      : [];

/** What is expected of a feed, whichever of the four forms it is in. */
function expectedOf(path: string, json: Json): { readonly feed: Flat; readonly items: readonly Flat[] } {
  const isAtom = path.includes("parser/atom");
  const links = (row: Json): string => {
    const all = rowsOf(row.links).filter(
      (link) => text(link.href) !== "" && first(link.rel, "alternate") === "alternate",
    );
    return text((all.find((link) => /html/.test(first(link.type, "html"))) ?? all[0])?.href);
  };
  const isJson = path.includes("parser/json");
  return {
    feed: {
      title: text(json.title),
      link: isAtom ? links(json) : isJson ? text(json.home_page_url) : text(json.link),
      language: text(json.language),
    },
    items: rowsOf(isAtom ? json.entries : json.items).map((item) => ({
      id:
        isAtom || isJson ? text(item.id) : text(typeof item.guid === "string" ? item.guid : fieldsOf(item.guid).value),
      link: isAtom ? links(item) : isJson ? first(item.url, item.external_url) : text(item.link),
      title: text(item.title),
      published: instant(first(item.publishedParsed, item.pubDateParsed, item.date_published)),
      modified: instant(first(item.updatedParsed, item.date_modified)),
      authors: authorsOf(item),
      summary: first(item.summary, item.description),
      content:
        typeof item.content === "string"
          ? text(item.content)
          : first(fieldsOf(item.content).value, item.content_html, item.content_text),
      categories: list([...categoriesOf(item), ...(item.dcExt || isAtom ? apart(item, "dc", "subject") : [])]),
    })),
  };
}

const flatItem = (item: FeedItem): Flat => ({
  id: item.id ?? "",
  link: item.link ?? "",
  title: item.title?.value ?? "",
  published: instant(item.published),
  modified: instant(item.modified),
  authors: item.authors.join("|"),
  summary: item.summary?.value ?? "",
  content: item.content?.value ?? "",
  categories: item.categories.join("|"),
});

const foundOf = (feed: Feed): { readonly feed: Flat; readonly items: readonly Flat[] } =>
  feed.kind === "opml"
    ? { feed: {}, items: [] }
    : {
        feed: { title: feed.title?.value ?? "", link: feed.link ?? "", language: feed.language ?? "" },
        items: feed.items.map(flatItem),
      };

/** Each field that differs, with what was expected and what was found; `count` is of all fields that either side has. */
function compare(expected: Flat, found: Flat) {
  const names = Object.keys(expected).filter((name) => expected[name] !== "" || (found[name] ?? "") !== "");
  const wrong = names.filter((name) => expected[name] !== found[name]);
  return {
    count: names.length,
    wrong: wrong.map(
      (name) => `${name}: expected ${JSON.stringify(expected[name])}, found ${JSON.stringify(found[name])}`,
    ),
  };
}

const [folder, errors = "0"] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  console.error("usage: node bench/quality/feed.ts FOLDER [ERRORS]; see the head of the program.");
  process.exit(2);
}
const run = circumstances();
const hash = createHash("sha256");
let [feeds, right, telling, rightTelling, fields, rightFields, printed] = [0, 0, 0, 0, 0, 0, 0];
for (const path of globSync("**/*.{xml,json}", { cwd: folder }).sort()) {
  const expectedPath = [path.replace(/\.xml$/, ".json"), path.replace(/\.json$/, "_expected.json")].find(
    (one) => one !== path && existsSync(join(folder, one)),
  );
  if (expectedPath === undefined) continue;
  const bytes = readFileSync(join(folder, path));
  hash.update(bytes);
  const expected = expectedOf(
    path.replaceAll("\\", "/"),
    fieldsOf(JSON.parse(readFileSync(join(folder, expectedPath), "utf8"))),
  );
  const outcome = parseFeed(bytes);
  const found = outcome.ok ? foundOf(outcome.value) : { feed: {}, items: [] };
  const parts = [compare(expected.feed, found.feed)];
  for (let at = 0; at < Math.max(expected.items.length, found.items.length); at++)
    parts.push(compare(expected.items[at] ?? flatItemOfNothing(), found.items[at] ?? {}));
  const wrong = parts.flatMap((part) => part.wrong);
  feeds++;
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  fields += count;
  if (count > 0) telling++;
  if (count > 0 && wrong.length === 0) rightTelling++;
  rightFields += parts.reduce((sum, part) => sum + part.count - part.wrong.length, 0);
  if (wrong.length === 0) right++;
  else if (printed++ < Number(errors)) console.log(`${path}\n  ${wrong.join("\n  ")}`);
}

/** An item that is not expected has every field empty. */
function flatItemOfNothing(): Flat {
  return {
    id: "",
    link: "",
    title: "",
    published: "",
    modified: "",
    authors: "",
    summary: "",
    content: "",
    categories: "",
  };
}

const figure = (name: string, part: number, n: number): Figure => ({
  what: "feed",
  corpus: `gofeed, ${feeds} feeds`,
  corpusHash: hash.copy().digest("hex"),
  split: null,
  figure: name,
  value: (part / n) * 100,
  unit: "%",
  n,
  min: null,
  median: null,
  max: null,
});
const figures = [
  figure("feeds with every field equal", right, feeds),
  figure("feeds with every field equal, of those that have one of the fields", rightTelling, telling),
  figure("fields equal", rightFields, fields),
];
for (const { figure: name, value, n } of figures) console.log(`${name}: ${value.toFixed(1)} % (n = ${n})`);
append("feed", figures, run);
