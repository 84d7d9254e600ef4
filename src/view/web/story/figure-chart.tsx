import { dayWords } from "../day.ts";
import { holderWords } from "./name.ts";
import type { NamedFigure } from "./series.ts";
import { type ChartMark, stepChart } from "./step-chart.ts";
import { useWidth } from "./use-width.ts";

interface ChartProps {
  readonly figures: readonly NamedFigure[];
  readonly at: string | null;
  readonly onSelect: (id: string) => void;
}

const letterPx = 6.4;

const shortened = (words: string, px: number): string => {
  const most = Math.max(6, Math.floor(px / letterPx));
  return words.length <= most
    ? words
    : `${words
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, "")}…`;
};

const oldWords = ({ row }: Pick<NamedFigure, "row">): string => shortened(row.figure.replace(/\s+/g, " "), 110);

const shortDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
/** The last day, without its year where that is the first day's. */
const lastWords = (first: string, last: string): string =>
  first.slice(0, 4) === last.slice(0, 4) ? shortDay.format(Date.parse(last)) : dayWords(last);

/** A mark with its bound: an arrow up for "at least", down for "at most", a bar for a range, dashed for "about". */
function Mark({ mark, bound }: { readonly mark: ChartMark; readonly bound: string }) {
  const r = mark.superseded ? 3 : 5;
  const up = bound === "at-least" ? -1 : bound === "at-most" ? 1 : 0;
  return (
    <>
      <circle class="figure-reach" cx={mark.x} cy={mark.y} r="14" />
      {mark.reach && <line class="figure-range" x1={mark.x} x2={mark.x} y1={mark.reach[0]} y2={mark.reach[1]} />}
      <circle class={bound === "about" ? "figure-dot figure-about" : "figure-dot"} cx={mark.x} cy={mark.y} r={r} />
      {up !== 0 && (
        <path
          class="figure-bound"
          d={`M${mark.x} ${mark.y + up * r}v${up * 8}m-3 ${up * -3}l3 ${up * 3}l3 ${up * -3}`}
        />
      )}
    </>
  );
}

/** Figures over days as steps, from a base of zero, each current one with its words beside it. The table says the same to screen readers. */
export function FigureChart({ figures, at, onSelect }: ChartProps) {
  const { frame, width } = useWidth();
  const chart =
    width === null
      ? null
      : stepChart(
          figures.map(({ row }) => ({ ...row, holder: row.holder.name, words: oldWords({ row }) })),
          width,
        );
  const wordsOf = ({ row }: NamedFigure): string => `${row.figure.replace(/\s+/g, " ")}, ${holderWords(row.holder)}`;
  const pick = (place: number) => () => onSelect(figures[place]!.id);
  return (
    <div ref={frame} class="figure-chart">
      {chart && (
        <svg width={chart.width} height={chart.height} aria-hidden="true">
          {chart.scale.map(({ value, y }) => (
            <g key={value}>
              <line class="figure-grid" x1={chart.plot.left} x2={chart.plot.right} y1={y} y2={y} />
              <text class="figure-scale" x={chart.plot.left - 6} y={y + 4} text-anchor="end">
                {value.toLocaleString("en", { notation: value >= 10_000 ? "compact" : "standard" })}
              </text>
            </g>
          ))}
          {chart.lines.map(({ holder, d }) => (
            <path key={holder} class="figure-line" d={d} />
          ))}
          {chart.labels.map(({ place, y }) => {
            const mark = chart.marks.find((one) => one.place === place)!;
            return (
              <path key={place} class="figure-lead" d={`M${mark.x + 6} ${mark.y}L${chart.plot.right + 2} ${y}h6`} />
            );
          })}
          {chart.marks.map((mark) => {
            const { id, row } = figures[mark.place]!;
            return (
              <g
                key={id}
                class={mark.superseded ? "figure-mark figure-old" : "figure-mark"}
                data-at={id}
                data-selected={id === at}
                onClick={pick(mark.place)}
              >
                <title>{`${wordsOf(figures[mark.place]!)}, ${row.day === null ? "no day" : dayWords(row.day)}`}</title>
                <Mark mark={mark} bound={row.bound} />
              </g>
            );
          })}
          {chart.old.map(({ place, x, y }) => (
            <text key={place} class="figure-old-words" x={x} y={y} text-anchor="middle" onClick={pick(place)}>
              {oldWords(figures[place]!)}
            </text>
          ))}
          {chart.labels.map(({ place, y }) => (
            <text
              key={place}
              class={figures[place]!.id === at ? "figure-words figure-chosen" : "figure-words"}
              x={chart.plot.right + 12}
              y={y + 4}
              onClick={pick(place)}
            >
              <title>{wordsOf(figures[place]!)}</title>
              {shortened(wordsOf(figures[place]!), chart.width - chart.plot.right - 14)}
            </text>
          ))}
          <text class="figure-scale" x={chart.plot.left} y={chart.height - 6}>
            {dayWords(chart.first)}
          </text>
          {chart.last !== chart.first && (
            <text class="figure-scale" x={chart.plot.right} y={chart.height - 6} text-anchor="end">
              {lastWords(chart.first, chart.last)}
            </text>
          )}
        </svg>
      )}
      {chart && chart.left.length > 0 && (
        <p class="quiet">
          Without a day or a number, in the table only: {chart.left.map((place) => wordsOf(figures[place]!)).join("; ")}
        </p>
      )}
    </div>
  );
}
