import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dateOf,
  dayNumberOf,
  dayNumberOfIso,
  daysInMonth,
  isoDayOf,
  rangeOf,
  shifted,
  valueOf,
  weekdayOf,
  weekOf,
} from "../../src/mention/calendar.ts";

/** Years 1000 to 9998, as day numbers. */
const dayNumber = fc.integer({ min: -354_285, max: 2_932_530 });

test("a day number and its day are each other's inverse, and agree with the platform's calendar", () => {
  fc.assert(
    fc.property(dayNumber, (number) => {
      const { year, month, day } = dateOf(number);
      expect(dayNumberOf(year, month, day)).toBe(number);
      expect(isoDayOf(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
      expect(dayNumberOfIso(isoDayOf(number))).toBe(number);
      expect(weekdayOf(number) % 7).toBe(new Date(number * 86_400_000).getUTCDay());
    }),
  );
});

test("every stretch of the calendar that holds a day has that day in its range", () => {
  const units = ["day", "week", "month", "quarter", "year", "decade", "century"] as const;
  fc.assert(
    fc.property(dayNumber, fc.constantFrom(...units), (number, unit) => {
      const range = rangeOf(valueOf(unit, number))!;
      expect(range[0] <= isoDayOf(number) && isoDayOf(number) <= range[1]).toBe(true);
    }),
  );
});

test("a step of months stays in the month it leads to", () => {
  fc.assert(
    fc.property(dayNumber, fc.integer({ min: -30, max: 30 }), (number, months) => {
      const from = dateOf(number);
      const to = dateOf(shifted(number, "month", months));
      expect(to.year * 12 + to.month - (from.year * 12 + from.month)).toBe(months);
      expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
    }),
  );
});

describe("ISO weeks", () => {
  for (const [iso, year, week] of [
    ["2021-01-03", 2020, 53],
    ["2021-01-04", 2021, 1],
    ["2021-11-12", 2021, 45],
    ["2018-12-31", 2019, 1],
    ["2024-12-29", 2024, 52],
  ] as const)
    test(`${iso}`, () => expect(weekOf(dayNumberOfIso(iso)!)).toEqual({ year, week }));
});

describe("ranges", () => {
  for (const [value, first, last] of [
    ["2021-11-12", "2021-11-12", "2021-11-12"],
    ["2021-11-12T10:30", "2021-11-12", "2021-11-12"],
    ["2020-02", "2020-02-01", "2020-02-29"],
    ["2021", "2021-01-01", "2021-12-31"],
    ["2021-W45", "2021-11-08", "2021-11-14"],
    ["2021-W45-WE", "2021-11-13", "2021-11-14"],
    ["2021-Q4", "2021-10-01", "2021-12-31"],
    ["2021-H1", "2021-01-01", "2021-06-30"],
    ["2021-SP", "2021-03-01", "2021-05-31"],
    ["2021-WI", "2021-12-01", "2022-02-28"],
    ["199", "1990-01-01", "1999-12-31"],
    ["20", "2000-01-01", "2099-12-31"],
  ] as const)
    test(`${value}`, () => expect(rangeOf(value)).toEqual([first, last]));
  for (const value of ["P2D", "PAST_REF", "XXXX-WXX-5", "BC0480", "2021-13", "2021-02-30", "2021-W54", "", "T10:30"])
    test(`${value || "nothing"} has none`, () => expect(rangeOf(value)).toBeNull());
});
