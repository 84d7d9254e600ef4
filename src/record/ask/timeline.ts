import { type RawBuilder, sql } from "kysely";
import type { AttributionKind } from "../../model/attribution.ts";
import type { EventClass, EventType, Factuality, Realis } from "../../model/event.ts";
import type { CaseRecord } from "../open.ts";
import { type Cited, citationOf } from "./cited.ts";
import { claimsIn, saidFirst, saidLast } from "./claim-filter.ts";
import { type ClaimRow, claimRows } from "./claims.ts";
import { type EventRow, eventRows, eventsIn, happenedFrom, happenedTo } from "./events.ts";
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
} from "./filter.ts";
import type { ActorRef } from "./party.ts";
import { allOf, type Paging, pageOf, type Window } from "./window.ts";

/** Parts of a day, in their order: deeds said to be real, denied ones, those ahead, those only supposed, and words. */
export const timelineParts = ["happened", "denied", "planned", "supposed", "said"] as const;

/** What an entry of a timeline tells. */
export type TimelinePart = (typeof timelineParts)[number];

/** Which part of the timeline is asked for. */
export interface TimelineFilter extends Window, Paging, DocumentFilter, DayFilter {
  readonly part?: readonly TimelinePart[] | undefined;
  /** Of events; claims have none and are left out where it is given. So with `realis`. */
  readonly class?: readonly EventClass[] | undefined;
  readonly realis?: readonly Realis[] | undefined;
  /** Who does it or says it, by any form or spelling of a name. */
  readonly actor?: readonly string[] | undefined;
}

/** One entry of a day. */
export interface TimelineRow extends Cited {
  /** First day, and last day where it took longer or is not known better. */
  readonly day: string;
  readonly lastDay: string;
  /** How the day was found. */
  readonly dayBy: string | null;
  readonly part: TimelinePart;
  /** Public id of the event ("r14.e2") or claim ("r14.s3"). */
  readonly id: string;
  /** Words of the trigger, or of what was said. */
  readonly what: string | null;
  /** Type of the event or kind of the claim. */
  readonly type: EventType | AttributionKind | null;
  /** Null for claims. */
  readonly realis: Realis | null;
  readonly factuality: Factuality | null;
  /** Who does it or says it; and to whom. */
  readonly who: readonly ActorRef[];
  readonly whom: readonly ActorRef[];
  /** Words of the source that says so; null in the publisher's own words and for quotations without a speaker. */
  readonly saidBy: string | null;
}

/** SQL: number of an event's part in `timelineParts`. */
export const eventPart = sql`CASE WHEN e.factuality LIKE '%-' THEN 1 WHEN e.realis IN ('planned', 'threatened', 'demanded') THEN 2
  WHEN e.realis = 'hypothetical' THEN 3 ELSE 0 END`;

// A verb of speech of a verbal type is both a claim and an event; the timeline tells it once, as what was said.
const isNoClaim = sql`NOT EXISTS (SELECT 1 FROM attribution said
  WHERE said.reading = e.reading AND said.id = e.attribution AND said.cue = e.trigger)`;

interface Conditions {
  readonly events: RawBuilder<unknown>;
  readonly claims: RawBuilder<unknown>;
}

async function conditionsOf(record: CaseRecord, filter: TimelineFilter, context: AskContext): Promise<Conditions> {
  const documents = await documentConditions(record, filter);
  const isOfEvents = Boolean(filter.class?.length || filter.realis?.length);
  const parts = filter.part?.length ? filter.part : timelineParts;
  return {
    events: allOf([
      ...documents,
      await hasActor(record, "actor", filter.actor, context),
      isOneOfGiven(sql`e.class`, filter.class),
      isOneOfGiven(sql`e.realis`, filter.realis),
      filter.part?.length
        ? isOneOf(
            eventPart,
            parts.map((part) => timelineParts.indexOf(part)),
          )
        : null,
      // Where no claims stand beside them, nothing is told twice.
      isOfEvents ? null : isNoClaim,
    ]),
    claims:
      isOfEvents || !parts.includes("said")
        ? sql`false`
        : allOf([...documents, await hasActor(record, "speaker", filter.actor, context)]),
  };
}

