import { sql } from "kysely";
import type { Place } from "../../model/place.ts";
import type { CaseRecord } from "../open.ts";
import { type Cited, citationOf } from "./cited.ts";
import { type EventFilter, eventConditions, eventRows, eventsIn, happenedFrom, happenedTo } from "./events.ts";
import { type AskContext, noContext } from "./filter.ts";
import { eventPart } from "./timeline.ts";
import { pageOf } from "./window.ts";

/** Which events are put on the map: the filters of `events`. */
export type PlacesFilter = Omit<EventFilter, "sort" | "event" | "words">;

/** A place where something is said to happen. The cited words are the sentence of its last event. */
export interface PlacedRow
  extends Cited,
    Pick<Place, "name" | "geonames" | "lat" | "lon" | "country" | "precision" | "by"> {
  /** Mentions of events there, and the documents that tell them. */
  readonly events: number;
  readonly documents: number;
  /** The same by how they are told: real, denied, ahead, only supposed. */
  readonly happened: number;
  readonly denied: number;
  readonly planned: number;
  readonly supposed: number;
  /** First and last day of the events whose day is known; null where none is. */
  readonly first: string | null;
  readonly last: string | null;
  /** Public id of the last event, "r14.e2". */
  readonly event: string;
}

interface PlacedKey
  extends Pick<
    PlacedRow,
    "events" | "documents" | "happened" | "denied" | "planned" | "supposed" | "first" | "last" | "event"
  > {
  readonly reading: number;
  readonly id: string;
  readonly place: string;
}

type PlaceRecord = Place & { readonly reading: number };

/**
 * Where events are said to happen, the place of most events first, then by name. A country is one place; another is one by its GeoNames id, else by name, country and precision.
 * An event with two places counts at each. Complete unless a limit is given.
 */
export async function askPlaces(
  record: CaseRecord,
  filter: PlacesFilter = {},
  context: AskContext = noContext,
): Promise<readonly PlacedRow[]> {
  const conditions = await eventConditions(record, filter, context, null);
  const { rows: keys } = await sql<PlacedKey>`
    WITH held AS (
      SELECT e.reading, e.id, c.revision, c.document, p.id AS place, p.name, p.country, ${eventPart} AS part, ${happenedFrom} AS first,
        ${happenedTo} AS last, iif(p.precision = 'country', p.country, coalesce(p.geonames, json_array(p.name, p.country, p.precision))) AS one, e.reading || '.' || e.id AS event
      FROM ${eventsIn(filter)}
        CROSS JOIN json_each(e.places) told JOIN place p ON p.reading = e.reading AND p.id = told.value ->> '$.place'
      WHERE ${conditions}
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY one ORDER BY last DESC NULLS LAST, revision, id) AS rank FROM held
    )
    SELECT max(iif(rank = 1, reading, NULL)) AS reading, max(iif(rank = 1, id, NULL)) AS id, max(iif(rank = 1, place, NULL)) AS place,
      max(iif(rank = 1, 'r' || revision || '.' || id, NULL)) AS event, max(iif(rank = 1, name, NULL)) AS name, max(country) AS country,
      count(DISTINCT event) AS events, count(DISTINCT document) AS documents,
      count(DISTINCT iif(part = 0, event, NULL)) AS happened, count(DISTINCT iif(part = 1, event, NULL)) AS denied,
      count(DISTINCT iif(part = 2, event, NULL)) AS planned, count(DISTINCT iif(part = 3, event, NULL)) AS supposed,
      min(first) AS first, max(last) AS last
    FROM ranked GROUP BY one ORDER BY events DESC, name, country, reading, id ${pageOf(filter)}
  `.execute(record.db);
  const events = new Map((await eventRows(record, keys)).map((row) => [row.event, row]));
  const wanted = JSON.stringify(keys.map((key) => [key.reading, key.place]));
  const { rows: places } = await sql<PlaceRecord>`
    SELECT p.* FROM json_each(${wanted}) told JOIN place p ON p.reading = told.value ->> 0 AND p.id = told.value ->> 1
  `.execute(record.db);
  const placeOf = new Map(places.map((row) => [`${row.reading} ${row.id}`, row]));
  // What was forgotten since the keys were read is left out.
  return keys.flatMap((key) => {
    const event = events.get(key.event);
    const place = placeOf.get(`${key.reading} ${key.place}`);
    return event && place ? [placedRow(key, place, event)] : [];
  });
}

const placedRow = (key: PlacedKey, place: PlaceRecord, event: Cited): PlacedRow => ({
  name: place.name,
  geonames: place.geonames,
  lat: place.lat,
  lon: place.lon,
  country: place.country,
  precision: place.precision,
  by: place.by,
  events: key.events,
  documents: key.documents,
  happened: key.happened,
  denied: key.denied,
  planned: key.planned,
  supposed: key.supposed,
  first: key.first,
  last: key.last,
  event: key.event,
  ...citationOf(event),
});
