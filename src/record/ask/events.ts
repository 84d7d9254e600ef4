import { type RawBuilder, sql } from "kysely";
import type { DatedRange } from "../../model/document.ts";
import {
  type EventClass,
  type EventPlace,
  type EventType,
  eventTypes,
  type Factuality,
  type Realis,
} from "../../model/event.ts";
import type { Place } from "../../model/place.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { Spans } from "../../model/span.ts";
import type { CaseRecord } from "../open.ts";
import { answering } from "./answering.ts";
import {
  type Cited,
  citedIn,
  type Head,
  type Key,
  type Quoted,
  rowsFor,
  sentencesAround,
  spansIn,
  wordsOf,
} from "./cited.ts";
import { rangeOf } from "./claims.ts";
import {
  type AskContext,
  type DayFilter,
  type DocumentFilter,
  documentConditions,
  hasActor,
  isOneOf,
  isOneOfGiven,
  noContext,
  sharesDay,
  textAnswers,
} from "./filter.ts";
import { type ActorRef, actorsOf } from "./party.ts";
import { placesNamed } from "./places.ts";
import { withVariants } from "./variant.ts";
import { allOf, isCurrent, type Paging, pageOf, type Window } from "./window.ts";
import { matchExpression, readQuery, type WordQuery } from "./word.ts";

/** Which events are asked for. Values of one filter are alternatives; filters are joined by "and". */
export interface EventFilter extends Window, Paging, DocumentFilter, DayFilter {
  readonly type?: readonly EventType[] | undefined;
  readonly class?: readonly EventClass[] | undefined;
  /** Who does it, by any form or spelling of a name. */
  readonly actor?: readonly string[] | undefined;
  /** Whom it is done to. */
  readonly recipient?: readonly string[] | undefined;
  /** Names of places, or countries by name or ISO 3166-1 alpha-2. */
  readonly place?: readonly string[] | undefined;
  readonly realis?: readonly Realis[] | undefined;
  /** A query over the sentence of the event (`readQuery`), names in any spelling. */
  readonly words?: string | undefined;
  /** "yes": only what somebody is named as saying; "no": only what the publisher says itself. */
  readonly attributed?: "yes" | "no" | undefined;
}

/** A place of an event. Coordinates are as coarse as `precision`. */
export interface EventPlaceRow
  extends Pick<Place, "name" | "geonames" | "lat" | "lon" | "country" | "precision" | "by"> {
  readonly role: EventPlace["role"];
}

/** A number of an event, with its words. */
export interface EventQuantity extends Quoted, Pick<Quantity, "value" | "low" | "high" | "bound" | "unit" | "of"> {
  readonly quantity: string;
}

/** Who says so. */
export interface EventAttribution {
  /** Public id of the claim, "r14.s3". */
  readonly claim: string;
  /** Words of the source; null where no speaker was found. */
  readonly source: string | null;
  readonly cue: string | null;
  readonly speakers: readonly ActorRef[];
}

/** One mention of an event; the cited words are the sentence of its trigger. */
export interface EventRow extends Cited {
  /** Public id, "r14.e2". */
  readonly event: string;
  readonly trigger: string | null;
  readonly triggerSpans: Spans;
  /** Null for happenings of no PLOVER type. */
  readonly type: EventType | null;
  readonly class: EventClass;
  /** PLOVER's quad class; null where there is no type. */
  readonly quad: (typeof eventTypes)[EventType]["quad"] | null;
  readonly mode: string | null;
  readonly context: readonly string[];
  readonly actors: readonly ActorRef[];
  readonly recipients: readonly ActorRef[];
  readonly places: readonly EventPlaceRow[];
  readonly day: DatedRange | null;
  readonly realis: Realis;
  readonly factuality: Factuality;
  /** Null in the publisher's own words. */
  readonly attribution: EventAttribution | null;
  readonly quantities: readonly EventQuantity[];
  readonly score: number | null;
}

