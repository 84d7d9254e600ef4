import { netBucket, netBuckets, netColumns, netSpan, reach } from "../../src/sentence/core/name-feature.ts";
import { labelCount } from "../../src/sentence/core/name-kind.ts";
import { type WordTable, word } from "../../src/sentence/core/name-word.ts";
import { bestPath, marginalsOf, random, shuffle } from "./crf.ts";
import type { Run } from "./examples.ts";
import type { Clusters } from "./knowledge.ts";

/**
 * A linear-chain CRF whose scores are the sum of two parts: weights of hashed features, and a network of one hidden layer over the vectors and
 * spellings of the words around. `L` = labelCount, `H` = hidden.
 */
export interface Weights {
  readonly hidden: number;
  /** [feature][L] */
  readonly rows: Float32Array;
  /** [L][L] */
  readonly transitions: Float32Array;
  /** [offset][dimension][H] */
  readonly input: Float32Array;
  /** [offset from -netSpan][bucket][H] */
  readonly spelling: Float32Array;
  /** [H] */
  readonly bias: Float32Array;
  /** [H][L] */
  readonly output: Float32Array;
}

export interface TrainOptions {
  readonly hidden: number;
  readonly epochs: number;
  readonly averagedFrom: number;
  readonly seed: number;
  readonly rate: number;
  readonly netRate: number;
  /** Shares left out at random: of features, of hidden units, of word vectors. */
  readonly dropout: number;
  readonly hiddenDropout: number;
  readonly vectorDropout: number;
  /** Weights of features move only where a label's share is wrong by more than this. */
  readonly leastPush: number;
  /** By so much the weights of features are brought nearer to 0 after each epoch. */
  readonly shrink: number;
  readonly afterEpoch: (epoch: number, loss: number, weights: Weights) => void;
}

const L = labelCount;
const offsets = 2 * reach + 1;
const spellings = netColumns.length;

/** Vectors and spelling buckets of the words of a table, for training and for scoring. */
export interface Inputs {
  readonly dimensions: number;
  readonly vectors: Float32Array;
  /** Index of each word's vector, -1 = none. */
  readonly vectorOf: Int32Array;
  /** `netColumns.length` buckets a word. */
  readonly buckets: Int32Array;
}

export function inputsOf(table: WordTable, clusters: Clusters): Inputs {
  const rows = table.rows();
  const vectorOf = new Int32Array(table.size());
  const buckets = new Int32Array(table.size() * spellings);
  for (let id = 0; id < table.size(); id++) {
    vectorOf[id] = rows[id * word.width + word.vector]!;
    netColumns.forEach((column, at) => {
      buckets[id * spellings + at] = netBucket(rows[id * word.width + column]!, column);
    });
  }
  const vectors = Float32Array.from(
    clusters.vectors,
    (value, at) => value * clusters.vectorScales[at % clusters.dimensions]!,
  );
  return { dimensions: clusters.dimensions, vectors, vectorOf, buckets };
}

/** What a forward pass leaves for the backward one. */
interface Pass {
  readonly scores: Float32Array;
  readonly hidden: Float32Array;
  readonly hiddenMask: Float32Array;
  readonly keep: Uint8Array;
  readonly keepVector: Uint8Array;
}
const passOf = (words: number, features: number, hidden: number): Pass => ({
  scores: new Float32Array(words * L),
  hidden: new Float32Array(words * hidden),
  hiddenMask: new Float32Array(words * hidden).fill(1),
  keep: new Uint8Array(features).fill(1),
  keepVector: new Uint8Array(words * offsets).fill(1),
});

function forward(run: Run, weights: Weights, inputs: Inputs, pass: Pass, scale: number): void {
  const { hidden: H, rows, input, spelling, bias, output } = weights;
  const { dimensions: D, vectors, vectorOf, buckets } = inputs;
  const { scores, hidden, hiddenMask, keep, keepVector } = pass;
  for (let k = 0; k < run.gold.length; k++) {
    const to = k * L;
    scores.fill(0, to, to + L);
    for (let f = run.starts[k]!; f < run.starts[k + 1]!; f++) {
      if (keep[f] === 0) continue;
      const row = run.features[f]! * L;
      for (let y = 0; y < L; y++) scores[to + y]! += rows[row + y]!;
    }
    for (let y = 0; y < L; y++) scores[to + y]! *= scale;
    const base = k * H;
    for (let j = 0; j < H; j++) hidden[base + j] = bias[j]!;
    for (let o = 0; o < offsets; o++) {
      const id = run.window[k * offsets + o]!;
      const vector = vectorOf[id]! * D;
      if (vector >= 0 && keepVector[k * offsets + o] === 1) {
        for (let d = 0; d < D; d++) {
          const value = vectors[vector + d]!;
          const from = (o * D + d) * H;
          for (let j = 0; j < H; j++) hidden[base + j]! += value * input[from + j]!;
        }
      }
      if (o < reach - netSpan || o > reach + netSpan) continue;
      for (let s = 0; s < spellings; s++) {
        const from = ((o - reach + netSpan) * netBuckets + buckets[id * spellings + s]!) * H;
        for (let j = 0; j < H; j++) hidden[base + j]! += spelling[from + j]!;
      }
    }
    for (let j = 0; j < H; j++) {
      const value = hidden[base + j]! > 0 ? hidden[base + j]! * hiddenMask[base + j]! : 0;
      hidden[base + j] = value;
      if (value !== 0) for (let y = 0; y < L; y++) scores[to + y]! += value * output[j * L + y]!;
    }
  }
}

