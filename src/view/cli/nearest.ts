/** The least number of letters to put in, leave out or change to make `a` into `b` (Levenshtein 1966). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** The one of `good` that `name` was most likely meant for, the first of equals; null where all differ by half of it or more. */
export function nearestTo(name: string, good: readonly string[]): string | null {
  // No name of ours is longer: the work stays small whatever was typed.
  const typed = name.toLowerCase().slice(0, 40);
  let best: string | null = null;
  let least = typed.length / 2;
  for (const one of good) {
    const distance = distanceOf(typed, one);
    if (distance < least) [best, least] = [one, distance];
  }
  return best;
}
