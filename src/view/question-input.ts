import { z } from "zod";
import { attributionKinds, stances } from "../model/attribution.ts";
import { checkDay, parseIso } from "../model/day.ts";
import { markKinds } from "../model/mark.ts";
import { readQuery } from "../record/ask/word.ts";

// Fields that several questions share.

const day = (text: string): z.ZodString =>
  z
    .string()
    .refine((value) => value.length === 10 && checkDay(value) !== null, {
      error: "must be a day of the calendar, written like 2021-11-12",
    })
    .meta({ description: text, format: "date" });

const moment = (text: string): z.ZodString =>
  z
    .string()
    .refine((value) => (value.length === 10 ? checkDay(value) !== null : isTime(value)), {
      error: "must be a day like 2021-11-12 or a time with its zone like 2021-11-12T09:30:00Z",
    })
    .meta({ description: text, format: "date-time" });

const isTime = (value: string): boolean =>
  parseIso(value).ok && /^\S{10}T.*(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));

export const text = (description: string): z.ZodString => z.string().min(1, "must not be empty").describe(description);
export const texts = (description: string) => z.array(z.string().min(1, "must not be empty")).describe(description);
export const choices = <const Names extends readonly [string, ...string[]]>(names: Names, description: string) =>
  z.array(z.enum(names)).describe(description);

const queryForms = "words in quotes stand together, -word excludes, A OR B takes either, begin* takes any ending";
export const query = (what: string): z.ZodString =>
  z
    .string()
    .max(1000, "must have at most 1000 characters")
    .refine((value) => readQuery(value).all.length > 0, {
      error: "must hold a word to look for; excluded words and signs alone find nothing",
    })
    .describe(`${what}; ${queryForms}`);

export const window = {
  asOf: moment("Only what was published or captured by this day or time; default: everything").optional(),
  recordedBy: moment("Only what the case had recorded by this day or time; default: everything").optional(),
};
export const recordedAfter = moment("Only what the case recorded after this day or time").optional();
export const sort = <const Names extends readonly [string, ...string[]]>(names: Names, description: string) =>
  z.enum(names).describe(description).optional();
export const paging = {
  limit: z.int().min(1).describe("At most so many rows; default: all").optional(),
  offset: z.int().min(0).describe("Leave out so many rows first").optional(),
};
export const ofDocuments = {
  publisher: texts("Name of the publisher").optional(),
  document: texts("Document: d12, the id that your input gave it, or its URL").optional(),
};
export const days = (what: string) => ({
  from: day(`First day of ${what}`).optional(),
  to: day(`Last day of ${what}`).optional(),
});

export const ofClaims = {
  actor: texts("Who says it, by any form or spelling of the name").optional(),
  target: texts("Against or to whom it is said").optional(),
  kind: choices(attributionKinds, "What is done by saying it").optional(),
  stance: choices(stances, "How the speaker stands to the content").optional(),
  mark: choices(markKinds, "Mark of evidence, or of the want of it, on the claim").optional(),
  via: texts("Channel it came through, like Telegram; a part is enough").optional(),
  words: query("Words of the content").optional(),
  ...days("saying it, else of publication"),
  ...ofDocuments,
  ...window,
  recordedAfter,
};
