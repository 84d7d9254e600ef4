import { expect, test } from "vitest";
import { loadStoryModel } from "../../../../src/engine.ts";
import { likelihoods, readForest } from "../../../../src/story/claim/model/forest.ts";
import { featureNames } from "../../../../src/story/claim/model/pair-feature.ts";

const made = JSON.stringify({
  features: ["x", "y"],
  classes: ["other", "same"],
  base: [0, 0],
  trees: [
    [-1, 0, 0, 0],
    // x at most 1 is a leaf of -2; else y at most 5 gives 1, more gives 3.
    [0, 1, 1, 2, -1, -2, 0, 0, 1, 5, 3, 4, -1, 1, 0, 0, -1, 3, 0, 0],
  ],
});
const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

test.each([
  [[1, 9], -2],
  [[1.5, 5], 1],
  [[2, 5.1], 3],
])("%j falls into the leaf of %d", (row, leaf) => {
  const [other, same] = likelihoods(readForest(made, ["x", "y"]), row);
  expect(same).toBeCloseTo(logistic(leaf), 10);
  expect(other! + same!).toBeCloseTo(1, 10);
});

test("trees for other features are refused", () => {
  expect(() => readForest(made, ["x", "z"])).toThrow("other features");
});

test("the trees of the package are for the features of the program", () => {
  const { sameness } = loadStoryModel();
  expect(sameness.classes).toEqual(["other", "same", "distorts"]);
  const sum = likelihoods(
    sameness,
    featureNames.map(() => 0),
  ).reduce((total, one) => total + one, 0);
  expect(sum).toBeCloseTo(1, 10);
});
