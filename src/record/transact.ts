import { type Outcome, problem } from "../model/outcome.ts";
import type { CaseRecord } from "./open.ts";
import { isSqliteError, problemOf } from "./problem.ts";

/**
 * Runs `body` in one transaction: all of it is kept, or nothing. `lasting` waits until the disk has it (synchronous = FULL), for what nobody
 * could make a second time; without it the machine's crash may cost the last ones. A problem that `body` gives, or SQLite's error, undoes everything.
 */
export function transact<T>(record: CaseRecord, body: () => Outcome<T>, lasting = false): Outcome<T> {
  const { sqlite, path } = record;
  if (record.mode === "read") {
    return problem("case/read-only", `${path} was opened to be read. Open it for writing to change it.`);
  }
  try {
    if (lasting) sqlite.exec("PRAGMA synchronous = FULL");
    sqlite.exec("BEGIN IMMEDIATE");
    const outcome = body();
    sqlite.exec(outcome.ok ? "COMMIT" : "ROLLBACK");
    return outcome;
  } catch (error) {
    // A full disk has already rolled it back.
    if (sqlite.isTransaction) sqlite.exec("ROLLBACK");
    if (isSqliteError(error)) return problemOf(error, path);
    throw error;
  } finally {
    if (lasting && sqlite.isOpen) sqlite.exec("PRAGMA synchronous = NORMAL");
  }
}
