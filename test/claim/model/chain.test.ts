import { describe, expect, test } from "vitest";
import { bestPath, type Chain, mayFollow, plainChain, spansOf, sumsOf } from "../../../src/claim/model/chain.ts";

/** Every allowed path over `count` words. */
function pathsOf(labels: number, count: number): readonly (readonly number[])[] {
  let paths: readonly (readonly number[])[] = [[]];
  for (let at = 0; at < count; at++)
    paths = paths.flatMap((path) =>
      Array.from({ length: labels }, (_, label) => label)
        .filter((label) => mayFollow(path.at(-1) ?? -1, label))
        .map((label) => [...path, label]),
    );
  return paths;
}

const scoreOf = ({ labels, steps, starts }: Chain, scores: Float64Array, path: readonly number[]): number =>
  path.reduce(
    (sum, label, at) =>
      sum + scores[at * labels + label]! + (at === 0 ? starts[label]! : steps[path[at - 1]! * labels + label]!),
    0,
  );

/** Numbers between -2 and 2 that are the same each time. */
const numbers = (count: number, seed: number): Float64Array =>
  Float64Array.from({ length: count }, (_, at) => 2 * Math.sin(seed * 12.9898 + at * 78.233));

describe.each([
  [3, 1],
  [3, 4],
  [5, 1],
  [5, 4],
])("%i labels, %i words", (labels, count) => {
  const chain = plainChain(labels);
  for (let cell = 0; cell < chain.steps.length; cell++) chain.steps[cell]! += Math.cos(cell);
  const scores = numbers(labels * count, labels + count);
  const paths = pathsOf(labels, count);
  const alpha = new Float64Array(labels * count);
  const beta = new Float64Array(labels * count);
  const whole = sumsOf(chain, scores, count, alpha, beta);
  const total = paths.reduce((sum, path) => sum + Math.exp(scoreOf(chain, scores, path)), 0);

  test("the sum is that over all paths", () => expect(whole).toBeCloseTo(Math.log(total), 9));

  test("marginals are shares of the paths", () => {
    for (let at = 0; at < count; at++)
      for (let label = 0; label < labels; label++) {
        const share =
          paths
            .filter((path) => path[at] === label)
            .reduce((sum, path) => sum + Math.exp(scoreOf(chain, scores, path)), 0) / total;
        const cell = at * labels + label;
        expect(Math.exp(alpha[cell]! + beta[cell]! - whole)).toBeCloseTo(share, 9);
      }
  });

  test.each([0, 1.5, -1.5])("the best path is the best of all, begin labels lifted by %f", (lift) => {
    const found = new Uint8Array(count);
    const score = bestPath(chain, scores, count, lift, found);
    const lifted = (path: readonly number[]): number =>
      scoreOf(chain, scores, path) + lift * path.filter((label) => label % 2 === 1).length;
    const best = paths.toSorted((a, b) => lifted(b) - lifted(a))[0]!;
    expect([...found]).toEqual(best);
    expect(score).toBeCloseTo(scoreOf(chain, scores, best), 9);
  });
});

test("spans begin at their begin label and go on with the one behind it", () =>
  expect(spansOf(Uint8Array.from([0, 1, 2, 1, 3, 4, 4, 0]), 8, 3, 10)).toEqual([[14, 17]]));
