import type { SQLOutputValue } from "node:sqlite";
import type { Actor } from "../model/actor.ts";
import type { AnnotatedDocument } from "../model/annotation.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Block } from "../model/block.ts";
import type { DatedRange, DocumentMeta } from "../model/document.ts";
import type { EventMention } from "../model/event.ts";
import type { Mark } from "../model/mark.ts";
import type { Mention } from "../model/mention.ts";
import type { Place } from "../model/place.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Spans } from "../model/span.ts";
import type { Timex } from "../model/timex.ts";
import { rowOf } from "./id.ts";
import type { CaseRecord } from "./open.ts";
import { statementsOf } from "./statement.ts";

type Row = Record<string, SQLOutputValue>;

// Rows were checked when they were written, and `verify` proves that they are as they were: here they are taken at their word.
const parsed = <T>(json: SQLOutputValue | undefined): T => JSON.parse(String(json)) as T;
const numeral = (text: SQLOutputValue | undefined): number | null => (text == null ? null : Number(text));
const dated = (row: Row): DatedRange | null =>
  row.date_by === null ? null : ({ start: row.date_start, end: row.date_end, by: row.date_by } as DatedRange);
/** A row of a layer without the columns that only the record needs. */
const bare = ({ reading: _reading, position: _position, ...rest }: Row): Row => rest;

const actorOf = (row: Row): Actor =>
  ({
    ...bare(row),
    named: row.named === 1,
    public: row.public === null ? null : row.public === 1,
    roles: parsed(row.roles),
    aliases: parsed(row.aliases),
  }) as unknown as Actor;

const mentionOf = (row: Row): Mention => bare(row) as unknown as Mention;
const markOf = (row: Row): Mark => ({ ...bare(row), words: parsed(row.words) }) as unknown as Mark;
const placeOfRow = (row: Row): Place => bare(row) as unknown as Place;

function timexOf(row: Row): Timex {
  const { first, last, ...rest } = bare(row);
  return { ...rest, range: first === null ? null : [first, last] } as unknown as Timex;
}

const quantityOf = (row: Row): Quantity =>
  ({ ...bare(row), value: numeral(row.value), low: numeral(row.low), high: numeral(row.high) }) as unknown as Quantity;

/** Actors by owner and part, in their order. */
type Parts = ReadonlyMap<string, readonly string[]>;
const partsOf = (rows: readonly Row[], owner: string): Parts => {
  const parts = new Map<string, string[]>();
  for (const row of rows) {
    const key = `${row[owner]} ${row.part}`;
    const actors = parts.get(key) ?? [];
    actors.push(String(row.actor ?? row.mark));
    parts.set(key, actors);
  }
  return parts;
};

const attributionOf = (row: Row, actors: Parts, marks: Parts): Attribution => {
  const { first: _first, date_start: _start, date_end: _end, date_by: _by, ...rest } = bare(row);
  return {
    ...rest,
    source: parsed(row.source),
    cue: parsed(row.cue),
    content: parsed(row.content),
    speakers: actors.get(`${row.id} speaker`) ?? [],
    targets: actors.get(`${row.id} target`) ?? [],
    via: row.via === null ? null : parsed(row.via),
    marks: marks.get(`${row.id} mark`) ?? [],
    date: dated(row),
  } as unknown as Attribution;
};

const eventOf = (row: Row, actors: Parts): EventMention => {
  const { first: _first, date_start: _start, date_end: _end, date_by: _by, ...rest } = bare(row);
  return {
    ...rest,
    trigger: parsed(row.trigger),
    context: parsed(row.context),
    actors: actors.get(`${row.id} actor`) ?? [],
    recipients: actors.get(`${row.id} recipient`) ?? [],
    places: parsed(row.places),
    date: dated(row),
    quantities: parsed(row.quantities),
  } as unknown as EventMention;
};

/**
 * The reading with row number `reading`, as it was written: every layer in its order, `tokens` empty, since they are not kept.
 * Null where there is none. Throws what SQLite throws, and a SyntaxError where a JSON column was changed (`verify` names it).
 */
export function readReading(record: CaseRecord, reading: number): AnnotatedDocument | null {
  const prepare = statementsOf(record);
  const head = prepare(
    `SELECT reading.*, text.body, revision.text_sha256, run.engine, run.version, run.weights_hash, run.lexicon_hash
       FROM reading JOIN revision ON revision.id = reading.revision JOIN text ON text.id = revision.text JOIN run ON run.id = reading.run
       WHERE reading.id = ?`,
  ).get(reading);
  if (!head) return null;
  const rows = (table: string): readonly Row[] =>
    prepare(`SELECT * FROM ${table} WHERE reading = ? ORDER BY position`).all(reading);
  const spoken = partsOf(rows("attribution_actor"), "attribution");
  const marked = partsOf(
    rows("attribution_mark").map((row) => ({ ...row, part: "mark" })),
    "attribution",
  );
  const played = partsOf(rows("event_actor"), "event");
  return {
    format: "standoff/1",
    line: "document",
    id: String(head.given_id),
    text: String(head.body),
    lang: head.lang === null ? null : String(head.lang),
    meta: parsed<DocumentMeta>(head.meta),
    blocks: parsed<readonly Block[]>(head.blocks),
    sentences: parsed<Spans>(head.sentences),
    tokens: [],
    mentions: rows("mention").map(mentionOf),
    actors: rows("actor").map(actorOf),
    timexes: rows("timex").map(timexOf),
    places: rows("place").map(placeOfRow),
    quantities: rows("quantity").map(quantityOf),
    marks: rows("mark").map(markOf),
    attributions: rows("attribution").map((row) => attributionOf(row, spoken, marked)),
    events: rows("event").map((row) => eventOf(row, played)),
    provenance: {
      engine: String(head.engine),
      version: String(head.version),
      weights: head.weights_hash === null ? null : String(head.weights_hash),
      lexicon: String(head.lexicon_hash),
      textSha256: String(head.text_sha256),
    },
  };
}

/** Row number of the newest reading of the newest revision of a document ("d12"); null where there is no such document. */
export function currentReading(record: CaseRecord, documentPublicId: string): number | null {
  const document = rowOf("document", documentPublicId);
  if (document === null) return null;
  const row = record.sqlite
    .prepare(
      `SELECT reading.id FROM revision JOIN reading ON reading.revision = revision.id
       WHERE revision.document = ? ORDER BY revision.number DESC, reading.id DESC LIMIT 1`,
    )
    .get(document);
  return row ? Number(row.id) : null;
}
