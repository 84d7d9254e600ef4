/** Half-open range `[start, end)` of UTF-16 units into `Document.text`. Never empty. */
export type Span = readonly [start: number, end: number];

/** Spans in text order that belong together (a content split by its cue). Empty where nothing was found. */
export type Spans = readonly Span[];

/** The form of a span that is a row of its own (token, mention, timex, …). */
export interface Located {
  readonly start: number;
  readonly end: number;
}

/** Do the two ranges share at least one unit? */
export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** Does `outer` hold all of `inner`? */
export const holds = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** The span of a located row. */
export const spanOf = (row: Located): Span => [row.start, row.end];
