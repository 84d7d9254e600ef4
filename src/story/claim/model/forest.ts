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

/** The trees of a forest one behind the other, so that they lie close in memory: a row is looked up in a thousand of them. */
interface Packed {
  /** Of each node the feature, -1 for a leaf; its threshold or value; where its two branches stand. */
  readonly feature: Int16Array;
  readonly value: Float64Array;
  readonly branch: Int32Array;
  /** Where each tree begins. */
  readonly roots: Int32Array;
}

/** Nodes are [feature, threshold, left, right]; a leaf has feature -1 and its value as threshold. */
function pack(trees: Forest["trees"]): Packed {
  const size = trees.reduce((sum, tree) => sum + tree.length / perNode, 0);
  const [feature, value, branch] = [new Int16Array(size), new Float64Array(size), new Int32Array(2 * size)];
  const roots = new Int32Array(trees.length);
  let next = 0;
  for (const [at, tree] of trees.entries()) {
    const root = next;
    roots[at] = root;
    for (let node = 0; node < tree.length; node += perNode) {
      feature[next] = tree[node]!;
      value[next] = tree[node + 1]!;
      branch[2 * next] = root + tree[node + 2]!;
      branch[2 * next + 1] = root + tree[node + 3]!;
      next++;
    }
  }
  return { feature, value, branch, roots };
}

const packedOf = new WeakMap<Forest, Packed>();

/** The likelihood of each class for a row with one number for each feature; they sum to 1. At or below a threshold goes left. */
export function likelihoods(forest: Forest, row: readonly number[]): readonly number[] {
  const { base, classes, trees } = forest;
  const packed = packedOf.get(forest) ?? pack(trees);
  packedOf.set(forest, packed);
  const { feature, value, branch, roots } = packed;
  const numbers = Float64Array.from(row);
  const scores = Float64Array.from(base);
  for (let tree = 0; tree < roots.length; tree++) {
    let at = roots[tree]!;
    for (let asked = feature[at]!; asked >= 0; asked = feature[at]!)
      at = branch[2 * at + (numbers[asked]! <= value[at]! ? 0 : 1)]!;
    scores[tree % classes.length]! += value[at]!;
  }
  const most = Math.max(...scores);
  const powers = Array.from(scores, (score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
