import { DatabaseSync } from "node:sqlite";
import type { Finding } from "./finding.ts";
import type { CaseRecord } from "./open.ts";
import { isSqliteError } from "./problem.ts";

/** SQLITE_CORRUPT_VTAB: FTS5's answer where its index and the texts disagree. */
const disagrees = 267;

/** Runs FTS5's own comparison of the index with the texts; null where the file may not be written to, which the command asks for. */
function comparison(record: CaseRecord): "same" | "different" | null {
  const own = record.mode === "write";
  let sqlite: DatabaseSync | undefined;
  try {
    // The command changes nothing, but SQLite takes it for writing.
    sqlite = own ? record.sqlite : new DatabaseSync(record.path, { timeout: 5_000 });
    sqlite.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
    return "same";
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    return error.errcode === disagrees ? "different" : null;
  } finally {
    if (!own && sqlite?.isOpen) sqlite.close();
  }
}

/** Does the full-text index hold the words of every reading, and no others? On a disk that cannot be written to, only which readings it holds. */
export function* indexFaults(record: CaseRecord): Iterable<Finding> {
  const where = "the full-text index";
  if (comparison(record) === "different") yield { table: "search", where, fault: "it does not agree with the texts" };
  const missing = record.sqlite.prepare("SELECT id FROM reading WHERE id NOT IN (SELECT id FROM search_docsize)");
  for (const row of missing.iterate()) yield { table: "search", where, fault: `reading ${row.id} is not in it` };
  const extra = record.sqlite.prepare("SELECT id FROM search_docsize WHERE id NOT IN (SELECT id FROM reading)");
  for (const row of extra.iterate())
    yield { table: "search", where, fault: `it holds reading ${row.id}, which is gone` };
}
