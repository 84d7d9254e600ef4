import { closeSync, existsSync, linkSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Kysely } from "kysely";
import { done, type Outcome, type Problem, problem } from "../model/outcome.ts";
import { readingDialect } from "./dialect.ts";
import { applicationId, migrate, migrations, schemaVersion } from "./migrate.ts";
import { isSqliteError, problemOf } from "./problem.ts";
import type { Tables } from "./tables.ts";
import { leaveWriting, takeWriting, type Writer } from "./writer.ts";

/** An open case. Ask with `db`; `sqlite` is for the writing parts of the record. Close it, or the writer's row stays until this process ends. */
export interface CaseRecord {
  /** As it was named when opened. */
  readonly path: string;
  readonly mode: "read" | "write";
  readonly db: Kysely<Tables>;
  readonly sqlite: DatabaseSync;
  /** May be called twice. */
  close(): void;
}

/** How a case is opened. */
export interface OpenOptions {
  readonly mode: "read" | "write";
  /** How long to wait, in milliseconds, for another process that writes; 0 does not wait. */
  readonly waitMs: number;
  /** Now, as ISO 8601. */
  readonly clock: () => string;
  /**
   * Become the writer whatever the case says of another one: for a process of another machine (a container that is gone), of which nobody
   * here can tell whether it still runs. Not set: false.
   */
  readonly takeOver?: boolean;
  /** Ends the waiting early, with `case/in-use`. */
  readonly signal?: AbortSignal;
}

// How long one statement waits for a lock of another process: checkpoints and migrations are shorter.
const statementWaitMs = 5_000;
const pollMs = 50;

