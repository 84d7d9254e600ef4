import { type Attributes, type HtmlHandler, parseHtml, type ToldAttributes } from "../html-parse.ts";

/** What an element of a page is marked as by its name, class or id, or by microdata and RDFa. */
export type ElementRole = "headline" | "byline" | "day" | "modified" | "section" | "publisher";

/** A menu, footer, sidebar, list of other reports or comment. */
export interface AsideBox {
  /** The box around it; null for an outermost one. */
  readonly outer: AsideBox | null;
}

/** An element that is marked as one of the fields of a page. */
export interface MarkedElement {
  readonly role: ElementRole;
  /** The mark: "itemprop datePublished", "time", "class entry-date". */
  readonly by: string;
  /** Its machine value (`content`, `datetime`, …); null where it has none. */
  readonly value: string | null;
  /** Its visible text, white space run together, at most 300 units. */
  readonly text: string;
  /** Its place among the tags of the page: for how far one is from another. */
  readonly at: number;
  /** The innermost menu, footer, sidebar, list of other reports or comment that it stands in; null where it stands in none. */
  readonly aside: AsideBox | null;
  readonly inArticle: boolean;
}

/** Where an element stands. */
export type Place = Pick<MarkedElement, "at" | "aside">;

/** Does an element stand beside the report? Not where the headline stands in the same box: then the box's name says nothing. */
export function isAside(element: Place, headline: Place | null): boolean {
  if (element.aside === null) return false;
  for (let box = headline?.aside ?? null; box !== null; box = box.outer) if (box === element.aside) return false;
  return true;
}

/** How many tags lie between an element and the headline; one above it counts half as much again. 0 where there is no headline. */
export function distanceOf(element: Place, headline: Place | null): number {
  if (headline === null) return 0;
  return element.at >= headline.at ? element.at - headline.at : 1.5 * (headline.at - element.at);
}

/** What a page's markup holds of fields, as it stands there; nothing is judged yet. */
export interface PageElements {
  /** Values of `meta` elements by name in lower case (`property`, `name` or `itemprop`), in page order, at most 20 a name. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Contents of JSON-LD scripts. */
  readonly jsonLd: readonly string[];
  /** Contents of other scripts, of which fields can be read that stand there as "name": "value"; 2 million units in all. */
  readonly scripts: readonly string[];
  /** `href` of `link rel=canonical`; null where there is none. */
  readonly canonical: string | null;
  /** The text of `title`. */
  readonly windowTitle: string | null;
  /** `lang` of `html`. */
  readonly language: string | null;
  readonly marked: readonly MarkedElement[];
}

const asideElements = new Set(["nav", "menu", "form"]);
// Whole parts of class names and ids, between blanks, dashes and underscores.
const asideNames =
  /(?:^|[\s_-])(?:nav|navigation|menu|footer|sidebar|related|recommended|recommendations|comments?|commentlist|respond|reply|replies|teasers?|popular|trending|latest|mostread|most-read|recirc|newsletter|promo|cookie|carousel|slider|ticker|calendar|archives?|upcoming|events?-list|read-?more|more-news|autor-?box|author-?bio|copyright|similar|next|prev|weather)(?:$|[\s_-])|(?:^|\s)widget(?:$|[\s_-])/i;
const articleNames =
  /(?:^|[\s_-])(?:article|post|entry|story|single|content|main|article-?(?:header|body|content)|h-?entry)(?:$|[\s_-])/i;
const dayNames =
  /(?:^|[\s_-])(?:date|dates|datum|datetime|date-?time|time|timestamp|published|publish|pubdate|publication-?date|posted|posted-?on|post-?date|entry-?date|article-?date|dateline|dtreviewed|fecha|data|created|submitted|releasedate|zeit|updated|modified|(?:post|entry|article|story|news|blog|page|node)?-?(?:meta|info|byline|details|subline|header-?info|metadata))(?:$|[\s_-])|date(?:$|[\s_-])|(?:published|publish|post|posted|article|entry|story|news|create|created|display|release)_?(?:date|time|on|at)/i;
const bylineNames =
  /(?:^|[\s_-])(?:byline|byline-?name|by-?line|author|authors|author-?name|article-?author|post-?author|entry-?author|story-?author|autor|autoren|auteur|auteurs|autore|writer|writers|contributors?|reporter|journalist|verfasser|fn(?!-\d)|credits?-?author)(?:$|[\s_-])|(?:^|\s)(?:p-author|author(?:[_-]{1,2}(?:name|link|title)))(?:$|\s)/i;
