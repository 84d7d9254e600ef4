import type { Origins } from "../../../model/ledger.ts";

const mostDots = 3;
const stepPx = 9;

/** One, two, three stacked dots for the origins of a claim; hollow where the texts do not tell whether it is one of its own. The words stand beside it. */
export function OriginDots({ established, atMost }: Pick<Origins, "established" | "atMost">) {
  const shown = Math.min(mostDots, Math.max(1, atMost));
  return (
    <span class="origin-dots" aria-hidden="true">
      <svg viewBox={`0 0 10 ${shown * stepPx}`} width="10" height={shown * stepPx}>
        {Array.from({ length: shown }, (_one, place) => (
          <circle
            key={place}
            cx="5"
            cy={(shown - place) * stepPx - stepPx / 2}
            r="3.200"
            class={place < established ? "dot-known" : "dot-open"}
          />
        ))}
      </svg>
      {atMost > established ? `≤ ${atMost}` : atMost > mostDots ? atMost : ""}
    </span>
  );
}
