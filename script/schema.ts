import { writeFileSync } from "node:fs";
import * as z from "zod";
import { annotateLine, readLine } from "../src/view/format/input.ts";
import { annotatedDocument } from "../src/view/format/schema.ts";

/** The published JSON Schema of the format, made from the schemas that the code validates with. */
export const publishedSchema = (): string =>
  `${JSON.stringify(
    {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "standoff/1",
      description:
        "A line of the record format standoff/1, and the input lines of annotate and read. See docs/format.md.",
      $ref: "#/$defs/document",
      $defs: {
        document: withoutDialect(z.toJSONSchema(annotatedDocument, { io: "output" })),
        annotateInput: withoutDialect(z.toJSONSchema(annotateLine, { io: "input" })),
        readInput: withoutDialect(z.toJSONSchema(readLine, { io: "input" })),
      },
    },
    null,
    2,
  )}\n`;

function withoutDialect(schema: object): object {
  const { $schema: _dialect, ...rest } = schema as Record<string, unknown>;
  return rest;
}

/** Where it is published. */
export const schemaFile = new URL("../docs/standoff-1.schema.json", import.meta.url);

if (import.meta.main) writeFileSync(schemaFile, publishedSchema());
