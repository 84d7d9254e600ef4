import { canFollow, isClosed, isOpening, labelCount } from "../../src/sentence/core/name-kind.ts";

/** Numbers from 0 up to 1, the same for the same seed (xorshift). */
export function random(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

/** Puts `list` into an order that `next` decides. */
export function shuffle<T>(list: T[], next: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    const kept = list[at]!;
    list[at] = list[other]!;
    list[other] = kept;
  }
}

const followers = Array.from({ length: labelCount }, (_, a) =>
  Int32Array.from(Array.from({ length: labelCount }, (_, b) => b).filter((b) => canFollow(a, b))),
);

let alpha = new Float64Array(0);
let beta = new Float64Array(0);
let weight = new Float64Array(0);
let scale = new Float64Array(0);
const step = new Float64Array(labelCount * labelCount);

/** Forward and backward over a run whose neighbours are outside of names; fills `marginals` and adds to `pairs`; returns -log p(gold). */
export function marginalsOf(
  scores: Float32Array,
  transitions: Float32Array,
  words: number,
  gold: Int32Array | null,
  marginals: Float64Array,
  pairs: Float64Array | null,
): number {
  if (alpha.length < words * labelCount) {
    alpha = new Float64Array(words * labelCount);
    beta = new Float64Array(words * labelCount);
    weight = new Float64Array(words * labelCount);
    scale = new Float64Array(words);
  }
  for (let a = 0; a < labelCount; a++)
    for (const b of followers[a]!) step[a * labelCount + b] = Math.exp(transitions[a * labelCount + b]!);
  let logZ = 0;
  for (let k = 0; k < words; k++) {
    const base = k * labelCount;
    let top = -Infinity;
    for (let y = 0; y < labelCount; y++) top = Math.max(top, scores[base + y]!);
    logZ += top;
    for (let y = 0; y < labelCount; y++) {
      weight[base + y] = Math.exp(scores[base + y]! - top);
      alpha[base + y] = 0;
    }
    if (k === 0) for (const y of followers[0]!) alpha[y] = step[y]! * weight[y]!;
    else
      for (let a = 0; a < labelCount; a++) {
        const before = alpha[base - labelCount + a]!;
        if (before > 0) for (const y of followers[a]!) alpha[base + y]! += before * step[a * labelCount + y]!;
      }
    let total = 0;
    for (let y = 0; y < labelCount; y++) {
      if (k > 0) alpha[base + y]! *= weight[base + y]!;
      total += alpha[base + y]!;
    }
    scale[k] = total;
    logZ += Math.log(total);
    for (let y = 0; y < labelCount; y++) alpha[base + y]! /= total;
  }
  const last = (words - 1) * labelCount;
  let ending = 0;
  for (let y = 0; y < labelCount; y++) {
    beta[last + y] = isClosed(y) ? step[y * labelCount]! : 0;
    ending += alpha[last + y]! * beta[last + y]!;
  }
  logZ += Math.log(ending);
  for (let y = 0; y < labelCount; y++) beta[last + y]! /= ending;
  for (let k = words - 2; k >= 0; k--) {
    const base = k * labelCount;
    for (let a = 0; a < labelCount; a++) {
      let sum = 0;
      for (const y of followers[a]!) {
        const cell = base + labelCount + y;
        const part = (step[a * labelCount + y]! * weight[cell]! * beta[cell]!) / scale[k + 1]!;
        sum += part;
        if (pairs !== null) pairs[a * labelCount + y]! += alpha[base + a]! * part;
      }
      beta[base + a] = sum;
    }
  }
  for (let i = 0; i < words * labelCount; i++) marginals[i] = alpha[i]! * beta[i]!;
  if (pairs !== null)
    for (let y = 0; y < labelCount; y++) {
      if (isOpening(y)) pairs[y]! += marginals[y]!;
      if (isClosed(y)) pairs[y * labelCount]! += marginals[last + y]!;
    }
  if (gold === null) return 0;
  let path = 0;
  for (let k = 0; k < words; k++)
    path += scores[k * labelCount + gold[k]!]! + transitions[(k === 0 ? 0 : gold[k - 1]!) * labelCount + gold[k]!]!;
  return logZ - path - transitions[gold[words - 1]! * labelCount]!;
}

/** The best path (Viterbi) over a run. */
export function bestPath(scores: Float32Array, transitions: Float32Array, words: number): Int32Array {
  const best = new Float64Array(words * labelCount).fill(-1e30);
  const from = new Int32Array(words * labelCount);
  for (const y of followers[0]!) best[y] = scores[y]! + transitions[y]!;
  for (let k = 1; k < words; k++) {
    const base = k * labelCount;
    for (let a = 0; a < labelCount; a++) {
      const before = best[base - labelCount + a]!;
      if (before < -1e29) continue;
      for (const y of followers[a]!) {
        const value = before + transitions[a * labelCount + y]!;
        if (value > best[base + y]!) {
          best[base + y] = value;
          from[base + y] = a;
        }
      }
    }
    for (let y = 0; y < labelCount; y++) best[base + y]! += scores[base + y]!;
  }
  const path = new Int32Array(words);
  let top = 0;
  let topValue = -Infinity;
  for (let y = 0; y < labelCount; y++) {
    if (!isClosed(y)) continue;
    const value = best[(words - 1) * labelCount + y]! + transitions[y * labelCount]!;
    if (value > topValue) {
      topValue = value;
      top = y;
    }
  }
  for (let k = words - 1; k >= 0; k--) {
    path[k] = top;
    top = from[k * labelCount + top]!;
  }
  return path;
}
