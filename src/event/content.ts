import type { Attribution } from "../model/attribution.ts";
import type { Span } from "../model/span.ts";

/** A piece of an attribution's content. */
export interface Content {
  readonly span: Span;
  readonly attribution: Attribution;
}

/** How many contents around a word are looked at; deeper nesting is hostile or broken. */
const deepest = 32;

/**
 * Answers, for offsets asked in rising order, the contents that hold them, innermost first. One sweep over all contents of a document.
 */
export function contentSweep(attributions: readonly Attribution[]): (offset: number) => readonly Content[] {
  const contents = attributions
    .flatMap((attribution) => attribution.content.map((span): Content => ({ span, attribution })))
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  let next = 0;
  let open: Content[] = [];
  return (offset) => {
    while (next < contents.length && contents[next]!.span[0] <= offset) open.push(contents[next++]!);
    open = open.filter((content) => content.span[1] > offset).slice(-deepest);
    return open.toSorted((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
  };
}
