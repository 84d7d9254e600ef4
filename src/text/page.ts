import type { Block } from "../model/block.ts";
import type { DocumentMeta, GivenMeta, MetaSources } from "../model/document.ts";
import type { Page } from "../model/page.ts";
import { agenciesIn, isAgency } from "./agency.ts";
import { findBlocks } from "./block.ts";
import { bylineAuthors } from "./byline.ts";
import { datelineOf } from "./dateline.ts";
import type { NumberOrder } from "./day-form.ts";
import { authorsIn, namesSomebody, openedAuthors } from "./meta/author.ts";
import type { DayPlace } from "./meta/clue.ts";
import { publicationOf } from "./meta/publication.ts";
import { normaliseText } from "./normalise.ts";

/** What a page says of itself outside its text: fields of its markup. Null or empty = it does not. */
export interface FoundMeta {
  readonly title: string | null;
  readonly byline: readonly string[];
  readonly publisher: string | null;
  /** The address that the page calls its own. */
  readonly url: string | null;
  readonly section: string | null;
  /** BCP 47, as the page says it. */
  readonly language: string | null;
  readonly agencies: readonly string[];
  /** `articleBody` of the report's JSON-LD, as it stands there. */
  readonly articleBody: string | null;
  /** Where days of publication and change may be read. */
  readonly days: readonly DayPlace[];
  /** How the page's language orders the numbers of a date. */
  readonly order: NumberOrder;
  readonly sources: MetaSources;
}

/** Nothing found: plain text has no fields. */
export const nothingFound: FoundMeta = {
  title: null,
  byline: [],
  publisher: null,
  url: null,
  section: null,
  language: null,
  agencies: [],
  articleBody: null,
  days: [],
  order: null,
  sources: {},
};

const textOf = (text: string, block: Block | undefined): string | null =>
  block ? text.slice(block.start, block.end) : null;

/** Authors that the text prints: in its bylines, else in a credit ("Reporting by Anna Tessel"), else an agency alone on the line below the report. Each once. */
function printedAuthors(text: string, blocks: readonly Block[]): readonly string[] {
  const lines = (kind: Block["kind"]): readonly string[] =>
    blocks
      .filter((block) => block.kind === kind && block.end - block.start <= 400)
      .map(({ start, end }) => text.slice(start, end));
  const byline = lines("byline").flatMap((line) => bylineAuthors(line) ?? []);
  if (byline.some(namesSomebody)) return [...new Set(byline.filter(namesSomebody))];
  const title = blocks.findIndex(({ kind }) => kind === "title");
  const first = blocks.findIndex(({ kind }) => kind === "paragraph");
  const nearTitle = title < 0 ? [] : blocks.slice(title + 1, Math.max(title + 7, Math.min(first + 2, title + 12)));
  for (const block of nearTitle) {
    const opened = openedAuthors((textOf(text, block) ?? "").slice(0, 400).split("\n", 1)[0]!);
    if (block.kind !== "title" && opened.length > 0) return opened;
  }
  const reporting = lines("credit").filter((line) => /^[\s([]*(?:reporting|report|written) by\s/i.test(line));
  if (reporting.length > 0)
    return [...new Set(reporting.flatMap((line) => authorsIn(line.replace(/^[\s([]+|[\s)\]]+$/g, ""))))];
  const last = blocks.findLastIndex(({ kind }) => kind === "paragraph");
  for (const block of [blocks[last], blocks[last + 1]]) {
    const line = textOf(text, block);
    if (line !== null && line.length <= 60 && blocks.length > 2 && isAgency(line.replace(/^[\s([]+|[\s.)\]]+$/g, "")))
      return [line.replace(/^[\s([]+|[\s.)\]]+$/g, "")];
  }
  return [];
}

/** Agencies credited in the text: by its dateline, its credits and bylines, and what stands alone or in brackets at the end of the report. */
function creditedIn(text: string, blocks: readonly Block[], dateline: string | null): readonly string[] {
  const paragraphs = blocks.filter(({ kind }) => kind === "paragraph");
  const last = textOf(text, paragraphs.at(-1));
  return [
    ...agenciesIn(dateline === null ? "" : `(${dateline})`, false),
    ...blocks
      .filter(({ kind }) => kind === "credit" || kind === "byline")
      .slice(0, 50)
      .flatMap((block) => agenciesIn(text.slice(block.start, Math.min(block.end, block.start + 400)), true)),
    ...(last === null ? [] : agenciesIn(last.slice(-60).replace(/^[^([]*(?=[([][^()[\]]{2,60}[)\]]\.?$)/, ""), false)),
  ];
}

/**
 * A document's fields: what was given, then what the page's fields say, then what its blocks say; `sources` tells of each where it was read.
 * `publishedRange` is the day twice where it is known, and where it is only inferred the days that it may be (`publicationOf`).
 */
export function metaOf(text: string, blocks: readonly Block[], given: GivenMeta, found: FoundMeta): DocumentMeta {
  const datelineBlock = blocks.find((block) => block.kind === "dateline");
  const dateline = datelineBlock ? datelineOf(text.slice(datelineBlock.start, datelineBlock.start + 400)) : null;
  const byline = found.byline.length > 0 ? found.byline : printedAuthors(text, blocks);
  const heading = textOf(
    text,
    blocks.find((block) => block.kind === "title"),
  );
  const { days, order } = found;
  const publication = publicationOf(text, blocks, { given, url: found.url, days, order, dateline });
  const { published, publishedBy, publishedRange, modified, notBefore } = publication;
  const agencies = [...new Set([...found.agencies, ...creditedIn(text, blocks, dateline?.credit ?? null)])];
  const { by, modifiedBy } = publication;
  const sources: MetaSources = {
    ...found.sources,
    ...(heading !== null && found.title === null ? { title: "text" } : {}),
    ...(found.byline.length === 0 && byline.length > 0 ? { byline: "text" } : {}),
    ...(found.agencies.length === 0 && agencies.length > 0 ? { agencies: "text" } : {}),
    ...(given.title === null ? {} : { title: "given" }),
    ...(given.publisher === null ? {} : { publisher: "given" }),
    ...(given.url === null ? {} : { url: "given" }),
    ...(by === null ? {} : published === null ? { publishedRange: by } : { published: by }),
    ...(modifiedBy === null ? {} : { modified: modifiedBy }),
  };
  return {
    title: given.title ?? found.title ?? heading,
    byline,
    publisher: given.publisher ?? found.publisher,
    url: given.url ?? found.url,
    published,
    publishedBy,
    publishedRange,
    modified,
    retrieved: given.retrieved ?? null,
    dateline: dateline?.place ?? null,
    canonical: found.url,
    section: found.section,
    language: found.language,
    agencies,
    notBefore,
    sources,
  };
}

/**
 * Plain or scraped text -> page. The text is normalised here, once. Never fails; an empty text gives a page without blocks.
 * `given` wins over what the text says.
 */
export function readText(raw: string, given: GivenMeta): Page {
  const { text } = normaliseText(raw);
  const blocks = findBlocks(text, given.title);
  return { text, blocks, meta: metaOf(text, blocks, given, nothingFound) };
}
