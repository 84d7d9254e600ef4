import type { Block } from "../../src/model/block.ts";
import type { DayRange } from "../../src/model/document.ts";
import type { Parsed } from "../../src/model/sentence.ts";
import { parsePage } from "../../src/sentence/parse.ts";

/** Stretches between line breaks as paragraphs, without surrounding white space. */
export const paragraphs = (text: string): readonly Block[] =>
  [...text.matchAll(/\S[^\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    kind: "paragraph",
    furniture: null,
  }));

/** A text parsed with each line a paragraph, published on the given day or days. */
export function parsedOf(text: string, publishedRange: DayRange | null = null): Parsed {
  const page = {
    text,
    blocks: paragraphs(text),
    meta: {
      title: null,
      byline: [],
      publisher: null,
      url: null,
      published: publishedRange === null ? null : publishedRange[0],
      publishedBy: publishedRange === null ? null : ("given" as const),
      publishedRange,
      modified: null,
      retrieved: null,
      dateline: null,
    },
  };
  return parsePage(page, { lang: "en", sentences: null });
}

/** The publication days of a golden case: `published: 2021-11-12` or `publishedRange: 2021-11-12..2021-11-14`. */
export function publishedOf(given: Readonly<Record<string, string>>): DayRange | null {
  const [first, last] = (given.publishedRange ?? given.published ?? "").split("..");
  return first ? [first, last ?? first] : null;
}
