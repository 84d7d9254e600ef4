import type { Id } from "./id.ts";
import type { Located } from "./span.ts";

/** A number of something, with its bound: "at least two paratroopers have died". */
export interface Quantity extends Located {
  readonly id: Id<"quantity">;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: "at-least" | "at-most" | "about" | "exact" | "range";
  /** What is counted, singular and lower case: "paratrooper", "kilometre", "dollar". */
  readonly unit: string | null;
  /** What is said of them: "killed", "wounded", "detained", "deployed". */
  readonly of: string | null;
  readonly event: Id<"event"> | null;
}
