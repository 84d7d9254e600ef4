import { availableParallelism } from "node:os";
import { createPool, mapInOrder, type Task } from "../../engine.ts";
import { done, type Outcome } from "../../model/outcome.ts";
import { toConllu } from "../format/conllu.ts";
import { annotateLine } from "../format/input.ts";
import { type NumberedLine, parseLine, readLines } from "../format/line.ts";
import { exit, isClosed, type Shell, tellProblem, write } from "./shell.ts";

export interface AnnotateOptions {
  readonly out: "jsonl" | "conllu";
  readonly tokens: boolean;
  readonly jobs: number;
}

/** Threads to use where the user names no number: two where there are two cores. */
export const defaultJobs = (): number => Math.max(1, Math.min(2, availableParallelism()));

/** `standoff annotate`: JSONL on stdin, annotated documents on stdout, order kept, constant memory. Opens no path. */
export async function annotate(shell: Shell, options: AnnotateOptions): Promise<number> {
  const pool = createPool({ jobs: options.jobs, signal: shell.signal });
  const keepTokens = options.tokens || options.out === "conllu";
  let failed = false;
  const asPrinted = async (task: Task): Promise<Outcome<string>> => {
    if (options.out === "jsonl") {
      const line = await pool.readLine(task);
      return line.ok ? done(`${line.value}\n`) : line;
    }
    const read = await pool.read(task);
    return read.ok ? done(toConllu(read.value)) : read;
  };
  const read = async ({ number, line }: NumberedLine): Promise<Outcome<string>> => {
    if (!line.ok) return line;
    const input = parseLine(number, line.value, annotateLine);
    if (!input.ok) return input;
    const { id, text, sentences, ...given } = input.value;
    const result = await asPrinted({ id, body: text, given, sentences, tokens: keepTokens });
    if (result.ok) return result;
    const message = `line ${number} (id ${id}): ${result.problem.message}`;
    return { ok: false, problem: { ...result.problem, message } };
  };
  try {
    for await (const result of mapInOrder(readLines(shell.stdin), pool.ahead, read)) {
      if (shell.signal.aborted) return exit.interrupted;
      if (isClosed(shell.stdout)) break;
      if (result.ok) {
        await write(shell.stdout, result.value);
      } else {
        failed = true;
        tellProblem(shell, result.problem);
      }
    }
  } finally {
    await pool.close();
  }
  return failed ? exit.someFailed : exit.good;
}
