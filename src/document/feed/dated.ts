import type { Problem } from "../../model/outcome.ts";
import { feedDate } from "./date.ts";

/** Takes the dates of a feed, and keeps what is to be said of those that cannot be told. */
export interface Dating {
  /** The first of `fields` that is a date, as ISO 8601; null where none is. `item` is its number from 1; 0 for the feed itself. */
  readonly date: (item: number, ...fields: readonly (string | null | undefined)[]) => string | null;
  readonly doubts: () => readonly Problem[];
}

/** As many doubts of one kind are told singly; the rest would say the same. */
const told = 20;

export function dating(): Dating {
  const doubts: Problem[] = [];
  let untold = 0;
  return {
    date: (item, ...fields) => {
      let unclear: string | null = null;
      for (const field of fields) {
        if (typeof field !== "string" || field.trim() === "") continue;
        const date = feedDate(field);
        if (date !== null) return date;
        unclear ??= field.trim().slice(0, 60);
      }
      if (unclear !== null && doubts.length >= told) untold++;
      else if (unclear !== null)
        doubts.push({
          code: "feed/date",
          message: `Item ${item}: the date ${JSON.stringify(unclear)} cannot be told. Its day is looked for in its words; name it in a manifest where it is known.`,
        });
      return null;
    },
    doubts: () =>
      untold === 0
        ? doubts
        : [
            ...doubts,
            {
              code: "feed/date",
              message: `${untold} more dates cannot be told. Name the days in a manifest where they are known.`,
            },
          ],
  };
}
