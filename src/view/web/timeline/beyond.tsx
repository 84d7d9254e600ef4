import type { IsoDay } from "../../../model/document.ts";
import { counted } from "../words.ts";
import { type Core, dayAt, dayNumber } from "./bin.ts";

interface BeyondProps {
  readonly core: Core;
  /** What is counted: "claim". */
  readonly what: string;
  readonly onPick: (days: { readonly from: IsoDay | null; readonly to: IsoDay | null }) => void;
}

/** What lies before and after the days of a picture, each with a button that leads there; nothing where there is none. */
export function Beyond({ core, what, onPick }: BeyondProps) {
  const [first, last] = [core.counts[0]?.day, core.counts.at(-1)?.day];
  if (!first || !last || core.before + core.after === 0) return null;
  return (
    <p class="beyond">
      {core.before > 0 && (
        <button
          type="button"
          class="plain-button"
          onClick={() => onPick({ from: null, to: dayAt(dayNumber(first) - 1) })}
        >
          ← {counted(core.before, what)} before
        </button>
      )}
      {core.after > 0 && (
        <button
          type="button"
          class="plain-button"
          onClick={() => onPick({ from: dayAt(dayNumber(last) + 1), to: null })}
        >
          {counted(core.after, what)} after →
        </button>
      )}
    </p>
  );
}
