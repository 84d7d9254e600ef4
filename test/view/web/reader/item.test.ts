import { describe, expect, test } from "vitest";
import { type Item, itemsAt, nextItem } from "../../../../src/view/web/reader/item.ts";
import type { Layer } from "../../../../src/view/web/reader/layer.ts";

const item = (id: string, layer: Layer, ...spans: readonly (readonly [number, number])[]): Item => ({
  id,
  layer,
  pieces: spans.map(([start, end]) => ({ start, end, role: "content" })),
  start: spans[0]![0],
  end: spans.at(-1)![1],
});
const items = [item("s1", "claims", [0, 20], [30, 40]), item("e1", "events", [5, 9]), item("s2", "claims", [22, 28])];
const ids = (found: readonly Item[]) => found.map(({ id }) => id);

describe("what stands on a unit", () => {
  test("the inner first", () => expect(ids(itemsAt(items, ["claims", "events"], 6))).toEqual(["e1", "s1"]));
  test("only of the layers that are on", () => expect(ids(itemsAt(items, ["events"], 12))).toEqual([]));
  test("between two pieces there is nothing", () => expect(ids(itemsAt(items, ["claims"], 25))).toEqual(["s2"]));
});

describe("from one to the next", () => {
  const rows: readonly (readonly [selected: string | null, step: 1 | -1, layer: Layer | null, next: string | null])[] =
    [
      [null, 1, "claims", "s1"],
      [null, -1, "claims", "s2"],
      ["s1", 1, "claims", "s2"],
      ["s1", 1, null, "e1"],
      ["s2", 1, null, null],
      ["e1", 1, "claims", "s2"],
      ["e1", -1, "claims", "s1"],
      ["gone", 1, null, "s1"],
    ];
  for (const [selected, step, layer, next] of rows) {
    test(`${selected} ${step} ${layer}`, () =>
      expect(nextItem(items, selected, step, (one) => layer === null || one.layer === layer)?.id ?? null).toBe(next));
  }
});
