import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { answerShapes, caseShape, refusalShape } from "../../../src/view/api/schema.ts";
import { fieldsOf, questions } from "../../../src/view/question.ts";
import { type Served, serveExample } from "./served.ts";

interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
  readonly example?: unknown;
}
interface Media {
  readonly schema: Schema;
  readonly example?: unknown;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content: Readonly<Record<string, Media>> }>
  >;
}
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

// Made as soon as the file is read, because tests are made from it.
const served: Served = await serveExample();
afterAll(() => served.close());
const text = await (await served.call("/api/openapi.json")).text();
const description = JSON.parse(text) as Description;
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

const shapeOf = (path: string): z.ZodType => answerShapes.get(path.replace("/api/ask/", "")) ?? caseShape;

describe("the description", () => {
  test("is OpenAPI 3.1 with every address once", () => {
    expect(description.openapi).toBe("3.1.0");
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(operations.map(({ path, method }) => `${method} ${path}`).sort()).toEqual(
      [
        "delete /api/documents/{id}",
        "get /api/case",
        "post /api/documents",
        ...questions.map(({ name }) => `get /api/ask/${name}`),
      ].sort(),
    );
  });

  test("refers only to what it holds", () => {
    const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(0);
    expect([...new Set(named)].filter((name) => !(name in description.components.schemas))).toEqual([]);
  });

  test("declares the parameters of its paths", () => {
    const wanted = operations.map(({ path }) => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
    const declared = operations.map(({ operation }) =>
      (operation.parameters ?? []).filter((one) => one.in === "path").map((one) => one.name),
    );
    expect(declared).toEqual(wanted);
  });

  for (const { path, method, operation } of operations)
    test(`${method} ${path} has summary, shapes and examples that fit them`, () => {
      expect(operation.summary).not.toBe("");
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(response.description).not.toBe("");
        const media = response.content["application/json"];
        expect(media?.schema).toBeDefined();
        if (Number(status) >= 400) expect(refusalShape.safeParse(media?.example).error).toBeUndefined();
        else if (path.startsWith("/api/ask/")) expect(shapeOf(path).safeParse(media?.example).error).toBeUndefined();
        else expect(media?.example).toBeDefined();
      }
    });

  for (const question of questions)
    test(`${question.name} has the fields of the table`, () => {
      const parameters = description.paths[`/api/ask/${question.name}`]?.["get"]?.parameters ?? [];
      const seen = parameters.map(({ name, required, schema }) => {
        const one = schema.items ?? schema;
        return {
          name,
          required,
          repeatable: schema.type === "array",
          choices: one.enum ?? [],
          least: one.minimum ?? 0,
        };
      });
      const wanted = fieldsOf(question).map(({ name, required, repeatable, choices, least }) => ({
        name,
        required,
        repeatable,
        choices,
        least,
      }));
      expect(seen).toEqual(wanted);
      expect(parameters.filter((one) => one.in !== "query" || one.description === "")).toEqual([]);
    });
});

/** Values that a parameter asks for. */
function goodValue(schema: Schema): fc.Arbitrary<string> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === "integer") {
    return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1_000 }).map(String);
  }
  const day = fc
    .date({ min: new Date("1990-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString());
  if (schema.format === "date") return day.map((time) => time.slice(0, 10));
  if (schema.format === "date-time")
    return fc.oneof(
      day,
      day.map((time) => time.slice(0, 10)),
    );
  return fc.constantFrom(
    "Toren",
    "Ilka Toren",
    "ministry",
    "Ostland",
    "river",
    '"crossed the river"',
    "riv*",
    "-river drones",
    "soldiers OR drones",
    "d1",
    "d2",
    "d99",
    "one",
    "en",
    "ru",
    "BY",
    "The Harbour Post",
    "Telegram",
    "https://example.org/",
  );
}

/** Values that nobody should send. */
const strangeValue: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    "",
    " ",
    "\0",
    "-",
    '"',
    '""',
    "*",
    "a*b*",
    "OR",
    "AND NOT",
    "NEAR(a b)",
    "(",
    ")",
    "^x",
    "x:y",
    "title:x",
    "{}",
    "[]",
    "null",
    "true",
    "undefined",
    "NaN",
    "Infinity",
    "-1",
    "0",
    "1e400",
    "1.5",
    "0x10",
    "９",
    "9007199254740991",
    "9007199254740992",
    "9".repeat(300),
    "2021-02-30",
    "0000-00-00",
    "9999-12-31",
    "+275760-09-13",
    "2021-11-12T25:00:00Z",
    "2021-11-12T10:00:00+99:99",
    "'; DROP TABLE document; --",
    "%",
    "_",
    "%00",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "\u202e\u2066abc",
    "\ud800",
    "\ufeff",
    "İ",
    "ß",
    "𝔘𝔫𝔦",
    "a\u0301".repeat(50),
    "d0",
    "d-1",
    "d999999999999999",
    "d9999999999999999999",
    "r1",
    "x".repeat(1_001),
    "w ".repeat(499),
    '"'.repeat(200),
    "(".repeat(300),
    "a OR ".repeat(150),
  ),
  fc.bigInt().map(String),
  fc.double().map(String),
  fc.json({ maxDepth: 1 }),
);

