import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findQuantities } from "../../src/mention/quantity.ts";
import { numberOf } from "../../src/mention/quantity-number.ts";
import { findTimexes } from "../../src/mention/timex.ts";
import type { Quantity } from "../../src/model/quantity.ts";
import { goldenTests } from "../golden.ts";
import { parsedOf, publishedOf } from "../sentence/parsed.ts";
import { tagged } from "../sentence/tagged.ts";

const line = (text: string, { start, end, value, low, high, bound, unit, of }: Quantity): string =>
  [text.slice(start, end), value ?? "-", `${low ?? ""}..${high ?? ""}`, bound, unit ?? "-", of ?? "-"].join(" | ");

goldenTests("quantity", ({ text, given }) => {
  const parsed = tagged(parsedOf(text, publishedOf(given)));
  const quantities = findQuantities(parsed, findTimexes(parsed));
  return quantities.length === 0 ? "none" : quantities.map((quantity) => line(text, quantity)).join("\n");
});

const numbers = [
  ["12", 12],
  ["1,000", 1000],
  ["3.5", 3.5],
  ["twenty-four", 24],
  ["a hundred and ten", 110],
  ["two hundred and fifty", 250],
  ["two hundred thousand", 200_000],
  ["ten thousand five hundred", 10_500],
  ["two dozen", 24],
  ["5.5 million", 5_500_000],
  ["3bn", 3_000_000_000],
  ["one two", null],
  ["nineteen ninety", null],
  ["several", null],
  ["", null],
] as const;
for (const [printed, value] of numbers) test(`"${printed}" is ${value}`, () => expect(numberOf(printed)).toBe(value));

const counted = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."at least|more than|up to|between|and|to|two|10|1,000|5.5|million|$|%|dozens of|tens of thousands of|several|a|hundred|people|troops|killed|were|wounded|-|days|2014|Friday|No.|km|one|of|the|.|\n|,|(|)".split(
          "|",
        ),
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .map((words) => words.join(" "));

test("quantities lie in sentences, are in order, overlap neither each other nor a timex of a day, and their bounds are in order", () => {
  fc.assert(
    fc.property(counted, (text) => {
      const parsed = parsedOf(text, ["2021-11-12", "2021-11-12"]);
      const timexes = findTimexes(parsed);
      let last = 0;
      for (const [at, { id, start, end, value, low, high, bound }] of findQuantities(parsed, timexes).entries()) {
        expect(id).toBe(`q${at + 1}`);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(parsed.sentences.some(([from, to]) => from <= start && end <= to)).toBe(true);
        expect(
          timexes.some(
            (timex) =>
              timex.type !== "DURATION" &&
              !/past|last|next|coming|previous/.test(text.slice(timex.start, timex.end)) &&
              timex.start < end &&
              start < timex.end,
          ),
        ).toBe(false);
        if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
        if (bound === "exact") expect([low, high]).toEqual([value, value]);
        if (bound === "range") expect(value).toBeNull();
        last = end;
      }
    }),
  );
});

test("half a million characters of numbers in one sentence are read in time", { timeout: 60_000 }, () => {
  const timeOf = (times: number): number => {
    const parsed = parsedOf("between 2 and a half million or so dozens upon dozens of 1 200 km per ".repeat(times));
    const began = performance.now();
    findQuantities(parsed, []);
    return performance.now() - began;
  };
  timeOf(500);
  const [once, often] = [timeOf(800), timeOf(6400)];
  // Eight times the text: linear is 8, the square 64.
  expect(often / Math.max(once, 1)).toBeLessThan(30);
});

test("the same text gives the same quantities", () => {
  fc.assert(
    fc.property(counted, (text) => {
      const parsed = parsedOf(text);
      expect(findQuantities(parsed, findTimexes(parsed))).toEqual(findQuantities(parsed, findTimexes(parsed)));
    }),
  );
});
