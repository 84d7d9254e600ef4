import type { Id } from "./id.ts";
import type { Located } from "./span.ts";

/** A number of something, with its bound: "at least two paratroopers have died". */
export interface Quantity extends Located {
  readonly id: Id<"quantity">;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: "at-least" | "at-most" | "about" | "exact" | "range";
  /** What is counted, singular and lower case: "paratrooper", "kilometre", "dollar"; of a number alone, what the number before it counted. */
  readonly unit: string | null;
  /**
   * What is said of them: "killed", "wounded", "casualties" (the dead not told from the wounded), "detained", "captured", "missing", "displaced", "rescued", "released",
   * "deployed", "serving" (in an armed body), "destroyed", "damaged"; "aid" for what is given as help, "age" for years of life.
   */
  readonly of: string | null;
  readonly event: Id<"event"> | null;
}