/** Addresses of an author's page on the site. */
const authorAddress =
  /\/(?:authors?|autor(?:en|in|es)?|auteurs?|autore|autori|writers?|contributors?|journalists?|journaliste|redakteure?|skribent|yazar|avtor)\/[^/?#]{2,}/i;

const headlineNames =
  /(?:^|[\s_-])(?:headline|(?:entry|article|post|story|single|news)[_-]?(?:title|headline|heading))(?:$|\s)/i;
const sectionNames = /(?:^|[\s_-])(?:breadcrumbs?|article-?section|category|kicker|section-?name)(?:$|[\s_-])/i;

const dayProperties =
  /^(?:.{0,60}[:/#])?(?:datepublished|datecreated|uploaddate|pubdate|published|issued|created|date|datepublication|published_time)$/i;
const modifiedProperties = /^(?:.{0,60}[:/#])?(?:datemodified|modified|updated|modified_time|dateupdated)$/i;
const headlineProperties = /^(?:.{0,60}[:/#])?(?:headline|title)$/i;
const bylineProperties = /^(?:.{0,60}[:/#])?(?:author|creator|byline)$/i;
const sectionProperties = /^(?:.{0,60}[:/#])?(?:articlesection|section)$/i;

/** How the mark of a link to an author's page is called; such links stand all over a page. */
export const linkOfAuthor = "link of an author";

interface Mark {
  readonly role: ElementRole;
  readonly by: string;
}

const firstWords = (text: string | undefined): string => (text ?? "").trim().slice(0, 60).split(/\s+/, 3).join(" ");

/** Which of the lists of names the names of an element meet. */
interface NameTests {
  readonly headline: boolean;
  readonly byline: boolean;
  readonly day: boolean;
  readonly section: boolean;
  readonly aside: boolean;
  readonly article: boolean;
}

const testsOf = (name: string): NameTests => ({
  headline: headlineNames.test(name),
  byline: bylineNames.test(name),
  day: dayNames.test(name),
  section: sectionNames.test(name),
  aside: asideNames.test(name),
  article: articleNames.test(name),
});
const unnamed: NameTests = testsOf("");

// Elements of a page, and pages of a publisher, share their names, and each name costs six patterns.
const mostKnown = 20_000;
const known = new Map<string, NameTests>();

function knownTests(name: string): NameTests {
  let tests = known.get(name);
  if (tests !== undefined) return tests;
  tests = testsOf(name);
  if (known.size >= mostKnown) known.clear();
  // A copy of its own: a part of a page's text keeps the whole of it in memory.
  known.set(name.split("").join(""), tests);
  return tests;
}

/** Tests of class names and ids with white space between; none of the patterns reaches across it. */
function allTests(names: string): NameTests {
  let all: NameTests = unnamed;
  for (const name of names.split(/\s+/)) {
    const own = name === "" ? unnamed : knownTests(name);
    all =
      all === unnamed
        ? own
        : {
            headline: all.headline || own.headline,
            byline: all.byline || own.byline,
            day: all.day || own.day,
            section: all.section || own.section,
            aside: all.aside || own.aside,
            article: all.article || own.article,
          };
  }
  return all;
}

/** `allTests` that remembers the names of one page. */
function rememberedTests(): (names: string) => NameTests {
  const ofPage = new Map<string, NameTests>();
  return (names) => {
    let tests = ofPage.get(names);
    if (tests === undefined) {
      tests = allTests(names);
      if (ofPage.size < mostKnown) ofPage.set(names, tests);
    }
    return tests;
  };
}

/** Class and id, at most 300 units. */
const namesOf = ({ class: names, id }: Attributes): string =>
  (id === undefined ? (names ?? "") : names === undefined ? id : `${names} ${id}`).slice(0, 300);

const propertyForms = (attribute: "itemprop" | "property"): readonly (readonly [ElementRole, RegExp])[] => [
  ["day", dayProperties],
  ["modified", modifiedProperties],
  ["headline", attribute === "itemprop" ? /headline$/i : headlineProperties],
  ["byline", bylineProperties],
  ["section", sectionProperties],
];
const formsOfAttribute = { itemprop: propertyForms("itemprop"), property: propertyForms("property") };

function propertyMark(attribute: "itemprop" | "property", value: string): Mark | null {
  const properties = value.slice(0, 200).trim().split(/\s+/, 4);
  for (const [role, form] of formsOfAttribute[attribute]) {
    const found = properties.find((one) => form.test(one));
    if (found !== undefined) return { role, by: `${attribute} ${found}` };
  }
  return null;
}

/** What the element is marked as; null for most. Properties go before the element's name, and that before class and id. */
function markOf(
  name: string,
  attributes: Attributes,
  own: NameTests,
  testsFor: (names: string) => NameTests,
): Mark | null {
  const property =
    (attributes.itemprop === undefined ? null : propertyMark("itemprop", attributes.itemprop)) ??
    (attributes.property === undefined ? null : propertyMark("property", attributes.property));
  if (property !== null) return property;
  if (name === "h1") return { role: "headline", by: "h1" };
  const testId = attributes["data-testid"] ?? attributes["data-qa"];
  const tests =
    testId === undefined ? own : testsFor(`${attributes.class ?? ""} ${attributes.id ?? ""} ${testId}`.slice(0, 300));
  const named = (role: ElementRole): Mark => ({
    role,
    by: `class ${firstWords(attributes.class ?? attributes.id ?? attributes["data-testid"])}`,
  });
  if (tests.headline) return named("headline");
  if (name === "a" && /(?:^|\s)author(?:\s|$)/i.test(attributes.rel ?? "")) return { role: "byline", by: "rel author" };
  if (name === "time") {
    const names = `${attributes.class ?? ""} ${attributes.id ?? ""} ${testId ?? ""}`.slice(0, 300);
    const modified = /updat|modif/i.test(names) && !/publish|entry-date published/i.test(names);
    if (modified) return { role: "modified", by: "time updated" };
    return {
      role: "day",
      by: attributes.pubdate !== undefined || /publish|pubdate|entry-date/i.test(names) ? "time published" : "time",
    };
  }
  if (name === "html" || name === "body" || name === "link") return null;
  if (tests.byline) return named("byline");
  if (tests.day) return named("day");
  if (name === "a" && attributes.href !== undefined && authorAddress.test(attributes.href.slice(0, 300)))
    return { role: "byline", by: linkOfAuthor };
  return tests.section ? named("section") : null;
}

const machineValue = (name: string, attributes: Attributes): string | null => {
  const value =
    attributes.content ??
    attributes.datetime ??
    (name === "abbr" ? attributes.title : undefined) ??
    attributes["data-datetime"] ??
    attributes["data-date"] ??
    attributes["data-timestamp"] ??
    attributes["data-published"];
  return value?.trim().slice(0, 300) || null;
};

interface Open {
  readonly mark: Mark | null;
  readonly value: string | null;
  readonly at: number;
  readonly aside: AsideBox | null;
  readonly inArticle: boolean;
  text: string;
}

// Bounds on hostile pages: far above what any page holds that somebody reads.
const mostFields = 5000;
const mostMarked = 5000;
const mostOpenMarks = 12;
const mostText = 300;
const mostScript = 2_000_000;

// Elements that stand inside of a word: "12<sup>th</sup>".
const tight = new Set("sup sub b i em strong font u wbr mark q ruby rb rt rp".split(" "));

/** Parts what stands in an element's parts: "<span>12 Nov</span><span>Anna Tessel</span>". */
function part(gathering: readonly Open[]): void {
  for (const element of gathering) if (element.text !== "" && element.text.length < mostText) element.text += " ";
}

/** What is read of the attributes of elements; of `a`, `link`, `meta` and `abbr` more than of all others. */
export const elementAttributes: ToldAttributes = {
  names:
    "class id itemprop property rel lang xml:lang type content datetime pubdate data-datetime data-date data-timestamp data-published data-testid data-qa".split(
      " ",
    ),
  elements: ["a", "link", "meta", "abbr"],
  namesOfElements: ["name", "http-equiv", "href", "title"],
};

/** What reads the marks of a page while it is parsed: `handler` is told the page, then `elements` gives what was found. Linear in its length; never fails. */
export interface ElementReader {
  readonly handler: Required<HtmlHandler>;
  readonly elements: () => PageElements;
}

/** Marks of a page of its own, in one pass. */
export function elementsOf(html: string): PageElements {
  const reader = elementReader();
  parseHtml(html, reader.handler);
  return reader.elements();
}

export function elementReader(): ElementReader {
  const fields = new Map<string, string[]>();
  const jsonLd: string[] = [];
  const scripts: string[] = [];
  const marked: MarkedElement[] = [];
  const open: Open[] = [];
  const gathering: Open[] = [];
  let canonical: string | null = null;
  let windowTitle: string | null = null;
  let language: string | null = null;
  let inside: "title" | "json" | "script" | "style" | "reading" | null = null;
  let pieces: string[] = [];
  let scriptLeft = mostScript;
  let at = 0;
  const testsFor = rememberedTests();
  const addField = (key: string, value: string) => {
    const values = fields.get(key);
    if (values === undefined && fields.size < mostFields) fields.set(key, [value]);
    else if (values !== undefined && values.length < 20) values.push(value);
  };
  const handler: Required<HtmlHandler> = {
    attributes: elementAttributes,
    onopentag: (name, attributes) => {
      at++;
      const parent = open[open.length - 1];
      const hasNames = attributes.class !== undefined || attributes.id !== undefined;
      const tests = hasNames ? testsFor(namesOf(attributes)) : unnamed;
      // The names of the whole page are not those of a box in it.
      const boxTests = name === "html" || name === "body" ? unnamed : tests;
      const outer = parent?.aside ?? null;
      // The footer of an article often holds its author; that of the page does not.
      const isFooter = name === "footer" && !(parent?.inArticle ?? false);
      const aside: AsideBox | null = isFooter || asideElements.has(name) || boxTests.aside ? { outer } : outer;
      const inArticle = (parent?.inArticle ?? false) || name === "article" || name === "main" || boxTests.article;
      const mark =
        marked.length < mostMarked && gathering.length < mostOpenMarks
          ? markOf(name, attributes, tests, testsFor)
          : null;
      const element: Open = { mark, value: mark && machineValue(name, attributes), at, aside, inArticle, text: "" };
      open.push(element);
      if (gathering.length > 0 && !tight.has(name)) part(gathering);
      if (mark !== null) gathering.push(element);
      if (name === "meta") {
        const value = attributes.content?.trim();
        if (!value) return;
        for (const key of [attributes.property, attributes.name, attributes.itemprop, attributes["http-equiv"]])
          if (key) addField(key.trim().slice(0, 200).toLowerCase(), value.slice(0, 4000));
      } else if (name === "html") language ??= attributes.lang ?? attributes["xml:lang"] ?? null;
      else if (name === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? ""))
        canonical ??= attributes.href ?? null;
      else if (name === "title" && windowTitle === null) {
        inside = "title";
        pieces = [];
      } else if (name === "script") {
        inside = /^\s*application\/ld\+json/i.test(attributes.type ?? "") ? "json" : "script";
        pieces = [];
      } else if (name === "style") inside = "style";
      // How characters are read, printed small above them.
      else if ((name === "rt" || name === "rp") && inside === null) inside = "reading";
    },
    onclosetag: (name) => {
      const element = open.pop();
      if (name === "title" && inside === "title") {
        windowTitle = pieces.join("").slice(0, 4000);
        inside = null;
      } else if (name === "rt" || name === "rp") inside = inside === "reading" ? null : inside;
      else if (name === "script" || name === "style") {
        if (inside === "json") jsonLd.push(pieces.join(""));
        else if (inside === "script") {
          const script = pieces.join("").slice(0, scriptLeft);
          scriptLeft -= script.length;
          scripts.push(script);
        }
        inside = null;
      }
      if (gathering.length > 0 && !tight.has(name)) part(gathering);
      if (!element?.mark) return;
      gathering.splice(gathering.lastIndexOf(element), 1);
      const { mark, value, aside, inArticle } = element;
      const text = element.text
        .replace(/\s+/g, " ")
        .replace(/ (?=[,;:.])/g, "")
        .trim();
      if (text === "" && value === null) return;
      marked.push({ role: mark.role, by: mark.by, value, text, at: element.at, aside, inArticle });
    },
    ontext: (data) => {
      if (inside !== null) {
        if (inside !== "style" && inside !== "reading") pieces.push(data);
        return;
      }
      for (const element of gathering) if (element.text.length < mostText) element.text += data.slice(0, mostText);
    },
  };
  return { handler, elements: () => ({ fields, jsonLd, scripts, canonical, windowTitle, language, marked }) };
}
