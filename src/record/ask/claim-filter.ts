import { type RawBuilder, sql } from "kysely";
import type { AttributionKind, Stance } from "../../model/attribution.ts";
import type { MarkKind } from "../../model/mark.ts";
import type { CaseRecord } from "../open.ts";
import {
  type AskContext,
  type DayFilter,
  type DocumentFilter,
  documentConditions,
  hasActor,
  isOneOf,
  isOneOfGiven,
  sharesDay,
  textAnswers,
} from "./filter.ts";
import { isNamed } from "./part-named.ts";
import { allOf, byNewest, byPublication, shownIn, type Window } from "./window.ts";
import { matchExpression, type WordQuery } from "./word.ts";

/** Which claims are meant. Values of one filter are alternatives; filters are joined by "and". */
export interface ClaimChoice extends Window, DocumentFilter, DayFilter {
  /** Claims by public id, "r14.s3". */
  readonly claim?: readonly string[] | undefined;
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

/** SQL: first and last day of an `attribution a`, or of its document's publication where no day of saying is known. */
export const saidFrom = sql`coalesce(a.date_start, a.date_end, c.published_first)`;
export const saidTo = sql`coalesce(a.date_end, a.date_start, c.published_last, c.published_first)`;

/** SQL: first and last day of saying an `attribution a`; null where the text tells none. */
export const saidFirst = sql`coalesce(a.date_start, a.date_end)`;
export const saidLast = sql`coalesce(a.date_end, a.date_start)`;

/** SQL: what every question about claims is asked of, `c` and `attribution a`; the CROSS JOIN keeps SQLite from another order. */
export const claimsIn = (window: Window): RawBuilder<unknown> =>
  sql`${shownIn(window)} CROSS JOIN attribution a ON a.reading = c.reading`;

/** Orders of claims that can be asked for. */
export const claimSorts = ["published", "newest", "said", "speaker", "publisher", "kind"] as const;

export type ClaimSort = (typeof claimSorts)[number];

const inText = sql`a.first, a.position`;
const published = sql`${byPublication}, ${inText}`;
const firstSpeaker = sql`(SELECT y.name FROM attribution_actor x CROSS JOIN actor y ON y.reading = x.reading AND y.id = x.actor
  WHERE x.reading = a.reading AND x.attribution = a.id AND x.part = 'speaker' AND x.position = 0)`;

/** SQL: each order over `claimsIn`; what is equal is in the order of publication, document and place in the text. */
export const claimOrder: Readonly<Record<ClaimSort, RawBuilder<unknown>>> = {
  published,
  newest: sql`${byNewest}, ${inText}`,
  said: sql`${saidFrom} NULLS LAST, ${published}`,
  speaker: sql`${firstSpeaker} COLLATE NOCASE NULLS LAST, ${published}`,
  publisher: sql`c.publisher COLLATE NOCASE NULLS LAST, ${published}`,
  kind: sql`a.kind, ${published}`,
};

// Not LIKE: it ends a pattern at a NUL, so that "\0" would fit every channel.
const throughAny = (via: readonly string[] | undefined): RawBuilder<unknown> | null =>
  via === undefined || via.length === 0
    ? null
    : sql`a.via IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(${JSON.stringify(via)}) wanted
        WHERE instr(lower(a.via ->> '$.text'), lower(wanted.value)) > 0)`;

const markedAny = (marks: readonly string[] | undefined): RawBuilder<unknown> | null =>
  marks === undefined || marks.length === 0
    ? null
    : sql`c.reading IN (SELECT reading FROM mark WHERE ${isOneOf(sql`kind`, marks)})
        AND EXISTS (SELECT 1 FROM attribution_mark l JOIN mark k ON k.reading = l.reading AND k.id = l.mark
          WHERE l.reading = a.reading AND l.attribution = a.id AND ${isOneOf(sql`k.kind`, marks)})`;

const kindAny = (kinds: readonly string[] | undefined): RawBuilder<unknown> | null =>
  kinds === undefined || kinds.length === 0
    ? null
    : sql`c.reading IN (SELECT reading FROM attribution WHERE ${isOneOf(sql`kind`, kinds)}) AND ${isOneOf(sql`a.kind`, kinds)}`;

/**
 * SQL condition of a claim filter over `claimsIn`, but for the words in the content: there, only that the text
 * holds all that is looked for, since a word that must not stand in the content may stand beside it.
 */
export async function claimConditions(
  record: CaseRecord,
  filter: ClaimChoice,
  context: AskContext,
  query: WordQuery | null,
): Promise<RawBuilder<unknown>> {
  return allOf([
    isNamed(sql`a.id`, filter.claim),
    ...(await documentConditions(record, filter)),
    await hasActor(record, "speaker", filter.actor, context),
    await hasActor(record, "target", filter.target, context),
    kindAny(filter.kind),
    markedAny(filter.mark),
    textAnswers(query === null ? null : matchExpression({ ...query, none: [] })),
    isOneOfGiven(sql`a.stance`, filter.stance),
    throughAny(filter.via),
    sharesDay(saidFrom, saidTo, filter),
  ]);
}
