import type { Block } from "../model/block.ts";
import { blocksOfLine } from "./block.ts";
import { linesOfHtml } from "./html-line.ts";
import { printedLines } from "./line.ts";
import { normaliseText } from "./normalise.ts";

/** A report's text that its page shows only when its scripts are run. */
export interface LinkedText {
  readonly text: string;
  /** Its paragraphs, a line each; a dateline that the report opens with is a block of its own. */
  readonly blocks: readonly Block[];
}

// A summary, or a sentence that asks the reader to subscribe, is no report.
const fewestWords = 30;
const mostUnits = 1_000_000;
const markup =
  /<\/?(?:p|br|div|span|a|strong|em|b|i|h[1-6]|ul|li|img)\b[^<>]{0,500}>|&(?:#\d{1,6}|#x[\da-f]{1,6}|[a-z]{2,8});/i;

/**
 * `articleBody` of JSON-LD as a text of its own: plain, or written as HTML, whose visible elements count. Null where it has under 30 words
 * (300 characters in scripts without blanks), which is a summary. Linear in its length; a million units are read.
 */
export function linkedTextOf(articleBody: string): LinkedText | null {
  const source = articleBody.slice(0, mostUnits);
  const { text } = normaliseText(markup.test(source) ? linesOfHtml(source).text : source.trim());
  if (text.length < 300 && text.split(/\s+/, fewestWords).length < fewestWords) return null;
  let isOpening = true;
  const blocks = printedLines(text).flatMap((line) => {
    const parts = blocksOfLine(text, line, { kind: "paragraph", furniture: null }, isOpening);
    isOpening = false;
    return parts;
  });
  return { text, blocks };
}
