import { type RawBuilder, sql } from "kysely";
import type { AttributionKind, Stance, Via } from "../../model/attribution.ts";
import type { DatedRange } from "../../model/document.ts";
import type { MarkKind } from "../../model/mark.ts";
import type { Span, Spans } from "../../model/span.ts";
import type { CaseRecord } from "../open.ts";
import { answering } from "./answering.ts";
import { type Cited, citedIn, type Head, hullOf, type Key, type Quoted, rowsFor, spansIn, wordsOf } from "./cited.ts";
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
import { withVariants } from "./variant.ts";
import { allOf, isCurrent, type Paging, pageOf, type Window } from "./window.ts";
import { matchExpression, readQuery, type WordQuery } from "./word.ts";

/** Which claims are asked for. Values of one filter are alternatives; filters are joined by "and". */
export interface ClaimFilter extends Window, Paging, DocumentFilter, DayFilter {
  /** Speakers by any form or spelling of a name. */
  readonly actor?: readonly string[] | undefined;
  /** Whom it is said against or to. */
  readonly target?: readonly string[] | undefined;
  readonly kind?: readonly AttributionKind[] | undefined;
  readonly stance?: readonly Stance[] | undefined;
  /** Marks of evidence on the claim. */
  readonly mark?: readonly MarkKind[] | undefined;
  /** Words of the channel it came through ("telegram"); a part is enough. */
  readonly via?: readonly string[] | undefined;
  /** A query over the content (`readQuery`), names in any spelling. */
  readonly words?: string | undefined;
}

/** A mark of evidence with its words. */
export interface ClaimMark extends Quoted {
  readonly kind: MarkKind;
  readonly polarity: "weakens" | "supports";
}

/** One claim: who says what, by which words, on what evidence. */
export interface ClaimRow extends Cited {
  /** Public id, "r14.s3": attribution s3 of the cited run's reading of revision r14. */
  readonly claim: string;
  /** Words of the source; null where no speaker was found. */
  readonly source: string | null;
  readonly sourceSpans: Spans;
  readonly cue: string | null;
  readonly cueSpans: Spans;
  /** Words of the content, pieces joined with " … "; null where none was found ("declined to comment"). */
  readonly content: string | null;
  readonly contentSpans: Spans;
  readonly speakers: readonly ActorRef[];
  readonly targets: readonly ActorRef[];
  readonly kind: AttributionKind;
  readonly polarity: "+" | "-";
  readonly stance: Stance;
  readonly via: Via | null;
  /** Public id of the claim around this one. */
  readonly parent: string | null;
  readonly marks: readonly ClaimMark[];
  /** The day it was said; null where the text does not tell. */
  readonly day: DatedRange | null;
  readonly score: number | null;
}

interface AttributionRecord extends Key {
  readonly source: string;
  readonly cue: string;
  readonly content: string;
  readonly kind: AttributionKind;
  readonly polarity: "+" | "-";
  readonly stance: Stance;
  readonly via: string | null;
  readonly parent: string | null;
  readonly date_start: string | null;
  readonly date_end: string | null;
  readonly date_by: string | null;
  readonly score: number | null;
}

interface MarkRecord extends Key {
  readonly attribution: string;
  readonly start: number;
  readonly end: number;
  readonly kind: MarkKind;
  readonly polarity: "weakens" | "supports";
}

/** SQL: first and last day of an `attribution a`, or of its document's publication where no day of saying is known. */
export const saidFrom = sql`coalesce(a.date_start, a.date_end, v.published_first)`;
export const saidTo = sql`coalesce(a.date_end, a.date_start, v.published_last, v.published_first)`;

/** A date's columns as a range; null where no day was found. */
export const rangeOf = (row: {
  readonly date_start: string | null;
  readonly date_end: string | null;
  readonly date_by: string | null;
}): DatedRange | null => (row.date_by === null ? null : { start: row.date_start, end: row.date_end, by: row.date_by });

/** Joins of every question about claims, in the order of publication; the CROSS JOINs keep SQLite from another order. */
export const claimTables = sql`revision v CROSS JOIN reading g ON g.revision = v.id
  CROSS JOIN document d ON d.id = v.document CROSS JOIN attribution a ON a.reading = g.id`;

// Not LIKE: it ends a pattern at a NUL, so that "\0" would fit every channel.
const throughAny = (via: readonly string[] | undefined): RawBuilder<unknown> | null =>
  via === undefined || via.length === 0
    ? null
    : sql`EXISTS (SELECT 1 FROM json_each(${JSON.stringify(via)}) wanted
        WHERE instr(lower(a.via ->> '$.text'), lower(wanted.value)) > 0)`;

const markedAny = (marks: readonly string[] | undefined): RawBuilder<unknown> | null =>
  marks === undefined || marks.length === 0
    ? null
    : sql`g.id IN (SELECT reading FROM mark WHERE ${isOneOf(sql`kind`, marks)})
        AND EXISTS (SELECT 1 FROM attribution_mark l JOIN mark k ON k.reading = l.reading AND k.id = l.mark
          WHERE l.reading = a.reading AND l.attribution = a.id AND ${isOneOf(sql`k.kind`, marks)})`;