interface EventRecord extends Key {
  readonly trigger: string;
  readonly type: EventType | null;
  readonly class: EventClass;
  readonly mode: string | null;
  readonly context: string;
  readonly places: string;
  readonly date_start: string | null;
  readonly date_end: string | null;
  readonly date_by: string | null;
  readonly realis: Realis;
  readonly factuality: Factuality;
  readonly attribution: string | null;
  readonly quantities: string;
  readonly score: number | null;
  readonly said_source: string | null;
  readonly said_cue: string | null;
}

type PlaceRecord = Place & Key;
type QuantityRecord = Omit<Quantity, "id" | "value" | "low" | "high"> &
  Key & { readonly value: string | null; readonly low: string | null; readonly high: string | null };

/** Joins of every question about events, in the order of publication. */
export const eventTables = sql`revision v CROSS JOIN reading g ON g.revision = v.id
  CROSS JOIN document d ON d.id = v.document CROSS JOIN event e ON e.reading = g.id`;

/** SQL: first and last day of an `event e`; null where no day is known. */
export const happenedFrom = sql`coalesce(e.date_start, e.date_end)`;
export const happenedTo = sql`coalesce(e.date_end, e.date_start)`;

const typeAny = (types: readonly string[] | undefined): RawBuilder<unknown> | null =>
  types === undefined || types.length === 0
    ? null
    : sql`g.id IN (SELECT reading FROM event WHERE ${isOneOf(sql`type`, types)}) AND ${isOneOf(sql`e.type`, types)}`;

const attributedOr = (attributed: "yes" | "no" | undefined): RawBuilder<unknown> | null =>
  attributed === undefined ? null : attributed === "yes" ? sql`e.attribution IS NOT NULL` : sql`e.attribution IS NULL`;

/**
 * SQL condition of an event filter over `eventTables`, but for the words of its sentence: there, only that the
 * text holds all that is looked for, since a word that must not stand in the sentence may stand beside it.
 */
async function eventConditions(
  record: CaseRecord,
  filter: EventFilter,
  context: AskContext,
  query: WordQuery | null,
): Promise<RawBuilder<unknown>> {
  return allOf([
    ...(await documentConditions(record, filter)),
    await hasActor(record, "actor", filter.actor, context),
    await hasActor(record, "recipient", filter.recipient, context),
    typeAny(filter.type),
    filter.place?.length ? await placesNamed(record, filter.place, context) : null,
    textAnswers(query === null ? null : matchExpression({ ...query, none: [] })),
    isOneOfGiven(sql`e.class`, filter.class),
    isOneOfGiven(sql`e.realis`, filter.realis),
    attributedOr(filter.attributed),
    sharesDay(happenedFrom, happenedTo, filter),
    isCurrent(filter),
  ]);
}

async function loadEvents(record: CaseRecord, readings: string) {
  const events = await sql<EventRecord>`
    SELECT e.*, a.source AS said_source, a.cue AS said_cue
    FROM json_each(${readings}) wanted CROSS JOIN event e ON e.reading = wanted.value
      LEFT JOIN attribution a ON a.reading = e.reading AND a.id = e.attribution
  `.execute(record.db);
  const places = await sql<PlaceRecord>`
    SELECT p.* FROM json_each(${readings}) wanted CROSS JOIN place p ON p.reading = wanted.value
  `.execute(record.db);
  const quantities = await sql<QuantityRecord>`
    SELECT q.* FROM json_each(${readings}) wanted CROSS JOIN quantity q ON q.reading = wanted.value
  `.execute(record.db);
  const byKey = <Row extends Key>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
    new Map(rows.map((row) => [`${row.reading}.${row.id}`, row]));
  return {
    events: byKey(events.rows),
    places: byKey(places.rows),
    quantities: byKey(quantities.rows),
    parties: await actorsOf(record, "event", readings),
    speakers: await actorsOf(record, "attribution", readings),
  };
}

const asNumber = (text: string | null): number | null => (text === null ? null : Number(text));

