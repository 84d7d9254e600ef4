import type { Outcome, Problem } from "../../model/outcome.ts";
import type { ProblemCode } from "../../model/problem.ts";

/** The status of each problem that a request can meet; one that is not listed is a 500. */
const statuses: Readonly<Partial<Record<ProblemCode, number>>> = {
  "case/in-use": 409,
  "case/read-only": 409,
  "case/full": 507,
  "document/binary": 415,
  "document/charset": 422,
  "document/empty": 422,
  "document/forgotten": 410,
  "document/refused": 422,
  "document/too-large": 413,
  "claim/unknown": 404,
  "document/unknown": 404,
  "happening/unknown": 404,
  "line/not-json": 422,
  "line/not-valid": 422,
  "question/not-valid": 400,
  "question/unknown": 404,
  "request/host": 421,
  "request/method": 405,
  "request/not-valid": 400,
  "request/origin": 403,
  "request/token": 403,
  "request/unknown": 404,
  "story/unknown": 404,
};

/** The HTTP status (RFC 9110) that stands for a problem. */
export const statusOf = (code: ProblemCode): number => statuses[code] ?? 500;

/** JSON that no cache keeps: what a case holds is nobody else's, and changes. */
export const answerJson = (body: object, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });

/** A problem as the answer of a request. `status` goes before the one that the code stands for. */
export const refuse = (
  { code, message }: Problem,
  status = statusOf(code),
  headers: Readonly<Record<string, string>> = {},
): Response => answerJson({ problem: { code, message } }, status, headers);

/** The value as JSON, or the problem with its status. */
export const answerOutcome = (outcome: Outcome<object>): Response =>
  outcome.ok ? answerJson(outcome.value) : refuse(outcome.problem);
