import type { FigurePoint } from "../../../model/ledger.ts";

/** A figure as it is drawn. */
export interface ChartPoint extends Pick<FigurePoint, "value" | "low" | "high" | "bound"> {
  readonly day: string | null;
  /** Whose figure it is; figures of one holder are joined by a line. */
  readonly holder: string;
  readonly superseded: boolean;
  /** The figure as printed, shortened: it stands beside the mark of a replaced one. */
  readonly words: string;
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

/** Words of a replaced figure, beside its mark where no other words stand. */
export interface OldLabel {
  readonly place: number;
  readonly x: number;
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
  readonly old: readonly OldLabel[];
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
const edge = { top: 28, bottom: 24, left: 44 } as const;
/** More labels than these would be a list; the table has the rest. */
const mostLabels = 12;

const letterPx = 6;
const oldLinePx = 13;
const besides = [-10, 18, -23, 31] as const;

/** Places for the words of replaced figures: above, below, farther away; none where all of these are taken. `words` are centred at x. */
function oldLabels(
  marks: readonly ChartMark[],
  wordsOf: (place: number) => string,
  plot: StepChart["plot"],
): readonly OldLabel[] {
  const placed: { place: number; x: number; y: number; half: number }[] = [];
  for (const { place, x, y, superseded } of marks) {
    const half = (wordsOf(place).length * letterPx) / 2;
    if (!superseded) continue;
    const middle = Math.max(plot.left + half, Math.min(plot.right - half, x));
    const free = besides
      .map((by) => y + by)
      .find(
        (at) =>
          at > oldLinePx &&
          at < plot.bottom + 2 &&
          placed.every((one) => Math.abs(one.y - at) >= oldLinePx || Math.abs(one.x - middle) >= one.half + half + 4),
      );
    if (free !== undefined) placed.push({ place, x: middle, y: free, half });
  }
  return placed.map(({ place, x, y }) => ({ place, x, y }));
}

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
    old: oldLabels(marks, (place) => points[place]!.words, plot),
    scale: [0, most].map((value) => ({ value, y: yOf(value) })),
    first: new Date(first * dayMs).toISOString().slice(0, 10),
    last: new Date(last * dayMs).toISOString().slice(0, 10),
    left: points.flatMap((_point, place) => (isDrawn.has(place) ? [] : [place])),
  };
}

const rangeTop = ({ bound, high }: ChartPoint): number | null => (bound === "range" ? high : null);
