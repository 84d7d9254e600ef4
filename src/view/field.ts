import { z } from "zod";
import { done, type Outcome, problem } from "../model/outcome.ts";

/** A value as it was given, cut where it is long. */
export const shown = (value: unknown): string => {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
};
/** Values in a sentence. */
export const listOf = (values: readonly unknown[]): string => values.map(String).join(", ");

/** What is needed of a question to check its input. */
export interface Asked {
  readonly name: string;
  readonly input: z.ZodObject;
}

/** What a field takes, as doors need to know it. */
export interface Field {
  /** As in `input`: "recordedBy". */
  readonly name: string;
  readonly description: string;
  readonly type: "text" | "number" | "day" | "moment" | "choice";
  /** The good values of a choice; empty for every other type. */
  readonly choices: readonly string[];
  /** Any number of values, which are alternatives. */
  readonly repeatable: boolean;
  readonly required: boolean;
  /** The least good number; 0 for every other type. */
  readonly least: number;
}

/** What zod's JSON Schema says of one field: the part that `question` allows. */
interface FieldSchema {
  readonly description?: string;
  readonly type: "string" | "integer" | "array";
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly items?: FieldSchema;
}

const typeOf = (schema: FieldSchema): Field["type"] => {
  if (schema.enum) return "choice";
  if (schema.type === "integer") return "number";
  return schema.format === "date" ? "day" : schema.format === "date-time" ? "moment" : "text";
};

/** The fields of a question, in the order of its input. */
export function fieldsOf(question: Asked): readonly Field[] {
  const schema = z.toJSONSchema(question.input) as {
    readonly properties?: Readonly<Record<string, FieldSchema>>;
    readonly required?: readonly string[];
  };
  return Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const one = field.items ?? field;
    return {
      name,
      description: field.description ?? "",
      type: typeOf(one),
      choices: one.enum ?? [],
      repeatable: field.type === "array",
      required: schema.required?.includes(name) ?? false,
      least: one.minimum ?? 0,
    };
  });
}

/** Doors give texts: one value of a repeatable field is a list of one, and digits are a number where one is wanted. */
function widened(question: Asked, raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = new Map(fieldsOf(question).map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => {
      const field = fields.get(name);
      if (field?.repeatable && typeof value === "string") return [name, [value]];
      if (field?.type === "number" && typeof value === "string" && /^\d+$/.test(value)) return [name, Number(value)];
      return [name, value];
    }),
  );
}

/** The form that a field wants, for an issue that names no values. */
function formOf(question: Asked, name: string, issue: z.core.$ZodIssue): string {
  const field = fieldsOf(question).find((one) => one.name === name);
  if (field?.type === "number") return `must be a whole number from ${field.least}`;
  return issue.code === "invalid_type" ? "must be a text" : issue.message;
}

/** One fault of an input in words, with the good values where there is a list of them. */
function faultOf(question: Asked, raw: unknown, issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0] ?? "");
  let value: unknown = raw;
  for (const step of issue.path) value = (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[step];
  if (issue.code === "unrecognized_keys") {
    return `${listOf(issue.keys.map(shown))} is no filter of ${question.name}; it has ${listOf(Object.keys(question.input.shape))}`;
  }
  if (value === undefined)
    return `${name} is missing: ${question.input.shape[name]?.description ?? "it must be given"}`;
  if (issue.code === "invalid_value") return `${name} is ${shown(value)} and must be one of ${listOf(issue.values)}`;
  return `${name} is ${shown(value)} and ${issue.code === "custom" ? issue.message : formOf(question, name, issue)}`;
}

/**
 * Checks what a door was given for a question. A single text is taken for a list of one, digits for a number.
 * Fails with `question/not-valid`, naming every wrong field with its value and the good ones.
 */
export function readInput(question: Asked, raw: Readonly<Record<string, unknown>>): Outcome<object> {
  const given = widened(question, raw);
  const parsed = question.input.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => faultOf(question, given, issue));
    return problem("question/not-valid", `${faults.join(". ")}. Correct it and ask again.`);
  }
  const { from, to } = parsed.data as { readonly from?: string; readonly to?: string };
  if (from !== undefined && to !== undefined && from > to) {
    return problem("question/not-valid", `from is ${from} and to is ${to}, which is earlier. Swap them.`);
  }
  return done(parsed.data);
}
