import { z } from "zod";
import type { PublishedBy } from "../../model/document.ts";
import type { Problem } from "../../model/outcome.ts";
import { type ProblemCode, problemCodes } from "../../model/problem.ts";
import type { Tombstone } from "../../model/record.ts";
import type { Cited } from "../../record/ask/cited.ts";
import { type CountRow, countedBy } from "../../record/ask/counts.ts";
import { type OverviewRow, overviewNumbers } from "../../record/ask/overview.ts";
import type { Answer } from "../answer.ts";
import type { Taken } from "../desk.ts";
import { formatName } from "../format/schema.ts";
import { type Question, questions } from "../question.ts";
import type { CaseFacts, Forgotten, Refusal, TakenIn } from "./contract.ts";

/** Shapes of what the server answers. Each is tied to its type: one that says something else does not compile. */

const codes = Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]];

const problemShape = z
  .strictObject({
    code: z.enum(codes).describe("Stable: scripts may test for it"),
    message: z.string().describe("What happened, with the values, then what to do"),
  })
  .meta({ id: "Problem" }) satisfies z.ZodType<Problem>;

/** Every answer of a status from 400 on. */
export const refusalShape = z
  .strictObject({ problem: problemShape })
  .meta({ id: "Refusal", description: "What went wrong" }) satisfies z.ZodType<Refusal>;

const publishedBy = ["given", "page", "dateline", "inferred"] as const satisfies readonly PublishedBy[];

const citation = {
  words: z.string().describe("The exact words: the slice from start to end of the revision's text"),
  document: z.string().describe("Public id of the document, d12"),
  externalId: z.string().nullable().describe("The id that the user's own input gave the document"),
  publisher: z.string().nullable().describe("Who printed it"),
  url: z.string().nullable().describe("Its URL"),
  path: z.string().nullable().describe("Its path, relative to the case's folder"),
  title: z.string().nullable().describe("Its title"),
  published: z.string().nullable().describe("ISO 8601, as exact as it is known"),
  publishedBy: z.enum(publishedBy).nullable().describe("How that day is known"),
  revision: z.string().describe("Public id of the revision, r14"),
  start: z.int().min(0).describe("UTF-16 offset of the first unit of the words in the revision's text"),
  end: z.int().min(0).describe("UTF-16 offset after the last unit of the words"),
  engine: z.string().describe("Name and version of the engine that read it"),
  run: z.int().describe("Number of the run (engine, version, weights, lexicon) in the case"),
};

const citedShape = z.looseObject(citation).meta({
  id: "Cited",
  description: "The exact words behind a row and where they stand, and what the question adds",
}) satisfies z.ZodType<Cited>;

const day = z.string().nullable();

const countShape = z
  .strictObject({
    by: z.enum(countedBy).describe("What is counted by"),
    value: z.string().describe("What the filter of that name takes; for speakers actor, for a day both from and to"),
    count: z.int().min(0),
    documents: z.int().min(0).describe("In how many documents"),
  })
  .meta({ id: "Count", description: "So many claims of one value" }) satisfies z.ZodType<CountRow>;

const overviewShape = z
  .strictObject({
    what: z.enum(overviewNumbers),
    count: z.int().min(0).describe("As many rows as the question gives for the input"),
    first: day.describe("First day of what is counted"),
    last: day.describe("Last day of what is counted"),
    question: z.string().describe("The question that lists what is counted"),
    input: z.record(z.string(), z.unknown()).describe("And what to ask it with"),
  })
  .meta({ id: "Overview", description: "One number of the case" }) satisfies z.ZodType<OverviewRow>;

/** Rows of the questions that answer with numbers instead of words. */
const numberShapes: Readonly<Record<string, z.ZodType<object>>> = { counts: countShape, overview: overviewShape };

/** Does the question answer with words and where they stand? */
export const isCited = (question: Question): boolean => question.columns.some((column) => column.name === "words");

const rowShape = (question: Question): z.ZodType<object> =>
  numberShapes[question.name] ?? (isCited(question) ? citedShape : z.looseObject({}));

const answerShape = (question: Question) =>
  z
    .strictObject({
      question: z.literal(question.name).describe("Which question is answered"),
      rows: z.array(rowShape(question)).describe("What answers it, in the question's order"),
      more: z.boolean().describe("Rows were left out after these: ask again from offset + the number of rows"),
      aside: z
        .record(z.string(), z.number())
        .nullable()
        .describe("Numbers told beside the rows; only with the first page, null where there are none"),
    })
    .meta({ id: `${question.name}-answer` }) satisfies z.ZodType<Answer>;

/** The answer of each question, by its name. */
export const answerShapes: ReadonlyMap<string, ReturnType<typeof answerShape>> = new Map(
  questions.map((question) => [question.name, answerShape(question)]),
);

/** Which case is open. */
export const caseShape = z
  .strictObject({
    name: z.string().describe("The file's name, without its folder"),
    isSample: z.boolean().describe("Is it the built-in demonstration?"),
    version: z.string().describe("Version of Standoff"),
    format: z.literal(formatName),
  })
  .meta({ id: "CaseFacts" }) satisfies z.ZodType<CaseFacts>;

const takenShape = z
  .strictObject({
    name: z.string().describe("What messages call it: a file, a file and its line, a title"),
    outcome: z
      .enum(["new", "revision", "reading", "same", "forgotten", "failed"])
      .describe("new; a new version of a known one; known and read by a newer engine; known; forgotten before; failed"),
    problem: problemShape.nullable().describe("Why it failed"),
    document: z.string().nullable().describe("Its public id; null where it failed") as z.ZodType<Taken["document"]>,
    read: z
      .strictObject({
        title: z.string().nullable(),
        lang: z.string().nullable().describe("Primary language subtag"),
        dated: z.boolean().describe("Is its day known?"),
        copyOf: z.string().nullable().describe("A document with the same text that was there before"),
      })
      .nullable()
      .describe("What was read, where something was read and stored"),
  })
  .meta({ id: "Taken" }) satisfies z.ZodType<Taken>;

/** What became of the documents that were sent. */
export const takenInShape = z
  .strictObject({
    taken: z.array(takenShape),
    notes: z
      .array(z.string())
      .describe("What is to be known of the files beside: what was left unread, what an archive held"),
  })
  .meta({ id: "TakenIn" }) satisfies z.ZodType<TakenIn>;

/** A document that is gone. The ids are branded in the type, which no text is before it is checked. */
export const forgottenShape = z
  .strictObject({
    document: z.string().describe("Public id, d12"),
    bytesSha256: z.array(z.string()).describe("SHA-256 of each revision's bytes"),
    at: z.string().describe("ISO 8601 time"),
    reason: z.string(),
    copies: z.array(z.string()).describe("Documents that hold the same text and are still there"),
  })
  .meta({ id: "Forgotten" }) satisfies z.ZodType<Omit<Forgotten, keyof Tombstone> & Record<keyof Tombstone, unknown>>;

/** Body of `DELETE /api/documents/<id>`. */
export const reasonShape = z
  .strictObject({ reason: z.string().min(1).max(2_000).describe("Why it goes; this is kept") })
  .meta({ id: "Reason" });
