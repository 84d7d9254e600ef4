import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, BlockKind } from "../../../../src/model/block.ts";
import { drawnAround, drawnFrom, partsOf, reachOf, stretchesOf } from "../../../../src/view/web/reader/stretch.ts";

const block = (kind: BlockKind, start: number, end: number): Block => ({
  kind,
  start,
  end,
  furniture: kind === "furniture" ? "share" : null,
});

describe("blocks as they are drawn", () => {
  const rows: readonly (readonly [what: string, blocks: readonly Block[], parts: readonly string[]])[] = [
    ["nothing", [], []],
    ["each of the article's for itself", [block("title", 0, 5), block("paragraph", 6, 9)], ["read 0-5", "read 6-9"]],
    [
      "furniture and teasers in one",
      [block("furniture", 0, 2), block("teaser", 3, 5), block("paragraph", 6, 9), block("furniture", 10, 12)],
      ["furniture 0-5", "read 6-9", "furniture 10-12"],
    ],
  ];
  for (const [what, blocks, parts] of rows) {
    test(what, () => {
      const found = partsOf(stretchesOf("x".repeat(20), blocks, []));
      expect(found.map((part) => `${part.kind} ${reachOf(part).start}-${reachOf(part).end}`)).toEqual(parts);
    });
  }
});

test("a word of 5 MB is cut, and the cuts are the word", () => {
  const text = "x".repeat(5_000_000);
  const cuts = stretchesOf(text, [block("paragraph", 0, text.length)], []);
  expect(cuts).toHaveLength(625);
  expect([cuts[0]!.isFirst, cuts[0]!.isLast, cuts[1]!.isFirst, cuts.at(-1)!.isLast]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  const drawn = drawnFrom(partsOf(cuts), 0, []);
  expect(drawn).toEqual({ from: 0, until: 15 });
});

test("a crowd of annotations is cut sooner", () => {
  const starts = Array.from({ length: 30_000 }, (_, at) => at);
  const cuts = stretchesOf("x".repeat(30_000), [block("paragraph", 0, 30_000)], starts);
  expect(Math.max(...cuts.map((cut) => cut.end - cut.start))).toBeLessThan(700);
});

test("stretches are the block, and never part a pair of surrogates", () => {
  const pieces = fc.array(fc.constantFrom("🛰".repeat(3_001), "a".repeat(2_999), " ", "word ", "x".repeat(8_000)), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(pieces, fc.array(fc.nat(40_000)), (parts, starts) => {
      const text = parts.join("");
      const cuts = stretchesOf(
        text,
        [block("paragraph", 0, text.length)],
        starts.toSorted((a, b) => a - b),
      );
      expect(cuts.map((cut) => text.slice(cut.start, cut.end)).join("")).toBe(text);
      for (const cut of cuts) expect(text.slice(cut.start, cut.end).isWellFormed()).toBe(true);
    }),
    { numRuns: 50 },
  );
});

describe("what is drawn of a long text", () => {
  const text = "word ".repeat(100_000);
  const parts = partsOf(stretchesOf(text, [block("paragraph", 0, text.length - 1)], []));
  test("the beginning, where nothing is selected", () => expect(drawnAround(parts, null, []).from).toBe(0));
  test("the beginning, where that holds what is selected", () => expect(drawnAround(parts, 50_000, []).from).toBe(0));
  test("what is selected, from a little before it", () => {
    const { from, until } = drawnAround(parts, 400_000, []);
    expect(reachOf(parts[from]!).end).toBeLessThanOrEqual(400_000);
    expect(reachOf(parts[until - 1]!).end).toBeGreaterThan(400_000);
  });
});
