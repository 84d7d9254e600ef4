import { type Command, Option } from "commander";
import { loadSpellings, storyModelOnce } from "../../engine.ts";
import type { Problem } from "../../model/outcome.ts";
import type { CaseRecord } from "../../record/open.ts";
import { ledgerMaker } from "../../settle.ts";
import { namesKnown, noDocument } from "../answer.ts";
import { csvRow } from "../format/csv.ts";
import { type Field, fieldsOf, type Question, questionNamed, questions, readInput } from "../question.ts";
import { defaultCase, withCase } from "./case.ts";
import { nearestTo } from "./nearest.ts";
import { footnoteOf, plainRows } from "./plain.ts";
import { counted, kebab } from "./plain-line.ts";
import { grouped } from "./plain-number.ts";
import { exit, isClosed, oneLine, type Shell, tell, tellProblem, write } from "./shell.ts";

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

async function printRows(
  shell: Shell,
  question: Question,
  rows: readonly object[],
  options: AskOptions,
): Promise<void> {
  const isGone = (): boolean => isClosed(shell.stdout) || shell.signal.aborted;
  if (!options.json && !options.csv) {
    for (const page of plainRows(question, rows)) {
      if (isGone()) return;
      await write(shell.stdout, `${page}\n\n`);
    }
    return;
  }
  if (options.csv) await write(shell.stdout, csvRow(question.columns.map((column) => column.name)));
  if (options.json) await write(shell.stdout, "[");
  for (const [at, row] of rows.entries()) {
    if (isGone()) return;
    if (options.json) await write(shell.stdout, `${at === 0 ? "\n" : ",\n"}${JSON.stringify(row)}`);
    else await write(shell.stdout, csvRow(question.columns.map((column) => column.cell(row))));
  }
  if (options.json) await write(shell.stdout, "\n]\n");
}

/** A problem of an input with its fields named as they are typed: "--as-of is …" for "asOf is …". */
function asTyped(question: Question, { code, message }: Problem): Problem {
  const names = fieldsOf(question).map((field) => field.name);
  const typed = names.filter((name) => name !== question.subject).join("|");
  const field = new RegExp(`(^|\\. | and )(${typed}) is `, "g");
  return {
    code,
    message: message.replace(field, (_, before: string, name: string) => `${before}--${kebab(name)} is `),
  };
}

/** A filter's texts: one, several or none. */
const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string");

/** What to do where nothing answers. */
function hintsOf(question: Question, input: Readonly<Record<string, unknown>>): readonly string[] {
  const actors = textsOf(question.subject === "name" ? input["name"] : input["actor"]);
  const named = actors.map((name) => JSON.stringify(name)).join(" or ");
  return [
    ...(actors.length === 0
      ? []
      : [
          `No actor of the name ${named} answers. Who is named, and how: standoff ask actors (private persons are not listed)`,
        ]),
    Object.keys(input).length === 0
      ? "Nothing answers: the case holds no such thing. What it holds: standoff ask overview"
      : "Nothing answers. Leave a filter out, or see what is there: standoff ask documents",
  ];
}

const isEmpty = (record: CaseRecord): boolean =>
  record.sqlite.prepare("SELECT 1 FROM document LIMIT 1").get() === undefined;

/** What to do where nothing answers because nothing was added yet. */
const emptyHint = (file: string): string =>
  `The case is empty. Add reports to it: standoff add FOLDER${file === defaultCase ? "" : ` --case ${file}`}`;

const windowFields = new Set(["from", "to", "part", "limit", "offset"]);

/** What a timeline leaves out, in words; null where it leaves out nothing. */
function leftOut(aside: Readonly<Record<string, number>>, input: object): string | null {
  const { eventsWithoutDay: events = 0, claimsWithoutDay: claims = 0 } = aside;
  if (events + claims === 0) return null;
  const counts = [events === 0 ? "" : counted(events, "event"), claims === 0 ? "" : counted(claims, "claim")];
  const isNarrowed = Object.keys(input).some((field) => !windowFields.has(field));
  const [has, is] = events + claims === 1 ? ["has", "is"] : ["have", "are"];
  const where = [events === 0 ? "" : "standoff ask events", claims === 0 ? "" : "standoff ask claims"];
  const both = (parts: readonly string[]): string => parts.filter((part) => part !== "").join(" and ");
  return `${both(counts)} ${isNarrowed ? "that fit" : "of the case"} ${has} no day and ${is} not in a timeline: see ${both(where)}.`;
}

