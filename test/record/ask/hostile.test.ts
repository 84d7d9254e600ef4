import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { fieldsOf } from "../../../src/view/field.ts";
import { questions, readInput } from "../../../src/view/question.ts";
import { exampleCase } from "../example.ts";
import { context, reports } from "./reports.ts";

const { record, done } = exampleCase(...reports);
afterAll(done);

const attacks = [
  "' OR '1'='1",
  "x'); DROP TABLE document; --",
  '" OR 1=1 --',
  "') UNION SELECT sql FROM sqlite_schema --",
  "%",
  "_",
  "\\",
  "[1]",
  '{"a":1}',
  "\0",
  "\ud800",
  "__proto__",
  "constructor",
];

const count = (): unknown => record.sqlite.prepare("SELECT count(*) AS count FROM document").get();

for (const question of questions) {
  for (const field of fieldsOf(question).filter((one) => one.type === "text")) {
    test(`${question.name}: no text in ${field.name} reaches SQL or finds what it does not name`, async () => {
      const required = fieldsOf(question).filter((one) => one.required && one.name !== field.name);
      const rest = Object.fromEntries(required.map((one) => [one.name, "norland"]));
      for (const attack of attacks) {
        const input = readInput(question, { ...rest, [field.name]: attack });
        if (!input.ok) continue;
        // Counts of a facet leave out its own filter.
        const own = field.name === "actor" ? "speaker" : field.name;
        const rows = (await question.ask(record, input.value, context)).filter(
          (row) => !("by" in row && row.by === own),
        );
        // What is not of a made-up language is all that has one.
        expect(rows.length).toBe(field.name === "notLang" ? reports.length : 0);
      }
      expect(count()).toEqual({ count: reports.length });
    });

    test(`${question.name}: any text in ${field.name} is answered`, async () => {
      const required = fieldsOf(question).filter((one) => one.required && one.name !== field.name);
      const rest = Object.fromEntries(required.map((one) => [one.name, "norland"]));
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (text) => {
          const input = readInput(question, { ...rest, [field.name]: text });
          if (input.ok) expect(Array.isArray(await question.ask(record, input.value, context))).toBe(true);
          else expect(input.problem.code).toBe("question/not-valid");
        }),
        { numRuns: 12 },
      );
    });
  }
}
