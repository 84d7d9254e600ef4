import { expect, test } from "vitest";
import { hashOf, normalForm, shapeOf, wordFeature } from "../../../src/sentence/core/feature.ts";

const normal: readonly [string, string][] = [
  ["Minsk", "minsk"],
  ["2024", "0000"],
  ["’s", "'s"],
  ["“", '"'],
  ["''", '"'],
  ["—", "--"],
  ["constructor", "constructor"],
];
for (const [form, wanted] of normal)
  test(`${form} is looked up as ${wanted}`, () => expect(normalForm(form)).toBe(wanted));

const shapes: readonly [string, string][] = [
  ["Minsk", "Xxx"],
  ["U.S.", "X.X."],
  ["F-16s", "X-ddx"],
  ["USA", "XX"],
  ["4,000", "d,dd"],
  ["Łódź", "Xxx"],
];
for (const [form, wanted] of shapes) test(`${form} has the shape ${wanted}`, () => expect(shapeOf(form)).toBe(wanted));

// The packing program computes the same hashes: a change here makes every packed file stale.
test("hashes are what the packed weights were made with", () => {
  expect([hashOf("minsk"), hashOf("'s"), hashOf("łódź", 3)]).toMatchInlineSnapshot(`
    [
      2899479384,
      2390912407,
      3424628538,
    ]
  `);
});

test("endings of short words are marked as whole words", () => {
  expect(wordFeature("in").long).not.toBe(wordFeature("begin").long);
});
