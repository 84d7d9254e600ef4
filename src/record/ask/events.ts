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
import { answering, countAnswering } from "./answering.ts";
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
import { isNamed } from "./part-named.ts";
import { type ActorRef, actorsOf } from "./party.ts";
import { placesNamed } from "./places.ts";
import { withVariants } from "./variant.ts";
import { allOf, byNewest, byPublication, type Paging, pageOf, shownIn, type Window } from "./window.ts";
import { matchExpression, readQuery, type WordQuery } from "./word.ts";

/** Which events are asked for. Values of one filter are alternatives; filters are joined by "and". */
export interface EventFilter extends Window, Paging, DocumentFilter, DayFilter {
  /** Events by public id, "r14.e2". */
  readonly event?: readonly string[] | undefined;
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
  /** Default: deeds before talk, then as they happened. */
  readonly sort?: EventSort | undefined;
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

/** SQL: what every question about events is asked of, `c` and `event e`. */
export const eventsIn = (window: Window): RawBuilder<unknown> =>
  sql`${shownIn(window)} CROSS JOIN event e ON e.reading = c.reading`;

/** SQL: first and last day of an `event e`; null where no day is known. */
export const happenedFrom = sql`coalesce(e.date_start, e.date_end)`;
export const happenedTo = sql`coalesce(e.date_end, e.date_start)`;

/** Orders of events that can be asked for. */
export const eventSorts = ["published", "newest", "happened"] as const;

export type EventSort = (typeof eventSorts)[number];

const inText = sql`e.first, e.position`;
const published = sql`${byPublication}, ${inText}`;
const happened = sql`${happenedFrom} NULLS LAST, ${happenedTo}, ${published}`;

/** SQL: each order over `eventsIn`; what is equal is in the order of publication, document and place in the text. */
const eventOrder: Readonly<Record<EventSort, RawBuilder<unknown>>> = {
  published,
  newest: sql`${byNewest}, ${inText}`,
  happened,
};

const typeAny = (types: readonly string[] | undefined): RawBuilder<unknown> | null =>
  types === undefined || types.length === 0
    ? null
    : sql`c.reading IN (SELECT reading FROM event WHERE ${isOneOf(sql`type`, types)}) AND ${isOneOf(sql`e.type`, types)}`;

const attributedOr = (attributed: "yes" | "no" | undefined): RawBuilder<unknown> | null =>
  attributed === undefined ? null : attributed === "yes" ? sql`e.attribution IS NOT NULL` : sql`e.attribution IS NULL`;

/**
 * SQL condition of an event filter over `eventsIn`, but for the words of its sentence: there, only that the
 * text holds all that is looked for, since a word that must not stand in the sentence may stand beside it.
 */
export async function eventConditions(
  record: CaseRecord,
  filter: EventFilter,
  context: AskContext,
  query: WordQuery | null,
): Promise<RawBuilder<unknown>> {
  return allOf([
    isNamed(sql`e.id`, filter.event),
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

const queryOf = async (record: CaseRecord, { words }: EventFilter, context: AskContext): Promise<WordQuery | null> =>
  words === undefined ? null : withVariants(record, readQuery(words), context.spellings);

interface TriggerKey extends Key {
  readonly trigger: string;
}

/** Gives a stretch of the events that fit; with a query, those whose text may answer it, with their triggers. */
async function keysFor(record: CaseRecord, filter: EventFilter, context: AskContext, query: WordQuery | null) {
  const conditions = await eventConditions(record, filter, context, query);
  // The spans of the trigger are only needed to find its sentence.
  const columns = query === null ? sql`e.reading, e.id` : sql`e.reading, e.id, e.trigger`;
  const order = filter.sort === undefined ? sql`e.class, ${happened}` : eventOrder[filter.sort];
  return async (paging: Paging): Promise<readonly TriggerKey[]> => {
    const { rows } = await sql<TriggerKey>`
      SELECT ${columns} FROM ${eventsIn(filter)} WHERE ${conditions} ORDER BY ${order} ${pageOf(paging)}
    `.execute(record.db);
    return rows;
  };
}

function sentenceOf(head: Head, key: TriggerKey): Spans {
  const span = sentencesAround(spansIn(head.sentences), spansIn(key.trigger));
  return span === null ? [] : [span];
}

/**
 * Who did what to whom, where and when. Complete unless a limit is given; deeds before talk, and in each by day (undated last),
 * then publication, document and place in the text; or as `sort` says.
 */
export async function askEvents(
  record: CaseRecord,
  filter: EventFilter = {},
  context: AskContext = noContext,
): Promise<readonly EventRow[]> {
  const query = await queryOf(record, filter, context);
  const keysOf = await keysFor(record, filter, context, query);
  const keys = query === null ? keysOf(filter) : answering(record, keysOf, sentenceOf, query, filter);
  return eventRows(record, await keys);
}

/** How many events fit, paging aside; without `total` where so many texts would have to be read that it takes longer than an answer. */
export async function countEvents(record: CaseRecord, filter: EventFilter = {}, context: AskContext = noContext) {
  const query = await queryOf(record, filter, context);
  if (query !== null) return countAnswering(record, await keysFor(record, filter, context, query), sentenceOf, query);
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM ${eventsIn(filter)} WHERE ${await eventConditions(record, filter, context, null)}
  `.execute(record.db);
  return { total: rows[0]!.total };
}
