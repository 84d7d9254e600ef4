import type { GivenMeta } from "../model/document.ts";
import type { Page } from "../model/page.ts";
import { labelLines } from "./block.ts";
import { readFields } from "./html-field.ts";
import { linesOfHtml } from "./html-line.ts";
import { normaliseText } from "./normalise.ts";
import { metaOf } from "./page.ts";

/**
 * An HTML page -> page. The text is that of its visible elements, a block an element, an empty line between two; no script is run and nothing is fetched.
 * Blocks are labelled by their element where that tells (`nav`, `figcaption`, `h1`, …), else like those of plain text. Fields come from
 * `meta`, Open Graph, JSON-LD, `time` and `link rel=canonical`. Any bytes that were decoded are read; a page without text gives no blocks.
 */
export function readHtml(html: string, given: GivenMeta): Page {
  const { text: raw, lines } = linesOfHtml(html);
  const { text } = normaliseText(raw);
  const found = readFields(html);
  const blocks = labelLines(text, lines, given.title ?? found.title);
  return { text, blocks, meta: metaOf(text, blocks, given, found) };
}
