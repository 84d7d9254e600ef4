import { sql } from "kysely";
import type { AnnotatedDocument } from "../../model/annotation.ts";
import type { PublishedBy } from "../../model/document.ts";
import type { CaptureFacts } from "../../model/fetch.ts";
import { type Decision, type DecisionAnchor } from "../../model/record.ts";
import { publicId } from "../id.ts";
import type { CaseRecord } from "../open.ts";
import { readReading } from "../read.ts";
import { type Cited, citedIn, rowsFor, spansIn } from "./cited.ts";
import { documentsNamed, isOneOf } from "./filter.ts";
import { lastOf, shownIn, type Window } from "./window.ts";

/** Which document is asked for. */
export interface OneDocumentFilter extends Window {
  /** Public id ("d12"), the id that the input gave, or URL. */
  readonly document: string;
}

/** One version of a document, as the case holds it. */
export interface RevisionRow {
  /** Public id, "r14". */
  readonly revision: string;
  /** 1, 2, … in order of recording. */
  readonly number: number;
  readonly bytesSha256: string;
  readonly textSha256: string;
  readonly published: string | null;
  readonly publishedBy: PublishedBy | null;
  readonly modified: string | null;
  readonly retrieved: string | null;
  readonly recorded: string;
  /** How it was reached, where it was fetched: the address that was asked for, each redirect, the one that answered. */
  readonly capture: CaptureFacts | null;
}

/** One document with all that is known of it; the cited words are the whole text. */
export interface OneDocument extends Cited {
  /** Text, meta, blocks and every layer; `tokens` is empty, since they are not kept. */
  readonly annotation: AnnotatedDocument;
  /** Every version recorded in the window, the oldest first, the shown one among them. */
  readonly revisions: readonly RevisionRow[];
  /** Decisions about any of these versions, withdrawn ones too, the oldest first. */
  readonly decisions: readonly Decision[];
  /** Near-copies by the newest readings, whatever the window; the likest first. */
  readonly nearCopies: readonly NearCopy[];
}

/** Another document that says nearly the same words. */
export interface NearCopy {
  readonly document: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly published: string | null;
  /** Of the words of the shorter one, the share that stands in the other; 0.58 to 1. */
  readonly share: number;
}

interface DocumentKey {
  readonly reading: number;
  readonly document: number;
}

interface DecisionRecord extends Omit<Decision, "id" | "anchor" | "withdrawnAt"> {
  readonly id: number;
  readonly document: number;
  readonly revision: number;
  readonly layer: DecisionAnchor["layer"];
  readonly spans: string;
  readonly field: string | null;
  readonly withdrawn_at: string | null;
}

/** The last time of recording in the window; "~" sorts after every time. */
const recordedBy = (window: Window): string => (window.recordedBy === undefined ? "~" : lastOf(window.recordedBy));

async function revisionsOf(record: CaseRecord, documents: readonly number[], window: Window) {
  const { rows } = await sql<
    Omit<RevisionRow, "revision" | "capture"> & { document: number; row: number; facts: string | null }
  >`
    SELECT v.document, v.id AS row, v.number, v.bytes_sha256 AS bytesSha256, v.text_sha256 AS textSha256, v.published_at AS published,
      v.published_by AS publishedBy, v.modified_at AS modified, v.retrieved_at AS retrieved, v.recorded_at AS recorded,
      v.given -> '$.capture' AS facts
    FROM revision v WHERE ${isOneOf(sql`v.document`, documents)}
      AND v.recorded_at <= ${recordedBy(window)}
    ORDER BY v.document, v.number
  `.execute(record.db);
  return Map.groupBy(rows, (row) => row.document);
}

async function decisionsOf(record: CaseRecord, documents: readonly number[], window: Window) {
  const { rows } = await sql<DecisionRecord>`
    SELECT v.document, n.* FROM revision v JOIN decision n ON n.revision = v.id WHERE ${isOneOf(sql`v.document`, documents)}
      AND n.at <= ${recordedBy(window)}
    ORDER BY n.id
  `.execute(record.db);
  return Map.groupBy(rows, (row) => row.document);
}

async function nearCopiesOf(record: CaseRecord, documents: readonly number[]) {
  const { rows } = await sql<Omit<NearCopy, "document"> & { of: number; other: number }>`
    SELECT n.document AS "of", n.other, n.share, c.publisher, g.meta ->> '$.title' AS title, c.published_first AS published
    FROM near_copy n JOIN current c ON c.document = n.other JOIN reading g ON g.id = c.reading
    WHERE ${isOneOf(sql`n.document`, documents)} ORDER BY n.document, n.share DESC, n.other
  `.execute(record.db);
  return Map.groupBy(rows, (row) => row.of);
}

const decisionOf = (row: DecisionRecord, window: Window): Decision => ({
  id: publicId("decision", row.id),
  anchor: {
    revision: publicId("revision", row.revision),
    layer: row.layer,
    spans: spansIn(row.spans),
    field: row.field,
  },
  action: row.action,
  value: row.value,
  by: row.by,
  at: row.at,
  why: row.why,
  // By then it had not been withdrawn.
  withdrawnAt: (row.withdrawn_at ?? "") <= recordedBy(window) ? row.withdrawn_at : null,
});

/**
 * The document of that name in the window. No row where there is none; two where the name is one document's public id and
 * another's own id.
 */
export async function askDocument(record: CaseRecord, filter: OneDocumentFilter): Promise<readonly OneDocument[]> {
  const documents = await documentsNamed(record, [filter.document]);
  const { rows: keys } = await sql<DocumentKey>`
    SELECT c.reading, c.document FROM ${shownIn(filter)} WHERE ${isOneOf(sql`c.document`, documents)} ORDER BY c.document
  `.execute(record.db);
  const revisions = await revisionsOf(record, documents, filter);
  const decisions = await decisionsOf(record, documents, filter);
  const copies = await nearCopiesOf(record, documents);
  return rowsFor(
    record,
    keys,
    async () => null,
    (key, head) => {
      const annotation = readReading(record, key.reading);
      if (annotation === null) return null;
      return {
        ...citedIn(head, [0, head.body.length]),
        annotation,
        revisions: (revisions.get(key.document) ?? []).map(({ document: _document, row, facts, ...rest }) => ({
          revision: publicId("revision", row),
          ...rest,
          capture: facts === null ? null : (JSON.parse(facts) as CaptureFacts),
        })),
        nearCopies: (copies.get(key.document) ?? []).map(({ of: _of, other, ...rest }) => ({
          document: publicId("document", other),
          ...rest,
        })),
        decisions: (decisions.get(key.document) ?? []).map((row) => decisionOf(row, filter)),
      };
    },
  );
}
