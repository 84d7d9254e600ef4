import type { AnnotatedDocument } from "../../../model/annotation.ts";
import type { Located, Spans } from "../../../model/span.ts";
import type { Layer } from "./layer.ts";

/** Which part of an annotation a stretch of text is. */
export type Role =
  | "source"
  | "cue"
  | "content"
  | "mark"
  | "evidence"
  | "trigger"
  | "actor"
  | "day"
  | "place"
  | "number";

/** A stretch of text that belongs to an annotation. */
export interface Piece extends Located {
  readonly role: Role;
}

/** Anything that can be selected in the reader, with the words it stands on. Pieces are in text order, and there is at least one. */
export interface Item {
  /** Local id of the annotation, "s3". */
  readonly id: string;
  readonly layer: Layer;
  readonly pieces: readonly Piece[];
  /** From the first unit of the first piece to the last of the last. */
  readonly start: number;
  readonly end: number;
}

const piecesOf = (spans: Spans, role: Role): readonly Piece[] => spans.map(([start, end]) => ({ start, end, role }));

function item(id: string, layer: Layer, pieces: readonly Piece[]): readonly Item[] {
  if (pieces.length === 0) return [];
  const sorted = pieces.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const end = sorted.reduce((last, piece) => Math.max(last, piece.end), 0);
  return [{ id, layer, pieces: sorted, start: sorted[0]!.start, end }];
}

const single = (row: Located & { readonly id: string }, layer: Layer, role: Role): readonly Item[] =>
  item(row.id, layer, [{ start: row.start, end: row.end, role }]);

/** Everything of a reading that can be shown on its text: by place in the text, the outer before the inner. What stands on no words is left out. */
export function itemsOf(reading: AnnotatedDocument): readonly Item[] {
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]));
  return [
    ...reading.attributions.flatMap(({ id, source, cue, content }) =>
      item(id, "claims", [...piecesOf(source, "source"), ...piecesOf(cue, "cue"), ...piecesOf(content, "content")]),
    ),
    ...reading.marks.flatMap((mark) => single(mark, "marks", mark.polarity === "supports" ? "evidence" : "mark")),
    ...reading.events.flatMap(({ id, trigger }) => item(id, "events", piecesOf(trigger, "trigger"))),
    ...reading.mentions.filter(({ actor }) => actor !== null).flatMap((mention) => single(mention, "actors", "actor")),
    ...reading.timexes.flatMap((timex) => single(timex, "days", "day")),
    ...reading.places.flatMap(({ id, mention }) => {
      const words = mentions.get(mention);
      return words ? single({ ...words, id }, "places", "place") : [];
    }),
    ...reading.quantities.flatMap((quantity) => single(quantity, "numbers", "number")),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** How many items each layer has. */
export const countsOf = (items: readonly Item[]): ReadonlyMap<Layer, number> => {
  const counts = new Map<Layer, number>();
  for (const { layer } of items) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  return counts;
};

/** Ids of the items of the layers that stand on the unit at `offset`: the shortest first. */
export const itemsAt = (items: readonly Item[], on: readonly Layer[], offset: number): readonly Item[] =>
  items
    .filter(
      ({ layer, start, end, pieces }) =>
        start <= offset &&
        offset < end &&
        on.includes(layer) &&
        pieces.some((piece) => piece.start <= offset && offset < piece.end),
    )
    .sort((a, b) => a.end - a.start - (b.end - b.start));

/**
 * The item after (`step` 1) or before (-1) the one selected, among those that `isMeant`; the first or the last where none is selected.
 * Where the selected one is not among them, its place in the text counts. Null at the end.
 */
export function nextItem(
  items: readonly Item[],
  selected: string | null,
  step: 1 | -1,
  isMeant: (item: Item) => boolean,
): Item | null {
  const at = selected === null ? -1 : items.findIndex(({ id }) => id === selected);
  const from = at === -1 ? (step === 1 ? 0 : items.length - 1) : at + step;
  for (let next = from; next >= 0 && next < items.length; next += step) {
    if (isMeant(items[next]!)) return items[next]!;
  }
  return null;
}
