import { type Block, isRead } from "../model/block.ts";
import type { Span, Spans } from "../model/span.ts";

/** Of the sentences of a text (JSON, as a reading keeps them) those that begin in a block which is read: no furniture. Linear in both. */
export function readSentences(blocks: string, sentences: string): Spans {
  const read = (JSON.parse(blocks) as readonly Block[]).filter(isRead);
  const found: Span[] = [];
  let at = 0;
  for (const span of JSON.parse(sentences) as Spans) {
    while (at < read.length && read[at]!.end <= span[0]) at++;
    if (at < read.length && read[at]!.start <= span[0]) found.push(span);
  }
  return found;
}
