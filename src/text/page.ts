import type { Block } from "../model/block.ts";
import type { DayRange, DocumentMeta, GivenMeta, PublishedBy } from "../model/document.ts";
import type { Page } from "../model/page.ts";
import { findBlocks } from "./block.ts";
import { bylineAuthors } from "./byline.ts";
import { dayIn, isTimeStamp } from "./date.ts";
import { datelineOf } from "./dateline.ts";
import { normaliseText } from "./normalise.ts";

/** What a page says of itself outside its text: fields of its markup. Null or empty = it does not. */
export interface FoundMeta {
  readonly title: string | null;
  readonly byline: readonly string[];
  readonly publisher: string | null;
  readonly url: string | null;
  /** ISO 8601. */
  readonly published: string | null;
  readonly modified: string | null;
}

/** Nothing found: plain text has no fields. */
export const nothingFound: FoundMeta = {
  title: null,
  byline: [],
  publisher: null,
  url: null,
  published: null,
  modified: null,
};

const textOf = (text: string, block: Block | undefined): string | null =>
  block ? text.slice(block.start, block.end) : null;

const dayOf = (iso: string): string => iso.slice(0, 10);

/** The first time stamp of the page that names a day in full, other than one that says it is about a change. */
function stampedDay(text: string, blocks: readonly Block[]): string | null {
  for (const { start, end, kind } of blocks) {
    if (kind !== "furniture" && kind !== "byline") continue;
    const line = text.slice(start, Math.min(end, start + 300));
    const isStamp = isTimeStamp(line) || kind === "byline" || /^(?:first )?(?:published|posted)\b/i.test(line);
    const day = isStamp && !/^(?:updated|modified|last)/i.test(line) ? dayIn(line) : null;
    if (day !== null) return day;
  }
  return null;
}

interface Publication {
  readonly published: string | null;
  readonly publishedBy: PublishedBy | null;
}

function publicationOf(text: string, blocks: readonly Block[], given: GivenMeta, found: FoundMeta): Publication {
  if (given.published !== null) return { published: given.published, publishedBy: "given" };
  if (found.published !== null) return { published: found.published, publishedBy: "page" };
  const stamped = stampedDay(text, blocks);
  if (stamped !== null) return { published: stamped, publishedBy: "page" };
  const dateline = blocks.find((block) => block.kind === "dateline");
  const day = dateline ? (datelineOf(text.slice(dateline.start, dateline.start + 400))?.day ?? null) : null;
  return { published: day, publishedBy: day === null ? null : "dateline" };
}

/**
 * A document's fields: what was given, then what the page's fields say, then what its blocks say.
 * `publishedRange` is the day twice where it is known, else null: an inferred range is found later, from the sentences.
 */
export function metaOf(text: string, blocks: readonly Block[], given: GivenMeta, found: FoundMeta): DocumentMeta {
  const dateline = blocks.find((block) => block.kind === "dateline");
  const byline = blocks
    .filter((block) => block.kind === "byline")
    .flatMap((block) => bylineAuthors(text.slice(block.start, block.end)) ?? []);
  const { published, publishedBy } = publicationOf(text, blocks, given, found);
  const range: DayRange | null = published === null ? null : [dayOf(published), dayOf(published)];
  return {
    title:
      given.title ??
      textOf(
        text,
        blocks.find((block) => block.kind === "title"),
      ) ??
      found.title,
    byline: found.byline.length > 0 ? found.byline : [...new Set(byline)],
    publisher: given.publisher ?? found.publisher,
    url: given.url ?? found.url,
    published,
    publishedBy,
    publishedRange: range,
    modified: found.modified,
    retrieved: null,
    dateline: dateline ? (datelineOf(text.slice(dateline.start, dateline.start + 400))?.place ?? null) : null,
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
