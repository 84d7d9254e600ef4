import { existsSync } from "node:fs";
import type { Outcome } from "../../model/outcome.ts";
import { type CaseRecord, createCase, fileOf, openCase } from "../../record/open.ts";
import { exit, type Shell, tell, tellProblem } from "./shell.ts";

/** The case file that commands use where none is named. */
export const defaultCase = "case.standoff";

/** Opens the case for writing, and makes it first where there is none (and says so). */
export async function openOrCreate(
  shell: Shell,
  path: string,
  { waitMs, takeOver }: { readonly waitMs: number; readonly takeOver: boolean },
): Promise<Outcome<CaseRecord>> {
  if (!existsSync(fileOf(path))) {
    const made = createCase(path, shell.clock);
    if (made.ok) tell(shell, `${path}: made a new case.`);
    return made;
  }
  return openCase(path, { mode: "write", waitMs, takeOver, clock: shell.clock, signal: shell.signal });
}

/** Runs `work` on the open case and closes it; a case that cannot be opened is told, and the status is 1. */
export async function withCase(
  shell: Shell,
  path: string,
  mode: "read" | "write",
  work: (record: CaseRecord) => Promise<number>,
): Promise<number> {
  const opened = await openCase(path, { mode, waitMs: 5_000, clock: shell.clock, signal: shell.signal });
  if (!opened.ok) {
    tellProblem(shell, opened.problem);
    return exit.someFailed;
  }
  try {
    return await work(opened.value);
  } finally {
    opened.value.close();
  }
}
