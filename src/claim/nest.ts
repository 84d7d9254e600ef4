import type { Attribution } from "../model/attribution.ts";
import { holds, type Span } from "../model/span.ts";

/** How many enclosing contents are looked at; deeper nesting is not found in news. */
const deepest = 24;

const hull = ({ cue, content }: Pick<Attribution, "cue" | "content">): Span => {
  const all = [...cue, ...content];
  return [Math.min(...all.map(([start]) => start)), Math.max(...all.map(([, end]) => end))];
};

/**
 * For each attribution the index of the innermost other one whose content holds its cue and its whole content; -1 at the top.
 * A parent always reaches further than its child, so there are no circles.
 */
export function parentsOf(attributions: readonly Pick<Attribution, "cue" | "content">[]): readonly number[] {
  const hulls = attributions.map(hull);
  const intervals = attributions
    .flatMap(({ content }, owner) => content.map((span) => ({ span, owner })))
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const order = hulls.map((_, at) => at).sort((a, b) => hulls[a]![0] - hulls[b]![0]);
  const parents = attributions.map(() => -1);
  const open: { readonly span: Span; readonly owner: number }[] = [];
  let next = 0;
  for (const child of order) {
    const inner = hulls[child]!;
    while (next < intervals.length && intervals[next]!.span[0] <= inner[0]) open.push(intervals[next++]!);
    while (open.length > 0 && open.at(-1)!.span[1] <= inner[0]) open.pop();
    let best = -1;
    for (let at = open.length - 1; at >= 0 && open.length - at <= deepest; at--) {
      const { span, owner } = open[at]!;
      if (owner === child || !holds(span, inner)) continue;
      const outer = hulls[owner]!;
      if (outer[1] - outer[0] <= inner[1] - inner[0]) continue;
      if (best < 0 || outer[1] - outer[0] < hulls[best]![1] - hulls[best]![0]) best = owner;
    }
    parents[child] = best;
  }
  return parents;
}
