import { useEffect, useState } from "preact/hooks";
import { useAnswer } from "../asking.ts";
import { ask, askUrl, type Filters } from "../client.ts";
import { type Bin, binAt } from "./bin.ts";

/** How many deeds are told of in each bin, and those whose day is less sure than a bin is long. */
export interface DeedCounts {
  readonly sums: readonly number[];
  readonly wide: readonly { readonly first: string; readonly last: string }[];
  /** In every bin that they touch? Then there is no `wide`. */
  readonly isTouching: boolean;
}

/** So many deeds are fetched to be placed one by one; where there are more, each bin is asked for its number. */
const mostFetched = 400;

/** Deeds (material events) by bin. Null until they are known. */
export function useDeeds(bins: readonly Bin[], filters: Filters): DeedCounts | null {
  const [counts, setCounts] = useState<{ readonly key: string; readonly sums: readonly number[] } | null>(null);
  const asked = bins.length === 0 ? null : ({ ...filters, class: "material" } as Filters);
  const answer = useAnswer("events", asked === null ? null : ({ ...asked, limit: mostFetched } as Filters));
  const found = answer.isLoading ? null : answer.value;
  const key = `${askUrl("events", asked ?? {})} ${bins[0]?.first} ${bins.length}`;
  const isMany = found?.more === true;
  useEffect(() => {
    if (!isMany || asked === null) return;
    const stop = new AbortController();
    const run = async (): Promise<void> => {
      const sums: number[] = [];
      for (const { first, last } of bins) {
        const one = await ask("events", { ...asked, from: first, to: last, limit: 1 } as Filters, stop.signal);
        sums.push(one.ok ? (one.value.aside?.["total"] ?? 0) : 0);
      }
      setCounts({ key, sums });
    };
    run().catch(() => {
      // Given up because something else was asked.
    });
    return () => stop.abort();
  }, [isMany, key]);
  if (found === null) return null;
  if (isMany) return counts?.key === key ? { sums: counts.sums, wide: [], isTouching: true } : null;
  const sums = bins.map(() => 0);
  const wide: { first: string; last: string }[] = [];
  for (const { day } of found.rows) {
    const first = day?.start ?? day?.end;
    const last = day?.end ?? day?.start;
    if (!first || !last) continue;
    const at = binAt(bins, first);
    if (at !== null && last <= bins[at]!.last) sums[at]! += 1;
    else if (last >= (bins[0]?.first ?? "") && first <= (bins.at(-1)?.last ?? "")) wide.push({ first, last });
  }
  return { sums, wide, isTouching: false };
}
