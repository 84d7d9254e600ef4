import type { Located, Span } from "../model/span.ts";

/** Rows of a list in order of their start that lie wholly inside `span`. */
export function rowsWithin<Row extends Located>(rows: readonly Row[], span: Span): readonly Row[] {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.start < span[0]) low = middle + 1;
    else high = middle;
  }
  const out: Row[] = [];
  for (let at = low; at < rows.length && rows[at]!.start < span[1]; at++)
    if (rows[at]!.end <= span[1]) out.push(rows[at]!);
  return out;
}
