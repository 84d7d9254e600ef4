/** Labels are those of `src/sentence/core/name-kind.ts`: 0 outside, then four a kind: first of several words, inside, last, only word. */
const labels: i32 = 37;

function isClosed(label: i32): bool {
  return label == 0 || ((label - 1) & 3) > 1;
}
function isOpening(label: i32): bool {
  return label == 0 || ((label - 1) & 3) == 0 || ((label - 1) & 3) == 3;
}
function bestAt(row: usize, label: i32): f64 {
  return load<f64>(row + ((<usize>label) << 3));
}
function numberAt(list: usize, place: i32): f64 {
  return <f64>load<f32>(list + ((<usize>place) << 2));
}

/** The transitions that `margin` was found for, which never change. */
let known: usize = 0;
let margin: f64 = 0;

/** A closed label that is behind the best one by more than transitions can differ is on no best path. */
function marginOf(transitions: usize): f64 {
  if (transitions == known) return margin;
  let lowest: f64 = Infinity;
  let highest: f64 = -Infinity;
  for (let a = 0; a < labels; a++) {
    if (!isClosed(a)) continue;
    for (let b = 0; b < labels; b++) {
      if (!isOpening(b)) continue;
      const value = numberAt(transitions, a * labels + b);
      lowest = min(lowest, value);
      highest = max(highest, value);
    }
  }
  known = transitions;
  margin = highest - lowest;
  return margin;
}

/** One word more: `row` and `from` are its best sums and where each came from, `scores` its scores, `alive` room for 37 labels. */
function step(row: usize, from: usize, scores: usize, transitions: usize, most: f64, alive: usize): void {
  const before = row - labels * 8;
  let top: f64 = -Infinity;
  for (let label = 0; label < labels; label++) if (isClosed(label)) top = max(top, bestAt(before, label));
  let last = alive;
  for (let label = 0; label < labels; label++) {
    if (!isClosed(label) || bestAt(before, label) < top - most) continue;
    store<u8>(last, <u8>label);
    last++;
  }
  for (let next = 0; next < labels; next++) {
    let value: f64 = -Infinity;
    let source = 0;
    if (isOpening(next))
      for (let one = alive; one < last; one++) {
        const label = <i32>load<u8>(one);
        const sum = bestAt(before, label) + numberAt(transitions, label * labels + next);
        if (sum > value) {
          value = sum;
          source = label;
        }
      }
    store<f64>(row + ((<usize>next) << 3), value + numberAt(scores, next));
    store<u8>(from + <usize>next, <u8>source);
  }
  for (let label = 1; label < labels; label++) {
    if (isClosed(label)) continue;
    const value = bestAt(before, label);
    // Inside, then last, of the same kind.
    const inside = ((label - 1) & ~3) + 2;
    for (let next = inside; next < inside + 2; next++) {
      const sum = value + numberAt(transitions, label * labels + next) + numberAt(scores, next);
      if (sum <= bestAt(row, next)) continue;
      store<f64>(row + ((<usize>next) << 3), sum);
      store<u8>(from + <usize>next, <u8>label);
    }
  }
}

/**
 * The best labels, 32 bits each at `to`, of a run of `words` words, at least one, whose neighbours are outside of names (Viterbi 1967).
 * `scores` holds 37 numbers a word, `transitions` [37][37]. `room`, at a multiple of 8, needs 333 bytes a word and 64.
 */
export function namePath(to: usize, scores: usize, words: i32, transitions: usize, room: usize): void {
  const sources = room + 64 + <usize>words * (labels * 8);
  const best = room + 64;
  const most = marginOf(transitions);
  for (let label = 0; label < labels; label++) {
    const value = isOpening(label) ? numberAt(scores, label) + numberAt(transitions, label) : -Infinity;
    store<f64>(best + ((<usize>label) << 3), value);
    store<u8>(sources + <usize>label, 0);
  }
  for (let word = 1; word < words; word++)
    step(
      best + <usize>word * (labels * 8),
      sources + <usize>word * labels,
      scores + <usize>word * (labels * 4),
      transitions,
      most,
      room,
    );
  const last = best + <usize>(words - 1) * (labels * 8);
  let label = 0;
  let value: f64 = -Infinity;
  for (let one = 0; one < labels; one++) {
    if (!isClosed(one)) continue;
    const sum = bestAt(last, one) + numberAt(transitions, one * labels);
    if (sum > value) {
      value = sum;
      label = one;
    }
  }
  for (let word = words - 1; word >= 0; word--) {
    store<i32>(to + ((<usize>word) << 2), label);
    label = <i32>load<u8>(sources + <usize>(word * labels + label));
  }
}
