import type { CaptureFacts } from "../model/fetch.ts";
import { type Packed, unpacked } from "./blob.ts";
import type { CaseRecord } from "./open.ts";
import { statementsOf } from "./statement.ts";

/** The newest version of a fetched page, as the case holds it. */
export interface KeptCapture extends CaptureFacts {
  /** Row number of the version. */
  readonly revision: number;
  /** ISO 8601 time of capture. */
  readonly retrievedAt: string | null;
}

/**
 * Fetched pages whose newest version was fetched, by the address that was asked for: what a server gave to tell later whether a page has changed.
 * Of two documents that one address led to, the newer one counts. Throws what SQLite throws.
 */
export function capturesOf(record: CaseRecord): ReadonlyMap<string, KeptCapture> {
  const rows = statementsOf(record)(
    `SELECT v.id, v.retrieved_at, v.given ->> '$.capture' AS capture FROM revision v
      WHERE v.given ->> '$.capture' IS NOT NULL
        AND v.number = (SELECT max(number) FROM revision WHERE document = v.document) ORDER BY v.id`,
  ).all();
  return new Map(
    rows.map((row) => {
      const facts = JSON.parse(String(row.capture)) as CaptureFacts;
      const retrievedAt = row.retrieved_at === null ? null : String(row.retrieved_at);
      return [facts.requestedUrl, { ...facts, revision: Number(row.id), retrievedAt }];
    }),
  );
}

/** Bytes of the version with row number `revision`; null where they are not there or cannot be got back. Throws what SQLite throws. */
export function keptBytes(record: CaseRecord, revision: number): Uint8Array | null {
  const row = statementsOf(record)(
    "SELECT b.coding, b.bytes, b.size FROM revision v JOIN blob b ON b.sha256 = v.bytes_sha256 WHERE v.id = ?",
  ).get(revision);
  return row ? unpacked({ coding: row.coding, bytes: row.bytes } as Packed, Number(row.size)) : null;
}
