import type { IsoDay } from "../../../model/document.ts";

/** A stretch of days that is asked for at once; null is without an end. The stretches of a timeline lie side by side and leave no day out. */
export interface Chunk {
  readonly from: IsoDay | null;
  readonly to: IsoDay | null;
}

interface Reach {
  readonly from: IsoDay | null;
  readonly to: IsoDay | null;
}

/**
 * The days from `from` to `to` cut after every day with which a stretch comes to `most` claims or more. `counts` are in the order of days;
 * what lies before their first day belongs to the first stretch, what lies after their last to the last.
 */
export function chunksOf(
  counts: readonly { readonly day: IsoDay; readonly count: number }[],
  { from, to }: Reach,
  most: number,
): readonly Chunk[] {
  const inside = counts.filter(({ day }) => (from === null || day >= from) && (to === null || day <= to));
  const chunks: Chunk[] = [];
  let [first, sum] = [from, 0];
  for (const [at, { count }] of inside.entries()) {
    sum += count;
    const next = inside[at + 1];
    if (sum < most || next === undefined) continue;
    chunks.push({ from: first, to: dayBefore(next.day) });
    [first, sum] = [next.day, 0];
  }
  return [...chunks, { from: first, to }];
}

const dayBefore = (day: IsoDay): IsoDay =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Does an entry with this first day stand in the stretch? One that began before all that is asked for stands in the first. */
export const isHome = (chunk: Chunk, day: IsoDay, isFirst: boolean): boolean =>
  (isFirst || chunk.from === null || day >= chunk.from) && (chunk.to === null || day <= chunk.to);

/** Place of the stretch in which an entry with this first day stands. */
export const chunkWith = (chunks: readonly Chunk[], day: IsoDay): number =>
  Math.max(
    0,
    chunks.findIndex((chunk, at) => isHome(chunk, day, at === 0)),
  );
