import { noContext } from "../../record/ask/filter.ts";
import { currentReadings } from "../../record/current.ts";
import { readReading } from "../../record/read.ts";
import { csvRow } from "../format/csv.ts";
import { withoutPrivateNames } from "../format/private.ts";
import { questions } from "../question.ts";
import { withCase } from "./case.ts";
import { storyLines } from "./export-story.ts";
import { exit, isClosed, type Shell, tell, write } from "./shell.ts";

export interface ExportOptions {
  readonly case: string;
  readonly what: "documents" | "claims" | "events" | "stories";
  readonly format: "jsonl" | "csv" | null;
}

/** `standoff export`: the newest reading of every document as JSONL of standoff/1, what stories say together as lines of the same format, or all claims or events as one table. */
export async function exportCase(shell: Shell, options: ExportOptions): Promise<number> {
  const natural = options.what === "documents" || options.what === "stories" ? "jsonl" : "csv";
  if (options.format !== null && options.format !== natural) {
    tell(
      shell,
      `standoff: ${options.what} are exported as ${natural}, not ${options.format}. Leave --format out. [usage]`,
    );
    return exit.usage;
  }
  return withCase(shell, options.case, "read", async (record) => {
    if (options.what === "documents") {
      for (const reading of currentReadings(record)) {
        if (shell.signal.aborted || isClosed(shell.stdout)) break;
        const document = readReading(record, reading);
        if (document) await write(shell.stdout, `${JSON.stringify(withoutPrivateNames(document))}\n`);
      }
    } else if (options.what === "stories") {
      for await (const line of storyLines(record)) {
        if (shell.signal.aborted || isClosed(shell.stdout)) break;
        await write(shell.stdout, `${line}\n`);
      }
    } else {
      const question = questions.find((one) => one.name === options.what)!;
      await write(shell.stdout, csvRow(question.columns.map((column) => column.name)));
      const rows = await question.ask(record, {}, noContext);
      for (const row of rows) {
        if (shell.signal.aborted || isClosed(shell.stdout)) break;
        await write(shell.stdout, csvRow(question.columns.map((column) => column.cell(row))));
      }
    }
    return shell.signal.aborted ? exit.interrupted : exit.good;
  });
}
