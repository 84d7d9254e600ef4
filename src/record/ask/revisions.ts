import { diffArrays } from "diff";
import { sql } from "kysely";
import type { Span } from "../../model/span.ts";
import type { CaseRecord } from "../open.ts";
import { readSentences } from "../read-sentence.ts";
import { type Cited, citedIn, type Head, headsOf } from "./cited.ts";
import { documentsNamed, isOneOf } from "./filter.ts";
import { isSeen, lastOf, type Paging, type Window } from "./window.ts";

export const changes = ["added", "removed"] as const;

/** Which changes are asked for. */
export interface RevisionFilter extends Window, Paging {
  /** Public id ("d12"), the id that the input gave, or URL; left out: every document with several versions. */
  readonly document?: string | undefined;
  readonly change?: (typeof changes)[number] | undefined;
}

/** A sentence that one version of a document has and the version beside it has not; cited where it stands. */
export interface RevisionChange extends Cited {
  readonly change: (typeof changes)[number];
  /** Number of the newer of the two versions, 2, 3, … */
  readonly number: number;
  /** When the newer one was recorded; and when the page says that it was changed. */
  readonly recorded: string;
  readonly modified: string | null;
}

interface RevisionKey {
  readonly document: number;
  readonly reading: number;
  readonly number: number;
  readonly recorded: string;
  readonly modified: string | null;
}

/** The sentences that are read, white space made plain, with their places. */
function sentencesOf({ body, blocks, sentences }: Head): readonly { readonly words: string; readonly span: Span }[] {
  return readSentences(blocks, sentences).map((span) => ({ words: body.slice(...span).replace(/\s+/g, " "), span }));
}

/** Changes from one version to the next, in the order of the text, what was removed before what stands in its place. */
function changesBetween(older: Head, newer: Head, key: RevisionKey): readonly RevisionChange[] {
  const [before, after] = [sentencesOf(older), sentencesOf(newer)];
  const [words, own] = [before.map((one) => one.words), after.map((one) => one.words)];
  const { number, recorded, modified } = key;
  const found: RevisionChange[] = [];
  let [at, to] = [0, 0];
  for (const { value, added, removed } of diffArrays(words, own)) {
    for (let next = 0; next < value.length; next++) {
      const change = added ? "added" : removed ? "removed" : null;
      const head = removed ? older : newer;
      const { span } = removed ? before[at]! : after[to]!;
      if (!added) at++;
      if (!removed) to++;
      if (change !== null) found.push({ ...citedIn(head, span), change, number, recorded, modified });
    }
  }
  return found;
}

/**
 * What changed between the versions of documents, sentence by sentence (the longest common subsequence; Myers 1986): by document, then
 * version, then place. Furniture is not compared. A version whose words are the same gives no row.
 */
export async function askRevisions(record: CaseRecord, filter: RevisionFilter): Promise<readonly RevisionChange[]> {
  const documents = filter.document === undefined ? null : await documentsNamed(record, [filter.document]);
  const by = filter.recordedBy === undefined ? "~" : lastOf(filter.recordedBy);
  const { rows: keys } = await sql<RevisionKey>`
    SELECT v.document, v.number, v.recorded_at AS recorded, v.modified_at AS modified, (
      SELECT g.id FROM reading g WHERE g.revision = v.id AND g.recorded_at <= ${by} ORDER BY g.recorded_at DESC, g.id DESC LIMIT 1
    ) AS reading
    FROM revision v WHERE ${isSeen("v", filter)} AND ${documents === null ? sql`1` : isOneOf(sql`v.document`, documents)}
      AND (SELECT count(*) FROM revision other WHERE other.document = v.document) > 1
    ORDER BY v.document, v.number
  `.execute(record.db);
  const read = keys.filter((key) => key.reading !== null);
  const rows: RevisionChange[] = [];
  const wanted = (filter.offset ?? 0) + (filter.limit ?? Number.POSITIVE_INFINITY);
  for (let at = 1; at < read.length && rows.length < wanted; at++) {
    const [older, newer] = [read[at - 1]!, read[at]!];
    if (older.document !== newer.document) continue;
    const heads = await headsOf(record, [older.reading, newer.reading]);
    const [before, after] = [heads.get(older.reading), heads.get(newer.reading)];
    if (before === undefined || after === undefined) continue;
    const found = changesBetween(before, after, newer);
    rows.push(...found.filter((row) => filter.change === undefined || row.change === filter.change));
  }
  return rows.slice(filter.offset ?? 0, wanted);
}