const quantityRow = (head: Head, row: QuantityRecord): EventQuantity => ({
  quantity: `r${head.revision}.${row.id}`,
  words: head.body.slice(row.start, row.end),
  start: row.start,
  end: row.end,
  value: asNumber(row.value),
  low: asNumber(row.low),
  high: asNumber(row.high),
  bound: row.bound,
  unit: row.unit,
  of: row.of,
});

const placeRow = (role: EventPlace["role"], row: PlaceRecord): EventPlaceRow => ({
  name: row.name,
  role,
  geonames: row.geonames,
  lat: row.lat,
  lon: row.lon,
  country: row.country,
  precision: row.precision,
  by: row.by,
});

function eventRow(key: Key, head: Head, loaded: Awaited<ReturnType<typeof loadEvents>>): EventRow | null {
  const row = loaded.events.get(`${key.reading}.${key.id}`);
  if (!row) return null;
  const trigger = spansIn(row.trigger);
  const span = sentencesAround(spansIn(head.sentences), trigger);
  if (span === null) return null;
  const parties = loaded.parties(`${key.reading}.${row.id}`, head.revision);
  const places = (JSON.parse(row.places) as readonly EventPlace[]).flatMap(({ place, role }) => {
    const found = loaded.places.get(`${key.reading}.${place}`);
    return found ? [placeRow(role, found)] : [];
  });
  const quantities = (JSON.parse(row.quantities) as readonly string[]).flatMap((id) => {
    const found = loaded.quantities.get(`${key.reading}.${id}`);
    return found ? [quantityRow(head, found)] : [];
  });
  return {
    ...citedIn(head, span),
    event: `r${head.revision}.${row.id}`,
    trigger: wordsOf(head.body, trigger),
    triggerSpans: trigger,
    type: row.type,
    class: row.class,
    quad: row.type === null ? null : eventTypes[row.type].quad,
    mode: row.mode,
    context: JSON.parse(row.context) as readonly string[],
    actors: parties("actor"),
    recipients: parties("recipient"),
    places,
    day: rangeOf(row),
    realis: row.realis,
    factuality: row.factuality,
    attribution:
      row.attribution === null
        ? null
        : {
            claim: `r${head.revision}.${row.attribution}`,
            source: wordsOf(head.body, spansIn(row.said_source ?? "[]")),
            cue: wordsOf(head.body, spansIn(row.said_cue ?? "[]")),
            speakers: loaded.speakers(`${key.reading}.${row.attribution}`, head.revision)("speaker"),
          },
    quantities,
    score: row.score,
  };
}

/** Rows of the events that `keys` name, in their order. */
export const eventRows = (record: CaseRecord, keys: readonly Key[]): Promise<readonly EventRow[]> =>
  rowsFor(record, keys, (readings) => loadEvents(record, readings), eventRow);

/**
 * Who did what to whom, where and when. Complete unless a limit is given; deeds before talk, and in each by day (undated last),
 * then publication, document and place in the text.
 */
export async function askEvents(
  record: CaseRecord,
  filter: EventFilter = {},
  context: AskContext = noContext,
): Promise<readonly EventRow[]> {
  const query =
    filter.words === undefined ? null : await withVariants(record, readQuery(filter.words), context.spellings);
  const conditions = await eventConditions(record, filter, context, query);
  const keysOf = async (paging: Paging): Promise<readonly (Key & { readonly trigger: string })[]> => {
    const { rows } = await sql<Key & { trigger: string }>`
      SELECT e.reading, e.id, e.trigger FROM ${eventTables} WHERE ${conditions}
      ORDER BY e.class, ${happenedFrom} NULLS LAST, ${happenedTo}, v.published_first NULLS LAST, v.id, e.first, e.position
      ${pageOf(paging)}
    `.execute(record.db);
    return rows;
  };
  if (query === null) return eventRows(record, await keysOf(filter));
  const around = (head: Head, key: { readonly trigger: string }): Spans => {
    const span = sentencesAround(spansIn(head.sentences), spansIn(key.trigger));
    return span === null ? [] : [span];
  };
  return eventRows(record, await answering(record, keysOf, around, query, filter));
}
