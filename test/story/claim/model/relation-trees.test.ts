import { expect, test } from "vitest";
import { loadStoryModel } from "../../../../src/engine.ts";
import { likelihoods } from "../../../../src/story/claim/model/forest.ts";
import { relationFeatureNames } from "../../../../src/story/claim/model/relation-pairs.ts";

test("no two features have one name", () => {
  expect(new Set(relationFeatureNames).size).toBe(relationFeatureNames.length);
});

test("the trees know each kind of relation that is learned, and a row of nothing is most likely nothing", () => {
  const { relation } = loadStoryModel();
  expect(relation.classes).toEqual(["other", "denies", "contradicts", "supports", "corrects", "withdraws"]);
  const found = likelihoods(
    relation,
    relationFeatureNames.map(() => 0),
  );
  expect(found.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
  expect(found[0]).toBe(Math.max(...found));
});
