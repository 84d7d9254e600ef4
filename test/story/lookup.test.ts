import { expect, test } from "vitest";
import { nothingRead } from "../../src/model/annotation.ts";
import type { Attribution } from "../../src/model/attribution.ts";
import type { Span } from "../../src/model/span.ts";
import { lookupOf } from "../../src/story/lookup.ts";
import { bare } from "../record/made.ts";

const said = (...source: readonly Span[]) => ({ id: "s1", source }) as unknown as Attribution;
const lookup = lookupOf({
  ...bare("r", "0123456789012345678901234567890"),
  ...nothingRead,
  sentences: [
    [0, 10],
    [11, 20],
    [20, 30],
  ],
  attributions: [said([22, 24]), said([3, 5], [12, 14])],
});

const places = [
  [0, 0],
  [9, 0],
  [10, -1],
  [11, 1],
  [19, 1],
  [20, 2],
  [29, 2],
  [30, -1],
] as const;
test.each(places)("unit %i is in sentence %i", (unit, sentence) => {
  expect(lookup.sentenceNumberAt(unit)).toBe(sentence);
  expect(lookup.sentenceAt(unit)?.[0]).toBe([0, 11, 20][sentence]);
});

const stretches: readonly (readonly [number, number, readonly Span[]])[] = [
  [
    0,
    30,
    [
      [3, 5],
      [12, 14],
      [22, 24],
    ],
  ],
  [3, 12, [[3, 5]]],
  [4, 22, [[12, 14]]],
  [25, 30, []],
];
test.each(stretches)("sources that begin from %i on and before %i", (from, to, sources) => {
  expect(lookup.sourcesFrom(from, to)).toEqual(sources);
});
