import type { z } from "zod";
import type { AskContext } from "../record/ask/filter.ts";
import type { CaseRecord } from "../record/open.ts";

/** A cell of a table. */
export type Cell = string | number | boolean | null;

/** A column of a question's table: the answer's rows as CSV, or as lines for people. */
export interface Column<Row> {
  readonly name: string;
  // A method, so that a list can hold columns of different rows; each is only ever given rows of its own question.
  cell(row: Row): Cell;
}

/**
 * One question, asked of a case. Command line, HTTP and MCP are made from it: every field of `input` has a description,
 * and is a text, a whole number, one of a list, or a list of texts or of members (repeatable).
 */
export interface Question<Input = object, Row extends object = object> {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  readonly input: z.ZodObject;
  /** The field that may be given without its name ("standoff ask search kiev"); null where none may. */
  readonly subject: string | null;
  /** The answer's rows, complete and in order unless `limit` or `offset` is given. `input` must be checked (`readInput`). */
  ask(record: CaseRecord, input: Input, context: AskContext): Promise<readonly Row[]>;
  /** Numbers told beside the rows; null where there are none. */
  readonly aside:
    | ((record: CaseRecord, input: Input, context: AskContext) => Promise<Readonly<Record<string, number>>>)
    | null;
  readonly columns: readonly Column<Row>[];
}

/** A row of the table; does not compile where `ask` wants another input than `input` gives, or a column another row. */
export const question = <Shape extends z.ZodObject, Row extends object>(one: {
  readonly name: string;
  readonly summary: string;
  readonly input: Shape;
  readonly subject?: keyof z.output<Shape> & string;
  readonly ask: (record: CaseRecord, input: z.output<Shape>, context: AskContext) => Promise<readonly Row[]>;
  readonly aside?: (
    record: CaseRecord,
    input: z.output<Shape>,
    context: AskContext,
  ) => Promise<Readonly<Record<string, number>>>;
  // Columns follow the rows that `ask` gives, and have no say in what they are.
  readonly columns: readonly Column<NoInfer<Row>>[];
}): Question => {
  const typed: Question<z.output<Shape>, Row> = { ...one, subject: one.subject ?? null, aside: one.aside ?? null };
  // What is lost here is the link between input and ask, which was checked above; `readInput` keeps it at run time.
  return typed as unknown as Question;
};
