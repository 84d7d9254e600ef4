import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { Problem } from "../../model/outcome.ts";
import { type Answer, type Asking, answerTo } from "../answer.ts";
import { listOf, shown } from "../field.ts";
import { type Question, questions } from "../question.ts";
import { fenced, visible, visibleJson } from "./fence.ts";
import { type Cut, fitted } from "./fit.ts";
import { isPaged, pageSize, questionOf, toolName } from "./tool.ts";

/**
 * The most characters of JSON in one answer. An article of 5,300 characters is 61,000 with all its layers, so articles up to some
 * 17,000 characters come whole.
 */
export const mostCharacters = 200_000;

// More than ever fit into so many characters, so that no row is looked up only to be left out.
const mostRows = 3_000;

/** What calls are answered from. */
export interface Calling extends Pick<Asking, "record" | "context"> {
  /** A new unforeseeable text at every call. */
  readonly nonce: () => string;
  /** Told what went wrong inside; never to the caller, because a fault's message may hold words of an article. */
  readonly onFault: (error: unknown) => void;
  /** Default `mostCharacters`. */
  readonly most?: number;
}

const result = (text: string, isError: boolean): CallToolResult => ({ content: [{ type: "text", text }], isError });

/** A problem as the answer of a tool: code and message, which quote nothing but the caller's own input. */
const refused = ({ code, message }: Problem): CallToolResult => result(visible(`${code}: ${message}`), true);

const counted = (count: number): string => (count === 1 ? "1 row" : `${count} rows`);

/** Questions that tell in pages what one long answer holds: those with a filter of its name. */
const inPages = (question: Question): readonly string[] =>
  questions.filter((one) => isPaged(one) && question.name in one.input.shape).map(toolName);

const cutSentence = (cut: Cut): string =>
  cut.kind === "list"
    ? `${cut.path} (${cut.size} entries)`
    : `${cut.path} after its first ${cut.kept} of ${cut.size} UTF-16 units`;

/** What the first row lacks, and which tools tell it. */
function cutsTold(question: Question, cuts: readonly Cut[]): string {
  if (cuts.length === 0) return "";
  const pages = inPages(question);
  const way = pages.length === 0 ? "" : ` Ask for it in pieces with ${listOf(pages)}, naming the ${question.name}.`;
  return ` The row is too long for one answer, and these parts of it are left out: ${cuts.map(cutSentence).join("; ")}.${way}`;
}

interface Told {
  readonly offset: number;
  readonly given: number;
  readonly found: number;
  readonly more: boolean;
}

/** How many rows there are and how to get the others. */
function pageTold(question: Question, { offset, given, found, more }: Told): string {
  if (given === 0 && offset > 0) return `No row from offset ${offset} on: the answer ends before.`;
  if (given === 0) return "0 rows. Nothing answers: leave a field out, or see what there is with ask_documents.";
  const rows = offset > 0 ? `${counted(given)} from offset ${offset} on` : counted(given);
  if (!isPaged(question) && given < found) {
    return `${rows}; ${counted(found - given)} more left out, because the answer would be too long. Ask more narrowly.`;
  }
  return more || given < found
    ? `${rows}, and there are more: ask again with offset ${offset + given}.`
    : `${rows}, and no more.`;
}

const asideTold = (aside: Answer["aside"]): string => {
  const numbers = Object.entries(aside ?? {}).filter(([name]) => /^\w+$/.test(name));
  return numbers.length === 0
    ? ""
    : ` Beside the rows: ${numbers.map(([name, value]) => `${name} ${value}`).join(", ")}.`;
};

/** The text of an answer: our line, then the rows in the fence. */
function answerText(
  question: Question,
  answer: Answer,
  offset: number,
  { nonce, most = mostCharacters }: Calling,
): string {
  const { rows, cuts } = fitted(answer.rows, most);
  const told = { offset, given: rows.length, found: answer.rows.length, more: answer.more };
  const head = `${toolName(question)}: ${pageTold(question, told)}${asideTold(answer.aside)}${cutsTold(question, cuts)}`;
  return fenced(head, visibleJson(rows), nonce);
}

/** The input with a limit that an answer can hold; what lies behind it is told as more. */
function withinReach(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { limit } = input;
  return typeof limit === "number" && Number.isSafeInteger(limit) && limit > mostRows
    ? { ...input, limit: mostRows }
    : input;
}

/**
 * Answers one call of a tool. Rows are those of the question, in its order, as a JSON list inside a fence; see `fenced`.
 * Never rejects: a wrong name or input, a document that is not there, and a fault inside are results with `isError`.
 */
export async function callTool(
  calling: Calling,
  tool: string,
  input: Readonly<Record<string, unknown>>,
): Promise<CallToolResult> {
  const question = questionOf(tool);
  if (question === null) {
    const good = listOf(questions.map(toolName));
    return refused({ code: "question/unknown", message: `There is no tool ${shown(tool)}. Call one of: ${good}.` });
  }
  try {
    const answer = await answerTo(
      { record: calling.record, context: calling.context, pageSize },
      question,
      withinReach(input),
    );
    if (!answer.ok) return refused(answer.problem);
    const offset = Number(input["offset"] ?? 0);
    return result(answerText(question, answer.value, offset, calling), false);
  } catch (error) {
    calling.onFault(error);
    return result("This is a fault of Standoff and not of the call. The server's standard error tells more.", true);
  }
}
