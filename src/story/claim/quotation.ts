import type { AnnotatedDocument } from "../../model/annotation.ts";
import type { Block } from "../../model/block.ts";

/** Is a quotation open at the end of a stretch: more marks opened than closed, or an odd number of straight ones? */
const isOpen = (stretch: string): boolean =>
  stretch.lastIndexOf("“") > stretch.lastIndexOf("”") || stretch.split('"').length % 2 === 0;

/** Does a unit of the text stand between quotation marks of its paragraph? */
export const isInQuotation = ({ text }: AnnotatedDocument, { start }: Block, at: number): boolean =>
  isOpen(text.slice(start, at));

/**
 * The first unit of the paragraph in which the quotation began that goes on in `block`: one paragraph after the other is left open and opened
 * anew. The block's own start where it goes on with none.
 */
export function quotationStart({ text, blocks }: AnnotatedDocument, block: Block): number {
  let first = block;
  for (let at = blocks.indexOf(block) - 1; at >= 0; at--) {
    const one = blocks[at]!;
    if (!/^\s*["“]/.test(text.slice(first.start, first.start + 3)) || !isOpen(text.slice(one.start, one.end))) break;
    first = one;
  }
  return first.start;
}