/** A list of weights with the sum of its squared gradients (AdaGrad) and with its running average. */
class Trained {
  readonly values: Float32Array;
  readonly squares: Float32Array;
  readonly mean: Float32Array;
  readonly rate: number;
  readonly damping: number;
  constructor(values: Float32Array, rate: number, damping: number) {
    this.values = values;
    this.squares = new Float32Array(values.length);
    this.mean = new Float32Array(values.length);
    this.rate = rate;
    this.damping = damping;
  }
  add(cell: number, gradient: number): void {
    const square = (this.squares[cell]! += gradient * gradient);
    this.values[cell]! += (this.rate * gradient) / Math.sqrt(square + this.damping);
  }
}

/** Trains on `runs`; the same runs and options give the same weights. */
export function train(runs: readonly Run[], featureCount: number, inputs: Inputs, options: TrainOptions): Weights {
  const {
    hidden: H,
    epochs,
    averagedFrom,
    rate,
    netRate,
    dropout,
    hiddenDropout,
    vectorDropout,
    shrink,
    leastPush,
  } = options;
  const D = inputs.dimensions;
  const next = random(options.seed);
  const gauss = (): number => (next() + next() + next() + next() - 2) * 1.7;
  const noise = (length: number, scale: number): Float32Array => new Float32Array(length).map(() => gauss() * scale);
  const rows = new Trained(new Float32Array(featureCount * L), rate, 0.1);
  const transitions = new Trained(new Float32Array(L * L), rate, 0.1);
  const input = new Trained(noise(offsets * D * H, 0.02), netRate, 0.01);
  const spelling = new Trained(new Float32Array((2 * netSpan + 1) * netBuckets * H), netRate, 0.01);
  const bias = new Trained(new Float32Array(H).fill(0.05), netRate, 0.01);
  const output = new Trained(noise(H * L, 0.05), netRate, 0.01);
  const all = [rows, transitions, input, spelling, bias, output];
  const view = (of: "values" | "mean"): Weights => ({
    hidden: H,
    rows: rows[of],
    transitions: transitions[of],
    input: input[of],
    spelling: spelling[of],
    bias: bias[of],
    output: output[of],
  });
  const weights = view("values");
  const longest = runs.reduce((most, run) => Math.max(most, run.gold.length), 1);
  const widest = runs.reduce((most, run) => Math.max(most, run.features.length), 1);
  const pass = passOf(longest, widest, H);
  const marginals = new Float64Array(longest * L);
  const target = new Float64Array(longest * L);
  const narrowed = new Float32Array(longest * L);
  const pairs = new Float64Array(L * L);
  const targetPairs = new Float64Array(L * L);
  const back = new Float32Array(H);
  const order = runs.map((_, at) => at);
  const scale = 1 / (1 - dropout);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next);
    let loss = 0;
    for (const at of order) {
      const run = runs[at]!;
      const words = run.gold.length;
      for (let f = 0; f < run.features.length; f++) pass.keep[f] = next() < dropout ? 0 : 1;
      for (let j = 0; j < words * H; j++) pass.hiddenMask[j] = next() < hiddenDropout ? 0 : 1 / (1 - hiddenDropout);
      for (let o = 0; o < words * offsets; o++) pass.keepVector[o] = next() < vectorDropout ? 0 : 1;
      forward(run, weights, inputs, pass, scale);
      pairs.fill(0);
      targetPairs.fill(0);
      if (run.allowed === null) {
        loss += run.weight * marginalsOf(pass.scores, transitions.values, words, run.gold, marginals, pairs);
        target.fill(0, 0, words * L);
        for (let k = 0; k < words; k++) target[k * L + run.gold[k]!] = 1;
        for (let k = 0; k <= words; k++)
          targetPairs[(k === 0 ? 0 : run.gold[k - 1]!) * L + (k === words ? 0 : run.gold[k]!)]!++;
      } else {
        marginalsOf(pass.scores, transitions.values, words, null, marginals, pairs);
        for (let i = 0; i < words * L; i++) narrowed[i] = run.allowed[i] === 1 ? pass.scores[i]! : -200;
        marginalsOf(narrowed, transitions.values, words, null, target, targetPairs);
      }
      for (let k = 0; k < words; k++) {
        const base = k * H;
        back.fill(0);
        for (let y = 0; y < L; y++) {
          const gradient = (target[k * L + y]! - marginals[k * L + y]!) * run.weight;
          if (gradient < 2e-3 && gradient > -2e-3) continue;
          for (let j = 0; j < H; j++) {
            back[j]! += gradient * output.values[j * L + y]!;
            const value = pass.hidden[base + j]!;
            if (value > 0) output.add(j * L + y, gradient * value);
          }
          // Weights that only ever see small pushes cost size and say little.
          if (gradient < leastPush && gradient > -leastPush) continue;
          const scaled = gradient * scale;
          const square = scaled * scaled;
          for (let f = run.starts[k]!; f < run.starts[k + 1]!; f++) {
            if (pass.keep[f] === 0) continue;
            const cell = run.features[f]! * L + y;
            rows.squares[cell]! += square;
            rows.values[cell]! += (rate * scaled) / Math.sqrt(rows.squares[cell]! + 0.1);
          }
        }
        let any = false;
        for (let j = 0; j < H; j++) {
          back[j] = pass.hidden[base + j]! > 0 ? back[j]! * pass.hiddenMask[base + j]! : 0;
          if (back[j]! > 1e-4 || back[j]! < -1e-4) any = true;
        }
        if (any) backward(run, k, inputs, pass, back, input, spelling, bias);
      }
      for (let cell = 0; cell < L * L; cell++) {
        const gradient = (targetPairs[cell]! - pairs[cell]!) * run.weight;
        if (gradient !== 0) transitions.add(cell, gradient);
      }
    }
    // Small weights go: they fit the training set alone (0.4 F1), and cost size.
    for (let i = 0; i < rows.values.length; i++) {
      const value = rows.values[i]!;
      rows.values[i] = Math.sign(value) * Math.max(0, Math.abs(value) - shrink);
    }
    if (epoch >= averagedFrom)
      for (const each of all)
        for (let i = 0; i < each.values.length; i++) each.mean[i]! += each.values[i]! / (epochs - averagedFrom);
    options.afterEpoch(epoch + 1, loss, epoch === epochs - 1 ? view("mean") : weights);
  }
  return view("mean");
}

