import { sql } from "kysely";
import type { Block, BlockKind } from "../../model/block.ts";
import type { CaseRecord } from "../open.ts";
import { type Cited, citedIn, type Head, type Quoted, rowsFor, spansIn } from "./cited.ts";
import { type DocumentsFilter, publishedFrom, publishedTo } from "./documents.ts";
import { type AskContext, documentConditions, isOneOfGiven, noContext, sharesDay } from "./filter.ts";
import { bestPassage } from "./passage.ts";
import { withVariants } from "./variant.ts";
import { allOf, pageOf, shownIn } from "./window.ts";
import { hitsIn, matchExpression, readQuery, type WordQuery } from "./word.ts";

/** What is looked for, and where. */
export interface SearchFilter extends DocumentsFilter {
  readonly words: string;
}

/** One document that answers; the cited words are its best passage. */
export interface SearchRow extends Cited {
  readonly lang: string | null;
  /** Kind of block of the passage: "furniture" where the words stand nowhere else. Null outside of any block. */
  readonly block: BlockKind | null;
  /** Every word in the passage that was looked for, in text order. Empty where only the title given beside the text has them. */
  readonly matches: readonly Quoted[];
  /** How often words looked for stand in the whole text. */
  readonly occurrences: number;
  /** BM25 of title and text, the title three times as heavy; higher is better, and means something within one answer only. */
  readonly score: number;
}

interface SearchKey {
  readonly reading: number;
  readonly lang: string | null;
  readonly rank: number;
}

const searchRow = (key: SearchKey, head: Head, query: WordQuery): SearchRow | null => {
  const hits = hitsIn({ all: query.all, none: [] }, head.body) ?? [];
  const passage = bestPassage(head.body, hits, spansIn(head.sentences), JSON.parse(head.blocks) as readonly Block[]);
  if (passage === null) return null;
  const spans = new Map(hits.map((hit) => [hit.span[0], hit.span]));
  const [from, to] = passage.span;
  return {
    ...citedIn(head, passage.span),
    lang: key.lang,
    block: passage.block,
    matches: [...spans.values()]
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => ({ words: head.body.slice(start, end), start, end })),
    occurrences: spans.size,
    // SQLite's rank is smaller for better.
    score: Math.round(-key.rank * 1000) / 1000,
  };
};

/**
 * Where words occur (`readQuery`), names in any spelling, one row a document with its best passage, best first.
 * Complete unless a limit is given; equal ranks are in order of recording. A query without a word to look for finds nothing.
 */
export async function askSearch(
  record: CaseRecord,
  filter: SearchFilter,
  context: AskContext = noContext,
): Promise<readonly SearchRow[]> {
  const query = await withVariants(record, readQuery(filter.words), context.spellings);
  const expression = matchExpression(query);
  if (expression === null) return [];
  const { rows: keys } = await sql<SearchKey>`
    SELECT c.reading, c.lang, bm25(search, 3.0, 1.0) AS rank FROM search CROSS JOIN ${shownIn(filter)} ON c.reading = search.rowid
    WHERE ${allOf([
      sql`search MATCH ${expression}`,
      ...(await documentConditions(record, filter)),
      isOneOfGiven(sql`c.lang`, filter.lang),
      sharesDay(publishedFrom, publishedTo, filter),
    ])}
    ORDER BY 3, c.reading ${pageOf(filter)}
  `.execute(record.db);
  return rowsFor(record, keys, async () => query, searchRow);
}
