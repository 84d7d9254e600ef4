import { type RawBuilder, sql } from "kysely";
import type { IsoDay } from "../../model/document.ts";
import type { MarkKind } from "../../model/mark.ts";
import type { CaseRecord } from "../open.ts";
import { countActors } from "./actors.ts";
import { type ClaimChoice, claimConditions, claimsIn, saidFrom, saidTo } from "./claim-filter.ts";
import { mostValues } from "./counts.ts";
import { type DocumentsFilter, documentConditionsOf, publishedFrom, publishedTo } from "./documents.ts";
import { type EventFilter, eventConditions, eventsIn, happenedFrom, happenedTo } from "./events.ts";
import { type AskContext, noContext } from "./filter.ts";
import { shownIn, type Window } from "./window.ts";

/** The numbers of a case, in their order. */
export const overviewNumbers = [
  "documents",
  "documents-undated",
  "documents-not-english",
  "publishers",
  "claims",
  "claims-without-evidence",
  "claims-with-evidence",
  "accusations",
  "denials",
  "deeds",
  "planned",
  "threatened-or-demanded",
  "actors",
] as const;

export type OverviewNumber = (typeof overviewNumbers)[number];

/** One number of a case, with the question that lists what it counts. */
export interface OverviewRow {
  readonly what: OverviewNumber;
  /** As many rows as `question` gives for `input`. */
  readonly count: number;
  /** First and last day: of publication (documents, publishers), of saying (claims), of happening (events). Null where none is known, and for actors. */
  readonly first: IsoDay | null;
  readonly last: IsoDay | null;
  readonly question: string;
  readonly input: Readonly<Record<string, unknown>>;
}

interface Extent {
  readonly count: number;
  readonly first: IsoDay | null;
  readonly last: IsoDay | null;
}

/** Marks of evidence that support what is said. */
const supporting: readonly MarkKind[] = ["document", "footage", "eyewitness", "named-expert", "on-record"];

async function extentOf(
  record: CaseRecord,
  tables: RawBuilder<unknown>,
  conditions: RawBuilder<unknown>,
  first: RawBuilder<unknown>,
  last: RawBuilder<unknown>,
): Promise<Extent> {
  const { rows } = await sql<Extent>`
    SELECT count(*) AS count, min(${first}) AS first, max(${last}) AS last FROM ${tables} WHERE ${conditions}
  `.execute(record.db);
  return rows[0]!;
}

type Row = Omit<OverviewRow, "what">;

async function ofDocuments(record: CaseRecord, input: DocumentsFilter, context: AskContext): Promise<Row> {
  const conditions = await documentConditionsOf(record, input, context);
  const extent = await extentOf(record, shownIn(input), conditions, publishedFrom, publishedTo);
  return { ...extent, question: "documents", input: { ...input } };
}

async function ofClaims(record: CaseRecord, input: ClaimChoice, context: AskContext): Promise<Row> {
  const conditions = await claimConditions(record, input, context, null);
  const extent = await extentOf(record, claimsIn(input), conditions, saidFrom, saidTo);
  return { ...extent, question: "claims", input: { ...input } };
}

async function ofEvents(record: CaseRecord, input: EventFilter, context: AskContext): Promise<Row> {
  const conditions = await eventConditions(record, input, context, null);
  const extent = await extentOf(record, eventsIn(input), conditions, happenedFrom, happenedTo);
  return { ...extent, question: "events", input: { ...input } };
}

/** Publishers whose documents hold a claim; the days are those of all documents that have a publisher. */
async function ofPublishers(record: CaseRecord, window: Window): Promise<Row> {
  const by = ["publisher"];
  const { rows } = await sql<{ count: number }>`
    SELECT count(DISTINCT c.publisher COLLATE NOCASE) AS count FROM ${shownIn(window)}
    WHERE EXISTS (SELECT 1 FROM attribution a WHERE a.reading = c.reading)
  `.execute(record.db);
  const { count } = rows[0]!;
  const extent = await extentOf(record, shownIn(window), sql`c.publisher IS NOT NULL`, publishedFrom, publishedTo);
  // Only as many as a facet shows are listed where no limit is set.
  const input = { ...window, by, ...(count > mostValues ? { limit: count } : {}) };
  return { ...extent, count, question: "counts", input };
}

async function ofActors(record: CaseRecord, window: Window, context: AskContext): Promise<Row> {
  const { total } = await countActors(record, window, context);
  return { count: total, first: null, last: null, question: "actors", input: { ...window } };
}

type Numbered = (record: CaseRecord, window: Window, context: AskContext) => Promise<Row>;

const numbers: Readonly<Record<OverviewNumber, Numbered>> = {
  documents: ofDocuments,
  "documents-undated": (record, window, context) => ofDocuments(record, { ...window, dated: "no" }, context),
  "documents-not-english": (record, window, context) => ofDocuments(record, { ...window, notLang: ["en"] }, context),
  publishers: ofPublishers,
  claims: ofClaims,
  "claims-without-evidence": (record, window, context) =>
    ofClaims(record, { ...window, mark: ["none-given"] }, context),
  "claims-with-evidence": (record, window, context) => ofClaims(record, { ...window, mark: supporting }, context),
  accusations: (record, window, context) => ofClaims(record, { ...window, kind: ["accuse"] }, context),
  // By the stance, which holds for every verb ("said it was untrue"), and not by the kind of the verb.
  denials: (record, window, context) => ofClaims(record, { ...window, stance: ["denies"] }, context),
  deeds: (record, window, context) =>
    ofEvents(record, { ...window, class: ["material"], realis: ["happened", "ongoing"] }, context),
  planned: (record, window, context) => ofEvents(record, { ...window, realis: ["planned"] }, context),
  "threatened-or-demanded": (record, window, context) =>
    ofEvents(record, { ...window, realis: ["threatened", "demanded"] }, context),
  actors: ofActors,
};

/** What the case holds, in numbers, in the order of `overviewNumbers`; each with the question that lists what is counted. */
export async function askOverview(
  record: CaseRecord,
  window: Window = {},
  context: AskContext = noContext,
): Promise<readonly OverviewRow[]> {
  const rows: OverviewRow[] = [];
  for (const what of overviewNumbers) rows.push({ what, ...(await numbers[what](record, window, context)) });
  return rows;
}
