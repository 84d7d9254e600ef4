/** One field that a question takes. */
export interface Field {
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  readonly isRepeatable: boolean;
  /** Values that it takes, where they are few; else empty. */
  readonly values: readonly string[];
}

/** A question as the OpenAPI document describes it. */
export interface Asked {
  readonly name: string;
  readonly summary: string;
  readonly fields: readonly Field[];
}

const prefix = "/api/ask/";

type Json = { readonly [name: string]: unknown };
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;
const at = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce((held, name) => (isObject(held) ? held[name] : undefined), value);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const fieldOf = (parameter: unknown): Field => {
  const schema = at(parameter, "schema");
  const isRepeatable = at(schema, "type") === "array";
  return {
    name: textOf(at(parameter, "name")),
    description: textOf(at(parameter, "description")),
    isRequired: at(parameter, "required") === true,
    isRepeatable,
    values: listOf(isRepeatable ? at(schema, "items", "enum") : at(schema, "enum")).map(textOf),
  };
};

/** The questions of an OpenAPI document in its order; empty where it describes none. */
export const questionsIn = (document: unknown): readonly Asked[] =>
  Object.entries((at(document, "paths") as Json | undefined) ?? {})
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, methods]) => ({
      name: path.slice(prefix.length),
      summary: textOf(at(methods, "get", "summary")),
      fields: listOf(at(methods, "get", "parameters")).map(fieldOf),
    }));

/** An address to try a question at: three rows, and `known` for what it cannot do without; null where that is not known. */
export function tryUrl({ name, fields }: Asked, known: Readonly<Record<string, string | undefined>>): string | null {
  const parameters = new URLSearchParams();
  for (const field of fields) {
    if (field.name === "limit") parameters.set("limit", "3");
    if (!field.isRequired) continue;
    const value = known[field.name];
    if (value === undefined) return null;
    parameters.set(field.name, value);
  }
  const query = parameters.toString();
  return `${prefix}${name}${query === "" ? "" : `?${query}`}`;
}
