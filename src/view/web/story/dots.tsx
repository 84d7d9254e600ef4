import type { Origins } from "../../../model/ledger.ts";

const mostDots = 3;
const stepPx = 7;

/** One, two, three stacked dots for the origins of a claim; hollow where the texts do not tell whether it is one of its own. The words stand beside it. */
export function OriginDots({ established, atMost }: Pick<Origins, "established" | "atMost">) {
  const shown = Math.min(mostDots, Math.max(1, atMost));
  return (
    <span class="origin-dots" aria-hidden="true">
      <svg viewBox={`0 0 8 ${mostDots * stepPx}`} width="8" height={mostDots * stepPx}>
        {Array.from({ length: shown }, (_one, place) => (
          <circle
            key={place}
            cx="4"
            cy={(mostDots - place) * stepPx - 4}
            r="2.600"
            class={place < established ? "dot-known" : "dot-open"}
          />
        ))}
      </svg>
      {atMost > established ? `≤ ${atMost}` : atMost > mostDots ? atMost : ""}
    </span>
  );
}
