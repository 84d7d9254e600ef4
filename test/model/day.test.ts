import { expect, test } from "vitest";
import { checkDay, parseIso } from "../../src/model/day.ts";

const rows: readonly (readonly [text: string, iso: string | null])[] = [
  ["2021-11-12", "2021-11-12"],
  [" 2024-02-29 ", "2024-02-29"],
  ["2021-02-29", null],
  ["2021-02-30", null],
  ["1900-02-29", null],
  ["2000-02-29", "2000-02-29"],
  ["2021-13-01", null],
  ["2021-00-10", null],
  ["2021-04-31", null],
  ["2021-11-12T09:30:00+03:00", "2021-11-12T09:30:00+03:00"],
  ["2021-11-12 09:30", "2021-11-12T09:30"],
  ["2021-11-12T09:30:00.123Z", "2021-11-12T09:30:00.123Z"],
  ["2021-11-12T24:30", null],
  ["2021-11-12T09:60", null],
  ["12.11.2021", null],
  ["2021-11", null],
  ["yesterday", null],
  ["", null],
];
test.each(rows)("%j is %j", (text, iso) => {
  const parsed = parseIso(text);
  expect(parsed.ok ? parsed.value : null).toBe(iso);
});

test("a day that does not exist is named with what to do", () => {
  expect(parseIso("2021-02-30")).toMatchObject({
    problem: { message: '"2021-02-30": there is no such day in the calendar. Correct the day.' },
  });
});
test("the day of a time is its own zone's", () => expect(checkDay("2021-11-12T23:30:00-05:00")).toBe("2021-11-12"));
