import type { Block } from "../model/block.ts";
import type { GivenMeta } from "../model/document.ts";
import type { Page } from "../model/page.ts";
import { findArticle } from "./html-article.ts";
import { labelHtml } from "./html-block.ts";
import { fieldsOf } from "./html-field.ts";
import { lineAttributes, lineReader } from "./html-line.ts";
import { bothHandlers, parseHtml } from "./html-parse.ts";
import { linkedTextOf } from "./linked-text.ts";
import { elementAttributes, elementReader } from "./meta/element.ts";
import { normaliseText } from "./normalise.ts";
import { metaOf } from "./page.ts";

const isArticle = ({ kind }: Block): boolean => kind === "paragraph" || kind === "dateline";

const told = {
  ...elementAttributes,
  names: [...new Set([...elementAttributes.names, ...lineAttributes.names])],
};

/**
 * An HTML page -> page. The text is that of its visible elements, a block an element, an empty line between two; no script is run and nothing is fetched.
 * The article is found by the boxes of the page (`findArticle`), its blocks labelled by element, names and words. Fields come from
 * `meta`, Open Graph, JSON-LD, `time` and `link rel=canonical`. Where no article is visible, as on pages that scripts fill, the text is `articleBody` of the
 * JSON-LD where the page has it, and `meta.sources.text` says so. Any bytes that were decoded are read; a page without text gives no blocks.
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
  const linked = found.articleBody === null || blocks.some(isArticle) ? null : linkedTextOf(found.articleBody);
  if (linked === null) return { text, blocks, meta: metaOf(text, blocks, given, found) };
  const meta = metaOf(linked.text, linked.blocks, given, found);
  return { ...linked, meta: { ...meta, sources: { ...meta.sources, text: "json-ld articleBody" } } };
}
