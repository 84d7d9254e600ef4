import { Readable, Writable } from "node:stream";
import { expect, test } from "vitest";
import { type Shell, tellFault } from "../../../src/view/cli/shell.ts";

test("a fault is told line by line, and what it quotes cannot steer the terminal", () => {
  let told = "";
  const stderr = new Writable({ write: (chunk, _encoding, done) => ((told += String(chunk)), done()) });
  const shell: Shell = {
    stdin: Readable.from([]),
    stdout: stderr,
    stderr,
    clock: () => "2031-03-20T12:00:00.000Z",
    signal: new AbortController().signal,
  };
  const error = new Error("no JSON at \u001b[2J\u202e");
  error.stack = `Error: ${error.message}\n    at read (a.ts:1:1)`;
  tellFault(shell, "a request failed.", error);
  expect(told).toBe(
    "standoff: a request failed. Please report it with these lines:\nError: no JSON at  [2J \n    at read (a.ts:1:1)\n",
  );
});
