import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placed } from "../../../../src/view/web/reader/placed.ts";

const note = (want: number, height: number) => ({ want, height });

describe("notes beside their lines", () => {
  const rows: readonly (readonly [
    what: string,
    notes: Parameters<typeof placed>[0],
    pinned: number | null,
    tops: readonly number[],
  ])[] = [
    ["none", [], null, []],
    ["with room, at their lines", [note(0, 20), note(100, 20)], null, [0, 100]],
    ["two of one line stand around it", [note(100, 20), note(100, 20)], null, [86, 114]],
    ["never above the top", [note(0, 20), note(0, 20)], null, [0, 28]],
    ["the pinned one at its line, those before it go up", [note(100, 20), note(100, 20)], 1, [72, 100]],
    ["the pinned one at its line, those after it go down", [note(100, 300), note(110, 20)], 0, [100, 408]],
    [
      "a high pinned one leaves those before it at their lines",
      [note(0, 20), note(100, 900), note(120, 20)],
      1,
      [0, 100, 1008],
    ],
    ["the pinned one goes down where there is no room above", [note(0, 20), note(0, 20)], 1, [0, 28]],
  ];
  for (const [what, notes, pinned, tops] of rows) test(what, () => expect(placed(notes, pinned)).toEqual(tops));
});

test("notes never overlap", () => {
  const notes = fc.array(fc.record({ want: fc.nat(1_000), height: fc.integer({ min: 1, max: 90 }) }), { minLength: 1 });
  fc.assert(
    fc.property(notes, fc.nat(200), (all, pin) => {
      const sorted = all.toSorted((a, b) => a.want - b.want);
      const tops = placed(sorted, pin < sorted.length ? pin : null);
      tops.reduce((floor, top, at) => {
        expect(top).toBeGreaterThanOrEqual(floor - 1e-6);
        return top + sorted[at]!.height;
      }, 0);
    }),
  );
});
