import { isoIn, stampsIn } from "../date.ts";
import type { DateForms, NumberOrder } from "../day-form.ts";
import { type DayClue, type DayPlace, type DayTrust, dayPlace } from "./clue.ts";
import { distanceOf, isAside, type MarkedElement, type PageElements, type Place } from "./element.ts";
import { type LinkedData, type Thing, textOf, typesOf } from "./json-ld.ts";

const publishedNames =
  "article:published_time og:article:published_time datepublished og:published_time og:pubdate publish-date publishdate publish_date published-date published_date publication_date publicationdate publication-date parsely-pub-date sailthru.date dc.date.issued dcterms.issued citation_publication_date citation_online_date citation_date pubdate pub_date article.published article_date_original article:published article:post_date article.created displaydate cxenseparse:recs:publishtime cse_date shareaholic:article_published_time bt:pubdate rnews:datepublished originalpublicationdate ptime mediator_published_time weibo:article:create_at".split(
    " ",
  );
/** Fields that only say "date", or when something was made. */
const generalNames =
  "date dc.date dc:date dcterms.date dc.date.created dc.created dcterms.created datetime time created datecreated".split(
    " ",
  );
const modifiedNames =
  "article:modified_time og:updated_time og:article:modified_time datemodified lastmod last-modified last_modified lastmodified dcterms.modified dc.date.modified dc.modified article:modified modified revised updated_time mtime utime shareaholic:article_modified_time cse_lastmod dateupdate revision_date".split(
    " ",
  );

const clueOf = (iso: string | null, by: string, role: DayClue["role"], trust: DayTrust): readonly DayClue[] =>
  iso === null ? [] : [{ value: iso, by, role, trust }];

function ofFields(elements: PageElements, order: NumberOrder): readonly DayClue[] {
  const read = (names: readonly string[], role: DayClue["role"], trust: DayTrust): readonly DayClue[] =>
    names.flatMap((name) =>
      (elements.fields.get(name) ?? [])
        .slice(0, 1)
        .flatMap((value) => clueOf(isoIn(value, order), `meta ${name}`, role, trust)),
    );
  return [
    ...read(publishedNames, "published", "stated"),
    ...read(modifiedNames, "modified", "stated"),
    ...read(generalNames, "published", "general"),
  ];
}

const isReport = (thing: Thing): boolean =>
  typesOf(thing).some((type) => /Article|Posting|Report|Review|Recipe/.test(type));

function ofReport(report: Thing | null, data: LinkedData, order: NumberOrder): readonly DayClue[] {
  const clues = (thing: Thing, trust: DayTrust): readonly DayClue[] => [
    ...clueOf(isoIn(textOf(thing.datePublished) ?? "", order), "json-ld datePublished", "published", trust),
    ...clueOf(isoIn(textOf(thing.uploadDate) ?? "", order), "json-ld uploadDate", "published", "other"),
    ...clueOf(isoIn(textOf(thing.dateCreated) ?? "", order), "json-ld dateCreated", "published", "other"),
    ...clueOf(isoIn(textOf(thing.dateModified) ?? "", order), "json-ld dateModified", "modified", trust),
  ];
  const others = data.things.filter((thing) => thing !== report).slice(0, 20);
  return [
    ...(report === null ? [] : clues(report, isReport(report) ? "stated" : "anywhere")),
    ...others.flatMap((thing) => (typesOf(thing).includes("WebPage") ? clues(thing, "anywhere") : [])),
  ];
}

/** Properties of microdata and RDFa that name the day of publication itself. */
const statedProperty = /published$|issued$|pubdate$|published_time$/i;
/** Elements that stand at most so many tags from the headline belong to it. */
const nearHeadline = 60;

/** A marked element, and what its place says of how sure its day is: "near" may also turn out as "printed", by its words. */
interface PlacedElement {
  readonly element: MarkedElement;
  readonly trust: "stated" | "near" | "other" | "anywhere";
}

