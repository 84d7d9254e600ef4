import type { FigurePoint } from "../../../model/ledger.ts";

/** A figure as it is drawn. */
export interface ChartPoint extends Pick<FigurePoint, "value" | "low" | "high" | "bound"> {
  readonly day: string | null;
  /** Whose figure it is; figures of one holder are joined by a line. */
  readonly holder: string;
  readonly superseded: boolean;
}

/** A drawn figure: `place` is its place among the points given. Px from the top left. */
export interface ChartMark {
  readonly place: number;
  readonly x: number;
  readonly y: number;
  /** Ends of what it may be, where it is a range; else null. */
  readonly reach: readonly [top: number, bottom: number] | null;
  readonly superseded: boolean;
}

/** Words beside a mark, moved so that none covers another. */
export interface ChartLabel {
  readonly place: number;
  readonly y: number;
}

/** Geometry of a step chart. */
export interface StepChart {
  readonly width: number;
  readonly height: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly marks: readonly ChartMark[];
  readonly lines: readonly { readonly holder: string; readonly d: string }[];
  readonly labels: readonly ChartLabel[];
  /** Numbers of the scale, from 0. */
  readonly scale: readonly { readonly value: number; readonly y: number }[];
  readonly first: string;
  readonly last: string;
  /** Places of the points that have no day or no number. */
  readonly left: readonly number[];
}

/** What a figure is drawn at: its value, else the bound that it has; null where it has no number. */
export const heightOf = ({ value, low, high, bound }: Pick<ChartPoint, "value" | "low" | "high" | "bound">) =>
  bound === "range" && low !== null && high !== null
    ? (low + high) / 2
    : (value ?? (bound === "at-most" ? high : low) ?? high);

/** The least round number (1, 2, 5 and tens of them) that is not below `value`. */
export function roundAbove(value: number): number {
  if (!(value > 0)) return 1;
  const ten = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((times) => times * ten).find((round) => round >= value) ?? 10 * ten;
}

/** Places for labels of `gap` px each that want to stand at `wanted`, within [top, bottom]: in order, apart, as near as that allows. */
export function spread(wanted: readonly number[], gap: number, top: number, bottom: number): readonly number[] {
  const order = wanted.map((_y, place) => place).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const placed: number[] = [];
  order.forEach((place, at) => {
    placed[at] = Math.max(wanted[place]!, at === 0 ? top : placed[at - 1]! + gap);
  });
  for (let at = placed.length - 1, most = bottom; at >= 0; at--, most -= gap) placed[at] = Math.min(placed[at]!, most);
  const found: number[] = [];
  order.forEach((place, at) => {
    found[place] = placed[at]!;
  });
  return found;
}

const labelPx = 18;
const leastPlotPx = 112;
const edge = { top: 20, bottom: 24, left: 44 } as const;
/** More labels than these would be a list; the table has the rest. */
const mostLabels = 12;

const dayMs = 86_400_000;
const dayNumber = (day: string): number => Date.parse(day.slice(0, 10)) / dayMs;

const stepPath = (marks: readonly ChartMark[]): string =>
  marks.map(({ x, y }, at) => (at === 0 ? `M${round(x)} ${round(y)}` : `H${round(x)}V${round(y)}`)).join("");
const round = (px: number): number => Math.round(px * 10) / 10;

/** The chart of figures over days, from a base of zero; null where none has both a day and a number. */
export function stepChart(points: readonly ChartPoint[], width: number): StepChart | null {
  const drawn = points.flatMap((point, place) => {
    const height = heightOf(point);
    const day = point.day === null ? NaN : dayNumber(point.day);
    return height === null || !Number.isFinite(height) || Number.isNaN(day) ? [] : [{ point, place, height, day }];
  });
  if (drawn.length === 0) return null;
  const isDrawn = new Set(drawn.map(({ place }) => place));
  const labelled = drawn.filter(({ point }) => !point.superseded).slice(-mostLabels);
  const labelWidth = Math.round(Math.min(260, width * 0.46));
  const plotPx = Math.max(leastPlotPx, labelled.length * labelPx);
  const plot = { left: edge.left, right: width - labelWidth, top: edge.top, bottom: edge.top + plotPx };
  const most = roundAbove(Math.max(...drawn.map(({ point, height }) => Math.max(height, rangeTop(point) ?? 0))));
  const days = drawn.map(({ day }) => day);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const xOf = (day: number): number =>
    round(plot.left + 8 + (first === last ? 0.5 : (day - first) / (last - first)) * (plot.right - plot.left - 20));
  const yOf = (value: number): number => round(plot.bottom - (value / most) * (plot.bottom - plot.top));
  const marks = drawn
    .map(({ point, place, height, day }) => ({
      place,
      x: xOf(day),
      y: yOf(height),
      reach:
        point.bound === "range" && point.low !== null && point.high !== null
          ? ([yOf(point.high), yOf(point.low)] as const)
          : null,
      superseded: point.superseded,
    }))
    .toSorted((a, b) => a.x - b.x || a.place - b.place);
  const lines = [...Map.groupBy(marks, ({ place }) => points[place]!.holder)]
    .filter(([, own]) => own.length > 1)
    .map(([holder, own]) => ({ holder, d: stepPath(own) }));
  const places = labelled.map(({ place }) => place);
  const wanted = places.map((place) => marks.find((mark) => mark.place === place)!.y);
  const ys = spread(wanted, labelPx, plot.top, plot.bottom);
  return {
    width,
    height: plot.bottom + edge.bottom,
    plot,
    marks,
    lines,
    labels: places.map((place, at) => ({ place, y: ys[at]! })),
    scale: [0, most].map((value) => ({ value, y: yOf(value) })),
    first: new Date(first * dayMs).toISOString().slice(0, 10),
    last: new Date(last * dayMs).toISOString().slice(0, 10),
    left: points.flatMap((_point, place) => (isDrawn.has(place) ? [] : [place])),
  };
}

const rangeTop = ({ bound, high }: ChartPoint): number | null => (bound === "range" ? high : null);
