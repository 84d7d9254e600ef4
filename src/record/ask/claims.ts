import { sql } from "kysely";
import type { AttributionKind, Stance, Via } from "../../model/attribution.ts";
import type { DatedRange } from "../../model/document.ts";
import type { MarkKind } from "../../model/mark.ts";
import type { Span, Spans } from "../../model/span.ts";
import type { CaseRecord } from "../open.ts";
import { answering, countAnswering } from "./answering.ts";
import { type Cited, citedIn, type Head, hullOf, type Key, type Quoted, rowsFor, spansIn, wordsOf } from "./cited.ts";
import { type ClaimChoice, type ClaimSort, claimConditions, claimOrder, claimsIn } from "./claim-filter.ts";
import { type AskContext, noContext } from "./filter.ts";
import { type ActorRef, actorsOf } from "./party.ts";
import { withVariants } from "./variant.ts";
import { type Paging, pageOf } from "./window.ts";
import { readQuery, type WordQuery } from "./word.ts";

/** Which claims are asked for, and in which order. */
export interface ClaimFilter extends ClaimChoice, Paging {
  /** Default: "published". */
  readonly sort?: ClaimSort | undefined;
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

/** A date's columns as a range; null where no day was found. */
export const rangeOf = (row: {
  readonly date_start: string | null;
  readonly date_end: string | null;
  readonly date_by: string | null;
}): DatedRange | null => (row.date_by === null ? null : { start: row.date_start, end: row.date_end, by: row.date_by });

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

const queryOf = async (record: CaseRecord, { words }: ClaimFilter, context: AskContext): Promise<WordQuery | null> =>
  words === undefined ? null : withVariants(record, readQuery(words), context.spellings);

interface ContentKey extends Key {
  readonly content: string;
}

/** Gives a stretch of the claims that fit; with a query, those whose text may answer it, with their contents. */
async function keysFor(record: CaseRecord, filter: ClaimFilter, context: AskContext, query: WordQuery | null) {
  const conditions = await claimConditions(record, filter, context, query);
  // The spans of the content are only needed to look for words in it.
  const columns = query === null ? sql`a.reading, a.id` : sql`a.reading, a.id, a.content`;
  return async (paging: Paging): Promise<readonly ContentKey[]> => {
    const { rows } = await sql<ContentKey>`
      SELECT ${columns} FROM ${claimsIn(filter)} WHERE ${conditions}
      ORDER BY ${claimOrder[filter.sort ?? "published"]} ${pageOf(paging)}
    `.execute(record.db);
    return rows;
  };
}

const contentOf = (_: Head, key: ContentKey): Spans => spansIn(key.content);

/** The claims that fit, named, in their order. */
export async function claimKeys(record: CaseRecord, filter: ClaimFilter, context: AskContext): Promise<readonly Key[]> {
  const query = await queryOf(record, filter, context);
  const keysOf = await keysFor(record, filter, context, query);
  return query === null ? keysOf(filter) : answering(record, keysOf, contentOf, query, filter);
}

/**
 * Who says what. Complete unless a limit is given; in order of publication (undated last), then document, then place in the text, or as
 * `sort` says. The day of a claim is the day it was said, else the day its document was published.
 */
export const askClaims = async (
  record: CaseRecord,
  filter: ClaimFilter = {},
  context: AskContext = noContext,
): Promise<readonly ClaimRow[]> => claimRows(record, await claimKeys(record, filter, context));

/** How many claims fit, paging aside; without `total` where so many texts would have to be read that it takes longer than an answer. */
export async function countClaims(record: CaseRecord, filter: ClaimFilter = {}, context: AskContext = noContext) {
  const query = await queryOf(record, filter, context);
  if (query !== null) return countAnswering(record, await keysFor(record, filter, context, query), contentOf, query);
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM ${claimsIn(filter)} WHERE ${await claimConditions(record, filter, context, null)}
  `.execute(record.db);
  return { total: rows[0]!.total };
}