type Query = readonly (readonly [string, string])[];

const oneParameter = (parameter: Parameter): fc.Arbitrary<Query> => {
  const good = goodValue(parameter.schema.items ?? parameter.schema);
  const most = parameter.schema.type === "array" ? 3 : 1;
  return fc
    .oneof(
      { weight: 6, arbitrary: fc.array(good, { minLength: 1, maxLength: most }) },
      { weight: 2, arbitrary: fc.array(strangeValue, { minLength: 1, maxLength: most }) },
      { weight: 1, arbitrary: fc.array(fc.oneof(good, strangeValue), { minLength: 2, maxLength: 4 }) },
    )
    .map((values) => values.map((value) => [parameter.name, value] as const));
};

/** A query of an operation: some of its parameters, now and then one that it does not have, or a required one left out. */
function queryOf(operation: Operation): fc.Arbitrary<Query> {
  const parameters = operation.parameters ?? [];
  const required = parameters.filter((one) => one.required).map(oneParameter);
  const strange = fc.tuple(
    fc.oneof(strangeValue, fc.constantFrom("__proto__", "constructor", "toString")),
    strangeValue,
  );
  const chosen =
    parameters.length === 0
      ? fc.constant<Query[]>([])
      : fc
          .shuffledSubarray([...parameters], { maxLength: Math.min(4, parameters.length) })
          .chain((some) => fc.tuple(...some.filter((one) => !one.required).map(oneParameter)));
  return fc
    .tuple(
      fc.oneof({ weight: 9, arbitrary: fc.tuple(...required) }, { weight: 1, arbitrary: fc.constant<Query[]>([]) }),
      chosen,
      fc.oneof(
        { weight: 9, arbitrary: fc.constant<Query>([]) },
        { weight: 1, arbitrary: strange.map((pair) => [pair]) },
      ),
    )
    .map(([must, may, extra]) => [...must.flat(), ...may.flat(), ...extra]);
}

const runs = 3_300;

describe("random calls made from the description", () => {
  const asked = operations.filter(({ method }) => method === "get");
  const call = fc
    .constantFrom(...asked)
    .chain(({ path, operation }) => queryOf(operation).map((query) => ({ path, operation, query })));

  test(`are answered as it says, ${runs} of them`, async () => {
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(call, async ({ path, operation, query }) => {
        const search = new URLSearchParams(query.map(([name, value]): [string, string] => [name, value])).toString();
        const response = await served.call(`${path}?${search}`);
        seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
        const body: unknown = await response.json();
        const shape = response.status >= 400 ? refusalShape : shapeOf(path);
        const fits = shape.safeParse(body);
        const isSaid = String(response.status) in operation.responses;
        if (response.status >= 500 || !isSaid || !fits.success) {
          throw new Error(`${response.status} ${JSON.stringify(body).slice(0, 300)} ${fits.error?.message ?? ""}`);
        }
      }),
      { numRuns: runs },
    );
    // Were nearly all refused, the questions would not have been tried.
    expect(seen.get(200) ?? 0).toBeGreaterThan(runs / 4);
    expect(seen.get(400) ?? 0).toBeGreaterThan(runs / 20);
    expect(served.faults).toEqual([]);
  });

  test("raw queries, not made by any encoder, are answered too", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...asked),
        fc.string({ unit: "binary-ascii", maxLength: 60 }),
        async ({ path }, raw) => {
          const response = await served.call(`${path}?${raw.replaceAll("#", "%")}`);
          expect(response.status).toBeLessThan(500);
          await response.json();
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("random writing", () => {
  let writing: Served;
  beforeAll(async () => {
    writing = await serveExample();
  });
  afterAll(() => writing.close());

  test("of anything never fails on our side", async () => {
    const part = fc.tuple(
      fc.constantFrom("text", "html", "publisher", "published", "title", "url", "strange"),
      strangeValue,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 4 }), async (parts) => {
        const form = new FormData();
        for (const [name, value] of parts) form.append(name, value);
        const response = await writing.call("/api/documents", { method: "POST", body: form });
        expect(response.status).toBeLessThan(500);
        await response.json();
      }),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(strangeValue, fc.oneof(strangeValue, fc.json()), async (id, body) => {
        const path = `/api/documents/${encodeURIComponent(id.toWellFormed()) || "x"}`;
        const response = await writing.call(path, { method: "DELETE", body });
        expect(response.status).toBeLessThan(500);
        await response.json();
      }),
      { numRuns: 100 },
    );
    expect(writing.faults).toEqual([]);
  });
});
