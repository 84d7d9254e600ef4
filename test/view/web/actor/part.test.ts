import { expect, test } from "vitest";
import { partsOf } from "../../../../src/view/web/actor/part.ts";

const mark = (start: number, end: number) =>
  ({ kind: "none-given", polarity: "weakens", words: "", start, end }) as const;

test("parts count from the start of the claim's words, and marks beside them are left out", () => {
  const row = {
    start: 100,
    end: 150,
    sourceSpans: [[100, 104]] as const,
    cueSpans: [[105, 109]] as const,
    contentSpans: [
      [110, 120],
      [130, 150],
    ] as const,
    marks: [mark(110, 114), mark(80, 95)],
  };
  expect(partsOf(row).map(({ role, start, end }) => `${role} ${start}-${end}`)).toEqual([
    "content 10-20",
    "content 30-50",
    "source 0-4",
    "cue 5-9",
    "mark 10-14",
  ]);
});
