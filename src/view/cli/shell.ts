import type { Readable, Writable } from "node:stream";
import type { Problem } from "../../model/outcome.ts";

/** Everything a command has of the outside: streams, clock, the wish to stop. Tests make their own. */
export interface Shell {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly clock: () => string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Runs work that holds up this thread for long: Ctrl-C ends the process at once meanwhile, since nobody could hear it. */
  readonly unheard?: <Value>(work: () => Value) => Value;
}

/** Exit statuses of every command. */
export const exit = { good: 0, someFailed: 1, usage: 2, interrupted: 130 } as const;

/** One line on stderr. */
export const tell = (shell: Shell, line: string): void => {
  shell.stderr.write(`${line}\n`);
};

/** A problem as one line on stderr: what it is about, what happened and what to do, then its code for scripts. */
export const tellProblem = (shell: Shell, problem: Problem, about = ""): void => {
  tell(shell, oneLine(`standoff: ${about === "" ? "" : `${about}: `}${problem.message} [${problem.code}]`));
};

// Names of files and words of documents come from outside: a control character in one must not reach the terminal.
const control = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** `text` on one line, without control characters and without marks that turn the direction of what follows. */
export const oneLine = (text: string): string => text.replace(control, " ").trim();

/** A fault of ours on stderr, with the lines by which it is found. They may quote what came from outside. */
export function tellFault(shell: Shell, what: string, error: unknown): void {
  const lines = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split("\n");
  const told = lines.map((line) => line.replace(control, " ")).join("\n");
  tell(shell, `standoff: ${what} Please report it with these lines:\n${told}`);
}

/** Writes and waits where the reader is slow, so that memory stays flat. A reader that has gone is no error here: see `isClosed`. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (isClosed(stream)) return;
  // The callback is called in the end whatever happens to the stream; "drain" is not.
  await new Promise<void>((resolve) => {
    if (stream.write(text, () => resolve())) resolve();
  });
}

/** Has the reader of our output gone (`| head`)? */
export const isClosed = (stream: Writable): boolean =>
  stream.destroyed || stream.writableEnded || stream.errored !== null;
