import { expect, test } from "vitest";
import { datedWords, dayOf, dayWords, rangeWords } from "../../../src/view/web/day.ts";

const days = [
  ["2031-03-09", "9 Mar 2031"],
  ["2031-03-09T09:30:00Z", "9 Mar 2031, 09:30 UTC"],
  ["2031-03-09T00:30:00+02:00", "8 Mar 2031, 22:30 UTC"],
  ["2031-03-09T23:59", "9 Mar 2031, 23:59"],
  ["2031-03", "Mar 2031"],
  ["2031", "2031"],
  ["0031-03-09", "9 Mar 31"],
  ["2031-13-45", "2031-13-45"],
  ["soon", "soon"],
  ["", ""],
] as const;
for (const [iso, words] of days) test(`${iso || "nothing"} is "${words}"`, () => expect(dayWords(iso)).toBe(words));

const ranges = [
  ["2031-03-09", "2031-03-09", "9 Mar 2031"],
  ["2031-03-09", "2031-03-11", "9 Mar 2031 – 11 Mar 2031"],
  [null, "2031-03-11", "until 11 Mar 2031"],
  ["2031-03-09", null, "from 9 Mar 2031"],
  [null, null, null],
] as const;
for (const [first, last, words] of ranges) {
  test(`${first} to ${last} is ${words}`, () => expect(rangeWords(first, last)).toBe(words));
}

test("a range with its reason is told by its days", () => {
  expect(datedWords({ start: "2031-03-09", end: "2031-03-09", by: "weekday" })).toBe("9 Mar 2031");
  expect(datedWords(null)).toBeNull();
});

test("the day of a moment is that of UTC", () => expect(dayOf("2031-03-09T23:30:00Z")).toBe("2031-03-09"));
