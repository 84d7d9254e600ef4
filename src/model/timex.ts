import type { DayRange } from "./document.ts";
import type { Id } from "./id.ts";
import type { Located } from "./span.ts";

/** A time expression with its TIMEX3 value (TimeML 1.2.1). In text order, never overlapping. */
export interface Timex extends Located {
  readonly id: Id<"timex">;
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** "2021-11-12", "2021-W45", "P3D", "PAST_REF", …; null where it could not be worked out. */
  readonly value: string | null;
  /** The calendar days it covers; null for durations, sets and vague ones. */
  readonly range: DayRange | null;
  /** How the value was found: "explicit", "anchor published, weekday before". */
  readonly by: string;
}
