import type { GivenMeta } from "../model/document.ts";
import type { Page } from "../model/page.ts";
import { findBlocks } from "./block.ts";
import { normaliseText } from "./normalise.ts";

/** Plain or scraped text -> page. The text is normalised here, once. */
export function readText(raw: string, given: GivenMeta): Page {
  const { text } = normaliseText(raw);
  return {
    text,
    blocks: findBlocks(text),
    meta: {
      title: given.title,
      byline: [],
      publisher: given.publisher,
      url: given.url,
      published: given.published,
      publishedBy: given.published === null ? null : "given",
      publishedRange: given.published === null ? null : [given.published.slice(0, 10), given.published.slice(0, 10)],
      modified: null,
      retrieved: null,
      dateline: null,
    },
  };
}
