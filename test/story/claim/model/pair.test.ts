import { expect, test } from "vitest";
import { loadStoryModel } from "../../../../src/engine.ts";
import { featureNames } from "../../../../src/story/claim/model/pair-feature.ts";
import { mostPartners, storyPairs } from "../../../../src/story/claim/model/story-pairs.ts";
import { readStory } from "../../../../src/story/claim/reading.ts";
import { inOrder } from "../../../../src/story/order.ts";
import { toldOf } from "../render.ts";

const { meaning } = loadStoryModel();
// Made-up reports.
const story = readStory(
  inOrder(
    toldOf(`
## d1 | Norland Post | 2024-03-05
The Defence Ministry of Norland said on Tuesday that two drones had hit the depot at Tarn. Governor Ada Holm said nine people had been killed.

## d2 | Tarn Daily | 2024-03-06
Norland's Defence Ministry said drones had struck the depot. Ada Holm, the governor, put the number of dead at twelve.
`),
  ),
  [],
  meaning,
);
const pairs = storyPairs(story);
const at = (name: (typeof featureNames)[number]): number => featureNames.indexOf(name);
const pairOf = (one: RegExp, other: RegExp) =>
  pairs.find(({ a, b }) => {
    const [left, right] = [story.tellings[a]!.words, story.tellings[b]!.words];
    return (one.test(left) && other.test(right)) || (one.test(right) && other.test(left));
  })!;

test("a pair has a number for each feature", () => {
  expect(pairs.length).toBeGreaterThan(0);
  for (const { features, a, b } of pairs) {
    expect(features).toHaveLength(featureNames.length);
    expect(features.every(Number.isFinite)).toBe(true);
    expect(a).toBeLessThan(b);
  }
  expect(pairs.length).toBeLessThanOrEqual(mostPartners * story.tellings.length);
});

test("a retelling by one holder is near and has no number of its own", () => {
  const { features } = pairOf(/two drones had hit/, /drones had struck/);
  expect(features[at("affinity")]).toBe(1);
  expect(features[at("score")]).toBeGreaterThan(0.5);
  expect(features[at("valueDiffers")]).toBe(0);
});

test("another number of the same holder shows", () => {
  const { features } = pairOf(/nine people/, /twelve/);
  expect(features[at("valueDiffers")]).toBe(1);
});
