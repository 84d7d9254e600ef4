/**
 * Gradient-boosted trees (Friedman 2001) as plain data: the score of a class is its base plus the sum of the leaves that a row of numbers falls
 * into, and the likelihood of a class the softmax of the scores.
 */
export interface Forest {
  readonly features: readonly string[];
  readonly classes: readonly string[];
  /** One score for each class before any tree. */
  readonly base: readonly number[];
  /** Trees in rounds, one for each class in turn. A tree is its nodes from the root on, four numbers each: see `leafOf`. */
  readonly trees: readonly Float64Array[];
}

const perNode = 4;

/** Forest of its JSON. Throws where its features are not `expected`: a package whose weights are of another version is broken. */
export function readForest(json: string, expected: readonly string[]): Forest {
  const forest = JSON.parse(json) as Omit<Forest, "trees"> & { readonly trees: readonly (readonly number[])[] };
  if (forest.features.join() !== expected.join()) throw new Error("trees that were grown for other features");
  return { ...forest, trees: forest.trees.map((tree) => Float64Array.from(tree)) };
}

/** Nodes are [feature, threshold, left, right]; a leaf has feature -1 and its value as threshold. At or below the threshold goes left. */
function leafOf(tree: Float64Array, row: readonly number[]): number {
  let at = 0;
  while (tree[at]! >= 0) at = perNode * (row[tree[at]!]! <= tree[at + 1]! ? tree[at + 2]! : tree[at + 3]!);
  return tree[at + 1]!;
}

/** The likelihood of each class for a row with one number for each feature; they sum to 1. */
export function likelihoods({ classes, base, trees }: Forest, row: readonly number[]): readonly number[] {
  const scores = [...base];
  trees.forEach((tree, at) => {
    scores[at % classes.length]! += leafOf(tree, row);
  });
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
