import { numberOrderOf } from "./date.ts";
import { plainWords } from "./headline.ts";
import { authorsOf } from "./meta/author.ts";
import type { Clue } from "./meta/clue.ts";
import { dayPlaces } from "./meta/day.ts";
import { elementsOf, type PageElements } from "./meta/element.ts";
import { linkedDataOf, namesOf, reportIn, textOf } from "./meta/json-ld.ts";
import { titleOf } from "./meta/title.ts";
import type { FoundMeta } from "./page.ts";

const shortText = (text: string | null | undefined): string | null =>
  text?.slice(0, 4000).replace(/\s+/g, " ").trim().slice(0, 1000) || null;

/** An absolute http(s) address; null for any other text. */
const webAddress = (text: string | null): string | null =>
  text !== null && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;

const firstOf = (clues: readonly (Clue | null)[]): Clue | null => clues.find((clue) => clue !== null) ?? null;

const clueOf = (value: string | null, by: string): Clue | null => (value === null ? null : { value, by });

const fieldClue = ({ fields }: PageElements, name: string): Clue | null =>
  clueOf(shortText(fields.get(name)?.[0]), `meta ${name}`);

/** The host's own name and its parts: "www.harbour-post.example" is the site "harbour-post.example" and "harbour-post". */
function namesOfHost(address: string | null): readonly string[] {
  if (address === null) return [];
  const host = new URL(address).hostname.replace(/^(?:www|m|amp|edition)\./, "");
  const labels = host.split(".");
  return [host, labels.slice(0, -1).join("."), labels.at(-2) ?? ""].flatMap((name) => [
    name,
    name.replaceAll("-", " "),
  ]);
}

const languageTag = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8}){0,3}$/i;

/** The page's language as it says itself: `lang` of its root, else `content-language`, `og:locale`, JSON-LD. */
function languageOfPage(elements: PageElements, linked: string | null): Clue | null {
  const clues = [
    clueOf(shortText(elements.language), "html lang"),
    fieldClue(elements, "content-language"),
    fieldClue(elements, "og:locale"),
    clueOf(linked, "json-ld inLanguage"),
    fieldClue(elements, "dc.language"),
    fieldClue(elements, "language"),
  ];
  const found = clues.find((clue) => clue !== null && languageTag.test(clue.value));
  return found ? { value: found.value.replaceAll("_", "-"), by: found.by } : null;
}

/** A section's name: the first of a list ("World, Borders"), at most 60 units; null for what is longer, a text and no name. */
const sectionIn = (text: string): string | null => {
  const first = text.split(/\s*[,;|]\s*/, 1)[0]!.trim();
  return first !== "" && first.length <= 60 ? first : null;
};

/**
 * What the markup of a page says of it: `meta` elements, Open Graph, JSON-LD, microdata, RDFa, `time`, headings and elements whose class or id calls them a
 * date or a byline, with where each was read. No element is trusted further than its form: days must exist, addresses be http(s). Never fails; linear in the length of `html`.
 *
 * Which place wins: the title as `titleOf` says, authors as `authorsOf`, days as `publishedOf`; the publisher `og:site_name` before JSON-LD before other fields;
 * the address `link rel=canonical` before `og:url` before JSON-LD; the section `article:section` before JSON-LD before others.
 */
export const readFields = (html: string): FoundMeta => fieldsOf(elementsOf(html));

/** The same of marks that are already read. */
export function fieldsOf(elements: PageElements): FoundMeta {
  const data = linkedDataOf(elements.jsonLd);
  const field = (name: string) => fieldClue(elements, name);
  const webClue = (clue: Clue | null): Clue | null => clueOf(webAddress(clue?.value ?? null), clue?.by ?? "");
  const known = firstOf([webClue(clueOf(shortText(elements.canonical), "link canonical")), webClue(field("og:url"))]);
  const windowTitle = shortText(elements.windowTitle);
  const titles = [field("og:title")?.value ?? null, windowTitle].flatMap((title) =>
    title === null ? [] : [plainWords(title)],
  );
  const isTitle = (headline: string): boolean => {
    const words = plainWords(headline);
    return words !== "" && titles.some((title) => title === words || title.startsWith(`${words} `));
  };
  const report = reportIn(data, known?.value ?? null, isTitle);
  const url = known ?? webClue(clueOf(textOf(report?.url), "json-ld url"));
  const linkedNames = (name: string): Clue | null =>
    clueOf(namesOf(report?.[name], data)[0] ?? null, `json-ld ${name}`);
  const publisher = firstOf([
    field("og:site_name"),
    linkedNames("publisher"),
    field("dc.publisher"),
    field("application-name"),
    field("publisher"),
    field("citation_journal_title"),
    linkedNames("sourceOrganization"),
  ]);
  const siteNames = [
    ...(publisher === null ? [] : [publisher.value]),
    ...[
      field("og:site_name"),
      field("application-name"),
      field("apple-mobile-web-app-title"),
      field("dc.publisher"),
      linkedNames("publisher"),
    ].flatMap((clue) => (clue === null ? [] : [clue.value])),
    ...namesOfHost(url?.value ?? null),
  ];
  const title = titleOf(elements, {
    names: siteNames,
    linked: [textOf(report?.headline), report?.headline === undefined ? textOf(report?.name) : null].filter(
      (one) => one !== null,
    ),
  });
  const authors = authorsOf(elements, report, data, title?.place ?? null, siteNames);
  const language = languageOfPage(elements, textOf(report?.inLanguage));
  const order = numberOrderOf(language?.value ?? null);
  const sections = [
    field("article:section"),
    clueOf(textOf(report?.articleSection), "json-ld articleSection"),
    field("parsely-section"),
    field("og:section"),
    field("sailthru.section"),
    field("section"),
    ...elements.marked
      .filter(
        ({ role, aside, by, text }) =>
          role === "section" && aside === null && /^(?:itemprop|property)/.test(by) && text !== "",
      )
      .slice(0, 1)
      .map(({ text, by }) => clueOf(text, by)),
  ];
  const section = firstOf(sections.map((clue) => clueOf(sectionIn(clue?.value ?? ""), clue?.by ?? "")));
  const agencies = authors.agencies;
  const sources = {
    ...(title === null ? {} : { title: title.by }),
    ...(authors.names.length === 0 ? {} : { byline: authors.by }),
    ...(publisher === null ? {} : { publisher: publisher.by }),
    ...(url === null ? {} : { url: url.by }),
    ...(section === null ? {} : { section: section.by }),
    ...(language === null ? {} : { language: language.by }),
    ...(agencies.length === 0 ? {} : { agencies: authors.by }),
  };
  return {
    title: title?.value ?? null,
    byline: authors.names,
    hasHiddenByline: authors.isHidden,
    publisher: publisher?.value ?? null,
    url: url?.value ?? null,
    section: section?.value ?? null,
    language: language?.value ?? null,
    agencies,
    articleBody: typeof report?.articleBody === "string" ? report.articleBody : null,
    days: dayPlaces(elements, report, data, title?.place ?? null, order),
    order,
    sources,
  };
}
