import type { IsoDay } from "../../../model/document.ts";
import type { TimelineRow } from "../../../record/ask/timeline.ts";
import { type DayGroup, daysOf, withGaps } from "./day-group.ts";

/** One item of the list of days, with what names it. */
export type Item =
  | { readonly kind: "day"; readonly key: string; readonly group: DayGroup }
  | { readonly kind: "gap"; readonly key: string; readonly days: number }
  | { readonly kind: "waiting"; readonly key: string; readonly chunk: number };

interface Order {
  readonly isNewest: boolean;
  /** First day that is asked for. What began before it, and only may lie within, stands last. */
  readonly from: IsoDay | null;
}

const dayItem = (group: DayGroup): Item => ({ kind: "day", key: `${group.day} ${group.lastDay}`, group });

/**
 * The list of days: what is loaded as days and gaps, what is not as one place to wait at for each stretch. `loaded` are the stretches
 * in the order of days, null where one was not loaded; between loaded and unloaded ones no gap is told, since it is not known.
 */
export function itemsOf(
  loaded: readonly (readonly TimelineRow[] | null)[],
  { isNewest, from }: Order,
): readonly Item[] {
  const items: Item[] = [];
  const isEarly = (row: TimelineRow): boolean => from !== null && row.day < from;
  const early = loaded.flatMap((rows) => rows?.filter(isEarly) ?? []);
  let rows: TimelineRow[] = [];
  const flush = (): void => {
    for (const one of withGaps(daysOf(rows))) {
      items.push(one.kind === "day" ? dayItem(one) : { kind: "gap", key: `after ${one.after}`, days: one.days });
    }
    rows = [];
  };
  for (const [chunk, held] of loaded.entries()) {
    if (held !== null) {
      rows = rows.concat(held.filter((row) => !isEarly(row)));
      continue;
    }
    flush();
    items.push({ kind: "waiting", key: `stretch ${chunk}`, chunk });
  }
  flush();
  return [...(isNewest ? items.toReversed() : items), ...daysOf(early).map(dayItem)];
}
