import { type RawBuilder, sql } from "kysely";
import type { Ledger } from "../../model/ledger.ts";
import type { SpellingRow } from "../../model/lexicon.ts";
import type { Told } from "../../model/story.ts";
import { rowOf } from "../id.ts";
import type { CaseRecord } from "../open.ts";
import { canonicalUrl } from "../place.ts";
import { actorsNamed, formsOf } from "./name.ts";
import { lastOf } from "./window.ts";

/** What a question may use beside the record. */
export interface AskContext {
  /** Sets of spellings that no rule joins ("Kyiv", "Kiev"), from the engine's lexicon. */
  readonly spellings: readonly SpellingRow[];
  /** Makes the ledger of some documents of a story, where the kept one tells of more than may be seen. Not set: none can be made. */
  readonly ledgerOf?: (told: readonly Told[]) => Ledger;
}

/** Nothing beside the record. */
export const noContext: AskContext = { spellings: [] };

/** Filters that every question about annotations has. Values of one filter are alternatives; filters are joined by "and". */
export interface DocumentFilter {
  /** Only what the desk recorded after this day or time: by the version that is shown. */
  readonly recordedAfter?: string | undefined;
  /** Names of publishers; upper and lower case of A to Z are alike. */
  readonly publisher?: readonly string[] | undefined;
  /** Documents by public id ("d12"), by the id that the input gave, or by URL. */
  readonly document?: readonly string[] | undefined;
}

/** Days, both included. */
export interface DayFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** SQL: `column` is one of `values`. The list is one parameter, so that lists of any length share one statement. */
export const isOneOf = (column: RawBuilder<unknown>, values: readonly (string | number)[]): RawBuilder<unknown> =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** SQL condition, or null where the filter was not given. An empty list is no filter. */
export const isOneOfGiven = (
  column: RawBuilder<unknown>,
  values: readonly string[] | undefined,
): RawBuilder<unknown> | null => (values === undefined || values.length === 0 ? null : isOneOf(column, values));

/**
 * Rows of the documents that go by any of `names`. A public id of a document that is there ("d2") means that document alone; any other name
 * is the input's id, a URL or a path, and one that fits two documents names both. In the order in which they were added.
 */
export async function documentsNamed(record: CaseRecord, names: readonly string[]): Promise<readonly number[]> {
  const rowNamed = (name: string): number | null => rowOf("document", name.trim());
  const rows = names.map(rowNamed).filter((row) => row !== null);
  const { rows: numbered } = await sql<{ id: number }>`SELECT id FROM document WHERE ${isOneOf(sql`id`, rows)}`.execute(
    record.db,
  );
  const found = new Set(numbered.map((row) => row.id));
  const others = names.filter((name) => !found.has(rowNamed(name) ?? 0));
  const { rows: keyed } = await sql<{ id: number }>`
    SELECT id FROM document WHERE ${isOneOf(sql`external_id`, others)}
    UNION SELECT id FROM document WHERE ${isOneOf(sql`url`, others.map(canonicalUrl))}
    UNION SELECT id FROM document WHERE ${isOneOf(sql`path`, others)}
  `.execute(record.db);
  for (const { id } of keyed) found.add(id);
  return [...found].sort((one, other) => one - other);
}

/** SQL conditions over `c` (`shownIn`) for a document filter. */
export async function documentConditions(
  record: CaseRecord,
  filter: DocumentFilter,
): Promise<readonly (RawBuilder<unknown> | null)[]> {
  return [
    filter.document?.length ? isOneOf(sql`c.document`, await documentsNamed(record, filter.document)) : null,
    isOneOfGiven(sql`c.publisher COLLATE NOCASE`, filter.publisher),
    filter.recordedAfter === undefined ? null : sql`c.recorded_at > ${lastOf(filter.recordedAfter)}`,
  ];
}

/** SQL: `first` to `last` shares a day with the filter; null where the filter is empty. A row without a day never fits. */
export function sharesDay(
  first: RawBuilder<unknown>,
  last: RawBuilder<unknown>,
  { from, to }: DayFilter,
): RawBuilder<unknown> | null {
  if (from === undefined && to === undefined) return null;
  const parts = [];
  if (from !== undefined) parts.push(sql`${last} >= ${from}`);
  if (to !== undefined) parts.push(sql`${first} <= ${to}`);
  return sql.join(parts, sql` AND `);
}

/** Part that an actor plays, with the table and column that keep it. */
const parts = {
  speaker: { table: "attribution_actor", column: "attribution", row: "a" },
  target: { table: "attribution_actor", column: "attribution", row: "a" },
  actor: { table: "event_actor", column: "event", row: "e" },
  recipient: { table: "event_actor", column: "event", row: "e" },
} as const;

/**
 * SQL over `attribution a` or `event e`: somebody of one of `names`, in any of its forms and spellings, plays `part` in it.
 * Null where no name was given. A name of nothing but signs fits nobody.
 */
export async function hasActor(
  record: CaseRecord,
  part: keyof typeof parts,
  names: readonly string[] | undefined,
  context: AskContext,
): Promise<RawBuilder<unknown> | null> {
  if (names === undefined || names.length === 0) return null;
  const { table, column, row } = parts[part];
  const named = actorsNamed(await formsOf(record, names, context.spellings));
  // The first line lets a document without the name be passed over before its annotations are read.
  return sql`c.reading IN (SELECT reading FROM (${named}))
    AND (${sql.ref(row)}.reading, ${sql.ref(row)}.id) IN (SELECT x.reading, x.${sql.ref(column)} FROM (${named}) n
      CROSS JOIN ${sql.table(table)} x ON x.reading = n.reading AND x.actor = n.actor WHERE x.part = ${part})`;
}

/** SQL over `c`: its text or title answers the FTS5 expression. Null where there is no expression. */
export const textAnswers = (expression: string | null): RawBuilder<unknown> | null =>
  expression === null ? null : sql`c.reading IN (SELECT rowid FROM search WHERE search MATCH ${expression})`;
