import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { run } from "../../../src/view/cli/main.ts";

/** What a command printed, and its exit status. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

class Kept extends Writable {
  text = "";
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString("utf8");
    done();
  }
}

/** Runs one command line in this process, as `standoff ARGS < input` would; the clock stands at noon of 2024-01-02. */
export async function standoff(argv: readonly string[], input: string | Uint8Array = ""): Promise<Said> {
  const stdout = new Kept();
  const stderr = new Kept();
  const code = await run(argv, {
    stdin: Readable.from([Buffer.from(input)]),
    stdout,
    stderr,
    clock: () => "2024-01-02T12:00:00.000Z",
    signal: new AbortController().signal,
  });
  return { code, out: stdout.text, err: stderr.text };
}

/** A new empty folder. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "standoff-test-"));

/** Objects of a JSONL text. */
export const rowsOf = <Row = Record<string, unknown>>(text: string): readonly Row[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);
