import { type ProblemCode, problemCodes } from "../src/model/problem.ts";
import { mostRows, pageSize } from "../src/view/api/ask.ts";
import { openApi } from "../src/view/api/openapi.ts";
import { statusOf } from "../src/view/api/refusal.ts";

/** Where the examples of the pages find a server. */
export const base = "http://127.0.0.1:4747";

const cell = (text: string): string => text.replaceAll("|", "\\|");

// The part of a JSON Schema that the shapes of the API use.
interface Shape {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly $ref?: string;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
}

const description = openApi() as unknown as {
  readonly components: { readonly schemas: Readonly<Record<string, Shape>> };
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly requestBody: { readonly content: Readonly<Record<string, { readonly schema: Shape }>> } }
        >
      >
    >
  >;
};

const typeName = (shape: Shape): string => {
  const types = typeof shape.type === "string" ? [shape.type] : (shape.type ?? (shape.anyOf ?? []).map(typeName));
  if (shape.items) return `list of ${typeName(shape.items)}`;
  return shape.$ref?.split("/").at(-1) ?? types.join(" or ");
};

/** The fields of a shape as a table. */
const shapeTable = (shape: Shape | undefined): string =>
  [
    "| field | type | meaning |",
    "|---|---|---|",
    ...Object.entries(shape?.properties ?? {}).map(
      ([name, one]) => `| \`${name}\` | ${typeName(one)} | ${cell(one.description ?? "")} |`,
    ),
  ].join("\n");

/** The fields of a shape that the description holds. Throws where it holds none of that name: a table without rows tells nobody. */
function named(name: string): string {
  const shape = description.components.schemas[name];
  if (!shape) throw new Error(`the OpenAPI document has no schema ${name}`);
  return shapeTable(shape);
}

/** The codes that a request can meet, with their statuses, by status. */
const refusals = (): string =>
  (Object.keys(problemCodes) as readonly ProblemCode[])
    .filter((code) => statusOf(code) !== 500 || code === "server/fault")
    .toSorted((a, b) => statusOf(a) - statusOf(b))
    .map((code) => `| ${statusOf(code)} | \`${code}\` | ${cell(problemCodes[code])} |`)
    .join("\n");

/** Names of the fields that every cited row has. */
export const citing: readonly string[] = Object.keys(description.components.schemas["Cited"]?.properties ?? {});

/** How the questions are asked over HTTP, and what else the server takes. */
export const httpSection = (): string => `## Over HTTP

\`standoff serve\` answers on this machine only, at \`${base}\` or the next port that is free, and prints where; the examples below ask it there.
The same things stand in an OpenAPI 3.1 document at \`/api/openapi.json\`, for programs that make a client from it.

\`GET /api/ask/QUESTION\` asks a question. Each field is a parameter of the query under its own name; one that takes any number is repeated, and its values are alternatives.
The answer is JSON:

${named("claims-answer")}

Where a question has \`limit\` and none is given, ${pageSize} rows come; one answer holds at most ${mostRows.toLocaleString("en")}. The next page begins at \`offset\` + the number of rows:

\`\`\`sh
curl -sG ${base}/api/ask/claims -d limit=${pageSize} -d offset=${pageSize}
\`\`\`

### Rows

Rows are those of the command line's \`--json\` and of the [MCP server](mcp.md), in the same order. A row that tells of words in a report has this citation, and what its question adds:

${named("Cited")}

### The case

\`GET /api/case\` tells which case is open:

${named("CaseFacts")}

### Adding and forgetting

What changes the case needs the header \`x-standoff-token\` with the token of this start of the server; a program finds it in the server's page:

\`\`\`sh
TOKEN=$(curl -s ${base}/ | sed -n 's/.*name="standoff-token" content="\\([^"]*\\)".*/\\1/p')
\`\`\`

\`POST /api/documents\` takes documents in: a form (\`multipart/form-data\`) with

${shapeTable(description.paths["/api/documents"]?.["post"]?.requestBody.content["multipart/form-data"]?.schema)}

\`\`\`sh
curl -s ${base}/api/documents -H "x-standoff-token: $TOKEN" -F file=@report.html -F publisher='The Example'
\`\`\`

A document that cannot be read does not stop the others. The answer's \`taken\` is a list with, for each document,

${named("Taken")}

\`DELETE /api/documents/ID\` removes a document's bytes and text for good, as \`standoff forget\` does; its body says why:

\`\`\`sh
curl -s -X DELETE ${base}/api/documents/d12 -H "x-standoff-token: $TOKEN" -H 'content-type: application/json' -d '{"reason": "names a private person"}'
\`\`\`

What is left of it is the answer:

${named("Forgotten")}

### Refusals

Every answer with a status from 400 on is \`{"problem": {"code": …, "message": …}}\`. The codes are stable and those of [every other way in](problem.md); the message says what happened and what to do.

| status | code | what it means |
|---|---|---|
${refusals()}

Pages of other sites cannot call the server, and it answers only to its own names (\`Host\`). Where it listens on any other address than this machine's own, every request needs the access token that
\`standoff serve\` prints, as \`Authorization: Bearer TOKEN\`.`;
