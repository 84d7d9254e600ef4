/** Labels of a chain: 0 is outside, odd ones begin a span, the even one behind each goes on with it. */
export interface Chain {
  readonly labels: number;
  /** Score of label b behind label a, at a * labels + b; a forbidden step is -Infinity. */
  readonly steps: Float64Array;
  /** Score of a first label. */
  readonly starts: Float64Array;
}

/** May `after` stand behind `before`? -1 is the beginning. */
export const mayFollow = (before: number, after: number): boolean =>
  after === 0 || after % 2 === 1 || before === after || before === after - 1;

/** A chain whose allowed steps score 0. */
export function plainChain(labels: number): Chain {
  const steps = new Float64Array(labels * labels);
  const starts = new Float64Array(labels);
  for (let b = 0; b < labels; b++) {
    if (!mayFollow(-1, b)) starts[b] = Number.NEGATIVE_INFINITY;
    for (let a = 0; a < labels; a++) if (!mayFollow(a, b)) steps[a * labels + b] = Number.NEGATIVE_INFINITY;
  }
  return { labels, steps, starts };
}

/** log of the sum of exponentials of the first `length` entries; -Infinity where all are. */
function sumLog(list: Float64Array, length: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < length; at++) if (list[at]! > top) top = list[at]!;
  if (top === Number.NEGATIVE_INFINITY) return top;
  let sum = 0;
  for (let at = 0; at < length; at++) {
    const below = list[at]! - top;
    if (below > -30) sum += Math.exp(below);
  }
  return top + Math.log(sum);
}

const terms = new Float64Array(16);

/**
 * Forward and backward sums (log) of `count` words whose label scores are `scores` (a row a word); fills `alpha` and `beta` and returns the log of
 * the partition sum. The marginal of label y at word i is exp(alpha + beta - that).
 */
export function sumsOf(
  { labels, steps, starts }: Chain,
  scores: Float64Array,
  count: number,
  alpha: Float64Array,
  beta: Float64Array,
): number {
  for (let b = 0; b < labels; b++) alpha[b] = scores[b]! + starts[b]!;
  for (let at = 1; at < count; at++) {
    const row = at * labels;
    for (let b = 0; b < labels; b++) {
      for (let a = 0; a < labels; a++) terms[a] = alpha[row - labels + a]! + steps[a * labels + b]!;
      alpha[row + b] = scores[row + b]! + sumLog(terms, labels);
    }
  }
  const last = (count - 1) * labels;
  for (let b = 0; b < labels; b++) beta[last + b] = 0;
  for (let at = count - 2; at >= 0; at--) {
    const row = at * labels;
    for (let a = 0; a < labels; a++) {
      for (let b = 0; b < labels; b++)
        terms[b] = beta[row + labels + b]! + scores[row + labels + b]! + steps[a * labels + b]!;
      beta[row + a] = sumLog(terms, labels);
    }
  }
  for (let b = 0; b < labels; b++) terms[b] = alpha[last + b]!;
  return sumLog(terms, labels);
}

/** The best labels of `count` words (Viterbi) into `path`, with `lift` added to every begin label; returns their score without the lift. */
export function bestPath(
  { labels, steps, starts }: Chain,
  scores: Float64Array,
  count: number,
  lift: number,
  path: Uint8Array,
): number {
  const best = new Float64Array(count * labels);
  const from = new Uint8Array(count * labels);
  for (let b = 0; b < labels; b++) best[b] = scores[b]! + starts[b]! + (b % 2) * lift;
  for (let at = 1; at < count; at++) {
    const row = at * labels;
    for (let b = 0; b < labels; b++) {
      let top = Number.NEGATIVE_INFINITY;
      let by = 0;
      for (let a = 0; a < labels; a++) {
        const value = best[row - labels + a]! + steps[a * labels + b]!;
        if (value > top) {
          top = value;
          by = a;
        }
      }
      best[row + b] = top + scores[row + b]! + (b % 2) * lift;
      from[row + b] = by;
    }
  }
  let label = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let b = 0; b < labels; b++) {
    const value = best[(count - 1) * labels + b]!;
    if (value > top) {
      top = value;
      label = b;
    }
  }
  let lifts = 0;
  for (let at = count - 1; at >= 0; at--) {
    path[at] = label;
    lifts += label % 2;
    label = from[at * labels + label]!;
  }
  return top - lifts * lift;
}

/** Spans of the label that begins with `begin`, as half-open ranges moved by `offset`. */
export function spansOf(
  path: Uint8Array,
  count: number,
  begin: number,
  offset: number,
): readonly (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  for (let at = 0; at < count; at++) {
    if (path[at] !== begin) continue;
    let to = at + 1;
    while (to < count && path[to] === begin + 1) to++;
    out.push([at + offset, to + offset]);
  }
  return out;
}
