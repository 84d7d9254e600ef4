import { isAgency } from "../agency.ts";
import { plainWords } from "../headline.ts";
import { authorsIn, isBody, isPerson, openedAuthors } from "./author-name.ts";
import { distanceOf, isAside, linkOfAuthor, type MarkedElement, type PageElements, type Place } from "./element.ts";
import { type LinkedData, namesOf, type Thing } from "./json-ld.ts";

const authorNames = [
  "author",
  "parsely-author",
  "sailthru.author",
  "article:author_name",
  "article:author",
  "og:article:author",
  "og:author",
  "byl",
  "byline",
  "citation_author",
  "dc.creator",
  "dcterms.creator",
  "dc.contributor",
  "cxenseparse:author",
  "rnews:author",
  "dc.author",
  "dable:author",
  "twitter:author",
  "shareaholic:article_author_name",
  "mediator_author",
  "authors",
  "creator",
  "twitter:data1",
];

/** Authors of a page and where they were read. */
export interface ChosenAuthors {
  /** People, and bodies where no person is named; an agency beside a person is left to `agencies`. */
  readonly names: readonly string[];
  readonly agencies: readonly string[];
  readonly by: string;
  /** Were they read where no reader sees it: in JSON-LD, `meta`, an attribute? */
  readonly isHidden: boolean;
}

type FoundAuthors = Omit<ChosenAuthors, "agencies">;

const none: FoundAuthors = { names: [], by: "", isHidden: false };

/** Is this the outlet's own name, or its address? */
function isSite(name: string, sites: ReadonlySet<string>): boolean {
  const words = plainWords(name);
  return sites.has(words) || sites.has(words.replaceAll(" ", "")) || /^\S+\.(?:com|org|net|[a-z]{2})$/i.test(name);
}

/** Is this a part of the outlet, or the outlet's long name: "Redaktion Hafenblatt", "Deutsches Hafen-Institut" of "DHI"? */
export function isOfSite(name: string, sites: ReadonlySet<string>): boolean {
  const words = plainWords(name).split(" ");
  const initials = words.map((word) => word[0]).join("");
  if (initials.length > 2 && sites.has(initials)) return true;
  return isBody(name) && [...sites].some((site) => site.length > 4 && ` ${words.join(" ")} `.includes(` ${site} `));
}

/** Elements marked as bylines that stand at most so many tags from the headline belong to it. */
const nearHeadline = 200;
/** And at most so many where they are believed against what the page says in its fields. */
const closeToHeadline = 60;

/**
 * Authors of the page's report, each once. What is printed as the byline at the headline goes before the fields that no reader sees; where both name the same
 * people, the form of the fields counts: JSON-LD, then `meta`, then attributes. Fields that name only the outlet itself, an account or a role say nothing; an
 * element printed as the byline may name the outlet. A body that only fields name is given as `isHidden`, for the text may print it. Empty `names` where nobody is found.
 */
export function authorsOf(
  elements: PageElements,
  report: Thing | null,
  data: LinkedData,
  headline: Place | null,
  siteNames: readonly string[],
): ChosenAuthors {
  const sites = new Set(siteNames.flatMap((name) => [plainWords(name), plainWords(name).replaceAll(" ", "")]));
  const all = markedAuthors(elements, headline);
  const marked = all.filter(({ element }) => element.by !== linkOfAuthor);
  const isOther = (name: string): boolean => !isSite(name, sites);
  const isPlain = (name: string): boolean =>
    isOther(name) && (isAgency(name) || (!isBody(name) && !isOfSite(name, sites)));
  const people = hiddenAuthors(elements, report, data, isPlain);
  const { names, by, isHidden } =
    people.names.length > 0
      ? (againstFields(people, marked, headline) ?? people)
      : withoutPeople(all, headline, hiddenAuthors(elements, report, data, isOther));
  const agencies = names.filter(isAgency);
  const persons = names.filter((name) => !isAgency(name));
  return { names: persons.length > 0 ? persons : names, agencies, by, isHidden };
}

/** Where the fields name no person: the byline at the headline, in the form of the fields where it names the same body; else whoever is named below the text; else the body. */
function withoutPeople(all: readonly MarkedAuthors[], headline: Place | null, bodies: FoundAuthors): FoundAuthors {
  const marked = all.filter(({ element }) => element.by !== linkOfAuthor);
  const links = all.filter(({ element }) => element.by === linkOfAuthor);
  const printed = printedAt(
    marked.filter((one) => isNear(one, headline)),
    headline,
  );
  if (printed === null) {
    const lone = linkedAuthor(links, headline) ?? loneAuthor(marked);
    return lone.names.length > 0 ? lone : bodies;
  }
  const words = plainWords(printed.names.join(" "));
  const isSame = bodies.names.length > 0 && bodies.names.every((name) => words.includes(plainWords(name)));
  return isSame ? { ...bodies, isHidden: false } : printed;
}

