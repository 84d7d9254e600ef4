import { sql } from "kysely";
import type { Block } from "../../model/block.ts";
import type { CaseRecord } from "../open.ts";
import { type Cited, citedIn, type Head, rowsFor, spansIn } from "./cited.ts";
import {
  type AskContext,
  type DayFilter,
  type DocumentFilter,
  documentConditions,
  isOneOfGiven,
  noContext,
  sharesDay,
  textAnswers,
} from "./filter.ts";
import { bestPassage } from "./passage.ts";
import { withVariants } from "./variant.ts";
import { allOf, isCurrent, type Paging, pageOf, type Window } from "./window.ts";
import { matchExpression, readQuery } from "./word.ts";

/** Which documents are asked for. */
export interface DocumentsFilter extends Window, Paging, DocumentFilter, DayFilter {
  /** Primary language subtags ("en"). */
  readonly lang?: readonly string[] | undefined;
  /** A query over title and text (`readQuery`), names in any spelling. */
  readonly words?: string | undefined;
}

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

/** SQL: first and last day of publication of `revision v`. */
export const publishedFrom = sql`v.published_first`;
export const publishedTo = sql`coalesce(v.published_last, v.published_first)`;

const documentRow = ({ reading: _reading, ...key }: DocumentKey, head: Head): DocumentRow | null => {
  const blocks = JSON.parse(head.blocks) as readonly Block[];
  const title = blocks.find((block) => block.kind === "title");
  const shown = title
    ? ([title.start, title.end] as const)
    : bestPassage(head.body, [], spansIn(head.sentences), blocks)?.span;
  return shown ? { ...citedIn(head, shown), ...key } : null;
};

/** The documents of the case. Complete unless a limit is given; in order of publication (undated last), then of recording. */
export async function askDocuments(
  record: CaseRecord,
  filter: DocumentsFilter = {},
  context: AskContext = noContext,
): Promise<readonly DocumentRow[]> {
  const { words } = filter;
  const expression =
    words === undefined ? null : matchExpression(await withVariants(record, readQuery(words), context.spellings));
  const { rows: keys } = await sql<DocumentKey>`
    SELECT g.id AS reading, g.lang, v.published_first AS publishedFirst, v.published_last AS publishedLast,
      v.modified_at AS modified, v.retrieved_at AS retrieved, v.recorded_at AS recorded,
      (SELECT count(*) FROM revision one WHERE one.document = v.document) AS revisions,
      (SELECT count(*) FROM attribution one WHERE one.reading = g.id) AS claims,
      (SELECT count(*) FROM event one WHERE one.reading = g.id) AS events
    FROM revision v CROSS JOIN reading g ON g.revision = v.id CROSS JOIN document d ON d.id = v.document
    WHERE ${allOf([
      ...(await documentConditions(record, filter)),
      isOneOfGiven(sql`g.lang`, filter.lang),
      sharesDay(publishedFrom, publishedTo, filter),
      textAnswers(expression),
      isCurrent(filter),
    ])}
    ORDER BY v.published_first NULLS LAST, v.id ${pageOf(filter)}
  `.execute(record.db);
  return rowsFor(record, keys, async () => null, documentRow);
}
