import { expect, test } from "vitest";
import {
  barPx,
  binAt,
  binDays,
  binsOf,
  binWords,
  coreOf,
  isWithin,
  outside,
  summed,
  unitFor,
  unitStart,
} from "../../../../src/view/web/timeline/bin.ts";

const starts = [
  ["2024-05-15", "day", "2024-05-15"],
  ["2024-05-15", "week", "2024-05-13"],
  ["2024-05-12", "week", "2024-05-06"],
  ["2024-01-01", "week", "2024-01-01"],
  ["2024-05-15", "month", "2024-05-01"],
  ["2024-05-15", "quarter", "2024-04-01"],
  ["2024-12-31", "quarter", "2024-10-01"],
  ["2024-05-15", "year", "2024-01-01"],
] as const;
for (const [day, unit, start] of starts) {
  test(`the ${unit} of ${day} begins on ${start}`, () => expect(unitStart(day, unit)).toBe(start));
}

const units = [
  ["2024-05-01", "2024-05-01", 40, "day"],
  ["2024-05-01", "2024-06-09", 40, "day"],
  ["2024-05-01", "2024-06-10", 40, "week"],
  ["2023-01-01", "2024-12-31", 40, "month"],
  ["2015-01-01", "2024-12-31", 40, "year"],
  ["2016-01-01", "2024-12-31", 40, "quarter"],
  ["1700-01-01", "2024-12-31", 40, "year"],
] as const;
for (const [first, last, most, unit] of units) {
  test(`${first} to ${last} in ${most} bars is by ${unit}`, () => expect(unitFor(first, last, most)).toBe(unit));
}

test("bins lie side by side, over a leap day and the turn of the year", () => {
  expect(binsOf("2023-12-30", "2024-03-02", "month")).toEqual([
    { first: "2023-12-01", last: "2023-12-31" },
    { first: "2024-01-01", last: "2024-01-31" },
    { first: "2024-02-01", last: "2024-02-29" },
    { first: "2024-03-01", last: "2024-03-31" },
  ]);
  expect(binsOf("no day", "2024-01-01", "day")).toEqual([]);
});

const weeks = binsOf("2024-05-01", "2024-05-31", "week");
const places = [
  ["2024-04-28", null],
  ["2024-04-29", 0],
  ["2024-05-05", 0],
  ["2024-05-06", 1],
  ["2024-06-02", 4],
  ["2024-06-03", null],
] as const;
for (const [day, at] of places) {
  test(`${day} is in week ${at} of May 2024`, () => expect(binAt(weeks, day)).toBe(at));
}

test("sums leave out what lies in no bin", () => {
  const counts = [
    { day: "2024-05-01", count: 2 },
    { day: "2024-05-05", count: 3 },
    { day: "2024-05-20", count: 1 },
    { day: "1999-01-01", count: 9 },
  ];
  expect(summed(weeks, counts)).toEqual([5, 0, 0, 1, 0]);
});

const words = [
  ["2024-05-15", "day", "15 May 2024"],
  ["2024-05-13", "week", "week from 13 May 2024"],
  ["2024-05-01", "month", "May 2024"],
  ["2024-04-01", "quarter", "2nd quarter of 2024"],
  ["2024-01-01", "year", "2024"],
] as const;
for (const [first, unit, said] of words) {
  test(`a ${unit} is "${said}"`, () => expect(binWords({ first, last: first }, unit)).toBe(said));
}

const bars = [
  [0, 100, 0],
  [0, 0, 0],
  [1, 1000, 2],
  [50, 100, 24],
  [100, 100, 48],
] as const;
for (const [count, most, px] of bars) {
  test(`${count} of ${most} is ${px} px high`, () => expect(barPx(count, most, 48)).toBe(px));
}

test("a few days far off are left out of the picture and counted", () => {
  const stray = { day: "1923-07-24", count: 1 };
  const near = [
    { day: "2024-05-01", count: 100 },
    { day: "2024-05-02", count: 100 },
  ];
  expect(coreOf([stray, ...near])).toEqual({ counts: near, before: 1, after: 0 });
});
test("days near by stay, and so does what is more than a hundredth", () => {
  const near = [
    { day: "2024-04-30", count: 1 },
    { day: "2024-05-01", count: 100 },
    { day: "2024-05-02", count: 100 },
  ];
  expect(coreOf(near)).toEqual({ counts: near, before: 0, after: 0 });
  const few = [
    { day: "1923-07-24", count: 1 },
    { day: "2024-05-01", count: 3 },
  ];
  expect(coreOf(few)).toEqual({ counts: few, before: 0, after: 0 });
  expect(coreOf([])).toEqual({ counts: [], before: 0, after: 0 });
});

test("what lies before and after the bins is counted", () => {
  const counts = ["2024-04-30", "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-01"].map((day) => ({
    day,
    count: 2,
  }));
  expect(outside(binsOf("2024-05-01", "2024-05-02", "day"), counts)).toEqual({ before: 2, after: 4 });
});

const march = { first: "2031-03-01", last: "2031-03-31" };
const chosen = [
  [null, null, true],
  ["2031-03-31", null, true],
  ["2031-04-01", null, false],
  [null, "2031-03-01", true],
  [null, "2031-02-28", false],
  ["2031-03-10", "2031-03-12", true],
] as const;
for (const [from, to, is] of chosen)
  test(`March is ${is ? "" : "not "}within ${from} to ${to}`, () => expect(isWithin(march, from, to)).toBe(is));
test("a bin is chosen by its days", () => expect(binDays(march)).toEqual({ from: "2031-03-01", to: "2031-03-31" }));
