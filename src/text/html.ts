import type { Block } from "../model/block.ts";
import type { GivenMeta } from "../model/document.ts";
import type { Page } from "../model/page.ts";
import { findArticle } from "./html-article.ts";
import { labelHtml } from "./html-block.ts";
import { readFields } from "./html-field.ts";
import { linesOfHtml } from "./html-line.ts";
import { normaliseText } from "./normalise.ts";
import { metaOf } from "./page.ts";

/**
 * An HTML page -> page. The text is that of its visible elements, a block an element, an empty line between two; no script is run and nothing is fetched.
 * The article is found by the boxes of the page (`findArticle`), its blocks labelled by element, names and words. Fields come from
 * `meta`, Open Graph, JSON-LD, `time` and `link rel=canonical`. Any bytes that were decoded are read; a page without text gives no blocks.
 */
export function readHtml(html: string, given: GivenMeta): Page {
  const found = readFields(html);
  const parsed = linesOfHtml(html);
  const { text } = normaliseText(parsed.text);
  const title = given.title ?? found.title;
  const blocks: readonly Block[] = labelHtml({ ...parsed, text }, findArticle(parsed, title), title);
  return { text, blocks, meta: metaOf(text, blocks, given, found) };
}
