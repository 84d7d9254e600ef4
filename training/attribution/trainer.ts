import { type Chain, plainChain, sumsOf } from "../../src/claim/model/chain.ts";
import type { FeatureRow } from "../../src/claim/model/feature.ts";
import type { Scorer } from "../../src/claim/model/propose.ts";
import { random, shuffle } from "../names/crf.ts";

/** Runs of words with features and gold labels. */
export interface Examples {
  /** Features of all words, one word after the other. */
  ids: Int32Array;
  /** Where the features of each word begin; one more than there are words. */
  readonly offsets: number[];
  readonly gold: number[];
  /** First word and number of words of each run. */
  readonly runs: (readonly [first: number, count: number])[];
}

export const noExamples = (): Examples => ({ ids: new Int32Array(1 << 24), offsets: [0], gold: [], runs: [] });

/** Adds one word behind the others. */
export function addWord(examples: Examples, row: FeatureRow, label: number): void {
  const at = examples.offsets.at(-1)!;
  if (at + row.count > examples.ids.length) {
    const wider = new Int32Array(examples.ids.length * 2);
    wider.set(examples.ids);
    examples.ids = wider;
  }
  examples.ids.set(row.ids.subarray(0, row.count), at);
  examples.offsets.push(at + row.count);
  examples.gold.push(label);
}

/** Weights by feature: `slots` gives each feature its place, -1 where it has none; a place holds a weight for every label. */
export interface LinearModel {
  readonly bits: number;
  readonly chain: Chain;
  readonly slots: Int32Array;
  readonly weights: Float32Array;
}

export interface TrainOptions {
  readonly bits: number;
  readonly labels: number;
  readonly epochs: number;
  readonly rate: number;
  /** Share of features that is left out at random. */
  readonly dropout: number;
  /** Features that are seen less often are left out. */
  readonly least: number;
  readonly seed: number;
  /** So many models with seeds of their own are trained, and their mean is taken: a sum of scores is one linear model again. */
  readonly members: number;
  readonly log: (line: string) => void;
}

/** Gives features a place in order of their number, and rewrites those of the examples to it. */
function compact(
  examples: Examples,
  bits: number,
  least: number,
): { readonly slots: Int32Array; readonly used: number } {
  const seen = new Uint8Array(1 << bits);
  const total = examples.offsets.at(-1)!;
  for (let at = 0; at < total; at++) {
    const id = examples.ids[at]!;
    if (seen[id]! < 255) seen[id]!++;
  }
  const slots = new Int32Array(1 << bits).fill(-1);
  let used = 0;
  for (let id = 0; id < slots.length; id++) if (seen[id]! >= least) slots[id] = used++;
  let to = 0;
  let from = 0;
  for (let word = 0; word + 1 < examples.offsets.length; word++) {
    const end = examples.offsets[word + 1]!;
    for (; from < end; from++) {
      const slot = slots[examples.ids[from]!]!;
      if (slot >= 0) examples.ids[to++] = slot;
    }
    examples.offsets[word + 1] = to;
  }
  return { slots, used };
}

/** The mean of several models over the same features. The examples' features are rewritten. The same examples and options give the same weights. */
export function trainChain(examples: Examples, options: TrainOptions): LinearModel {
  const { bits, labels, least, log, members } = options;
  const { slots, used } = compact(examples, bits, least);
  log(
    `${examples.runs.length} runs, ${examples.gold.length} words, ${used} features, ${examples.offsets.at(-1)} values`,
  );
  const weights = new Float32Array(used * labels);
  const chain = plainChain(labels);
  for (let member = 0; member < members; member++) {
    const one = trainOne(examples, used, { ...options, seed: options.seed + member });
    for (let at = 0; at < weights.length; at++) weights[at]! += one.weights[at]! / members;
    for (let at = 0; at < chain.steps.length; at++) chain.steps[at]! += one.chain.steps[at]! / members;
  }
  return { bits, chain, slots, weights };
}

/**
 * A linear-chain CRF by AdaGrad, one run a step, with features left out at random (the weights that come back are scaled for all of them).
 */
