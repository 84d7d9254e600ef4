import type { Block } from "../model/block.ts";
import type { Page } from "../model/page.ts";

const isBody = (block: Block): boolean =>
  block.kind === "paragraph" || block.kind === "heading" || block.kind === "dateline";

/**
 * The article's own text: its paragraphs, headings, quotes, lists and table rows, joined by empty lines; no title, byline, caption, note, credit or furniture.
 * Dateline words stay with the paragraph that they open, with what stood between them. Empty where the page has no article.
 */
export function bodyOf(page: Page): string {
  const parts: string[] = [];
  let opening: Block | null = null;
  for (const block of page.blocks) {
    if (!isBody(block)) continue;
    if (block.kind === "dateline") opening = block;
    else {
      parts.push(page.text.slice(opening?.start ?? block.start, block.end));
      opening = null;
    }
  }
  return parts.join("\n\n");
}
