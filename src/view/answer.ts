import { done, type Outcome, problem } from "../model/outcome.ts";
import type { AskContext } from "../record/ask/filter.ts";
import { unknownIn } from "../record/ask/unknown.ts";
import type { CaseRecord } from "../record/open.ts";
import { isForgotten } from "../record/tombstone.ts";
import { type Question, readInput } from "./question.ts";

/** What a door gives for one question. */
export interface Answer<Row = object> {
  readonly question: string;
  readonly rows: readonly Row[];
  /** Whether rows were left out after these: ask again with a larger `limit`, or from `offset` + the number of rows. */
  readonly more: boolean;
  /** Numbers told beside the rows, such as the total; only with the first page. Null where there are none. */
  readonly aside: Readonly<Record<string, number>> | null;
}

/** What a door asks with. */
export interface Asking {
  readonly record: CaseRecord;
  readonly context: AskContext;
  /** So many rows are given where the asker sets no limit; null gives all. */
  readonly pageSize: number | null;
}

/** The part of a checked input that says which rows of the whole answer are wanted. */
interface Page {
  readonly limit?: number;
  readonly offset?: number;
  readonly document?: string;
  readonly asOf?: string;
  readonly recordedBy?: string;
}

const isPaged = (question: Question): boolean => "offset" in question.input.shape;

/**
 * Asks one question through any door. Rows are those of `question.ask`, in its order.
 * Fails with `question/not-valid` (a filter is wrong), and as `namesKnown` does.
 */
export async function answerTo(
  { record, context, pageSize }: Asking,
  question: Question,
  raw: Readonly<Record<string, unknown>>,
): Promise<Outcome<Answer>> {
  const input = readInput(question, raw);
  if (!input.ok) return input;
  const page = input.value as Page;
  const known = await namesKnown(record, page);
  if (!known.ok) return known;
  const limit = page.limit ?? pageSize;
  const isCut = isPaged(question) && limit !== null;
  // One more than is wanted tells whether there are more.
  const found = await question.ask(record, isCut ? { ...page, limit: limit + 1 } : page, context);
  if (question.name === "document" && found.length === 0) return noDocument(record, page);
  const isFirst = (page.offset ?? 0) === 0;
  const aside = isFirst && question.aside !== null ? await question.aside(record, page, context) : null;
  const rows = isCut ? found.slice(0, limit) : found;
  return { ok: true, value: { question: question.name, rows, more: rows.length < found.length, aside } };
}

/** Which question tells what there is of a kind. */
const listedBy = { document: "documents", story: "stories", claim: "claim", happening: "happenings" } as const;

/**
 * Is every document, story, claim and happening that a checked input names in the case? Fails with `document/unknown`, `document/forgotten`, `story/unknown`, `claim/unknown`
 * or `happening/unknown`: a slip in a name must not look like an honest nothing. `ask` says how a question is asked at the door.
 */
export async function namesKnown(
  record: CaseRecord,
  input: object,
  ask = (question: string): string => `Ask "${question}" to see what there is.`,
): Promise<Outcome<null>> {
  const unknown = await unknownIn(record, input as Readonly<Record<string, unknown>>);
  if (unknown === null) return done(null);
  const { what, name } = unknown;
  const next = ask(listedBy[what]);
  if (what === "document") return noDocument(record, { document: name }, next);
  return problem(`${what}/unknown`, `There is no ${what} ${JSON.stringify(name)} in the case. ${next}`);
}

/** What to say where no document answers: it was forgotten, or it is none. `next` says how to see what there is. */
export function noDocument(
  record: CaseRecord,
  { document = "", asOf, recordedBy }: Pick<Page, "document" | "asOf" | "recordedBy">,
  next = 'Ask "documents" to see what there is.',
): Outcome<never> {
  if (isForgotten(record, document)) {
    const message = `${document} was forgotten: its hash, the time and the reason are kept, its words are not. ${next}`;
    return problem("document/forgotten", message);
  }
  const then = asOf !== undefined || recordedBy !== undefined ? " as of then" : "";
  return problem("document/unknown", `There is no document ${JSON.stringify(document)} in the case${then}. ${next}`);
}