/** "100 of 4,321 claims" where a limit or an offset left rows out, else "100 rows". */
function shownOf(question: Question, shown: number, filter: object, aside: Readonly<Record<string, number>>): string {
  const isCut = "limit" in filter || "offset" in filter;
  const { total } = aside;
  if (!isCut || total === undefined || total === shown) return counted(shown, "row");
  return `${grouped(shown)} of ${grouped(total)} ${question.name}`;
}

/** One question through the command line: its rows on stdout; 1 where the case, or what is named, is not there, 2 where a filter is wrong. */
async function answer(
  shell: Shell,
  question: Question,
  raw: Readonly<Record<string, unknown>>,
  options: AskOptions,
): Promise<number> {
  const input = readInput(question, raw);
  if (!input.ok) {
    tellProblem(shell, asTyped(question, input.problem));
    return exit.usage;
  }
  const filter = input.value as Readonly<Record<string, unknown>>;
  return withCase(shell, options.case, "read", async (record) => {
    const spellings = loadSpellings();
    const context = { spellings, ledgerOf: ledgerMaker({ spellings, model: storyModelOnce }) };
    const known = await namesKnown(record, filter, (name) => `See which there are: standoff ask ${name}`);
    if (!known.ok) {
      tellProblem(shell, known.problem);
      return exit.someFailed;
    }
    const rows = await question.ask(record, input.value, context);
    await printRows(shell, question, rows, options);
    if (shell.signal.aborted) return exit.interrupted;
    if (question.name === "document" && rows.length === 0) {
      const missing = noDocument(record, filter, "See which there are: standoff ask documents");
      if (!missing.ok) tellProblem(shell, missing.problem);
      return exit.someFailed;
    }
    if (options.json || options.csv) return exit.good;
    const footnote = footnoteOf(question, rows);
    if (footnote !== null) tell(shell, footnote);
    const aside = question.aside === null ? {} : await question.aside(record, input.value, context);
    const left = leftOut(aside, input.value);
    tell(shell, `${shownOf(question, rows.length, filter, aside)}${left === null ? "" : `. ${left}`}`);
    if (rows.length === 0)
      for (const hint of isEmpty(record) ? [emptyHint(options.case)] : hintsOf(question, filter))
        tell(shell, oneLine(hint));
    return exit.good;
  });
}

/** What is wrong with the name of a question, and the nearest good one. */
function noQuestion(name: string, rest: readonly string[]): Problem | null {
  const good = questions.map((one) => one.name);
  if (name.startsWith("-")) {
    const meant = rest.find((word) => good.includes(word)) ?? "claims";
    const message = `${JSON.stringify(name)} stands where the question belongs. Name the question first, then its options: standoff ask ${meant} --help. Questions: ${good.join(", ")}.`;
    return { code: "usage", message };
  }
  const found = questionNamed(name);
  if (found.ok) return null;
  const nearest = nearestTo(name, good);
  const { code, message } = found.problem;
  return { code, message: nearest === null ? message : `${message} Nearest: standoff ask ${nearest}` };
}

/** Is the field the name of a thing, not words to look for? A name of a person is words: it is written in several. */
const isId = (field: Field | undefined): boolean =>
  field !== undefined && ["document", "story", "claim", "happening"].includes(field.name);

/** What to say where several names are given for one thing: joined, they would be one that nothing goes by. */
function severalNames(question: Question, subject: Field | undefined, said: readonly string[]): Problem | null {
  if (!subject || !isId(subject) || subject.repeatable || said.length < 2) return null;
  const each = said.map((name) => JSON.stringify(name)).join(", ");
  const message = `${question.name} takes one ${subject.name}, and ${said.length} are named: ${each}. Ask for one at a time; a name with a space stands in quotes.`;
  return { code: "usage", message };
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
        const several = severalNames(question, subject, said);
        if (several !== null) {
          tellProblem(shell, several);
          status(exit.usage);
          return;
        }
        const words = isId(subject) && subject?.repeatable ? said : said.join(" ");
        const raw = subject && words.length > 0 ? { ...filters, [subject.name]: words } : filters;
        status(await answer(shell, question, raw, { case: file, json, csv }));
      });
  }
  // A misspelt question comes with the options of the one that was meant: it is the name that is wrong, not they.
  ask.argument("[question...]", "which question, then its words and options").allowUnknownOption();
  ask.action(([name, ...rest]: readonly string[]) => {
    if (name === undefined) {
      ask.outputHelp();
      status(exit.usage);
      return;
    }
    const problem = noQuestion(name, rest);
    if (problem) tellProblem(shell, problem);
    status(exit.usage);
  });
}
