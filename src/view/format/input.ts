import * as z from "zod";
import { parseIso } from "../../model/day.ts";
import type { AnnotateInput } from "../../model/record.ts";

const time = z.string().transform((text, context) => {
  const checked = parseIso(text);
  if (checked.ok) return checked.value;
  context.addIssue(checked.problem.message);
  return z.NEVER;
});

// An id may come as a number; it is kept as the text of that number.
const lineId = z.union([
  z
    .string()
    .min(1)
    .transform((text) => text.toWellFormed()),
  z.number().transform(String),
]);
const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

const givenToken = z.tuple([z.string(), z.int().min(0), z.int().min(0)]);

/** Do the given tokens lie in the text, in order, none empty and none over another? */
function areInOrder(text: string, sentences: readonly (readonly (readonly [string, number, number])[])[]): boolean {
  let last = 0;
  return sentences.flat().every(([, start, end]) => {
    const good = last <= start && start < end && end <= text.length;
    last = end;
    return good;
  });
}

/** One input line of `annotate` (and of `add`, for JSONL). Unknown fields are ignored. */
export const annotateLine = z
  .object({
    id: lineId,
    text: z.string(),
    title: optional(z.string()),
    url: optional(z.string()),
    publisher: optional(z.string()),
    published: optional(time),
    lang: optional(z.string()),
    sentences: optional(z.array(z.array(givenToken))),
  })
  .refine((line) => line.sentences === null || areInOrder(line.text, line.sentences), {
    error: "the given tokens must lie in the text, in order, none empty and none over another",
    path: ["sentences"],
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
