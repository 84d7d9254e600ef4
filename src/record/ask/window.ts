import { type RawBuilder, sql } from "kysely";

/** As of when the record is asked. Both left out: the newest of everything. */
export interface Window {
  /** Only what was published or captured by this day or time (ISO 8601); a day or a second counts to its end. */
  readonly asOf?: string | undefined;
  /** Only what the desk had recorded by this day or time. */
  readonly recordedBy?: string | undefined;
}

/** Which part of a complete, ordered answer is wanted. Left out: all of it. */
export interface Paging {
  /** At most so many rows. */
  readonly limit?: number | undefined;
  /** After so many rows. */
  readonly offset?: number | undefined;
}

/**
 * The last text that still belongs to `moment`, for comparing with ISO times in UTC as text.
 * A day holds all its times and a whole second all its parts: "~" sorts after every character of a time.
 */
export function lastOf(moment: string): string {
  if (!moment.includes("T")) return `${moment}~`;
  return `${new Date(moment).toISOString().replace(/(\.000)?Z$/, "")}~`;
}

/**
 * When the words of a revision stood there for all to see: from publication, else from capture, else from recording.
 * A revision with other words than those before it has the same day of publication, so it counts from its change or capture:
 * otherwise a question as of last Monday would be answered with what was corrected on Wednesday.
 */
const seenAt = (revision: RawBuilder<unknown>): RawBuilder<unknown> => sql`CASE
  WHEN ${revision}.number = 1 OR coalesce(${revision}.modified_at, ${revision}.retrieved_at) IS NULL OR EXISTS (
    SELECT 1 FROM revision same WHERE same.document = ${revision}.document AND same.number < ${revision}.number AND same.text = ${revision}.text)
  THEN coalesce(${revision}.published_first, ${revision}.retrieved_at, ${revision}.recorded_at)
  ELSE max(coalesce(${revision}.published_first, ''), coalesce(${revision}.modified_at, ${revision}.retrieved_at)) END`;

const conditions = (parts: readonly (RawBuilder<unknown> | null)[]): RawBuilder<unknown> =>
  sql.join(
    parts.filter((part) => part !== null),
    sql` AND `,
  );

const revisionInWindow = (name: string, window: Window): readonly RawBuilder<unknown>[] => {
  const revision = sql.ref(name);
  const found: RawBuilder<unknown>[] = [];
  if (window.asOf !== undefined) found.push(sql`${seenAt(revision)} <= ${lastOf(window.asOf)}`);
  if (window.recordedBy !== undefined) found.push(sql`${revision}.recorded_at <= ${lastOf(window.recordedBy)}`);
  return found;
};

const readingInWindow = (name: string, window: Window): readonly RawBuilder<unknown>[] =>
  window.recordedBy === undefined ? [] : [sql`${sql.ref(name)}.recorded_at <= ${lastOf(window.recordedBy)}`];

/**
 * SQL condition over `revision v` and `reading g`: v is the newest revision of its document in the window,
 * and g is v's newest reading in it. Every document has at most one such pair. Both NOT EXISTS run on unique indexes.
 */
const isCurrent = (window: Window): RawBuilder<unknown> =>
  conditions([
    ...revisionInWindow("v", window),
    ...readingInWindow("g", window),
    sql`NOT EXISTS (SELECT 1 FROM revision newer WHERE ${conditions([
      sql`newer.document = v.document AND newer.number > v.number`,
      ...revisionInWindow("newer", window),
    ])})`,
    sql`NOT EXISTS (SELECT 1 FROM reading later WHERE ${conditions([
      sql`later.revision = g.revision AND (later.recorded_at, later.id) > (g.recorded_at, g.id)`,
      ...readingInWindow("later", window),
    ])})`,
  ]);

const isSet = (window: Window): boolean => window.asOf !== undefined || window.recordedBy !== undefined;

/**
 * SQL: what is shown of every document in the window, as the table `c`: document, revision, reading, publisher, lang, published_first,
 * published_last, recorded_at (of the revision). Without a window it is kept (`current`); with one it is looked for, once: the LIMIT keeps
 * SQLite from doing so again for every row that it is joined to.
 */
export const shownIn = (window: Window): RawBuilder<unknown> =>
  isSet(window)
    ? sql`(SELECT v.document, v.id AS revision, g.id AS reading, coalesce(d.publisher, g.meta ->> '$.publisher') AS publisher,
        g.lang, v.published_first, v.published_last, v.recorded_at
      FROM revision v CROSS JOIN reading g ON g.revision = v.id CROSS JOIN document d ON d.id = v.document
      WHERE ${isCurrent(window)} LIMIT -1) c`
    : sql`current c`;

/** SQL: the order of publication over `c`, the undated last; equal days in order of recording. */
export const byPublication = sql`c.published_first IS NULL, c.published_first, c.revision`;

/** SQL: the newest publication first over `c`, the undated last; equal days in order of recording. */
export const byNewest = sql`c.published_first DESC, c.revision`;

/** SQL: all of `parts` hold. Without any, everything does. */
export const allOf = (parts: readonly (RawBuilder<unknown> | null)[]): RawBuilder<unknown> =>
  parts.some((part) => part !== null) ? conditions(parts) : sql`true`;

/** SQL condition: the revision of that name in the query is in the window. */
export const isSeen = (revision: string, window: Window): RawBuilder<unknown> =>
  allOf(revisionInWindow(revision, window));

/** SQL: the LIMIT and OFFSET of `paging`; without them, all rows. */
export const pageOf = (paging: Paging): RawBuilder<unknown> =>
  sql`LIMIT ${paging.limit ?? -1} OFFSET ${paging.offset ?? 0}`;
