import { type Problem, problem } from "../model/outcome.ts";
import type { ProblemCode } from "../model/problem.ts";

/** An error thrown by `node:sqlite`; `errcode` is SQLite's extended result code. */
interface SqliteError extends Error {
  readonly errcode: number;
  readonly errstr: string;
}

/** Is `error` one that SQLite gave? Everything else that is thrown is our bug. */
export const isSqliteError = (error: unknown): error is SqliteError =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number";

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html) that the world can cause, and what to do. */
const causes: Readonly<Record<number, readonly [code: ProblemCode, what: string, next: string]>> = {
  3: ["case/read-only", "may not be opened by this user", "Ask its owner for the right to read and write it."],
  5: ["case/in-use", "is locked by another process", "Wait until that process has finished, then try again."],
  6: ["case/in-use", "is locked by another part of this process", "Wait until it has finished, then try again."],
  8: [
    "case/read-only",
    "cannot be written to",
    "Make the file, its folder and the disk writable, or copy the case to where they are.",
  ],
  10: [
    "case/damaged",
    "cannot be read or written, because the disk reports an error",
    "Check the disk; then copy the case to another one and run `standoff verify` on the copy.",
  ],
  11: [
    "case/damaged",
    "is damaged",
    "Run `standoff verify` to see what is lost, and go back to a copy made before; adding the documents to a new case also gives the record again.",
  ],
  13: [
    "case/full",
    "cannot grow: the disk is full",
    "Everything recorded before this document is kept. Make room, then run the same command again; it goes on where it stopped.",
  ],
  // The file was seen to be there before it was opened.
  14: [
    "case/read-only",
    "may not be opened where it lies",
    "Make sure that you may read and write the file and its folder, or copy the case to where you may.",
  ],
  26: ["case/not-a-case", "is not a Standoff case", "Name a case made by `standoff init`."],
};

/**
 * What SQLite's error about the case at `path` means to its user.
 * An error that only a fault of ours can cause (bad SQL, misuse) is thrown on.
 */
export function problemOf(error: unknown, path: string): { readonly ok: false; readonly problem: Problem } {
  if (!isSqliteError(error)) throw error;
  const primary = error.errcode & 0xff;
  if (primary === 19) {
    return problem(
      "document/refused",
      `The reading breaks a rule of the record (${error.message}), so nothing of this document was kept. This is a fault of the engine: report it with the document.`,
    );
  }
  if (primary === 18) {
    return problem(
      "document/too-large",
      "The document is larger than the gigabyte that SQLite keeps in one value. Split it.",
    );
  }
  // The disk may run out while the shared-memory file of the log grows: that is told as an I/O error (SQLITE_IOERR_SHMSIZE).
  const cause = causes[error.errcode === 4874 ? 13 : primary];
  if (!cause) throw error;
  const [code, what, next] = cause;
  return problem(code, `${path} ${what} (SQLite: ${error.message}). ${next}`);
}
