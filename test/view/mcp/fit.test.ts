import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visibleJson } from "../../../src/view/mcp/fence.ts";
import { fitted } from "../../../src/view/mcp/fit.ts";

const long = "x".repeat(100);

describe("what fits into an answer", () => {
  const rows: readonly (readonly [what: string, rows: readonly object[], most: number, fit: object])[] = [
    ["nothing", [], 10, { rows: [], cuts: [] }],
    ["all", [{ a: 1 }, { a: 2 }], 100, { rows: [{ a: 1 }, { a: 2 }], cuts: [] }],
    ["rows from the front", [{ a: 1 }, { a: 2 }, { a: 3 }], 16, { rows: [{ a: 1 }, { a: 2 }], cuts: [] }],
    [
      "the largest list goes first",
      [{ a: 1, of: { big: [long, long], small: [1] } }],
      60,
      { rows: [{ a: 1, of: { small: [1] } }], cuts: [{ kind: "list", path: "of.big", size: 2 }] },
    ],
    [
      "texts are cut when no list is left",
      [{ text: long, list: [1], short: "ab" }],
      60,
      {
        rows: [{ text: "x".repeat(28), short: "ab" }],
        cuts: [
          { kind: "list", path: "list", size: 1 },
          { kind: "text", path: "text", size: 100, kept: 28 },
        ],
      },
    ],
    [
      "two long texts are cut to the same length",
      [{ a: long, b: `${long}y` }],
      60,
      {
        rows: [{ a: "x".repeat(22), b: "x".repeat(22) }],
        cuts: [
          { kind: "text", path: "b", size: 101, kept: 22 },
          { kind: "text", path: "a", size: 100, kept: 22 },
        ],
      },
    ],
  ];
  for (const [what, given, most, fit] of rows) test(what, () => expect(fitted(given, most)).toEqual(fit));
});

test("one row is always given, as short as is wanted, and what it keeps is true", () => {
  const anyText = fc.string({ unit: "binary", maxLength: 200 });
  const anyRow = fc.record({ id: fc.nat(), words: anyText, of: fc.record({ text: anyText, list: fc.array(anyText) }) });
  fc.assert(
    fc.property(anyRow, fc.integer({ min: 80, max: 600 }), (row, most) => {
      const { rows, cuts } = fitted([row], most);
      expect(rows).toHaveLength(1);
      expect(visibleJson(rows[0]).length).toBeLessThanOrEqual(most);
      const short = rows[0] as typeof row;
      expect(row.words.startsWith(short.words)).toBe(true);
      expect(row.of.text.startsWith(short.of.text)).toBe(true);
      expect(short.of.list ?? row.of.list).toEqual(row.of.list);
      expect(cuts.length === 0).toBe(visibleJson(row).length <= most);
    }),
  );
});
