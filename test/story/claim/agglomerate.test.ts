import { array, assert, constantFrom, double, integer, property, record, shuffledSubarray } from "fast-check";
import { expect, test } from "vitest";
import { agglomerate, type Link } from "../../../src/story/claim/agglomerate.ts";

const link = (a: number, b: number, weight: number, apart = false): Link => ({ a, b, weight, apart });
const bar = { least: 0.3, share: 0.8 };

test("what is surely one is joined, what is not stays alone", () => {
  expect(agglomerate(4, [link(0, 1, 0.9), link(2, 3, 0.2)], bar)).toEqual([[0, 1], [2], [3]]);
});

test("a chain is not joined where its ends have nothing in common", () => {
  expect(agglomerate(4, [link(0, 1, 0.9), link(2, 3, 0.9), link(1, 2, 0.5)], bar)).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

test("groups that are alike all over are joined", () => {
  const links = [link(0, 1, 0.9), link(2, 3, 0.9), link(0, 2, 0.4), link(0, 3, 0.4), link(1, 2, 0.4), link(1, 3, 0.4)];
  expect(agglomerate(4, links, bar)).toEqual([[0, 1, 2, 3]]);
});

test("two that must stay apart are never in one group, also not by a third", () => {
  expect(agglomerate(3, [link(0, 1, 0.9), link(1, 2, 0.8), link(0, 2, 0.9, true)], bar)).toEqual([[0, 1], [2]]);
});

const links = array(
  record({
    a: integer({ min: 0, max: 11 }),
    b: integer({ min: 0, max: 11 }),
    weight: double({ min: -1, max: 1, noNaN: true }),
    apart: constantFrom(false, false, true),
  }),
  { maxLength: 60 },
).map((all) => {
  const seen = new Set<string>();
  return all.flatMap(({ a, b, ...rest }) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    if (low === high || seen.has(`${low} ${high}`)) return [];
    seen.add(`${low} ${high}`);
    return [{ a: low, b: high, ...rest }];
  });
});

test("every item is in one group, none with one that it must stay apart from, whatever the order of the links", () => {
  assert(
    property(
      links.chain((all) => shuffledSubarray(all, { minLength: all.length }).map((mixed) => ({ all, mixed }))),
      ({ all, mixed }) => {
        const groups = agglomerate(12, all, bar);
        expect(groups.flat().toSorted((x, y) => x - y)).toEqual(Array.from({ length: 12 }, (_, at) => at));
        for (const { a, b, apart } of all)
          if (apart) expect(groups.some((group) => group.includes(a) && group.includes(b))).toBe(false);
        expect(agglomerate(12, mixed, bar)).toEqual(groups);
      },
    ),
  );
});
