import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { treeOf } from "../../../src/sentence/core/tree.ts";

/** Rows of arc scores as the kernel lays them out: row d, column h; row 0 and what is beyond the rows are not read. */
function laidOut(rows: readonly (readonly number[])[], wide: number): Float32Array {
  const score = new Float32Array((rows.length + 1) * wide).fill(99);
  rows.forEach((row, at) => score.set(row, (at + 1) * wide));
  return score;
}

const headsOf = (rows: readonly (readonly number[])[]): readonly number[] =>
  Array.from(treeOf(laidOut(rows, 16), 0, rows.length + 1, 16).subarray(1));

/** Whether `heads` (of tokens 1 on) is a tree with one root. */
const isTree = (heads: readonly number[]): boolean =>
  heads.filter((head) => head === 0).length === 1 &&
  heads.every((_, at) => {
    let node = at + 1;
    for (let steps = 0; node !== 0; steps++) {
      if (steps > heads.length) return false;
      node = heads[node - 1]!;
    }
    return true;
  });

/** Every way to give `count` tokens heads. */
function everyTree(count: number): readonly (readonly number[])[] {
  let all: readonly (readonly number[])[] = [[]];
  for (let token = 0; token < count; token++)
    all = all.flatMap((heads) => Array.from({ length: count + 1 }, (_, head) => [...heads, head]));
  return all.filter(isTree);
}

const worth = (heads: readonly number[], rows: readonly (readonly number[])[]): number =>
  heads.reduce((sum, head, at) => sum + rows[at]![head]!, 0);

describe("heads are each token's best one, unless that is no tree", () => {
  // A row is a token: its score under the root, then under each token.
  const rows: readonly [string, readonly (readonly number[])[], readonly number[]][] = [
    ["one token is the root", [[-5, 0]], [0]],
    [
      "a tree as it is",
      [
        [0, 9, 5],
        [7, 1, 9],
      ],
      [2, 0],
    ],
    [
      "two roots: the cheaper change wins",
      [
        [5, 0, 4],
        [5, 1, 0],
      ],
      [2, 0],
    ],
    [
      "no root: a cycle of two is broken where it costs least",
      [
        [1, 0, 9],
        [3, 9, 0],
      ],
      [2, 0],
    ],
    [
      "a cycle beside the root is entered at its weakest place",
      [
        [9, 0, 0, 0],
        [0, 4, 0, 8],
        [0, 1, 8, 0],
      ],
      [0, 1, 2],
    ],
  ];
  for (const [name, given, heads] of rows) test(name, () => expect(headsOf(given)).toEqual(heads));
});

test("no other tree with one root has a higher sum", () => {
  const trees = new Map([1, 2, 3, 4, 5].map((count) => [count, everyTree(count)]));
  const scores = fc.integer({ min: 1, max: 5 }).chain((count) =>
    fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: count + 1, maxLength: count + 1 }), {
      minLength: count,
      maxLength: count,
    }),
  );
  fc.assert(
    fc.property(scores, (rows) => {
      const heads = headsOf(rows);
      const most = Math.max(...trees.get(rows.length)!.map((one) => worth(one, rows)));
      expect(isTree(heads)).toBe(true);
      expect(worth(heads, rows)).toBe(most);
    }),
    { numRuns: 1000 },
  );
});

test("a sentence of 256 tokens with every score the same is a tree, in time", () => {
  const wide = 272;
  const heads = treeOf(new Float32Array(257 * wide), 0, 257, wide);
  expect(isTree(Array.from(heads.subarray(1)))).toBe(true);
});
