import { expect, test } from "vitest";
import { clocksDiffer, clockTimesOf } from "../../../../src/story/claim/conflict/clock.ts";

const rows: readonly (readonly [words: string, minutes: readonly number[]])[] = [
  ["at 9.40", [580]],
  ["at 21:40", [580]],
  ["at twenty to three", [160]],
  ["around half past ten on Monday", [630]],
  ["a quarter to six", [345]],
  ["shortly before three", [180]],
  ["at seven o'clock", [420]],
  ["before noon", [0]],
  ["three officers were hurt", []],
  ["at 5.5 per cent", []],
  ["about forty soldiers", []],
];

test.each(rows)("times of day in %s", (words, minutes) => {
  expect(clockTimesOf(words).map((one) => one.minutes)).toEqual(minutes);
});

const differ = (one: string, other: string): boolean => clocksDiffer(clockTimesOf(one), clockTimesOf(other));

test("a time that is told loosely fits one nearby", () => {
  expect(differ("shortly before three", "at 2.50")).toBe(false);
  expect(differ("at 2.30", "at 2.50")).toBe(true);
  expect(differ("at 6 a.m.", "at 6 p.m.")).toBe(true);
  expect(differ("at six", "")).toBe(false);
});
