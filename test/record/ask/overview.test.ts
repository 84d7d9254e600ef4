import { afterAll, expect, test } from "vitest";
import { askOverview, overviewNumbers } from "../../../src/record/ask/overview.ts";
import { questionNamed, readInput } from "../../../src/view/question.ts";
import { exampleCase } from "../example.ts";
import { context, reports } from "./reports.ts";

const { record, done } = exampleCase(...reports);
afterAll(done);

const rows = await askOverview(record, {}, context);

test("the numbers of five reports, in their order", () => {
  expect(rows.map((row) => row.what)).toEqual([...overviewNumbers]);
  expect(rows.map((row) => [row.what, row.count, row.first, row.last])).toMatchInlineSnapshot(`
    [
      [
        "documents",
        5,
        "2031-05-02",
        "2031-05-05",
      ],
      [
        "documents-undated",
        1,
        null,
        null,
      ],
      [
        "documents-not-english",
        1,
        "2031-05-05",
        "2031-05-05",
      ],
      [
        "publishers",
        3,
        "2031-05-02",
        "2031-05-05",
      ],
      [
        "claims",
        6,
        "2031-04-28",
        "2031-05-05",
      ],
      [
        "claims-without-evidence",
        1,
        "2031-04-28",
        "2031-04-28",
      ],
      [
        "claims-with-evidence",
        0,
        null,
        null,
      ],
      [
        "accusations",
        1,
        "2031-04-28",
        "2031-04-28",
      ],
      [
        "denials",
        1,
        "2031-05-02",
        "2031-05-02",
      ],
      [
        "deeds",
        3,
        "2031-04-27",
        "2031-05-04",
      ],
      [
        "planned",
        1,
        "2031-05-05",
        "2031-05-11",
      ],
      [
        "threatened-or-demanded",
        0,
        null,
        null,
      ],
      [
        "actors",
        4,
        null,
        null,
      ],
    ]
  `);
});

for (const window of [{}, { asOf: "2031-05-03" }, { recordedBy: "2031-05-03" }]) {
  for (const what of overviewNumbers) {
    test(`${what} ${JSON.stringify(window)}: its question gives as many rows`, async () => {
      const row = (await askOverview(record, window, context)).find((one) => one.what === what)!;
      const question = questionNamed(row.question);
      const input = question.ok ? readInput(question.value, row.input) : question;
      if (!question.ok || !input.ok) throw new Error(`${row.question} ${JSON.stringify(row.input)} cannot be asked`);
      expect(await question.value.ask(record, input.value, context)).toHaveLength(row.count);
    });
  }
}
