import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findTimexes } from "../../src/mention/timex.ts";
import type { Timex } from "../../src/model/timex.ts";
import { goldenTests } from "../golden.ts";
import { parsedOf, publishedOf } from "../sentence/parsed.ts";

const line = (text: string, { start, end, type, value, range, by }: Timex): string =>
  [text.slice(start, end), type, value ?? "-", range === null ? "-" : range.join(".."), by].join(" | ");

goldenTests("timex", ({ text, given }) => {
  const timexes = findTimexes(parsedOf(text, publishedOf(given)));
  return timexes.length === 0 ? "none" : timexes.map((timex) => line(text, timex)).join("\n");
});

/** Words of times in any order, among others. */
const timely = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."Friday|on|last|next|the|two|days|ago|November|12|,|2021|2000|May|at|10:30|a.m.|early|of|week|every|year|spring|half|and|a|century|1990s|yesterday|night|’s|Nov.|-|will|said|troops|BC|to|31|February|.|\n|20|quarter|months|later".split(
          "|",
        ),
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .map((words) => words.join(" "));

const day = fc
  .date({ min: new Date("1800-01-01"), max: new Date("2200-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("timexes lie in sentences, are in order, never overlap, and cover whole days in order", () => {
  fc.assert(
    fc.property(timely, day, (text, published) => {
      const parsed = parsedOf(text, [published, published]);
      let last = 0;
      for (const [at, { id, start, end, range }] of findTimexes(parsed).entries()) {
        expect(id).toBe(`t${at + 1}`);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(parsed.sentences.some(([from, to]) => from <= start && end <= to)).toBe(true);
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        if (range !== null) {
          expect(range[0] <= range[1]).toBe(true);
          for (const iso of range) expect(iso).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        }
        last = end;
      }
    }),
  );
});

test("the same text and day give the same timexes", () => {
  fc.assert(
    fc.property(timely, day, (text, published) => {
      const parsed = parsedOf(text, [published, published]);
      expect(findTimexes(parsed)).toEqual(findTimexes(parsed));
    }),
  );
});

test("furniture has no times", () => {
  const parsed = parsedOf("Sign up today", ["2021-11-12", "2021-11-12"]);
  const blocks = parsed.blocks.map((block) => ({
    ...block,
    kind: "furniture" as const,
    furniture: "newsletter" as const,
  }));
  expect(findTimexes({ ...parsed, blocks })).toEqual([]);
});
