/**
 * Every code that a `Problem` can carry, with what it means. Stable: scripts may test for them.
 * `docs/problem.md` is generated from this table.
 */
export const problemCodes = {
  "case/exists": "There is already a file where a new case should be made.",
  "case/missing": "There is no case file of that name.",
  "case/not-a-case": "The file is not a Standoff case (not SQLite, or another application's).",
  "case/newer": "The case was written by a newer version of Standoff.",
  "case/in-use": "Another process is writing to the case.",
  "case/read-only": "The case, or the disk it lies on, cannot be written to.",
  "case/full": "The disk, or the size set for the case, is full.",
  "case/damaged": "SQLite found the file damaged.",
  "document/unreadable": "The file cannot be opened or read.",
  "document/outside-root": "The path leads outside the folder that may be read.",
  "document/empty": "There is no text in it.",
  "document/binary": "The bytes are not text of a kind that is read.",
  "document/too-large": "It is larger than what is read as one document.",
  "document/charset": "The bytes are not valid in the charset they claim.",
  "document/not-read": "A stage of the pipeline failed on the document: a fault of Standoff.",
  "document/unknown": "No document of that id or key is in the case.",
  "document/forgotten": "The document was removed with `forget`.",
  "document/refused":
    "The record refused this document: its reading breaks a rule of the record, or its text contradicts one kept under the same hash.",
  "decision/refused":
    "The decision or link cannot be kept: what it is about is not in the case, or a part of it is missing.",
  "line/not-json": "The line is not JSON.",
  "line/not-valid": "The line is JSON, but not of the form that the format asks for.",
  "manifest/not-valid": "The manifest cannot be read or has a row of the wrong form.",
  "question/not-valid": "A filter of the question has a value of the wrong form.",
  "question/unknown": "There is no question of that name.",
  "request/host": "The server was called by a name that is not its own.",
  "request/method": "The address exists, but is not called with that method.",
  "request/not-valid": "What was sent to the server is not of the form that the address takes.",
  "request/origin": "The request comes from the page of another site.",
  "request/token": "The request lacks the token that it needs, or has a wrong one.",
  "request/unknown": "The server has no such address.",
  "sample/missing": "The reports of the built-in demonstration are not beside the program.",
  "server/fault": "The server failed on the request: a fault of Standoff.",
  "server/not-listening": "The server cannot listen at that address or port.",
  "server/unreachable": "The web app cannot reach the server that it came from.",
  usage: "The command line is not understood.",
} as const;

/** A stable code of a problem, `noun/what`. */
export type ProblemCode = keyof typeof problemCodes;
