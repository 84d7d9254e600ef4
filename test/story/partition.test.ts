import { describe, expect, test } from "vitest";
import { randomFrom } from "../../bench/random.ts";
import type { Likeness } from "../../src/model/story.ts";
import { type Grouping, partition } from "../../src/story/partition.ts";

/** Pairs written "1-2 3": documents 1 and 2, a score of 3 logits. */
const pairsOf = (...lines: readonly string[]): readonly Likeness[] =>
  lines.map((line) => {
    const [ends = "", score] = line.split(" ");
    const [document, other] = ends.split("-").map(Number);
    return { document: document!, other: other!, score: Number(score) * 1024 };
  });
/** All pairs of the documents `first` to `last`, and all between two such ranges. */
const within = (first: number, last: number, logits: number): readonly Likeness[] =>
  across(first, last, first, last, logits).filter(({ document, other }) => document < other);
const across = (a: number, b: number, c: number, d: number, logits: number): readonly Likeness[] =>
  range(a, b).flatMap((document) => range(c, d).map((other) => ({ document, other, score: logits * 1024 })));
const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
const grouping = (count: number, rest: Partial<Grouping>): Grouping => ({
  documents: Array.from({ length: count }, (_, at) => at + 1),
  pairs: [],
  joined: [],
  parted: [],
  ...rest,
});

describe("documents are put into stories by the mean likeness of their pairs", () => {
  const rows: readonly (readonly [what: string, of: Grouping, stories: readonly (readonly number[])[]])[] = [
    ["nothing", grouping(0, {}), []],
    ["what is like nothing stands alone", grouping(2, {}), [[1], [2]]],
    ["two that are like", grouping(2, { pairs: pairsOf("1-2 2") }), [[1, 2]]],
    ["two that are a little like", grouping(2, { pairs: pairsOf("1-2 0.2") }), [[1], [2]]],
    [
      "one that is like one of two but far from the other",
      grouping(3, { pairs: pairsOf("1-2 3", "2-3 2", "1-3 -4") }),
      [[1, 2], [3]],
    ],
    ["a pair that is not known is far apart", grouping(3, { pairs: pairsOf("1-2 3", "2-3 2") }), [[1, 2], [3]]],
    ["near-copies whatever else they say", grouping(3, { joined: [[1, 3]] }), [[1, 3], [2]]],
    ["a joined pair counts as one", grouping(3, { joined: [[1, 2]], pairs: pairsOf("1-3 3", "2-3 2") }), [[1, 2, 3]]],
    ["what was told apart stays apart", grouping(2, { parted: [[1, 2]], pairs: pairsOf("1-2 4") }), [[1], [2]]],
    [
      "also by way of others",
      grouping(3, { parted: [[1, 3]], pairs: pairsOf("1-2 4", "2-3 3", "1-3 3") }),
      [[1, 2], [3]],
    ],
    ["a pair told from both sides counts once", grouping(2, { pairs: pairsOf("1-2 1", "2-1 1") }), [[1, 2]]],
    [
      "two groups, each much more alike within than they are to each other",
      grouping(12, { pairs: [...within(1, 6, 6), ...within(7, 12, 6), ...across(1, 6, 7, 12, 1)] }),
      [
        [1, 2, 3, 4, 5, 6],
        [7, 8, 9, 10, 11, 12],
      ],
    ],
    [
      "two groups that are as alike to each other as within",
      grouping(12, { pairs: [...within(1, 6, 2), ...within(7, 12, 2), ...across(1, 6, 7, 12, 1)] }),
      [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ],
    [
      "a few pairs are not much to go by",
      grouping(4, { pairs: [...within(1, 2, 6), ...within(3, 4, 6), ...across(1, 2, 3, 4, 1)] }),
      [[1, 2, 3, 4]],
    ],
    ["pairs of others are passed over", grouping(2, { pairs: pairsOf("1-9 4"), joined: [[2, 9]] }), [[1], [2]]],
  ];
  test.each(rows)("%s", (_what, of, stories) => {
    expect(partition(of)).toEqual(stories);
  });
});

test("the order of the pairs does not matter", () => {
  const random = randomFrom(5);
  for (let round = 0; round < 50; round++) {
    const pairs = Array.from({ length: 120 }, () => ({
      document: Math.floor(random() * 30),
      other: 30 + Math.floor(random() * 30),
      score: Math.round((random() * 8 - 3) * 64) * 16,
    }));
    const once = [...new Map(pairs.map((pair) => [`${pair.document} ${pair.other}`, pair])).values()];
    const documents = Array.from({ length: 60 }, (_, at) => at);
    const turned = once
      .map((pair) => ({ at: random(), pair: { document: pair.other, other: pair.document, score: pair.score } }))
      .sort((a, b) => a.at - b.at);
    const known = { documents, joined: [], parted: [] };
    expect(partition({ ...known, pairs: turned.map(({ pair }) => pair) })).toEqual(
      partition({ ...known, pairs: once }),
    );
  }
});

test("a thousand documents with a hundred pairs each take seconds at most", () => {
  const random = randomFrom(7);
  const pairs = Array.from({ length: 100_000 }, () => ({
    document: Math.floor(random() * 500),
    other: 500 + Math.floor(random() * 500),
    score: Math.round(random() * 4096),
  }));
  const begun = performance.now();
  partition({ documents: Array.from({ length: 1000 }, (_, at) => at), pairs, joined: [], parted: [] });
  expect(performance.now() - begun).toBeLessThan(20_000);
});