function backward(
  run: Run,
  k: number,
  inputs: Inputs,
  pass: Pass,
  back: Float32Array,
  input: Trained,
  spelling: Trained,
  bias: Trained,
): void {
  const { dimensions: D, vectors, vectorOf, buckets } = inputs;
  const H = back.length;
  for (let j = 0; j < H; j++) if (back[j] !== 0) bias.add(j, back[j]!);
  for (let o = 0; o < offsets; o++) {
    const id = run.window[k * offsets + o]!;
    const vector = vectorOf[id]! * D;
    if (vector >= 0 && pass.keepVector[k * offsets + o] === 1) {
      for (let d = 0; d < D; d++) {
        const value = vectors[vector + d]!;
        const from = (o * D + d) * H;
        for (let j = 0; j < H; j++) if (back[j] !== 0) input.add(from + j, value * back[j]!);
      }
    }
    if (o < reach - netSpan || o > reach + netSpan) continue;
    for (let s = 0; s < spellings; s++) {
      const from = ((o - reach + netSpan) * netBuckets + buckets[id * spellings + s]!) * H;
      for (let j = 0; j < H; j++) if (back[j] !== 0) spelling.add(from + j, back[j]!);
    }
  }
}

/** The network whose scores are the mean of those of `members`: hidden layers side by side, all else averaged. */
export function meanOf(members: readonly Weights[]): Weights {
  const [first] = members;
  if (first === undefined || members.length === 1) return first!;
  const n = members.length;
  const mean = (list: (one: Weights) => Float32Array): Float32Array =>
    list(first).map((_, at) => members.reduce((sum, one) => sum + list(one)[at]! / n, 0));
  const H = first.hidden;
  /** Rows of H numbers side by side. */
  const beside = (list: (one: Weights) => Float32Array): Float32Array => {
    const out = new Float32Array(list(first).length * n);
    members.forEach((one, m) => {
      const values = list(one);
      for (let row = 0; row < values.length / H; row++)
        out.set(values.subarray(row * H, (row + 1) * H), (row * n + m) * H);
    });
    return out;
  };
  const output = new Float32Array(H * n * L);
  members.forEach((one, m) =>
    output.set(
      one.output.map((value) => value / n),
      m * H * L,
    ),
  );
  return {
    hidden: H * n,
    rows: mean((one) => one.rows),
    transitions: mean((one) => one.transitions),
    input: beside((one) => one.input),
    spelling: beside((one) => one.spelling),
    bias: beside((one) => one.bias),
    output,
  };
}

/** The best labels of `run`. */
export function labelsBy(run: Run, weights: Weights, inputs: Inputs): Int32Array {
  const pass = passOf(run.gold.length, run.features.length, weights.hidden);
  forward(run, weights, inputs, pass, 1);
  return bestPath(pass.scores, weights.transitions, run.gold.length);
}
