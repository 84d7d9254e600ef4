import { hostname } from "node:os";
import type { DatabaseSync } from "node:sqlite";
import { isRunning, type ProcessName, thisProcess } from "./process.ts";

/** The process that writes to a case, and since when (ISO 8601). */
export interface Writer extends ProcessName {
  readonly since: string;
}

/** The process whose row says that it writes, running or not; null where there is none. */
export function writerOf(sqlite: DatabaseSync): Writer | null {
  const row = sqlite.prepare("SELECT pid, host, started, since FROM writer").get();
  if (!row) return null;
  return {
    pid: Number(row.pid),
    host: String(row.host),
    started: row.started === null ? null : String(row.started),
    since: String(row.since),
  };
}

/**
 * Makes this process the writer of the case, unless another one that runs is: then gives that one, else null.
 * The row of a process that has ended is taken over; with `takeOver`, any row is. Two handles in one process count as two writers. Throws what SQLite throws.
 */
export function takeWriting(sqlite: DatabaseSync, now: string, takeOver = false): Writer | null {
  sqlite.exec("BEGIN IMMEDIATE");
  try {
    const holder = writerOf(sqlite);
    if (holder && !takeOver && isRunning(holder)) {
      sqlite.exec("ROLLBACK");
      return holder;
    }
    const own = thisProcess();
    sqlite
      .prepare("INSERT OR REPLACE INTO writer (only_one, pid, host, started, since) VALUES (1, ?, ?, ?, ?)")
      .run(own.pid, own.host, own.started, now);
    sqlite.exec("COMMIT");
    return null;
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec("ROLLBACK");
    throw error;
  }
}

/** Gives writing back, unless another process has taken it over. Throws what SQLite throws. */
export function leaveWriting(sqlite: DatabaseSync): void {
  sqlite.prepare("DELETE FROM writer WHERE pid = ? AND host = ?").run(process.pid, hostname());
}
