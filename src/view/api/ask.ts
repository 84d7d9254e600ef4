import { done, type Outcome, problem } from "../../model/outcome.ts";
import { type Answer, answerTo } from "../answer.ts";
import type { Desk } from "../desk.ts";
import { fieldsOf, type Question, questionNamed } from "../question.ts";

/** So many rows are given where the asker sets no limit. */
export const pageSize = 100;

/** The most rows that one answer holds. */
export const mostRows = 10_000;

/**
 * The parameters of a query as the fields of a question: a repeated parameter is a list.
 * Fails with `question/not-valid` where a field that takes one value has several, or the limit is over `mostRows`.
 */
function fieldsIn(question: Question, query: URLSearchParams): Outcome<Readonly<Record<string, unknown>>> {
  const fields = new Map(fieldsOf(question).map((field) => [field.name, field]));
  const given = [...new Set(query.keys())].map((name) => [name, query.getAll(name)] as const);
  const twice = given.find(([name, values]) => values.length > 1 && fields.get(name)?.repeatable === false);
  if (twice) {
    return problem(
      "question/not-valid",
      `${twice[0]} is given ${twice[1].length} times and takes one value. Leave one and ask again.`,
    );
  }
  const limit = fields.has("limit") ? query.get("limit") : null;
  if (limit !== null && /^\d+$/.test(limit) && Number(limit) > mostRows) {
    return problem(
      "question/not-valid",
      `limit is ${limit.slice(0, 40)}, and one answer holds at most ${mostRows} rows. Ask for fewer, then for the next with offset.`,
    );
  }
  return done(Object.fromEntries(given.map(([name, values]) => [name, values.length === 1 ? values[0] : values])));
}

/**
 * The answer to `GET /api/ask/<name>?<query>`: `pageSize` rows of a question that has pages, where no limit is set; else all.
 * Fails with `question/unknown` or `question/not-valid`; for one document also with `document/unknown` or `document/forgotten`.
 */
export async function askOver(desk: Desk, name: string, query: URLSearchParams): Promise<Outcome<Answer>> {
  const question = questionNamed(name);
  if (!question.ok) return question;
  const fields = fieldsIn(question.value, query);
  if (!fields.ok) return fields;
  const { record, context } = desk;
  return answerTo({ record, context, pageSize }, question.value, fields.value);
}
