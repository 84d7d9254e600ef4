import type { Block } from "../model/block.ts";
import type { GivenMeta } from "../model/document.ts";
import type { Page } from "../model/page.ts";
import { findArticle } from "./html-article.ts";
import { labelHtml } from "./html-block.ts";
import { fieldsOf } from "./html-field.ts";
import { lineAttributes, lineReader } from "./html-line.ts";
import { bothHandlers, parseHtml } from "./html-parse.ts";
import { elementAttributes, elementReader } from "./meta/element.ts";
import { normaliseText } from "./normalise.ts";
import { metaOf } from "./page.ts";

const told = {
  names: [...new Set([...elementAttributes.names, ...lineAttributes.names])],
  allOf: elementAttributes.allOf,
};

/**
 * An HTML page -> page. The text is that of its visible elements, a block an element, an empty line between two; no script is run and nothing is fetched.
 * The article is found by the boxes of the page (`findArticle`), its blocks labelled by element, names and words. Fields come from
 * `meta`, Open Graph, JSON-LD, `time` and `link rel=canonical`. Any bytes that were decoded are read; a page without text gives no blocks.
 */
export function readHtml(html: string, given: GivenMeta): Page {
  const elements = elementReader();
  const lines = lineReader();
  parseHtml(html, bothHandlers(elements.handler, lines.handler, told));
  const found = fieldsOf(elements.elements());
  const parsed = lines.lines();
  const { text } = normaliseText(parsed.text);
  const title = given.title ?? found.title;
  const blocks: readonly Block[] = labelHtml({ ...parsed, text }, findArticle(parsed, title), title);
  return { text, blocks, meta: metaOf(text, blocks, given, found) };
}