function trainOne(examples: Examples, used: number, options: TrainOptions): Pick<LinearModel, "chain" | "weights"> {
  const { labels, epochs, dropout, seed, log } = options;
  const offsets = Int32Array.from(examples.offsets);
  const gold = Uint8Array.from(examples.gold);
  const { ids } = examples;
  const longest = examples.runs.reduce((top, [, count]) => Math.max(top, count), 0);
  const weights = new Float32Array(used * labels);
  const squares = new Float32Array(used * labels).fill(1);
  const chain = plainChain(labels);
  const stepSquares = new Float64Array(labels * labels).fill(1);
  const scores = new Float64Array(longest * labels);
  const alpha = new Float64Array(longest * labels);
  const beta = new Float64Array(longest * labels);
  const push = new Float64Array(labels);
  const keptOffsets = new Int32Array(longest + 1);
  let kept = new Int32Array(1 << 20);
  const next = random(seed);
  const order = examples.runs.slice();
  let { rate } = options;
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (epoch >= epochs - 2) rate /= 2;
    shuffle(order, next);
    let loss = 0;
    const started = performance.now();
    for (const [first, count] of order) {
      const most = offsets[first + count]! - offsets[first]!;
      if (kept.length < most) kept = new Int32Array(most * 2);
      let to = 0;
      let path = 0;
      for (let word = 0; word < count; word++) {
        const row = word * labels;
        for (let y = 0; y < labels; y++) scores[row + y] = 0;
        for (let at = offsets[first + word]!; at < offsets[first + word + 1]!; at++) {
          if (next() < dropout) continue;
          const base = ids[at]! * labels;
          kept[to++] = base;
          for (let y = 0; y < labels; y++) scores[row + y]! += weights[base + y]!;
        }
        keptOffsets[word + 1] = to;
        const label = gold[first + word]!;
        path += scores[row + label]!;
        path += word === 0 ? chain.starts[label]! : chain.steps[gold[first + word - 1]! * labels + label]!;
      }
      const whole = sumsOf(chain, scores, count, alpha, beta);
      loss += whole - path;
      for (let word = 0; word < count; word++) {
        const row = word * labels;
        let top = 0;
        for (let y = 0; y < labels; y++) {
          push[y] =
            (gold[first + word] === y ? 1 : 0) - Math.exp(Math.min(0, alpha[row + y]! + beta[row + y]! - whole));
          top = Math.max(top, Math.abs(push[y]!));
        }
        if (top < 0.005) continue;
        for (let y = 0; y < labels; y++) {
          const force = push[y]!;
          if (force < 0.001 && force > -0.001) continue;
          const square = force * force;
          for (let at = keptOffsets[word]!; at < keptOffsets[word + 1]!; at++) {
            const cell = kept[at]! + y;
            squares[cell]! += square;
            weights[cell]! += (rate * force) / Math.sqrt(squares[cell]!);
          }
        }
      }
      pushSteps(chain, stepSquares, rate, { scores, alpha, beta, whole, count, gold, first });
    }
    log(`epoch ${epoch + 1}: loss ${Math.round(loss)}, ${Math.round((performance.now() - started) / 1000)} s`);
  }
  for (let at = 0; at < weights.length; at++) weights[at]! *= 1 - dropout;
  return { chain, weights };
}

interface Run {
  readonly scores: Float64Array;
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly whole: number;
  readonly count: number;
  readonly gold: Uint8Array;
  readonly first: number;
}

/** Moves the chain's steps by what one run says of them. */
function pushSteps(
  { labels, steps }: Chain,
  squares: Float64Array,
  rate: number,
  { scores, alpha, beta, whole, count, gold, first }: Run,
): void {
  for (let word = 1; word < count; word++) {
    const row = word * labels;
    for (let a = 0; a < labels; a++)
      for (let b = 0; b < labels; b++) {
        const cell = a * labels + b;
        if (steps[cell] === Number.NEGATIVE_INFINITY) continue;
        const log = alpha[row - labels + a]! + steps[cell]! + scores[row + b]! + beta[row + b]! - whole;
        const expected = log < -30 ? 0 : Math.exp(Math.min(0, log));
        const force = (gold[first + word - 1] === a && gold[first + word] === b ? 1 : 0) - expected;
        if (force < 0.001 && force > -0.001) continue;
        squares[cell]! += force * force;
        steps[cell]! += (rate * force) / Math.sqrt(squares[cell]!);
      }
  }
}

/** The scores of a model that is not packed. */
export function scorerOf({ bits, chain, slots, weights }: LinearModel): Scorer {
  const { labels } = chain;
  return {
    bits,
    chain,
    score: ({ ids, count }, scores, at) => {
      for (let y = 0; y < labels; y++) scores[at + y] = 0;
      for (let index = 0; index < count; index++) {
        const slot = slots[ids[index]!]!;
        if (slot >= 0) for (let y = 0; y < labels; y++) scores[at + y]! += weights[slot * labels + y]!;
      }
    },
  };
}
