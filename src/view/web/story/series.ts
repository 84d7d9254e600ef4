import type { FigureRow } from "../../../record/ask/happenings.ts";

/** A figure with its name in the URL: its place in the series. */
export interface NamedFigure {
  readonly id: string;
  readonly row: FigureRow;
}

/** Figures by series, each in its order. */
export const seriesOf = (rows: readonly FigureRow[]): readonly (readonly NamedFigure[])[] =>
  [...Map.groupBy(rows, ({ series }) => series)].map(([series, own]) =>
    own.map((row, place) => ({ id: `${series}.${place + 1}`, row })),
  );
