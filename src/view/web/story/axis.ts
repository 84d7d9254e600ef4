import { dayWords } from "../day.ts";

const dayMs = 86_400_000;

/** From the first to the last moment of what an ISO 8601 text names, in ms; the same twice for a time. Null where it names none. */
export function momentsOf(iso: string): readonly [from: number, to: number] | null {
  const short = /^(\d{4})(?:-(\d{2}))?$/.exec(iso);
  if (short) {
    const [year, month] = [Number(short[1]), short[2] === undefined ? null : Number(short[2]) - 1];
    if (month !== null && month > 11) return null;
    return month === null
      ? [Date.UTC(year, 0), Date.UTC(year + 1, 0)]
      : [Date.UTC(year, month), Date.UTC(year, month + 1)];
  }
  const hasTime = iso.includes("T");
  const at = Date.parse(hasTime && !/(Z|[+-]\d\d:?\d\d)$/i.test(iso) ? `${iso}Z` : iso);
  if (Number.isNaN(at)) return null;
  return hasTime ? [at, at] : [at, at + dayMs];
}

/** Documents that stand at one place of the axis. Shares of the whole width, 0 to 1; a time has no width. */
export interface AxisMark {
  readonly documents: readonly string[];
  readonly left: number;
  readonly width: number;
}

/** All that one publisher printed. */
export interface AxisLane {
  readonly publisher: string;
  readonly marks: readonly AxisMark[];
}

/** A story's reports over its days. */
export interface Axis {
  readonly lanes: readonly AxisLane[];
  readonly ticks: readonly { readonly at: number; readonly words: string }[];
}

interface Printed {
  readonly document: string;
  readonly publisher: string;
  readonly published: string | null;
}

/** Marks nearer to each other than this share of the width become one, or nobody could press them. */
const nearest = 0.045;
const mostTicks = 6;
const stepDays = [1, 2, 3, 7, 14, 28, 91, 182, 365, 730, 1825, 3650, 36500] as const;

const shortDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

function ticksOf(from: number, to: number): Axis["ticks"] {
  const step = stepDays.find((days) => (to - from) / (days * dayMs) <= mostTicks) ?? 365_000;
  const ticks: { at: number; words: string }[] = [];
  let year = -1;
  for (let day = from; day < to && ticks.length < 2 * mostTicks; day += step * dayMs) {
    const own = new Date(day).getUTCFullYear();
    const words = own === year ? shortDay.format(day) : dayWords(new Date(day).toISOString().slice(0, 10));
    ticks.push({ at: (day - from) / (to - from), words });
    year = own;
  }
  return ticks;
}

function marksOf(spans: readonly { readonly document: string; readonly left: number; readonly right: number }[]) {
  const marks: { documents: string[]; left: number; right: number }[] = [];
  const middle = ({ left, right }: { left: number; right: number }): number => (left + right) / 2;
  for (const { document, left, right } of spans.toSorted((a, b) => middle(a) - middle(b) || a.left - b.left)) {
    const last = marks.at(-1);
    if (last && middle({ left, right }) - middle(last) < nearest) {
      last.documents.push(document);
      last.left = Math.min(last.left, left);
      last.right = Math.max(last.right, right);
    } else marks.push({ documents: [document], left, right });
  }
  return marks.map(({ documents, left, right }): AxisMark => ({ documents, left, width: right - left }));
}

/** Reports by the moment at which what is known of their day begins, else as given; the undated last. A time counts in its own zone. */
export const inTime = <Row extends Pick<Printed, "published">>(rows: readonly Row[]): readonly Row[] => {
  const startOf = ({ published }: Row): number => (published === null ? null : momentsOf(published))?.[0] ?? Infinity;
  return rows.toSorted((a, b) => (startOf(a) === startOf(b) ? 0 : startOf(a) - startOf(b)));
};

/** Reports over days, a lane for each publisher in the order in which they came out with it; null where no report has a day. */
export function axisOf(rows: readonly Printed[]): Axis | null {
  const dated = rows.flatMap((row) => {
    const moments = row.published === null ? null : momentsOf(row.published);
    return moments === null ? [] : [{ ...row, start: moments[0], end: moments[1] }];
  });
  if (dated.length === 0) return null;
  const from = Math.floor(Math.min(...dated.map(({ start }) => start)) / dayMs) * dayMs;
  const last = Math.max(...dated.map(({ start, end }) => Math.max(end, start + 1)));
  const to = Math.ceil(last / dayMs) * dayMs;
  const share = (ms: number): number => (ms - from) / (to - from);
  const lanes = Map.groupBy(dated, ({ publisher }) => publisher);
  return {
    lanes: [...lanes].map(([publisher, list]) => ({
      publisher,
      marks: marksOf(list.map(({ document, start, end }) => ({ document, left: share(start), right: share(end) }))),
    })),
    ticks: ticksOf(from, to),
  };
}
