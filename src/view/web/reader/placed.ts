/** A note that wants to stand beside its line. */
export interface Note {
  /** Pixels from the top of the column to its line. */
  readonly want: number;
  readonly height: number;
}

/** Pixels between two notes. */
const gap = 8;

/** Tops nearest to what is wanted, in squares, so that none overlaps (pool adjacent violators); the first may be above 0. */
function around(notes: readonly Note[]): readonly number[] {
  // With every note moved up by the heights before it, "not overlapping" is "ascending".
  const offsets: number[] = [];
  let sum = 0;
  for (const { height } of notes) {
    offsets.push(sum);
    sum += height + gap;
  }
  const pools: { total: number; count: number }[] = [];
  notes.forEach(({ want }, at) => {
    let pool = { total: want - offsets[at]!, count: 1 };
    for (let last = pools.at(-1); last && last.total / last.count > pool.total / pool.count; last = pools.at(-1)) {
      pools.pop();
      pool = { total: pool.total + last.total, count: pool.count + last.count };
    }
    pools.push(pool);
  });
  return pools
    .flatMap(({ total, count }) => Array.from({ length: count }, () => total / count))
    .map((top, at) => top + offsets[at]!);
}

/**
 * The top of each note, in the order given (by `want`): none overlaps another, none is above 0, and a crowd of notes stands around its
 * lines rather than below them. The note `pinned` stands exactly at its line, as long as those before it have room above; it is high, and
 * draws no other note away from its line that it does not lie on.
 */
export function placed(notes: readonly Note[], pinned: number | null = null): readonly number[] {
  const pin = pinned === null ? undefined : notes[pinned];
  const tops =
    pinned === null || pin === undefined
      ? [...around(notes)]
      : [...around(notes.slice(0, pinned)), pin.want, ...around(notes.slice(pinned + 1))];
  if (pinned !== null && pin !== undefined) {
    for (let at = pinned - 1; at >= 0; at--) tops[at] = Math.min(tops[at]!, tops[at + 1]! - gap - notes[at]!.height);
  }
  for (let at = 0, floor = 0; at < tops.length; at++) {
    tops[at] = Math.max(tops[at]!, floor);
    floor = tops[at]! + notes[at]!.height + gap;
  }
  return tops;
}
