import type { Span } from "../../../src/model/span.ts";
import type { GoldFigure } from "./gold.ts";
import { type Counts, goldSpan } from "./match.ts";
import type { ReadBundle } from "./read.ts";

/** Something counted, with the errors. */
export interface Scored {
  readonly counts: Counts;
  readonly errors: readonly string[];
}

const touches = (span: Span, start: number, end: number): boolean => start < span[1] && span[0] < end;

/** The happening of the ledger that has an event with its trigger at the words; null where none has. */
function happeningAt(read: ReadBundle, report: string, span: Span): string | null {
  const events = read.told.find(({ document }) => document === report)?.annotation.events ?? [];
  for (const { id, places } of read.ledger.happenings) {
    for (const { document, event } of places) {
      if (document !== report) continue;
      const mention = events.find((one) => one.id === event);
      if (mention?.trigger.some(([start, end]) => touches(span, start, end))) return id;
    }
  }
  return null;
}

/** Pairs of triggers that tell one happening, against the pairs that the ledger puts in one. */
export function scoreHappenings(read: ReadBundle): Scored {
  const places = read.bundle.happenings.flatMap((happening) =>
    happening.places.map((place) => ({
      gold: happening.id,
      place,
      found: happeningAt(read, place.report, goldSpan(read, place)),
    })),
  );
  const counts = { right: 0, wrong: 0, missed: 0 };
  const errors: string[] = [];
  places.forEach((a, at) => {
    for (const b of places.slice(at + 1)) {
      const one = a.gold === b.gold;
      const joined = a.found !== null && a.found === b.found;
      if (!one && !joined) continue;
      counts[one ? (joined ? "right" : "missed") : "wrong"]++;
      if (one !== joined)
        errors.push(
          `${one ? "missed" : "wrongly"} one happening: ${a.place.report} "${a.place.quote}" (${a.found}) = ${b.place.report} "${b.place.quote}" (${b.found})`,
        );
    }
  });
  return { counts, errors };
}

const sameValues = (a: Pick<GoldFigure, "low" | "high" | "value">, b: Pick<GoldFigure, "low" | "high" | "value">) =>
  a.low === b.low && a.high === b.high && a.value === b.value;

/** Rows of the series with right words and values; a series is found whatever happening it hangs on. */
export function scoreFigures(read: ReadBundle): { readonly points: Scored; readonly superseded: Scored } {
  const found = read.ledger.figures.flatMap((series, at) =>
    series.points.map((point, index) => ({
      ...point,
      series: at,
      index,
      span: read.told
        .find(({ document }) => document === point.document)
        ?.annotation.quantities.find(({ id }) => id === point.quantity),
    })),
  );
  const points = { right: 0, wrong: 0, missed: 0 };
  const superseded = { right: 0, wrong: 0, missed: 0 };
  const errors: string[] = [];
  const used = new Set<(typeof found)[number]>();
  for (const { of, series } of read.bundle.figures) {
    const rows = series.map((row) => {
      const span = goldSpan(read, row.place);
      const at = found.find(
        (point) => point.document === row.place.report && point.span && touches(span, point.span.start, point.span.end),
      );
      if (at) used.add(at);
      if (at && sameValues(at, row)) points.right++;
      else {
        points.missed++;
        errors.push(
          `figure ${of} "${row.place.quote}" in ${row.place.report}: ${at ? `${at.low} to ${at.high}, ${at.value}` : "not found"}`,
        );
      }
      return at ?? null;
    });
    series.forEach((row, index) => {
      const at = rows[index] ?? null;
      const next = row.supersededBy === null ? null : (rows[row.supersededBy] ?? null);
      const told = at?.supersededBy ?? null;
      if (row.supersededBy !== null) {
        if (at && next && at.series === next.series && told === next.index) superseded.right++;
        else {
          superseded.missed++;
          errors.push(`"${row.place.quote}" in ${row.place.report} is not superseded by row ${row.supersededBy}`);
        }
      } else if (told !== null) {
        superseded.wrong++;
        errors.push(`"${row.place.quote}" in ${row.place.report} is wrongly superseded`);
      }
    });
  }
  points.wrong = found.filter((point) => !used.has(point)).length;
  return { points: { counts: points, errors }, superseded: { counts: superseded, errors: [] } };
}
