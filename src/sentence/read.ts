import { isRead } from "../model/block.ts";
import type { Parsed } from "../model/sentence.ts";

/**
 * For each sentence, whether it is part of the article's own words: false where it begins in a block that is not read (furniture, teaser,
 * byline, credit). A text without blocks is read whole.
 */
export function readSentences({ blocks, sentences }: Pick<Parsed, "blocks" | "sentences">): readonly boolean[] {
  let at = 0;
  return sentences.map(([start]) => {
    while (at < blocks.length && blocks[at]!.end <= start) at++;
    const block = blocks[at];
    return block === undefined || block.start > start || isRead(block);
  });
}
