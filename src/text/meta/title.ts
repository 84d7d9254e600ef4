import { isTimeStamp } from "../date.ts";
import { plainWords } from "../headline.ts";
import type { Clue } from "./clue.ts";
import type { MarkedElement, PageElements, Place } from "./element.ts";

const titleNames = [
  "og:title",
  "twitter:title",
  "headline",
  "parsely-title",
  "sailthru.title",
  "citation_title",
  "dc.title",
  "dcterms.title",
  "article:title",
  "mediator_title",
  "title",
];

// A mark that parts a headline from the name of a site or a section: with white space around, or one that no headline holds.
const parting = /\s{1,3}[-–—|·•:*›»«~/]{1,2}\s{1,3}|\s?[|›»«]\s?|\s?::\s?/g;

/** `title` without the parts before or behind a parting mark that are one of `names` (plain words). */
function withoutNames(title: string, names: ReadonlySet<string>): string {
  const marks = [...title.slice(0, 1000).matchAll(parting)];
  let start = 0;
  let end = title.length;
  for (const mark of marks.toReversed()) {
    if (!names.has(plainWords(title.slice(mark.index + mark[0].length, end)))) break;
    end = mark.index;
  }
  for (const mark of marks) {
    if (mark.index + mark[0].length >= end || !names.has(plainWords(title.slice(start, mark.index)))) break;
    start = mark.index + mark[0].length;
  }
  return title.slice(start, end).trim();
}

/** Parts of `title` that stand before a parting mark, the longest first, then those behind one. */
function partsOf(title: string): readonly string[] {
  const marks = [...title.slice(0, 1000).matchAll(parting)];
  return [
    ...marks.toReversed().map((mark) => title.slice(0, mark.index)),
    ...marks.map((mark) => title.slice(mark.index + mark[0].length)),
  ];
}

/** What is known of a page beside its titles that helps to choose one. */
export interface TitleContext {
  /** Names of the site: from its fields and its address. */
  readonly names: readonly string[];
  /** Headlines of the report's JSON-LD. */
  readonly linked: readonly string[];
}

export interface ChosenTitle extends Clue {
  /** The element that holds it; null where it is a field. */
  readonly place: Place | null;
}

const openingOf = (words: string): string => words.slice(0, 40);

/** Do two titles name one report? Equal words, or one is the other's opening of at least 20 letters, or stands at its end behind a kicker. */
function agree(one: string, other: string): boolean {
  if (one === "" || other === "") return false;
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    short.length >= 12 &&
    (long.startsWith(`${short} `) ||
      long.endsWith(` ${short}`) ||
      (short.length >= 20 && openingOf(short) === openingOf(long)))
  );
}

/** Does a heading hold `title` and beside it only a kicker before ("Politics | Border Closed", "12 November 2021 Border Closed") or a time stamp behind? */
function isCore(heading: string, title: string): boolean {
  const words = plainWords(heading);
  const core = plainWords(title);
  if (core.length < 12) return false;
  if (words.endsWith(` ${core}`)) return words.slice(0, -core.length).trim().split(" ").length <= 6;
  return words.startsWith(`${core} `) && isTimeStamp(words.slice(core.length));
}

/**
 * The headline of a page's report, without the site's name; null where the page names none.
 *
 * A heading that agrees with a field (Open Graph, JSON-LD, `title` of the window) is taken as it is printed; of several the one that agrees with most of them, headings of level one before others,
 * those outside of sidebars before those in them. Where no heading agrees with a field: the property `headline`, then the only heading of level one in an
 * article if it is not the site's name, then the fields in their order, then the window's title.
 */
export function titleOf(elements: PageElements, context: TitleContext): ChosenTitle | null {
  const names = new Set(context.names.map(plainWords).filter((name) => name !== ""));
  const clean = (title: string): string => withoutNames(title.replace(/\s+/g, " ").trim(), names);
  const field = (name: string): readonly Clue[] =>
    (elements.fields.get(name) ?? []).slice(0, 1).map((value) => ({ value, by: `meta ${name}` }));
  const stated: readonly Clue[] = [
    ...field("og:title"),
    ...context.linked.map((value) => ({ value, by: "json-ld headline" })),
    ...titleNames.slice(1).flatMap(field),
  ]
    .map(({ value, by }) => ({ value: clean(value), by }))
    .filter(({ value }) => value !== "" && !names.has(plainWords(value)));
  const window = elements.windowTitle?.replace(/\s+/g, " ").trim().slice(0, 1000) ?? "";
  const windowWords = [clean(window), ...partsOf(window)].map(plainWords).filter((words) => words.length > 3);
  const statedWords = stated.map(({ value }) => plainWords(value));
  const headings = elements.marked
    .filter(({ role, text }) => role === "headline" && text !== "")
    .slice(0, 200)
    .map((element) => ({ element, words: plainWords(element.text) }))
    .filter(({ words }) => words !== "" && !names.has(words));
  const worth = (element: MarkedElement, words: string): number => {
    const equal = statedWords.filter((one) => one === words).length + (windowWords.includes(words) ? 1 : 0);
    const near =
      statedWords.filter((one) => agree(one, words)).length + (windowWords.some((one) => agree(one, words)) ? 1 : 0);
    return (
      equal * 2 +
      near * 3 +
      (element.by === "h1" ? 2 : 0) +
      (/^(?:itemprop|property)/.test(element.by) ? 1 : 0) -
      (element.aside === null ? 0 : 2)
    );
  };
  const textOf = (heading: { readonly element: MarkedElement }): string => clean(heading.element.text);
  const agreeing = headings
    .filter(({ words }) => [...statedWords, ...windowWords].some((one) => agree(one, words)))
    .map((heading) => ({ ...heading, worth: worth(heading.element, heading.words) }));
  const [best] = agreeing.toSorted((one, other) => other.worth - one.worth || one.element.at - other.element.at);
  if (best) {
    const known = [...stated.map(({ value }) => value), clean(window), ...partsOf(window)];
    const text = textOf(best);
    const words = plainWords(text);
    const own = known.some((one) => plainWords(one) === words) ? undefined : known.find((one) => isCore(text, one));
    return { value: own ?? text, by: best.element.by, place: best.element };
  }
  const levelOne = headings.filter(({ element }) => element.by === "h1");
  const outside = levelOne.filter(({ element }) => element.aside === null);
  // A lone heading inside of a sidebar: the name of a part around it says nothing.
  const firsts = outside.length > 0 ? outside : levelOne.length === 1 ? levelOne : [];
  const own = headings.find(
    ({ element }) => /^(?:itemprop|property)/.test(element.by) && element.aside === null && element.inArticle,
  );
  const only = firsts.length === 1 && plainWords(textOf(firsts[0]!)).length > 8 ? firsts[0] : undefined;
  const heading = own ?? only;
  if (heading !== undefined) return { value: textOf(heading), by: heading.element.by, place: heading.element };
  const [first] = stated;
  if (first !== undefined) return { ...first, place: null };
  if (firsts[0]) return { value: textOf(firsts[0]), by: "h1", place: firsts[0].element };
  const shown = clean(window);
  return shown === "" ? null : { value: shown, by: "title", place: null };
}
