import { describe, expect, test } from "vitest";
import type { ContradictionRow } from "../../../../src/record/ask/contradictions.ts";
import { facingOf, pairOf } from "../../../../src/view/web/story/facing.ts";
import { selectedIn } from "../../../../src/view/web/story/selected.ts";

const row = (
  relation: ContradictionRow["relation"],
  claim: string,
  against: string,
  days: readonly [string | null, string | null] = [null, null],
  documents = 1,
): ContradictionRow =>
  ({
    story: "t7",
    relation,
    slot: relation === "contradicts" ? "count" : null,
    reason: "",
    claim,
    published: days[0],
    documents: 1,
    against: { claim: against, published: days[1], documents },
  }) as unknown as ContradictionRow;

describe("which side a claim stands on", () => {
  const rows: readonly (readonly [name: string, row: ContradictionRow, left: string, right: string])[] = [
    ["what denies stands on the right", row("denies", "t7.c5", "t7.c2"), "t7.c2", "t7.c5"],
    [
      "also where it was printed first",
      row("denies", "t7.c5", "t7.c2", ["2031-03-01", "2031-03-02"]),
      "t7.c2",
      "t7.c5",
    ],
    [
      "of two that contradict each other the later one",
      row("contradicts", "t7.c5", "t7.c2", ["2031-03-01", "2031-03-02"]),
      "t7.c5",
      "t7.c2",
    ],
    ["an undated one counts as later", row("contradicts", "t7.c5", "t7.c2", ["2031-03-01", null]), "t7.c5", "t7.c2"],
    ["both undated: as given", row("contradicts", "t7.c5", "t7.c2"), "t7.c2", "t7.c5"],
  ];
  test.each(rows)("%s", (_name, one, left, right) => {
    const pair = pairOf(one);
    expect([pair.left.claim, pair.right.claim]).toEqual([left, right]);
  });
  test("the id of a pair can be selected", () => {
    for (const one of [row("denies", "t7.c5", "t7.c2"), row("contradicts", "t7.c5", "t7.c2")])
      expect(selectedIn(pairOf(one).id)).toEqual({ kind: "pair", id: pairOf(one).id });
  });
});

test("claims by what stands against them: the most first, then the most told, and none is lost", () => {
  const pairs = [
    row("denies", "t7.c5", "t7.c2"),
    row("denies", "t7.c6", "t7.c3", [null, null], 4),
    row("denies", "t7.c7", "t7.c1"),
    row("distorts", "t7.c8", "t7.c1"),
  ].map(pairOf);
  expect(facingOf(pairs).map(({ left, pairs: own }) => [left.claim, own.map(({ right }) => right.claim)])).toEqual([
    ["t7.c1", ["t7.c7", "t7.c8"]],
    ["t7.c3", ["t7.c6"]],
    ["t7.c2", ["t7.c5"]],
  ]);
});

describe("what a URL selects", () => {
  const rows: readonly (readonly [at: string | null, kind: string | null])[] = [
    ["d12", "report"],
    ["t7.c2", "claim"],
    ["r14.s3", "claim"],
    ["t7.h1", "happening"],
    ["t7.f1.3", "figure"],
    ["t7.c5~denies~whole~t7.c2", "pair"],
    ["t7.f1", null],
    ["t7.c0", null],
    ["t7.c2 ", null],
    ["<b>", null],
    ["", null],
    [null, null],
  ];
  test.each(rows)("%s", (at, kind) => expect(selectedIn(at)?.kind ?? null).toBe(kind));
});
