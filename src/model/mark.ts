import type { Id } from "./id.ts";
import type { Located, Spans } from "./span.ts";

/** Every kind of mark of evidence. */
export const markKinds = [
  "none-given",
  "no-detail",
  "unverified",
  "reportedly",
  "alleged",
  "so-called",
  "scare-quotes",
  "no-comment",
  "anonymous",
  "document",
  "footage",
  "eyewitness",
  "named-expert",
  "on-record",
] as const;

/** What kind of evidence, or want of it, the words name. */
export type MarkKind = (typeof markKinds)[number];

/** Words that weaken or support a statement. They are kept as data; nothing is scored from them. */
export interface Mark extends Located {
  readonly id: Id<"mark">;
  readonly kind: MarkKind;
  readonly polarity: "weakens" | "supports";
  /** The attribution it bears on; null where it bears on the publisher's own words, or on nothing that the text says. */
  readonly target: Id<"attribution"> | null;
  /** The words it bears on: the content of `target` or a part of it, or words of the publisher. Empty where the text does not say on what. */
  readonly words: Spans;
}