/** Path of the file that `path` names: SQLite also takes `file:` URIs, with parameters such as `mode=ro`. */
export function fileOf(path: string): string {
  if (!path.startsWith("file:")) return path;
  const name = path.replace(/[?#].*$/s, "");
  try {
    // Without a slash the path is relative to the working folder for SQLite, which a file URL never is.
    return name.startsWith("file:/") ? fileURLToPath(name) : decodeURIComponent(name.slice("file:".length));
  } catch {
    return name.slice("file:".length);
  }
}

function recordOver(sqlite: DatabaseSync, path: string, mode: "read" | "write"): CaseRecord {
  const db = new Kysely<Tables>({ dialect: readingDialect(sqlite) });
  return {
    path,
    mode,
    db,
    sqlite,
    close: () => {
      if (!sqlite.isOpen) return;
      try {
        if (mode === "write") leaveWriting(sqlite);
      } catch (error) {
        // A full or broken disk: the row stays, and is taken over when this process has ended.
        if (!isSqliteError(error)) throw error;
      } finally {
        sqlite.close();
      }
    },
  };
}

/** Is the open file a case of a version that is known here? */
function caseProblem(sqlite: DatabaseSync, path: string): { readonly ok: false; readonly problem: Problem } | null {
  const row = sqlite.prepare("PRAGMA application_id").get();
  if (Number(row?.application_id) !== applicationId) {
    return problem("case/not-a-case", `${path} is not a Standoff case. Name a case made by \`standoff init\`.`);
  }
  const [version, known] = [schemaVersion(sqlite), migrations().length];
  if (version <= known) return null;
  return problem(
    "case/newer",
    `${path} has schema version ${version}, and this Standoff knows versions up to ${known}. Update Standoff to open it.`,
  );
}

/** Settings of a connection that writes. `synchronous` is NORMAL for adding: a crash of the machine may lose the last documents, never break the file. */
function prepareForWriting(sqlite: DatabaseSync): void {
  sqlite.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000",
  );
}

const inUse = (path: string, writer: Writer, waitMs: number): { readonly ok: false; readonly problem: Problem } =>
  problem(
    "case/in-use",
    `${path}: the case is in use by process ${writer.pid} on ${writer.host} since ${writer.since}` +
      `${waitMs > 0 ? `, and was not free within ${waitMs} ms` : ""}. Wait until it has finished, or end it; then try again.` +
      // Whether a process of another machine still runs cannot be seen from here.
      (writer.host === hostname() ? "" : " If that process is gone, add --take-over."),
  );

/**
 * Makes a new case at `path` and opens it for writing. The file appears whole or not at all.
 * Fails with `case/exists`, `case/missing` (no such folder), `case/read-only` or `case/full`.
 */
export function createCase(path: string, clock: () => string): Outcome<CaseRecord> {
  const file = fileOf(path);
  const exists = () =>
    problem("case/exists", `${path} is already there. Choose another name, or use the case as it is.`);
  if (existsSync(file)) return exists();
  const unfinished = `${file}.${process.pid}.new`;
  try {
    closeSync(openSync(unfinished, "w"));
    const sqlite = new DatabaseSync(unfinished);
    try {
      // Here, where nobody else can be reading: the step to WAL asks for the file alone.
      prepareForWriting(sqlite);
      migrate(sqlite);
      const info = sqlite.prepare("INSERT INTO case_info (key, value) VALUES (?, ?)");
      info.run("format", "standoff/1");
      info.run("created_at", clock());
    } finally {
      sqlite.close();
    }
    if (!putInPlace(unfinished, file)) return exists();
    const opened = new DatabaseSync(path, { timeout: statementWaitMs });
    prepareForWriting(opened);
    const holder = takeWriting(opened, clock());
    if (!holder) return done(recordOver(opened, path, "write"));
    opened.close();
    return inUse(path, holder, 0);
  } catch (error) {
    return fileProblem(error, path) ?? problemOf(error, path);
  } finally {
    for (const end of ["", "-wal", "-shm"]) rmSync(`${unfinished}${end}`, { force: true });
  }
}

/** Gives `made` the name `file`, unless something has that name: then false. */
function putInPlace(made: string, file: string): boolean {
  try {
    linkSync(made, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    // A file system without hard links: the gap between looking and renaming is a risk only there.
    if (existsSync(file)) return false;
    renameSync(made, file);
    return true;
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);

/** What the file system's refusal means; null where the error is not one. */
function fileProblem(error: unknown, path: string): { readonly ok: false; readonly problem: Problem } | null {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return problem("case/missing", `The folder of ${path} does not exist. Make it first.`);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return problem("case/read-only", `${path} cannot be made: its folder is read-only. Choose another folder.`);
    case "ENOSPC":
    case "EDQUOT":
      return problem("case/full", `${path} cannot be made: the disk is full. Make room first.`);
    default:
      return null;
  }
}

/**
 * Opens the case at `path` (a path, or a `file:` URI of SQLite). A case of an older version is brought up to date first.
 * Any number may read; one process writes, and a second one waits up to `waitMs`.
 * Fails with `case/missing`, `case/not-a-case`, `case/newer`, `case/in-use`, `case/read-only`, `case/full` or `case/damaged`.
 */
export async function openCase(path: string, options: OpenOptions): Promise<Outcome<CaseRecord>> {
  const file = fileOf(path);
  if (!existsSync(file)) {
    return problem("case/missing", `There is no case ${path}. Make one with \`standoff init\`, or name another file.`);
  }
  if (statSync(file).isDirectory()) {
    return problem("case/not-a-case", `${path} is a folder. Name the case's file in it.`);
  }
  return options.mode === "read" ? openToRead(path, file, options) : openToWrite(path, options);
}

/** Waits until the next look at the writer's row, or until `signal` is aborted. */
async function pause(signal: AbortSignal | undefined): Promise<void> {
  try {
    await setTimeout(pollMs, undefined, { signal });
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

async function openToWrite(path: string, options: OpenOptions): Promise<Outcome<CaseRecord>> {
  const deadline = performance.now() + options.waitMs;
  let sqlite: DatabaseSync | undefined;
  try {
    sqlite = new DatabaseSync(path, { timeout: statementWaitMs });
    const wrong = caseProblem(sqlite, path);
    if (wrong) {
      sqlite.close();
      return wrong;
    }
    prepareForWriting(sqlite);
    let holder = takeWriting(sqlite, options.clock(), options.takeOver);
    while (holder && performance.now() < deadline && !options.signal?.aborted) {
      await pause(options.signal);
      if (!options.signal?.aborted) holder = takeWriting(sqlite, options.clock());
    }
    if (holder) {
      sqlite.close();
      return inUse(path, holder, options.signal?.aborted ? 0 : options.waitMs);
    }
    const record = recordOver(sqlite, path, "write");
    try {
      migrate(sqlite);
    } catch (error) {
      record.close();
      throw error;
    }
    return done(record);
  } catch (error) {
    if (sqlite?.isOpen) sqlite.close();
    return problemOf(error, path);
  }
}

async function openToRead(path: string, file: string, options: OpenOptions): Promise<Outcome<CaseRecord>> {
  let sqlite: DatabaseSync | undefined;
  try {
    sqlite = connectionToRead(path, file);
    const wrong = caseProblem(sqlite, path);
    const older = !wrong && schemaVersion(sqlite) < migrations().length;
    if (!wrong && !older) return done(recordOver(sqlite, path, "read"));
    sqlite.close();
    if (wrong) return wrong;
    // Questions are written for the last schema only.
    const writing = await openToWrite(path, options);
    if (!writing.ok) return writing;
    writing.value.close();
    return openToRead(path, file, options);
  } catch (error) {
    if (sqlite?.isOpen) sqlite.close();
    if (isSqliteError(error) && (error.errcode & 0xff) === 14) {
      return problem(
        "case/read-only",
        `${path} cannot be read where it lies: its last changes are in ${file}-wal, and SQLite must be able to write beside it to read them. Copy both files to a folder that you can write to.`,
      );
    }
    return problemOf(error, path);
  }
}

/**
 * A connection that only reads. A case in a folder that cannot be written to is read as a file that nobody changes, if no log lies beside it.
 */
function connectionToRead(path: string, file: string): DatabaseSync {
  const connect = (name: string) => {
    const sqlite = new DatabaseSync(name, { timeout: statementWaitMs });
    try {
      // Not opened as read-only: the last to close such a connection would leave the log's two files beside the case.
      // 64 MB of pages: what filters and orders look at in a case of 20,000 documents fits in.
      sqlite.exec("PRAGMA query_only = ON; PRAGMA cache_size = -64000");
      sqlite.prepare("SELECT count(*) FROM sqlite_schema").get();
      return sqlite;
    } catch (error) {
      sqlite.close();
      throw error;
    }
  };
  try {
    return connect(path);
  } catch (error) {
    // 14: no log is there, and none can be made; 8: the same, told by another path through SQLite.
    const cannotMakeLog = isSqliteError(error) && [8, 14].includes(error.errcode & 0xff);
    const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
    if (!cannotMakeLog || (log && log.size > 0)) throw error;
    return connect(`${pathToFileURL(file).href}?immutable=1`);
  }
}
