import type { StoryRow } from "../../../record/ask/stories.ts";
import { harmless } from "../harmless.ts";
import { counted } from "../words.ts";

type Days = Pick<StoryRow, "first" | "last">;

/** The first and last day of all rows that have days; null where none has. */
export function wholeSpan(rows: readonly (Days | null)[]): readonly [first: string, last: string] | null {
  const days = rows.flatMap((row) => (row?.first && row.last ? [row.first, row.last] : [])).toSorted();
  return days.length === 0 ? null : [days[0]!, days.at(-1)!];
}

const dayNumber = (day: string): number => Date.parse(day.slice(0, 10)) / 86_400_000;

/** Where a story's days lie in the days of all, in percent; a day has the width of a day, and never none. */
export function spanIn({ first, last }: Days, whole: readonly [string, string] | null) {
  if (first === null || last === null || whole === null) return null;
  const [from, to] = [dayNumber(whole[0]), dayNumber(whole[1]) + 1];
  const [start, end] = [dayNumber(first), dayNumber(last) + 1];
  if ([from, to, start, end].some(Number.isNaN)) return null;
  const share = (days: number): number => Math.round((1000 * days) / (to - from)) / 10;
  const width = Math.max(1, share(end - start));
  return { left: Math.max(0, Math.min(share(start - from), 100 - width)), width };
}

const named = 3;

/** "RFE/RL, The Moscow Times", "A, B, C and 4 more"; "no named publisher" where there is none. */
export function listedPublishers(publishers: readonly string[]): string {
  if (publishers.length === 0) return "no named publisher";
  const rest = publishers.length - named;
  const first = publishers
    .slice(0, rest === 1 ? named + 1 : named)
    .map(harmless)
    .join(", ");
  return rest > 1 ? `${first} and ${counted(rest, "more", "more")}` : first;
}
