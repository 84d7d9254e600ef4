import type { Located } from "./span.ts";

/** Every kind of block. */
export const blockKinds = [
  "title",
  "byline",
  "dateline",
  "paragraph",
  "heading",
  "caption",
  "update",
  "credit",
  "teaser",
  "furniture",
] as const;

/** What a stretch of a page is. Furniture stays in the text and is labelled; it is never cut. */
export type BlockKind = (typeof blockKinds)[number];

/** Every kind of furniture. */
export const furnitureKinds = [
  "navigation",
  "teaser",
  "newsletter",
  "donation",
  "share",
  "comment",
  "legal",
  "player",
  "related",
  "other",
] as const;

/** What kind of furniture a furniture block is. */
export type FurnitureKind = (typeof furnitureKinds)[number];

/**
 * A labelled stretch of a text, without its surrounding white space. Blocks of a text are in order and never overlap;
 * every character that is not white space is in one.
 */
export interface Block extends Located {
  readonly kind: BlockKind;
  /** Which furniture; null for every other kind. */
  readonly furniture: FurnitureKind | null;
}

/** Is this a block whose words are read for statements and events? Furniture and teasers are not part of the article. */
export const isRead = (block: Block): boolean =>
  block.kind !== "furniture" && block.kind !== "teaser" && block.kind !== "byline" && block.kind !== "credit";
