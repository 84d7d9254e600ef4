import { canFollow, isClosed, isOpening, labelCount } from "./name-kind.ts";

const L = labelCount;
const all = Array.from({ length: L }, (_, label) => label);
const closed = Int32Array.from(all.filter(isClosed));
const opening = Int32Array.from(all.filter(isOpening));
/** The two labels that may follow an unfinished one; for closed ones empty. */
const inner = all.map((label) => Int32Array.from(isClosed(label) ? [] : all.filter((next) => canFollow(label, next))));

/** Finds the best labels of a run. */
export interface PathFinder {
  /** `scores` holds `labelCount` numbers a word; writes the labels of `words` words to `labels` from `to` on. */
  readonly find: (scores: Float32Array, words: number, labels: Int32Array, to: number) => void;
}

/** Viterbi over runs of at most `longest` words, whose neighbours are outside of names. */
export function pathFinder(transitions: Float32Array, longest: number): PathFinder {
  const best = new Float64Array(longest * L);
  const from = new Uint8Array(longest * L);
  const alive = new Int32Array(closed.length);
  let lowest = Infinity;
  let highest = -Infinity;
  for (const a of closed) {
    for (const b of opening) {
      lowest = Math.min(lowest, transitions[a * L + b]!);
      highest = Math.max(highest, transitions[a * L + b]!);
    }
  }
  // A closed label that is behind the best one by more than transitions can differ is on no best path.
  const margin = highest - lowest;

  function step(scores: Float32Array, base: number): void {
    const before = base - L;
    let top = -Infinity;
    for (let i = 0; i < closed.length; i++) top = Math.max(top, best[before + closed[i]!]!);
    let count = 0;
    for (let i = 0; i < closed.length; i++) if (best[before + closed[i]!]! >= top - margin) alive[count++] = closed[i]!;
    for (let i = 0; i < opening.length; i++) {
      const next = opening[i]!;
      let value = -Infinity;
      let source = 0;
      for (let k = 0; k < count; k++) {
        const sum = best[before + alive[k]!]! + transitions[alive[k]! * L + next]!;
        if (sum > value) {
          value = sum;
          source = alive[k]!;
        }
      }
      best[base + next] = value + scores[base + next]!;
      from[base + next] = source;
    }
    for (let label = 1; label < L; label++) {
      const follow = inner[label]!;
      const value = best[before + label]!;
      for (let i = 0; i < follow.length; i++) {
        const next = follow[i]!;
        const sum = value + transitions[label * L + next]! + scores[base + next]!;
        if (sum > best[base + next]!) {
          best[base + next] = sum;
          from[base + next] = label;
        }
      }
    }
  }

  function find(scores: Float32Array, words: number, labels: Int32Array, to: number): void {
    best.fill(-Infinity, 0, words * L);
    for (let i = 0; i < opening.length; i++) best[opening[i]!] = scores[opening[i]!]! + transitions[opening[i]!]!;
    for (let at = 1; at < words; at++) step(scores, at * L);
    const last = (words - 1) * L;
    let label = 0;
    let value = -Infinity;
    for (let i = 0; i < closed.length; i++) {
      const sum = best[last + closed[i]!]! + transitions[closed[i]! * L]!;
      if (sum > value) {
        value = sum;
        label = closed[i]!;
      }
    }
    for (let at = words - 1; at >= 0; at--) {
      labels[to + at] = label;
      label = from[at * L + label]!;
    }
  }
  return { find };
}