function placed(element: MarkedElement, headline: Place | null): PlacedElement {
  const { by, inArticle } = element;
  const aside = isAside(element, headline);
  const distance = headline === null ? Number.POSITIVE_INFINITY : Math.abs(element.at - headline.at);
  const near = !aside && (distance < nearHeadline || (headline === null && inArticle));
  const property = by.startsWith("itemprop ") || by.startsWith("property ");
  const isStated = !aside && property && statedProperty.test(by);
  return { element, trust: isStated ? "stated" : near ? "near" : aside ? "other" : "anywhere" };
}

/** Days of one marked element: its machine value first, else those that its text names. */
function ofElement({ element, trust }: PlacedElement, forms: DateForms): readonly DayClue[] {
  const { value, text, by, role } = element;
  const trustOf = (printed: boolean): DayTrust => (trust === "near" && printed ? "printed" : trust);
  const machine = value === null ? null : isoIn(value, forms.order);
  const stamps = stampsIn(text, forms);
  if (machine !== null) {
    const printed = stamps[0]?.role ?? null;
    return clueOf(
      machine,
      by,
      role === "modified" || printed === "modified" ? "modified" : "published",
      trustOf(printed === "published" || by === "time published"),
    );
  }
  return stamps.flatMap(({ day, role: said }) =>
    clueOf(day, by, said ?? (role === "modified" ? "modified" : "published"), trustOf(said === "published")),
  );
}

/** The elements marked as days, the nearest to the headline first: below it before above it. */
const dayElements = ({ marked }: PageElements, headline: Place | null): readonly PlacedElement[] =>
  marked
    .filter(({ role, by }) => (role === "day" || role === "modified") && !/comment/i.test(by))
    .sort((one, other) => distanceOf(one, headline) - distanceOf(other, headline))
    .slice(0, 300)
    .map((element) => placed(element, headline));

const scriptField =
  /["']?\b(date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time|ed)|publication_?date|pub_?date|first_?published(?:_?at|_?date)?|article_?(?:publish\w{0,5}_?)?date|display_?date|date_?created|created_?at|creation_?date|post_?date|publication_time|show_?date)["']?\s{0,5}[:=(]\s{0,5}["']([^"']{8,40})["']/gi;

/** Days that scripts hold as "publishDate": "2021-11-12"; of each script the first. */
function ofScripts(scripts: readonly string[], order: NumberOrder): readonly DayClue[] {
  const clues: DayClue[] = [];
  for (const script of scripts) {
    for (const [, name = "", value = ""] of script.matchAll(scriptField)) {
      const iso = isoIn(value, order);
      if (iso !== null) {
        clues.push({ value: iso, by: `script ${name}`, role: "published", trust: "other" });
        break;
      }
    }
    if (clues.length > 20) break;
  }
  return clues;
}

/** Where the markup of a page names its days, in the order in which places of one trust are asked. `headline` is where its headline stands. */
export function dayPlaces(
  elements: PageElements,
  report: Thing | null,
  data: LinkedData,
  headline: Place | null,
  order: NumberOrder,
): readonly DayPlace[] {
  const forms: DateForms = { order, shortYears: true };
  const marked = dayElements(elements, headline);
  const isSure = ({ trust }: PlacedElement): boolean => trust === "stated" || trust === "near";
  const scripts = (): readonly string[] => [
    ...elements.jsonLd.map((script) => script.slice(0, 1_000_000)),
    ...elements.scripts,
  ];
  return [
    dayPlace(["stated", "anywhere", "other"], true, () => ofReport(report, data, order)),
    dayPlace(["stated", "general"], true, () => ofFields(elements, order)),
    dayPlace(["stated", "printed", "near"], true, () =>
      marked.filter(isSure).flatMap((element) => ofElement(element, forms)),
    ),
    dayPlace(["anywhere", "other"], true, () =>
      marked.filter((element) => !isSure(element)).flatMap((element) => ofElement(element, forms)),
    ),
    dayPlace(["other"], false, () => ofScripts(scripts(), order)),
  ];
}
