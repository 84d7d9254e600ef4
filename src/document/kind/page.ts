import type { DayRange, DocumentMeta, GivenMeta } from "../../model/document.ts";
import type { Page } from "../../model/page.ts";
import type { CapturedDocument, OpenedFile } from "./captured.ts";

/** The readers of markup and of text. They are passed in, since this folder imports none. */
export interface PageReaders {
  readonly html: (source: string, given: GivenMeta) => Page;
  readonly text: (source: string, given: GivenMeta) => Page;
}

/** What is given about one document of a file: what the caller says, then what the container states. The day is left out, since nobody gave it. */
const givenOf = ({ stated, retrieved }: CapturedDocument, given: GivenMeta): GivenMeta => ({
  ...given,
  title: given.title ?? stated.title,
  url: given.url ?? stated.url,
  publisher: given.publisher ?? stated.publisher,
  retrieved: given.retrieved ?? retrieved,
});

/** Where fields were read that a file gave and not the caller or the page. */
function sourcesOf(document: CapturedDocument, given: GivenMeta, before: DocumentMeta, published: string | null) {
  const { stated, fallback, byline, modified } = document;
  const isFiled = {
    title: given.title === null && (stated.title ?? (before.title === null ? fallback.title : null)) !== null,
    url: given.url === null && (stated.url ?? (before.url === null ? fallback.url : null)) !== null,
    publisher:
      given.publisher === null &&
      (stated.publisher ?? (before.publisher === null ? fallback.publisher : null)) !== null,
    published: published !== null && published !== before.published && given.published === null,
    modified: modified !== null,
    byline: byline.length > 0,
  };
  const filed = Object.entries(isFiled).filter(([, isSo]) => isSo);
  return { ...before.sources, ...Object.fromEntries(filed.map(([name]) => [name, "file"])) };
}

/**
 * A captured document -> page. In this order count: what the caller gives, what the container states, what the page says of itself, what the container has as
 * a last resort. A day of the container is one that the page tells (`publishedBy` "page"); `sources` names "file" for what the container gave.
 */
export function pageOf(document: CapturedDocument, given: GivenMeta, read: PageReaders): Page {
  const { form, body, stated, fallback, byline, modified, retrieved } = document;
  const page = read[form](body, givenOf(document, given));
  const { meta } = page;
  const published = given.published ?? stated.published ?? meta.published ?? fallback.published;
  const isSame = published === meta.published;
  const day = published?.slice(0, 10) ?? null;
  const range: DayRange | null = day === null ? null : [day, day];
  return {
    ...page,
    meta: {
      ...meta,
      title: meta.title ?? fallback.title,
      url: meta.url ?? fallback.url,
      publisher: meta.publisher ?? fallback.publisher,
      byline: byline.length > 0 ? byline : meta.byline,
      published,
      publishedBy: isSame ? meta.publishedBy : "page",
      publishedRange: isSame ? meta.publishedRange : range,
      modified: modified ?? meta.modified,
      retrieved: given.retrieved ?? retrieved ?? meta.retrieved,
      sources: sourcesOf(document, given, meta, published),
    },
  };
}

/** A document of a file, read. */
export interface ReadPart {
  /** As in `CapturedDocument`. */
  readonly part: string | null;
  readonly page: Page;
}

/** Pages of an opened file, in its order; a document without words is left out. What is given counts for each, so a title only where there is one document. */
export function readParts(opened: OpenedFile, given: GivenMeta, read: PageReaders): readonly ReadPart[] {
  const isAlone = opened.documents.length === 1;
  const shared = isAlone ? given : { ...given, title: null, url: null };
  return opened.documents
    .map((document) => ({ part: document.part, page: pageOf(document, shared, read) }))
    .filter(({ page }) => page.text.trim() !== "");
}
