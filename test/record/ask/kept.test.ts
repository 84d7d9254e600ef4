import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forget } from "../../../src/record/forget.ts";
import { fieldsOf, questions, readInput } from "../../../src/view/question.ts";
import { exampleCase, put } from "../example.ts";
import { found } from "../made.ts";
import { context, reports } from "./reports.ts";

const later = "2031-06-02T00:00:00.000Z";
const { record, done } = exampleCase(...reports);
afterAll(done);

// Corrected, read again by another engine, read again as it was, and forgotten: what is kept must follow each.
beforeAll(() => {
  const [first, second, third] = reports as [(typeof reports)[0], (typeof reports)[0], (typeof reports)[0]];
  put(record, { ...first, recorded: later, text: `${first.text}\nA later line.` });
  put(record, { ...second, recorded: later, version: "2" });
  put(record, { ...third, id: "x3-again", recorded: later }, { ...third, id: "gone", recorded: later });
  expect(forget(record, "d7", "asked for", later).ok).toBe(true);
});

/** A window that holds everything: what is shown is then looked for, and not read from what is kept. */
const everything = { recordedBy: "2999-01-01" };

const values: Readonly<Record<string, readonly string[]>> = {
  actor: ["Lukavenka", "Norland", "Piet Orlov", "Nobody"],
  target: ["Norland", "Jana Lukavenka"],
  recipient: ["Norland", "envoys"],
  name: ["Norland", "Jana Lukavenka", "Red Cross"],
  publisher: ["Norland Post", "estmark daily", "None"],
  document: ["x1", "d2", "x3-again", "gone"],
  lang: ["en", "de"],
  notLang: ["en", "de"],
  words: ["tanks", "norland -tanks", "Kirovard", "later line", "moved"],
  via: ["tele", "radio"],
  place: ["Kyrovar", "NL"],
  country: ["NL", "EM"],
};
const days = ["2031-04-27", "2031-05-02", "2031-05-04", "2031-06-01"];

const valueOf = (field: ReturnType<typeof fieldsOf>[number]): fc.Arbitrary<unknown> => {
  const texts = field.type === "text" ? (values[field.name] ?? ["norland"]) : days;
  const one: fc.Arbitrary<unknown> =
    field.type === "number"
      ? fc.integer({ min: field.least, max: 5 })
      : fc.constantFrom(...(field.type === "choice" ? field.choices : texts));
  return field.repeatable ? fc.array(one, { minLength: 1, maxLength: 2 }) : one;
};

describe("what is kept and what is looked for give the same answer", () => {
  for (const question of questions) {
    test(question.name, async () => {
      const fields = fieldsOf(question).filter((field) => field.name !== "recordedBy");
      const input = fc.record(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)])), {
        requiredKeys: fields.filter((field) => field.required).map((field) => field.name),
      });
      await fc.assert(
        fc.asyncProperty(input, async (raw) => {
          const [kept, looked] = [readInput(question, raw), readInput(question, { ...raw, ...everything })];
          if (!kept.ok || !looked.ok) return;
          // An overview repeats what it was asked with.
          const rowsFor = async (input: object) =>
            (await question.ask(record, input, context)).map((row) => ({ ...row, input: null }));
          expect(await rowsFor(kept.value)).toEqual(await rowsFor(looked.value));
          if (question.aside === null) return;
          const aside = await question.aside(record, kept.value, context);
          expect(aside).toEqual(await question.aside(record, looked.value, context));
        }),
        { numRuns: 60 },
      );
    });
  }
});

describe("what fits is as many as are told beside the rows", () => {
  for (const question of questions.filter((one) => ["documents", "claims", "events", "actors"].includes(one.name))) {
    test(question.name, async () => {
      const fields = fieldsOf(question);
      const input = fc.record(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)])), {
        requiredKeys: [],
      });
      await fc.assert(
        fc.asyncProperty(input, async (raw) => {
          const paged = readInput(question, raw);
          const { limit: _limit, offset: _offset, ...rest } = raw as Readonly<Record<string, unknown>>;
          const whole = readInput(question, rest);
          if (!paged.ok || !whole.ok) return;
          const rows = await question.ask(record, whole.value, context);
          expect(await question.aside?.(record, paged.value, context)).toEqual({ total: rows.length });
        }),
        { numRuns: 60 },
      );
    });
  }
});

test("a case that was corrected, read again and forgotten in is sound", async () =>
  expect(await found(record)).toEqual([]));
