import { createCase } from "../../record/open.ts";
import { exit, type Shell, tell, tellProblem } from "./shell.ts";

/** `standoff init`: an empty case; an existing file is never touched. */
export function init(shell: Shell, path: string): number {
  const made = createCase(path, shell.clock);
  if (!made.ok) {
    tellProblem(shell, made.problem);
    return exit.someFailed;
  }
  made.value.close();
  tell(shell, `${path}: made a new case. Add reports with: standoff add FOLDER --case ${path}`);
  return exit.good;
}
