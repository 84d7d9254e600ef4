import type { Block } from "../model/block.ts";
import type { DocumentMeta, GivenMeta, MetaSources } from "../model/document.ts";
import type { Page } from "../model/page.ts";
import { agenciesIn } from "./agency.ts";
import { findBlocks } from "./block.ts";
import { datelineOf } from "./dateline.ts";
import type { NumberOrder } from "./day-form.ts";
import type { DayPlace } from "./meta/clue.ts";
import { publicationOf } from "./meta/publication.ts";
import { normaliseText } from "./normalise.ts";
import { bylineOf } from "./printed-byline.ts";

/** What a page says of itself outside its text: fields of its markup. Null or empty = it does not. */
export interface FoundMeta {
  readonly title: string | null;
  readonly byline: readonly string[];
  /** Is `byline` from places that no reader sees? Then the text is asked first (`bylineOf`). */
  readonly hasHiddenByline: boolean;
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
  hasHiddenByline: false,
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
  const foundByline = { names: found.byline, isHidden: found.hasHiddenByline };
  const { names: byline, isPrinted } = bylineOf(text, blocks, foundByline, given.publisher ?? found.publisher);
  const heading = textOf(
    text,
    blocks.find((block) => block.kind === "title"),
  );
  const { days, order } = found;
  const publication = publicationOf(text, blocks, { given, url: found.url, days, order, dateline });
  const { published, publishedBy, publishedRange, modified, notBefore } = publication;
  const agencies = [...new Set([...found.agencies, ...creditedIn(text, blocks, dateline?.credit ?? null)])];
  const { by, modifiedBy } = publication;
  const { byline: _byline, ...otherSources } = found.sources;
  const sources: MetaSources = {
    ...(isPrinted ? otherSources : found.sources),
    ...(heading !== null && found.title === null ? { title: "text" } : {}),
    ...(isPrinted && byline.length > 0 ? { byline: "text" } : {}),
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
 * `given` wins over what the text says. `repeated` are lines that texts of its publisher have in common (`repeatedLines`).
 */
export function readText(raw: string, given: GivenMeta, repeated: ReadonlySet<string> = new Set()): Page {
  const { text } = normaliseText(raw);
  const blocks = findBlocks(text, given.title, repeated);
  return { text, blocks, meta: metaOf(text, blocks, given, nothingFound) };
}