interface TimelineKey {
  readonly reading: number;
  readonly id: string;
  readonly revision: number;
  readonly part: number;
  readonly day: string;
  readonly lastDay: string;
}

const entryOf = (
  key: TimelineKey,
  cited: Cited,
): Pick<TimelineRow, keyof Cited | "day" | "lastDay" | "part" | "id"> => ({
  ...citationOf(cited),
  day: key.day,
  lastDay: key.lastDay,
  part: timelineParts[key.part]!,
  id: nameOf(key),
});

const eventEntry = (key: TimelineKey, row: EventRow): TimelineRow => ({
  ...entryOf(key, row),
  dayBy: row.day?.by ?? null,
  what: row.trigger,
  type: row.type,
  realis: row.realis,
  factuality: row.factuality,
  who: row.actors,
  whom: row.recipients,
  saidBy: row.attribution?.source ?? null,
});

const claimEntry = (key: TimelineKey, row: ClaimRow): TimelineRow => ({
  ...entryOf(key, row),
  dayBy: row.day?.by ?? null,
  what: row.content,
  type: row.kind,
  realis: null,
  factuality: null,
  who: row.speakers,
  whom: row.targets,
  saidBy: row.source,
});

/** Public id of what a key names. One answer reads each revision through one reading only, so it names one thing. */
const nameOf = (key: TimelineKey): string => `r${key.revision}.${key.id}`;
const isClaimKey = (key: TimelineKey): boolean => timelineParts[key.part] === "said";

/**
 * Day by day what is told, each entry with its words; nothing of it is said to be true. Complete unless a limit is given;
 * by first day, then part (`timelineParts`), last day, document and place in the text. What has no day is left out: see `countUndated`.
 */
export async function askTimeline(
  record: CaseRecord,
  filter: TimelineFilter = {},
  context: AskContext = noContext,
): Promise<readonly TimelineRow[]> {
  const conditions = await conditionsOf(record, filter, context);
  const { rows: keys } = await sql<TimelineKey>`
    SELECT * FROM (
      SELECT e.reading, e.id, ${eventPart} AS part, ${happenedFrom} AS day, ${happenedTo} AS lastDay, c.revision, e.first
      FROM ${eventsIn(filter)}
      WHERE ${allOf([sql`${happenedFrom} IS NOT NULL`, sharesDay(happenedFrom, happenedTo, filter), conditions.events])}
      UNION ALL
      SELECT a.reading, a.id, 4, ${saidFirst}, ${saidLast}, c.revision, a.first FROM ${claimsIn(filter)}
      WHERE ${allOf([sql`${saidFirst} IS NOT NULL`, sharesDay(saidFirst, saidLast, filter), conditions.claims])}
    ) ORDER BY day, part, lastDay, revision, first, id ${pageOf(filter)}
  `.execute(record.db);
  const events = new Map(
    (
      await eventRows(
        record,
        keys.filter((key) => !isClaimKey(key)),
      )
    ).map((row) => [row.event, row]),
  );
  const claims = new Map((await claimRows(record, keys.filter(isClaimKey))).map((row) => [row.claim, row]));
  // What was forgotten since the keys were read is left out.
  return keys.flatMap((key) => {
    const [event, claim] = [events.get(nameOf(key)), claims.get(nameOf(key))];
    return event ? [eventEntry(key, event)] : claim ? [claimEntry(key, claim)] : [];
  });
}

/** How many events and claims fit the filter (its days aside) and have no day, so that no timeline can show them. */
export async function countUndated(
  record: CaseRecord,
  filter: TimelineFilter = {},
  context: AskContext = noContext,
): Promise<{ readonly eventsWithoutDay: number; readonly claimsWithoutDay: number }> {
  const conditions = await conditionsOf(record, filter, context);
  const { rows } = await sql<{ eventsWithoutDay: number; claimsWithoutDay: number }>`
    SELECT (SELECT count(*) FROM ${eventsIn(filter)} WHERE ${happenedFrom} IS NULL AND ${conditions.events}) AS eventsWithoutDay,
      (SELECT count(*) FROM ${claimsIn(filter)} WHERE ${saidFirst} IS NULL AND ${conditions.claims}) AS claimsWithoutDay
  `.execute(record.db);
  return rows[0]!;
}