const kindAny = (kinds: readonly string[] | undefined): RawBuilder<unknown> | null =>
  kinds === undefined || kinds.length === 0
    ? null
    : sql`g.id IN (SELECT reading FROM attribution WHERE ${isOneOf(sql`kind`, kinds)}) AND ${isOneOf(sql`a.kind`, kinds)}`;

/**
 * SQL condition of a claim filter over `claimTables`, but for the words in the content: there, only that the text
 * holds all that is looked for, since a word that must not stand in the content may stand beside it.
 */
async function claimConditions(
  record: CaseRecord,
  filter: ClaimFilter,
  context: AskContext,
  query: WordQuery | null,
): Promise<RawBuilder<unknown>> {
  return allOf([
    ...(await documentConditions(record, filter)),
    await hasActor(record, "speaker", filter.actor, context),
    await hasActor(record, "target", filter.target, context),
    kindAny(filter.kind),
    markedAny(filter.mark),
    textAnswers(query === null ? null : matchExpression({ ...query, none: [] })),
    isOneOfGiven(sql`a.stance`, filter.stance),
    throughAny(filter.via),
    sharesDay(saidFrom, saidTo, filter),
    isCurrent(filter),
  ]);
}

/** Marks of the attributions of `readings` (a JSON list), each list in the attribution's order. */
async function marksOf(record: CaseRecord, readings: string): Promise<ReadonlyMap<string, readonly MarkRecord[]>> {
  const { rows } = await sql<MarkRecord>`
    SELECT l.reading, l.attribution, k.id, k.start, k."end", k.kind, k.polarity
    FROM json_each(${readings}) wanted CROSS JOIN attribution_mark l ON l.reading = wanted.value
      CROSS JOIN mark k ON k.reading = l.reading AND k.id = l.mark
    ORDER BY l.reading, l.attribution, l.position
  `.execute(record.db);
  return Map.groupBy(rows, (row) => `${row.reading}.${row.attribution}`);
}

async function loadClaims(record: CaseRecord, readings: string) {
  const { rows } = await sql<AttributionRecord>`
    SELECT a.* FROM json_each(${readings}) wanted CROSS JOIN attribution a ON a.reading = wanted.value
  `.execute(record.db);
  return {
    attributions: new Map(rows.map((row) => [`${row.reading}.${row.id}`, row])),
    parties: await actorsOf(record, "attribution", readings),
    marks: await marksOf(record, readings),
  };
}

function claimRow(key: Key, head: Head, loaded: Awaited<ReturnType<typeof loadClaims>>): ClaimRow | null {
  const local = `${key.reading}.${key.id}`;
  const row = loaded.attributions.get(local);
  if (!row) return null;
  const [source, cue, content] = [spansIn(row.source), spansIn(row.cue), spansIn(row.content)];
  const span: Span | null = hullOf([...source, ...cue, ...content]);
  if (span === null) return null;
  const parties = loaded.parties(local, head.revision);
  return {
    ...citedIn(head, span),
    claim: `r${head.revision}.${row.id}`,
    source: wordsOf(head.body, source),
    sourceSpans: source,
    cue: wordsOf(head.body, cue),
    cueSpans: cue,
    content: wordsOf(head.body, content),
    contentSpans: content,
    speakers: parties("speaker"),
    targets: parties("target"),
    kind: row.kind,
    polarity: row.polarity,
    stance: row.stance,
    via: row.via === null ? null : (JSON.parse(row.via) as Via),
    parent: row.parent === null ? null : `r${head.revision}.${row.parent}`,
    marks: (loaded.marks.get(local) ?? []).map((mark) => ({
      kind: mark.kind,
      polarity: mark.polarity,
      words: head.body.slice(mark.start, mark.end),
      start: mark.start,
      end: mark.end,
    })),
    day: rangeOf(row),
    score: row.score,
  };
}

/** Rows of the claims that `keys` name, in their order. */
export const claimRows = (record: CaseRecord, keys: readonly Key[]): Promise<readonly ClaimRow[]> =>
  rowsFor(record, keys, (readings) => loadClaims(record, readings), claimRow);

/**
 * Who says what. Complete unless a limit is given; in order of publication (undated last), then document, then place in the text.
 * The day of a claim is the day it was said, else the day its document was published.
 */
export async function askClaims(
  record: CaseRecord,
  filter: ClaimFilter = {},
  context: AskContext = noContext,
): Promise<readonly ClaimRow[]> {
  const query =
    filter.words === undefined ? null : await withVariants(record, readQuery(filter.words), context.spellings);
  const conditions = await claimConditions(record, filter, context, query);
  const keysOf = async (paging: Paging): Promise<readonly (Key & { readonly content: string })[]> => {
    const { rows } = await sql<Key & { content: string }>`
      SELECT a.reading, a.id, a.content FROM ${claimTables} WHERE ${conditions}
      ORDER BY v.published_first NULLS LAST, v.id, a.first, a.position ${pageOf(paging)}
    `.execute(record.db);
    return rows;
  };
  if (query === null) return claimRows(record, await keysOf(filter));
  const keys = await answering(record, keysOf, (_, key) => spansIn(key.content), query, filter);
  return claimRows(record, keys);
}
