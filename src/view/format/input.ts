import * as z from "zod";
import type { AnnotateInput } from "../../model/record.ts";

/**
 * Does the ISO 8601 day or time exist? "2021-02-30" does not. Times need a zone or none at all; both are kept as they are.
 */
export function isRealTime(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(text);
  if (!match) return false;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  const date = new Date(Date.UTC(year!, month! - 1, day!));
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day! && hour! < 24 && minute! < 60 && second! < 61;
}

const time = z.string().refine(isRealTime, {
  error: (issue) =>
    `${JSON.stringify(issue.input)} is no day that exists; write it as 2021-11-12 or 2021-11-12T08:30:00Z`,
});

// An id may come as a number; it is kept as the text of that number.
const lineId = z.union([z.string().min(1), z.number().transform(String)]);
const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

const givenToken = z.tuple([z.string(), z.int().min(0), z.int().min(0)]);

/** One input line of `annotate` (and of `add`, for JSONL). Unknown fields are ignored. */
export const annotateLine = z.object({
  id: lineId,
  text: z.string(),
  title: optional(z.string()),
  url: optional(z.string()),
  publisher: optional(z.string()),
  published: optional(time),
  lang: optional(z.string()),
  sentences: optional(z.array(z.array(givenToken))),
}) satisfies z.ZodType<AnnotateInput>;

/** One input line of `read`: exactly one of `path`, `html`, `text`. */
export const readLine = z
  .object({
    id: lineId,
    path: optional(z.string()),
    html: optional(z.string()),
    text: optional(z.string()),
    url: optional(z.string()),
    publisher: optional(z.string()),
    published: optional(time),
    title: optional(z.string()),
  })
  .refine((line) => [line.path, line.html, line.text].filter((part) => part !== null).length === 1, {
    error: 'needs exactly one of "path", "html" and "text"',
  });

/** A checked input line of `read`. */
export type ReadLine = z.infer<typeof readLine>;
