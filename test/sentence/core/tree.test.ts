import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareKernel, startKernel, takeRoom } from "../../../src/sentence/core/kernel.ts";

const shared = shareKernel(readFileSync(new URL("../../../models/kernel.wasm", import.meta.url)));
const { tree } = startKernel(shared);
/** Longest sentence, with its root; columns are a multiple of 16. */
const most = 257;
const wide = (size: number): number => (size + 15) & ~15;
const scores = takeRoom(shared, most * wide(most) * 4);
const heads = takeRoom(shared, most * 4 + 64);
const room = takeRoom(shared, (12 * most + 64) * most + 64);
const { buffer } = shared.memory;

/** The heads of tokens 1 on; `rows` are laid out as the kernel's arcs are: row 0 and what is beyond the rows are no choice. */
function headsOf(rows: readonly (readonly number[])[]): readonly number[] {
  const size = rows.length + 1;
  const floats = new Float32Array(buffer, scores, size * wide(size)).fill(-1e30);
  rows.forEach((row, at) => {
    floats.set(row, (at + 1) * wide(size));
    floats[(at + 1) * wide(size) + at + 1] = -1e30;
  });
  tree(heads, scores, size, wide(size), room);
  return Array.from(new Int32Array(buffer, heads, size).subarray(1));
}

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
  const given = fc.integer({ min: 1, max: 5 }).chain((count) =>
    fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: count + 1, maxLength: count + 1 }), {
      minLength: count,
      maxLength: count,
    }),
  );
  fc.assert(
    fc.property(given, (rows) => {
      const found = headsOf(rows);
      const most = Math.max(...trees.get(rows.length)!.map((one) => worth(one, rows)));
      expect(isTree(found)).toBe(true);
      expect(worth(found, rows)).toBe(most);
    }),
    { numRuns: 1000 },
  );
});

test("a sentence of 256 tokens with every score the same is a tree, in time", () => {
  const rows = Array.from({ length: 256 }, () => Array.from({ length: 257 }, () => 0));
  expect(isTree(headsOf(rows))).toBe(true);
});

test("long sentences of cycles within cycles are trees", () => {
  const rows = fc.integer({ min: 30, max: 90 }).chain((count) =>
    fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: count + 1, maxLength: count + 1 }), {
      minLength: count,
      maxLength: count,
    }),
  );
  fc.assert(
    fc.property(rows, (given) => {
      expect(isTree(headsOf(given))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
