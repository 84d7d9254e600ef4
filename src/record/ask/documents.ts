import { type RawBuilder, sql } from "kysely";
import type { Block } from "../../model/block.ts";
import type { CaseRecord } from "../open.ts";
import { type Cited, citedIn, type Head, rowsFor, spansIn } from "./cited.ts";
import {
  type AskContext,
  type DayFilter,
  type DocumentFilter,
  documentConditions,
  isOneOf,
  isOneOfGiven,
  noContext,
  sharesDay,
  textAnswers,
} from "./filter.ts";
import { bestPassage } from "./passage.ts";
import { withVariants } from "./variant.ts";
import { allOf, byNewest, byPublication, type Paging, pageOf, shownIn, type Window } from "./window.ts";
import { matchExpression, readQuery } from "./word.ts";

/** Which documents are asked for. */
export interface DocumentsFilter extends Window, Paging, DocumentFilter, DayFilter {
  /** Primary language subtags ("en"). */
  readonly lang?: readonly string[] | undefined;
  /** A query over title and text (`readQuery`), names in any spelling. */
  readonly words?: string | undefined;
  /** Only those whose day of publication is known, or is not. */
  readonly dated?: "yes" | "no" | undefined;
  /** Not those in one of these languages; where the language is not known, it may be one of them. */
  readonly notLang?: readonly string[] | undefined;
  /** Default: "published". */
  readonly sort?: DocumentSort | undefined;
}

/** Orders of documents that can be asked for. */
export const documentSorts = ["published", "newest", "recorded"] as const;

export type DocumentSort = (typeof documentSorts)[number];

/** SQL: each order over `c`. */
const documentOrder: Readonly<Record<DocumentSort, RawBuilder<unknown>>> = {
  published: byPublication,
  newest: byNewest,
  recorded: sql`c.recorded_at DESC, c.revision DESC`,
};

/** What is known of a document beside its words. */
interface DocumentFacts {
  readonly lang: string | null;
  /** First and last day that the publication may be. */
  readonly publishedFirst: string | null;
  readonly publishedLast: string | null;
  readonly modified: string | null;
  readonly retrieved: string | null;
  readonly recorded: string;
  /** How many versions the case holds. */
  readonly revisions: number;
  /** How many attributions and events were found in the shown version. */
  readonly claims: number;
  readonly events: number;
}

/** One document; the cited words are its title where it stands in the text, else its first sentence. */
export interface DocumentRow extends Cited, DocumentFacts {}

interface DocumentKey extends DocumentFacts {
  readonly reading: number;
}

/** SQL: first and last day of publication over `c`. */
export const publishedFrom = sql`c.published_first`;
export const publishedTo = sql`coalesce(c.published_last, c.published_first)`;

const documentRow = ({ reading: _reading, ...key }: DocumentKey, head: Head): DocumentRow | null => {
  const blocks = JSON.parse(head.blocks) as readonly Block[];
  const title = blocks.find((block) => block.kind === "title");
  const shown = title
    ? ([title.start, title.end] as const)
    : bestPassage(head.body, [], spansIn(head.sentences), blocks)?.span;
  return shown ? { ...citedIn(head, shown), ...key } : null;
};

const datedOr = (dated: DocumentsFilter["dated"]): RawBuilder<unknown> | null =>
  dated === undefined ? null : dated === "yes" ? sql`c.published_first IS NOT NULL` : sql`c.published_first IS NULL`;

/** SQL conditions over `c` for all that documents can be chosen by. */
export async function documentConditionsOf(
  record: CaseRecord,
  filter: DocumentsFilter,
  context: AskContext,
): Promise<RawBuilder<unknown>> {
  const { words } = filter;
  const expression =
    words === undefined ? null : matchExpression(await withVariants(record, readQuery(words), context.spellings));
  return allOf([
    ...(await documentConditions(record, filter)),
    isOneOfGiven(sql`c.lang`, filter.lang),
    filter.notLang?.length ? sql`NOT ${isOneOf(sql`c.lang`, filter.notLang)}` : null,
    datedOr(filter.dated),
    sharesDay(publishedFrom, publishedTo, filter),
    textAnswers(expression),
  ]);
}

/** The documents of the case. Complete unless a limit is given; in order of publication (undated last), then of recording, or as `sort` says. */
export async function askDocuments(
  record: CaseRecord,
  filter: DocumentsFilter = {},
  context: AskContext = noContext,
): Promise<readonly DocumentRow[]> {
  // What is counted is counted for the rows of the page only.
  const { rows: keys } = await sql<DocumentKey>`
    SELECT c.reading, c.lang, c.published_first AS publishedFirst, c.published_last AS publishedLast,
      v.modified_at AS modified, v.retrieved_at AS retrieved, v.recorded_at AS recorded,
      (SELECT count(*) FROM revision one WHERE one.document = c.document) AS revisions,
      (SELECT count(*) FROM attribution one WHERE one.reading = c.reading) AS claims,
      (SELECT count(*) FROM event one WHERE one.reading = c.reading) AS events
    FROM (SELECT c.* FROM ${shownIn(filter)} WHERE ${await documentConditionsOf(record, filter, context)}
      ORDER BY ${documentOrder[filter.sort ?? "published"]} ${pageOf(filter)}) c CROSS JOIN revision v ON v.id = c.revision
    ORDER BY ${documentOrder[filter.sort ?? "published"]}
  `.execute(record.db);
  return rowsFor(record, keys, async () => null, documentRow);
}

/** How many documents fit, paging aside. */
export async function countDocuments(
  record: CaseRecord,
  filter: DocumentsFilter = {},
  context: AskContext = noContext,
) {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM ${shownIn(filter)} WHERE ${await documentConditionsOf(record, filter, context)}
  `.execute(record.db);
  return { total: rows[0]!.total };
}
