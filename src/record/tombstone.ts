import { rowOf } from "./id.ts";
import type { CaseRecord } from "./open.ts";

/** Was the document of that public id ("d12") in the case once, and forgotten? False for what is no such id. */
export function isForgotten({ sqlite }: CaseRecord, document: string): boolean {
  const row = rowOf("document", document);
  return row !== null && sqlite.prepare("SELECT 1 FROM tombstone WHERE document = ?").get(row) !== undefined;
}
