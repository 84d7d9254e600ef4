import type { Attribution } from "../model/attribution.ts";
import type { DatedRange } from "../model/document.ts";
import type { Realis } from "../model/event.ts";
import type { Span } from "../model/span.ts";
import type { Timex } from "../model/timex.ts";

/**
 * When an event was, is or will be: the nearest dated expression of its sentence that belongs to the same words, else, for what
 * a dated attribution reports as news, the day it was said. `by` names the expression or says so. Null where the text does not tell.
 * `content` is the span of the attribution's content that holds the trigger, or null in the publisher's own words.
 */
export function dateOf(
  trigger: Span,
  realis: Realis,
  timexes: readonly Timex[],
  content: Span | null,
  attribution: Attribution | null,
  others: readonly Span[],
): DatedRange | null {
  const within = timexes.filter(
    (timex) => timex.range !== null && (content === null || (content[0] <= timex.start && timex.end <= content[1])),
  );
  const distance = (timex: Timex): number => {
    const apart = timex.start >= trigger[1] ? timex.start - trigger[1] : trigger[0] - timex.end;
    // An expression that stands nearer to another event is that event's.
    const crossed = others.filter((other) => between(other, trigger, [timex.start, timex.end])).length;
    return apart + 60 * crossed;
  };
  const [nearest] = [...within].sort((a, b) => distance(a) - distance(b) || a.start - b.start);
  if (nearest?.range) return { start: nearest.range[0], end: nearest.range[1], by: `timex ${nearest.id}` };
  if (attribution?.date && content !== null && (realis === "happened" || realis === "ongoing"))
    return {
      start: attribution.date.start,
      end: attribution.date.end,
      by: `reported that day: ${attribution.date.by}`,
    };
  return null;
}

const between = (other: Span, a: Span, b: Span): boolean =>
  (a[1] <= other[0] && other[1] <= b[0]) || (b[1] <= other[0] && other[1] <= a[0]);
