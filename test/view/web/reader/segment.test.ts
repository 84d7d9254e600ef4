import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cover, segmentsOf } from "../../../../src/view/web/reader/segment.ts";

const shown = (covers: readonly Cover[], start: number, end: number) =>
  segmentsOf(covers, start, end).map((one) => `${one.start}-${one.end} ${one.looks.join("+")} ${one.top ?? "-"}`);
const cover = (start: number, end: number, look: string, id: string | null = look): Cover => ({ start, end, look, id });

describe("a stretch cut where something begins or ends", () => {
  const rows: readonly (readonly [what: string, covers: readonly Cover[], segments: readonly string[]])[] = [
    ["nothing lies over it", [], ["0-10  -"]],
    ["one in the middle", [cover(2, 5, "a")], ["0-2  -", "2-5 a a", "5-10  -"]],
    ["the inner is on top", [cover(3, 5, "b"), cover(0, 10, "a")], ["0-3 a a", "3-5 a+b b", "5-10 a a"]],
    ["of two from one place the shorter is on top", [cover(0, 4, "b"), cover(0, 10, "a")], ["0-4 a+b b", "4-10 a a"]],
    ["crossing ones", [cover(0, 6, "a"), cover(4, 10, "b")], ["0-4 a a", "4-6 a+b b", "6-10 b b"]],
    ["what lies outside is ignored", [cover(-5, 2, "a"), cover(10, 20, "b")], ["0-2 a a", "2-10  -"]],
    ["a look is named once", [cover(0, 10, "a", "x"), cover(0, 10, "a", "y")], ["0-10 a y"]],
    ["what is only drawn is never on top", [cover(0, 10, "a"), cover(0, 5, "b", null)], ["0-5 a+b a", "5-10 a a"]],
    ["neighbours do not mix", [cover(0, 5, "a"), cover(5, 10, "b")], ["0-5 a a", "5-10 b b"]],
  ];
  for (const [what, covers, segments] of rows) test(what, () => expect(shown(covers, 0, 10)).toEqual(segments));
});

test("segments follow each other without a gap and are the text", () => {
  const covers = fc.array(
    fc.record({
      start: fc.integer({ min: -5, max: 60 }),
      end: fc.integer({ min: -5, max: 60 }),
      look: fc.constantFrom("a", "b", "c"),
      id: fc.option(fc.constantFrom("1", "2", "3")),
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 50 }), covers, (text, over) => {
      const segments = segmentsOf(over, 0, text.length);
      expect(segments.map((one) => text.slice(one.start, one.end)).join("")).toBe(text);
      for (const one of segments) {
        expect(one.start).toBeLessThan(one.end);
        const here = over.filter((held) => held.start <= one.start && held.end >= one.end);
        expect(one.looks).toEqual([...new Set(here.map(({ look }) => look))].sort());
        expect(one.top !== null).toBe(here.some(({ id }) => id !== null));
      }
    }),
  );
});

test("50,000 that nest in 5 MB take no longer than they must", () => {
  const size = 5_000_000;
  const covers = Array.from({ length: 50_000 }, (_, at) => cover(at, size - at, "content", `s${at}`));
  const before = performance.now();
  expect(segmentsOf(covers, 0, size)).toHaveLength(99_999);
  expect(performance.now() - before).toBeLessThan(2_000);
});
