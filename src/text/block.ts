import type { Block } from "../model/block.ts";

/** Paragraphs of a text: runs of lines between line breaks, without surrounding white space. */
export function findBlocks(text: string): readonly Block[] {
  return [...text.matchAll(/\S[^\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    kind: "paragraph",
    furniture: null,
  }));
}
