import { type Command, Option } from "commander";
import { loadLexicon } from "../../engine.ts";
import type { Cited } from "../../record/ask/cited.ts";
import { csvRow } from "../format/csv.ts";
import { type Field, fieldsOf, type Question, questionNamed, questions, readInput } from "../question.ts";
import { defaultCase, withCase } from "./case.ts";
import { plainRow } from "./plain.ts";
import { exit, isClosed, type Shell, tell, tellProblem, write } from "./shell.ts";

/** "recordedBy" -> "recorded-by". */
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const valueNames: Readonly<Record<Field["type"], string>> = {
  text: "<words>",
  number: "<n>",
  day: "<day>",
  moment: "<time>",
  choice: "<name>",
};

function optionOf(field: Field): Option {
  const good = field.choices.length > 0 ? `: ${field.choices.join(", ")}` : "";
  const again = field.repeatable ? " (may be repeated)" : "";
  const option = new Option(`--${kebab(field.name)} ${valueNames[field.type]}`, `${field.description}${good}${again}`);
  if (field.repeatable) option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  return option;
}

interface AskOptions {
  readonly case: string;
  readonly json: boolean;
  readonly csv: boolean;
}

async function printRows(shell: Shell, question: Question, rows: readonly Cited[], options: AskOptions): Promise<void> {
  if (options.csv) await write(shell.stdout, csvRow(question.columns.map((column) => column.name)));
  if (options.json) await write(shell.stdout, "[");
  for (const [at, row] of rows.entries()) {
    if (isClosed(shell.stdout) || shell.signal.aborted) return;
    if (options.json) await write(shell.stdout, `${at === 0 ? "\n" : ",\n"}${JSON.stringify(row)}`);
    else if (options.csv) await write(shell.stdout, csvRow(question.columns.map((column) => column.cell(row))));
    else await write(shell.stdout, `${plainRow(question, row)}\n\n`);
  }
  if (options.json) await write(shell.stdout, "\n]\n");
}

/** One question through the command line: its rows on stdout; 1 where the case cannot be opened, 2 where a filter is wrong. */
async function answer(
  shell: Shell,
  question: Question,
  raw: Readonly<Record<string, unknown>>,
  options: AskOptions,
): Promise<number> {
  const input = readInput(question, raw);
  if (!input.ok) {
    tellProblem(shell, input.problem);
    return exit.usage;
  }
  return withCase(shell, options.case, "read", async (record) => {
    const context = { spellings: loadLexicon().spellings };
    const rows = await question.ask(record, input.value, context);
    await printRows(shell, question, rows, options);
    if (options.json || options.csv) return exit.good;
    const aside = question.aside === null ? {} : await question.aside(record, input.value, context);
    const beside = Object.entries(aside).map(([name, count]) => `${name}: ${count}`);
    tell(shell, [`${rows.length} ${rows.length === 1 ? "row" : "rows"}`, ...beside].join(", "));
    if (rows.length === 0)
      tell(shell, "Nothing answers. Leave a filter out, or see what is there: standoff ask documents");
    return exit.good;
  });
}

/** Gives `ask` a subcommand for every question of the table, with an option for every field. */
export function askCommand(ask: Command, shell: Shell, status: (code: number) => void): void {
  for (const question of questions) {
    const command = ask.command(question.name).description(question.summary);
    const fields = fieldsOf(question);
    const subject = fields.find((field) => field.name === question.subject);
    if (subject)
      command.argument(subject.required ? `<${subject.name}...>` : `[${subject.name}...]`, subject.description);
    for (const field of fields) if (field !== subject) command.addOption(optionOf(field));
    command
      .addOption(new Option("--case <file>", "the case").default(defaultCase))
      .addOption(new Option("--json", "print the rows as JSON").default(false).conflicts("csv"))
      .addOption(new Option("--csv", "print the rows as CSV").default(false))
      .action(async (...args: unknown[]) => {
        const said = subject ? (args[0] as string[]) : [];
        const { case: file, json, csv, ...filters } = command.opts();
        const words = said.join(" ");
        const raw = subject && words !== "" ? { ...filters, [subject.name]: words } : filters;
        status(await answer(shell, question, raw, { case: file, json, csv }));
      });
  }
  ask.argument("[question]", "which question").action((name: string | undefined) => {
    if (name === undefined) {
      ask.outputHelp();
      status(exit.usage);
      return;
    }
    const found = questionNamed(name);
    if (!found.ok) tellProblem(shell, found.problem);
    status(exit.usage);
  });
}
