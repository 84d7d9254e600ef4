import type { AnnotatedDocument } from "../model/annotation.ts";
import type { DatedRange } from "../model/document.ts";
import type { Spans } from "../model/span.ts";
import type { Flag, Tables } from "./tables.ts";

/** A row of a layer: its columns but for `reading`, always in the same order. */
export type LayerRow = Readonly<Record<string, string | number | null>>;

/** One table of a reading and the rows that a document has in it. */
export interface Layer {
  readonly table: string;
  readonly rows: (annotated: AnnotatedDocument) => readonly LayerRow[];
}

/** A layer whose rows are checked against the columns of its table when this compiles. */
const layer = <Name extends keyof Tables>(
  table: Name,
  rows: (annotated: AnnotatedDocument) => readonly (Omit<Tables[Name], "reading"> & LayerRow)[],
): Layer => ({ table, rows });

const flag = (value: boolean): Flag => (value ? 1 : 0);
// Numbers that can pass 2^53 are text; JavaScript's shortest form of a number is read back exactly.
const numeral = (value: number | null): string | null => (value === null ? null : String(value));
const dated = (date: DatedRange | null) => ({
  date_start: date?.start ?? null,
  date_end: date?.end ?? null,
  date_by: date?.by ?? null,
});

/** First unit of any of `lists`; 0 where all are empty. */
const firstOf = (...lists: readonly Spans[]): number => {
  let first = Number.MAX_SAFE_INTEGER;
  for (const spans of lists) for (const [start] of spans) first = Math.min(first, start);
  return first === Number.MAX_SAFE_INTEGER ? 0 : first;
};

/**
 * The tables of a reading in an order in which every row refers only to rows before it (but for the parent of an attribution,
 * which is checked at the end). `read.ts` is the way back; it and this file change together.
 */
export const layers: readonly Layer[] = [
  layer("actor", ({ actors }) =>
    actors.map((one, position) => ({
      id: one.id,
      position,
      name: one.name,
      kind: one.kind,
      named: flag(one.named),
      public: one.public === null ? null : flag(one.public),
      wikidata: one.wikidata,
      country: one.country,
      roles: JSON.stringify(one.roles),
      aliases: JSON.stringify(one.aliases),
    })),
  ),
  layer("mention", ({ mentions }) =>
    mentions.map(({ id, start, end, kind, form, actor }, position) => ({
      id,
      position,
      start,
      end,
      kind,
      form,
      actor,
    })),
  ),
  layer("timex", ({ timexes }) =>
    timexes.map(({ id, start, end, type, value, range, by }, position) => ({
      id,
      position,
      start,
      end,
      type,
      value,
      first: range?.[0] ?? null,
      last: range?.[1] ?? null,
      by,
    })),
  ),
  layer("place", ({ places }) =>
    places.map(({ id, mention, name, geonames, lat, lon, country, precision, by, score }, position) => ({
      id,
      position,
      mention,
      name,
      geonames,
      lat,
      lon,
      country,
      precision,
      by,
      score,
    })),
  ),
  layer("attribution", ({ attributions }) =>
    attributions.map((one, position) => ({
      id: one.id,
      position,
      first: firstOf(one.source, one.cue, one.content),
      source: JSON.stringify(one.source),
      cue: JSON.stringify(one.cue),
      content: JSON.stringify(one.content),
      kind: one.kind,
      polarity: one.polarity,
      stance: one.stance,
      via: one.via && JSON.stringify(one.via),
      parent: one.parent,
      ...dated(one.date),
      score: one.score,
    })),
  ),
  layer("attribution_actor", ({ attributions }) =>
    attributions.flatMap(({ id: attribution, speakers, targets }) => [
      ...speakers.map((actor, position) => ({ attribution, part: "speaker" as const, position, actor })),
      ...targets.map((actor, position) => ({ attribution, part: "target" as const, position, actor })),
    ]),
  ),
  layer("mark", ({ marks }) =>
    marks.map(({ id, start, end, kind, polarity, target, words }, position) => ({
      id,
      position,
      start,
      end,
      kind,
      polarity,
      target,
      words: JSON.stringify(words),
    })),
  ),
  layer("attribution_mark", ({ attributions }) =>
    attributions.flatMap(({ id: attribution, marks }) =>
      marks.map((mark, position) => ({ attribution, position, mark })),
    ),
  ),
  layer("event", ({ events }) =>
    events.map((one, position) => ({
      id: one.id,
      position,
      first: firstOf(one.trigger),
      trigger: JSON.stringify(one.trigger),
      type: one.type,
      class: one.class,
      mode: one.mode,
      context: JSON.stringify(one.context),
      places: JSON.stringify(one.places),
      ...dated(one.date),
      realis: one.realis,
      factuality: one.factuality,
      attribution: one.attribution,
      quantities: JSON.stringify(one.quantities),
      score: one.score,
    })),
  ),
  layer("event_actor", ({ events }) =>
    events.flatMap(({ id: event, actors, recipients }) => [
      ...actors.map((actor, position) => ({ event, part: "actor" as const, position, actor })),
      ...recipients.map((actor, position) => ({ event, part: "recipient" as const, position, actor })),
    ]),
  ),
  layer("quantity", ({ quantities }) =>
    quantities.map((one, position) => ({
      id: one.id,
      position,
      start: one.start,
      end: one.end,
      value: numeral(one.value),
      low: numeral(one.low),
      high: numeral(one.high),
      bound: one.bound,
      unit: one.unit,
      of: one.of,
      event: one.event,
    })),
  ),
];