function hiddenAuthors(
  elements: PageElements,
  report: Thing | null,
  data: LinkedData,
  isMeant: (name: string) => boolean,
): FoundAuthors {
  const meant = (texts: readonly string[]): readonly string[] => [
    ...new Set(
      texts.flatMap((text) => (isMeant(text) || authorsIn(text).length < 2 ? authorsIn(text) : [])).filter(isMeant),
    ),
  ];
  const linked =
    report === null
      ? []
      : meant([...namesOf(report.author, data), ...(report.author === undefined ? namesOf(report.creator, data) : [])]);
  if (linked.length > 0) return { names: linked, by: "json-ld author", isHidden: true };
  for (const name of authorNames) {
    const found = meant(elements.fields.get(name)?.slice(0, name === "twitter:data1" ? 1 : 20) ?? []);
    const isLabelled =
      name !== "twitter:data1" ||
      /written by|author|autor|verfasst|écrit|escrito|scritto|написа/i.test(
        elements.fields.get("twitter:label1")?.[0] ?? "",
      );
    if (found.length > 0 && isLabelled) return { names: found, by: `meta ${name}`, isHidden: true };
  }
  for (const { role, text, value, by } of elements.marked) {
    if (role !== "byline" || text !== "" || value === null) continue;
    const names = meant([value]);
    if (names.length > 0) return { names, by, isHidden: true };
  }
  return none;
}

/** An element marked as the byline, and the names in it. */
interface MarkedAuthors {
  readonly element: MarkedElement;
  readonly names: readonly string[];
}

const ofPictures = /image|photo|picture|foto|bild|mediabox|video|caption|gallery|comment|review/i;

/** Elements marked as bylines that belong to the report, the nearest to the headline first, at most 200. What is long and has sentences names nobody: it tells of an author. */
function markedAuthors(elements: PageElements, headline: Place | null): readonly MarkedAuthors[] {
  const isProse = ({ text }: MarkedElement): boolean => text.length > 100 && /\p{Ll}{3}[.!?]\s\p{Lu}/u.test(text);
  // Links stand all over a page: only those close to the headline are looked at.
  const isMeant = (element: MarkedElement): boolean =>
    element.role === "byline" &&
    element.text !== "" &&
    (element.by !== linkOfAuthor || distanceOf(element, headline) < closeToHeadline) &&
    !isAside(element, headline);
  return elements.marked
    .filter(isMeant)
    .slice(0, 200)
    .sort((one, other) => distanceOf(one, headline) - distanceOf(other, headline))
    .map((element) => ({ element, names: isProse(element) ? [] : authorsIn(element.text) }));
}

const isNear = ({ element }: MarkedAuthors, headline: Place | null): boolean =>
  distanceOf(element, headline) < nearHeadline;

/** Names of the first element of those at the headline that has some. Far from it, an element whose like names others stands in a list of reports. */
function printedAt(near: readonly MarkedAuthors[], headline: Place | null): FoundAuthors | null {
  const named = near.filter(({ names, element }) => names.length > 0 && !ofPictures.test(element.by)).slice(0, 40);
  const found = named.find(
    ({ element, names }) =>
      distanceOf(element, headline) < closeToHeadline ||
      named.every((other) => other.element.by !== element.by || other.names.join() === names.join()),
  );
  return found ? { names: innermost(found, named), by: found.element.by, isHidden: false } : null;
}

/** The same names as an element inside of this one has them, where these have more about them: a day, a link. */
function innermost({ element, names }: MarkedAuthors, all: readonly MarkedAuthors[]): readonly string[] {
  const inner = all.find(
    (other) =>
      other.names.length === names.length &&
      other.element.text.length < element.text.length &&
      element.text.includes(other.element.text) &&
      other.names.every((name, at) => name !== names[at] && ` ${names[at]} `.includes(` ${name} `)),
  );
  return inner?.names ?? names;
}

/** The names printed close to the headline, where they are others than those of the fields and are surely people's; null where the fields are to be believed. */
function againstFields(
  hidden: FoundAuthors,
  marked: readonly MarkedAuthors[],
  headline: Place | null,
): FoundAuthors | null {
  if (headline === null) return null;
  const close = marked
    .filter(({ element }) => distanceOf(element, headline) < closeToHeadline && !ofPictures.test(element.by))
    .slice(0, 40);
  const texts = close.map(({ element }) => ` ${plainWords(element.text)} `);
  const isIn = (text: string) => (name: string) =>
    plainWords(name)
      .split(" ")
      .some((word) => word.length > 2 && text.includes(` ${word} `));
  if (hidden.names.some((name) => !isAgency(name) && texts.some((text) => isIn(text)(name)))) return null;
  const found = close.find(
    ({ names, element }, at) =>
      names.length > 0 &&
      (names.every(isPerson) || openedAuthors(element.text).length > 0) &&
      !hidden.names.some(isIn(texts[at]!)) &&
      element.text.length < 200,
  );
  return found ? { names: found.names, by: found.element.by, isHidden: false } : null;
}

/** The person whose page the first links close to the headline lead to. */
function linkedAuthor(links: readonly MarkedAuthors[], headline: Place | null): FoundAuthors | null {
  if (headline === null) return null;
  const found = links.find(
    ({ element, names }) =>
      element.at > headline.at && distanceOf(element, headline) < 30 && names.length === 1 && names.every(isPerson),
  );
  return found ? { names: found.names, by: found.element.by, isHidden: false } : null;
}

/** Far from the headline, below the text: whoever is the only one named so on the page. */
function loneAuthor(marked: readonly MarkedAuthors[]): FoundAuthors {
  const far = marked.filter(({ names }) => names.length > 0);
  const [one] = far;
  return one !== undefined && far.every(({ names }) => names.length === 1 && names[0] === one.names[0])
    ? { names: one.names, by: one.element.by, isHidden: false }
    : none;
}
