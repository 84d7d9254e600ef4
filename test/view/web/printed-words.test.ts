import { expect, test } from "vitest";
import { printedWords } from "../../../src/view/web/printed-words.ts";

const rows: readonly (readonly [readonly number[], Parameters<typeof printedWords>[1], string | null])[] = [
  [[0, 1, 2], { count: 3, isExact: true, what: "claims" }, null],
  [
    [0, 1],
    { count: 1373, isExact: true, what: "claims" },
    "The first 2 of 1,373 claims. What was scrolled to on the screen is printed.",
  ],
  [
    [0, 7],
    { count: 9, isExact: false, what: "claims" },
    "2 of more than 9 claims, those that were looked at on the screen.",
  ],
  [[0], { count: 2, isExact: true, what: null }, "Only what was looked at on the screen is printed."],
];
for (const [printed, options, words] of rows) {
  test(`${JSON.stringify(printed)} of ${options.count}`, () => expect(printedWords(printed, options)).toBe(words));
}
