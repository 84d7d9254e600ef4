import type { AnnotatedDocument } from "../model/annotation.ts";
import type { Span } from "../model/span.ts";
import type { Told } from "../model/story.ts";

/**
 * How much of one document is joined with others. Tellings of one document are compared with one another, and time grows with the square of their
 * number; the longest of 79 reports and articles has 135 statements. The rest of a longer text stands in the case and is found by its document.
 */
export const mostJoined = { statements: 500, sentences: 1500 } as const;

/** Where the first sentence begins that is joined no more; null where the whole document is. */
function cutOf({ attributions, sentences }: AnnotatedDocument): number | null {
  const { statements, sentences: most } = mostJoined;
  if (attributions.length <= statements && sentences.length <= most) return null;
  const starts = attributions
    .map(({ source, cue, content }) => Math.min(...[source, cue, content].map((spans) => spans[0]?.[0] ?? Infinity)))
    .toSorted((a, b) => a - b);
  const last = Math.min(starts[statements] ?? Infinity, sentences[most]?.[0] ?? Infinity);
  const within = sentences.find(([, end]) => end > last);
  return within?.[0] ?? null;
}

/**
 * A document as far as it is joined with others: itself, or where it is longer than `mostJoined` its opening, with the rows of every layer that
 * stand in it whole. Nothing in it refers to a row that is left out.
 */
export function openingOf(told: Told): Told {
  const { annotation } = told;
  const cut = cutOf(annotation);
  if (cut === null) return told;
  const has = (...spans: readonly Span[]): boolean => spans.every(([, end]) => end <= cut);
  const isIn = ({ end }: { readonly end: number }): boolean => end <= cut;
  const blocks = annotation.blocks
    .filter(({ start }) => start < cut)
    .map((block) => ({ ...block, end: Math.min(block.end, cut) }));
  const mentions = annotation.mentions.filter(isIn);
  const attributions = annotation.attributions.filter(({ source, cue, content }) => has(...source, ...cue, ...content));
  const said = new Set(attributions.map(({ id }) => id));
  const marks = annotation.marks.filter((mark) => isIn(mark) && (mark.target === null || said.has(mark.target)));
  const marked = new Set(marks.map(({ id }) => id));
  const events = annotation.events.filter(({ trigger }) => has(...trigger));
  const happened = new Set(events.map(({ id }) => id));
  const quantities = annotation.quantities.filter(isIn);
  const counted = new Set(quantities.map(({ id }) => id));
  return {
    ...told,
    annotation: {
      ...annotation,
      text: annotation.text.slice(0, cut),
      blocks,
      sentences: annotation.sentences.filter((span) => has(span)),
      tokens: annotation.tokens.filter(isIn),
      mentions,
      timexes: annotation.timexes.filter(isIn),
      quantities: quantities.map((one) => ({ ...one, event: one.event && happened.has(one.event) ? one.event : null })),
      marks,
      attributions: attributions.map((one) => ({
        ...one,
        parent: one.parent && said.has(one.parent) ? one.parent : null,
        marks: one.marks.filter((id) => marked.has(id)),
      })),
      events: events.map((one) => ({
        ...one,
        attribution: one.attribution && said.has(one.attribution) ? one.attribution : null,
        quantities: one.quantities.filter((id) => counted.has(id)),
      })),
    },
  };
}
