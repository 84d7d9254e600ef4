import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Cited } from "../../src/record/ask/cited.ts";
import { fieldsOf, type Question, questionNamed, questions, readInput } from "../../src/view/question.ts";
import { context, reports } from "../record/ask/reports.ts";
import { keepStoryOfReports } from "../record/ask/story-of-reports.ts";
import { exampleCase } from "../record/example.ts";

const named = (name: string): Question => {
  const found = questionNamed(name);
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
};

test("the questions", () => {
  expect(questions.map((one) => one.name)).toEqual([
    "overview",
    "documents",
    "document",
    "revisions",
    "search",
    "stories",
    "story",
    "claim",
    "contradictions",
    "origins",
    "happenings",
    "happening",
    "figures",
    "claims",
    "counts",
    "events",
    "places",
    "timeline",
    "actors",
    "actor",
  ]);
});

/** Questions whose rows are numbers, not words. */
const numbers = ["overview", "counts"];

for (const question of questions) {
  describe(`the question ${question.name}`, () => {
    test("every field has a description and a type that doors know", () => {
      for (const field of fieldsOf(question)) {
        expect(field.description).not.toBe("");
        expect(["text", "number", "day", "moment", "choice"]).toContain(field.type);
        expect(field.choices.length > 0).toBe(field.type === "choice");
      }
    });
    test("can be asked as of a day and as recorded by a day", () => {
      expect(fieldsOf(question).map((field) => field.name)).toEqual(expect.arrayContaining(["asOf", "recordedBy"]));
    });
    test("its input is a JSON Schema", () => {
      expect(z.toJSONSchema(question.input)).toMatchObject({ type: "object", additionalProperties: false });
    });
    test("its columns have names of their own and end with the citation where rows are words", () => {
      const names = question.columns.map((column) => column.name);
      expect(new Set(names).size).toBe(names.length);
      if (numbers.includes(question.name)) return;
      expect(names.slice(-14)).toEqual(
        "words document external_id publisher published published_by title url path revision start end engine run".split(
          " ",
        ),
      );
    });
  });
}

describe("every row of every answer", () => {
  const earlier = { id: "x0", text: "Rain fell on the pass.", recorded: "2031-05-01T00:00:00.000Z" };
  const written = [...reports, earlier, { ...earlier, text: "Snow fell.", recorded: "2031-05-02T00:00:00.000Z" }];
  const { record, done } = exampleCase(...written);
  keepStoryOfReports(record);
  afterAll(done);
  const inputs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    document: { document: "x1" },
    search: { words: "norland" },
    actor: { name: "Norland" },
    story: { story: "t1" },
    happening: { happening: "t1.h1" },
  };
  for (const question of questions.filter((one) => !numbers.includes(one.name))) {
    test(`${question.name}: its words are the text at its offsets, and its cells are plain`, async () => {
      const input = readInput(question, inputs[question.name] ?? {});
      if (!input.ok) throw new Error(input.problem.message);
      const rows = (await question.ask(record, input.value, context)) as readonly Cited[];
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        const texts = written.filter((one) => one.id === row.externalId).map(({ text }) => text);
        expect(texts.map((text) => text.slice(row.start, row.end))).toContain(row.words);
        expect(row.words).not.toBe("");
        for (const column of question.columns) {
          expect(["string", "number", "boolean", "null"]).toContain(
            column.cell(row) === null ? "null" : typeof column.cell(row),
          );
        }
      }
    });
  }
  test("a timeline tells beside its rows what has no day", async () => {
    expect(await named("timeline").aside?.(record, {}, context)).toEqual({ eventsWithoutDay: 1, claimsWithoutDay: 4 });
  });
});

describe("an input that is good", () => {
  const rows: readonly (readonly [question: string, given: Readonly<Record<string, unknown>>, read: object])[] = [
    ["claims", {}, {}],
    ["claims", { actor: "A" }, { actor: ["A"] }],
    ["claims", { kind: ["say", "deny"], limit: "5" }, { kind: ["say", "deny"], limit: 5 }],
    ["claims", { from: "2032-02-29", to: "2032-02-29" }, { from: "2032-02-29", to: "2032-02-29" }],
    ["claims", { asOf: "2031-05-02T10:00:00+03:00" }, { asOf: "2031-05-02T10:00:00+03:00" }],
    ["search", { words: '"a b" -c d*' }, { words: '"a b" -c d*' }],
  ];
  for (const [question, given, read] of rows) {
    test(`${question} ${JSON.stringify(given)}`, () =>
      expect(readInput(named(question), given)).toEqual({ ok: true, value: read }));
  }
});

describe("an input that is wrong is told with its value and the good ones", () => {
  const rows: readonly (readonly [question: string, given: Readonly<Record<string, unknown>>, told: string])[] = [
    ["claims", { stance: "agrees" }, 'stance is "agrees" and must be one of asserts, denies, doubts, asks, wants.'],
    ["events", { type: ["AID", "WAR"] }, 'type is "WAR" and must be one of AGREE, CONSULT,'],
    ["events", { attributed: "maybe" }, 'attributed is "maybe" and must be one of yes, no.'],
    [
      "claims",
      { from: "2031-02-29" },
      'from is "2031-02-29" and must be a day of the calendar, written like 2021-11-12.',
    ],
    ["claims", { to: "2 May" }, 'to is "2 May" and must be a day of the calendar'],
    [
      "claims",
      { asOf: "2031-05-02T10:00" },
      'asOf is "2031-05-02T10:00" and must be a day like 2021-11-12 or a time with its zone',
    ],
    [
      "claims",
      { from: "2031-05-02", to: "2031-05-01" },
      "from is 2031-05-02 and to is 2031-05-01, which is earlier. Swap them.",
    ],
    ["claims", { limit: "many" }, 'limit is "many" and must be a whole number from 1.'],
    ["claims", { limit: 0 }, "limit is 0 and must be a whole number from 1."],
    ["claims", { offset: -1 }, "offset is -1 and must be a whole number from 0."],
    ["claims", { publisher: "" }, 'publisher is "" and must not be empty.'],
    ["claims", { speaker: "A" }, '"speaker" is no filter of claims; it has claim, actor, target, kind,'],
    ["search", {}, "words is missing: What to look for;"],
    ["search", { words: "-no ?!" }, 'words is "-no ?!" and must hold a word to look for;'],
    ["actor", { name: 5 }, "name is 5 and must be a text."],
  ];
  for (const [question, given, told] of rows) {
    test(`${question} ${JSON.stringify(given)}`, () => {
      const read = readInput(named(question), given);
      expect(read).toMatchObject({ ok: false, problem: { code: "question/not-valid" } });
      if (!read.ok) expect(read.problem.message).toContain(told);
    });
  }
  test("a question that there is not", () => {
    expect(questionNamed("rumours")).toEqual({
      ok: false,
      problem: {
        code: "question/unknown",
        message:
          'There is no question "rumours". Ask one of: overview, documents, document, revisions, search, stories, story, claim, contradictions, origins, happenings, happening, figures, claims, counts, events, places, timeline, actors, actor.',
      },
    });
  });
});
