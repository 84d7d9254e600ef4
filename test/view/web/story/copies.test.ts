import { describe, expect, test } from "vitest";
import { bracketsOf, copySets } from "../../../../src/view/web/story/copies.ts";

/** "d1 d2>d1,d9": documents, each with those whose words it has. */
const rows = (written: string) =>
  written.split(" ").map((one) => {
    const [document, copies = ""] = one.split(">") as [string, string?];
    return { document, copies: copies === "" ? [] : copies.split(",").map((other) => ({ document: other })) };
  });

describe("sets of copies", () => {
  const cases: readonly (readonly [written: string, sets: readonly (readonly number[])[]])[] = [
    ["d1 d2 d3", []],
    ["d1 d2>d1 d3", [[0, 1]]],
    ["d1 d2 d3>d1", [[0, 2]]],
    ["d1 d2>d1 d3>d2", [[0, 1, 2]]],
    ["d3>d1 d2>d1 d1", [[0, 1, 2]]],
    ["d1 d2 d3>d1 d4>d2", [[0, 2], [1, 3]]], // biome-ignore format: pairs
    ["d1>d9", []],
    ["d1>d1", []],
  ];
  test.each(cases)("%s", (written, sets) => expect(copySets(rows(written))).toEqual(sets));
});

describe("brackets", () => {
  const cases: readonly (readonly [written: string, parts: string])[] = [
    ["d1 d2", "|"],
    ["d1 d2>d1 d3", "first|last|none"],
    ["d1 d2 d3>d1", "first|through|last"],
    ["d1 d2>d1 d3>d1", "first|member|last"],
    ["d1 d2 d3>d1 d4>d2", "first none|through first|last through|none last"],
    // The first column is free again.
    ["d1 d2>d1 d3 d4>d3", "first|last|first|last"],
  ];
  test.each(cases)("%s", (written, parts) =>
    expect(
      bracketsOf(rows(written))
        .map((row) => row.join(" "))
        .join("|"),
    ).toBe(parts),
  );
});
