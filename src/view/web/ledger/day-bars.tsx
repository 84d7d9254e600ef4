import type { IsoDay } from "../../../model/document.ts";
import { dayWords } from "../day.ts";
import { Beyond } from "../timeline/beyond.tsx";
import {
  type Bin,
  barPx,
  binDays,
  binsOf,
  binWords,
  coreOf,
  type DayCount,
  isWithin,
  summed,
  unitFor,
} from "../timeline/bin.ts";
import { counted } from "../words.ts";

interface DayBarsProps {
  /** In the order of days. */
  readonly counts: readonly DayCount[];
  /** What is counted: "claim". */
  readonly what: string;
  readonly from: IsoDay | null;
  readonly to: IsoDay | null;
  readonly onPick: (days: { readonly from: IsoDay | null; readonly to: IsoDay | null }) => void;
}

const tallestPx = 48;
const mostBars = 40;

/** Small bars of how many there are by day, week, month or year; each narrows the days to its own. A table says the same to screen readers. */
export function DayBars({ counts, what, from, to, onPick }: DayBarsProps) {
  if (counts.length === 0) return null;
  const core = coreOf(counts);
  const [first, last] = [core.counts[0]!.day, core.counts.at(-1)!.day];
  const unit = unitFor(first, last, mostBars);
  const bins = binsOf(first, last, unit);
  const sums = summed(bins, core.counts);
  const most = Math.max(...sums);
  const step = 100 / bins.length;
  const endWords = (bin: Bin): string => (unit === "week" ? dayWords(bin.first) : binWords(bin, unit));
  return (
    <div class="day-bars">
      <p class="quiet day-bars-most" aria-hidden="true">
        at most {counted(most, what)} a {unit}
      </p>
      <svg viewBox={`0 0 100 ${tallestPx}`} preserveAspectRatio="none" aria-hidden="true">
        {bins.map((bin, at) => {
          const height = barPx(sums[at]!, most, tallestPx);
          return (
            <g
              key={bin.first}
              class={isWithin(bin, from, to) ? "day-bar" : "day-bar day-bar-out"}
              onClick={() => sums[at]! > 0 && onPick(binDays(bin))}
            >
              <title>{`${binWords(bin, unit)}: ${counted(sums[at]!, what)}`}</title>
              <rect class="day-bar-reach" x={at * step} y="0" width={step} height={tallestPx} />
              <rect x={at * step + step * 0.1} y={tallestPx - height} width={step * 0.8} height={height} />
            </g>
          );
        })}
      </svg>
      <p class="day-bars-ends quiet" aria-hidden="true">
        <span>{endWords(bins[0]!)}</span>
        <span>{bins.length > 1 && endWords(bins.at(-1)!)}</span>
      </p>
      <Beyond core={core} what={what} onPick={onPick} />
      <table class="visually-hidden">
        <caption>
          {what}s by {unit}
        </caption>
        <tbody>
          {bins.map(
            (bin, at) =>
              sums[at]! > 0 && (
                <tr key={bin.first}>
                  <th scope="row">
                    <button type="button" onClick={() => onPick(binDays(bin))}>
                      {binWords(bin, unit)}
                    </button>
                  </th>
                  <td>{sums[at]}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  );
}
