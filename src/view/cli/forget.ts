import { createInterface } from "node:readline/promises";
import { storyMaker } from "../../ingest.ts";
import { documentsNamed } from "../../record/ask/filter.ts";
import { copiesOf } from "../../record/copy.ts";
import { forget } from "../../record/forget.ts";
import { rowOf } from "../../record/id.ts";
import { settleStories } from "../../settle.ts";
import { withCase } from "./case.ts";
import { exit, type Shell, tell, tellProblem } from "./shell.ts";

export interface ForgetOptions {
  readonly case: string;
  readonly reason: string;
  readonly yes: boolean;
}

async function agrees(shell: Shell, what: string): Promise<boolean> {
  if (!shell.stdin.isTTY) {
    tell(shell, "standoff: forgetting cannot be undone. Say --yes to do it without being asked. [usage]");
    return false;
  }
  const asking = createInterface({ input: shell.stdin, output: shell.stderr });
  try {
    return /^y(es)?$/i.test((await asking.question(`Forget ${what} for good? [y/N] `)).trim());
  } finally {
    asking.close();
  }
}

/** `standoff forget`: removes one document for good; a name that fits several is refused, and the several are named. */
export async function forgetDocument(shell: Shell, name: string, options: ForgetOptions): Promise<number> {
  return withCase(shell, options.case, "write", async (record) => {
    const found = await documentsNamed(record, [name]);
    const own = rowOf("document", name);
    if (own !== null && !found.includes(own)) {
      // An id that was given once is never another document's: it is a forgotten one, or none.
      const again = forget(record, name, options.reason, shell.clock());
      if (!again.ok && again.problem.code !== "document/unknown") {
        tellProblem(shell, again.problem);
        return exit.someFailed;
      }
    }
    if (found.length !== 1) {
      const many =
        found.length > 1 ? `${name} fits ${found.map((row) => `d${row}`).join(", ")}: name one of them.` : null;
      tell(
        shell,
        `standoff: ${many ?? `no document ${name} is in ${options.case}. See: standoff ask documents`} [document/unknown]`,
      );
      return exit.someFailed;
    }
    const document = `d${found[0]}`;
    const copies = copiesOf(record, document);
    if (!options.yes && !(await agrees(shell, document))) return exit.usage;
    const forgotten = forget(record, document, options.reason, shell.clock());
    if (!forgotten.ok) {
      tellProblem(shell, forgotten.problem);
      return exit.someFailed;
    }
    // Ledgers that told of it are made anew; where that fails, the next `add` does it.
    const settle = () => settleStories(record, storyMaker(), shell.signal);
    if (shell.unheard) shell.unheard(settle);
    else settle();
    tell(
      shell,
      `${document} is forgotten: its bytes, text and readings are gone; its hash, the time and the reason stay.`,
    );
    if (copies.length > 0) {
      tell(
        shell,
        `The same text is still in the case as ${copies.join(", ")}: forget ${copies.length === 1 ? "it" : "each of them"} too, if the words must go.`,
      );
    }
    return exit.good;
  });
}
