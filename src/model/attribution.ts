import type { DatedRange } from "./document.ts";
import type { Id } from "./id.ts";
import type { Mark } from "./mark.ts";
import type { Named } from "./mention.ts";
import type { Located, Spans } from "./span.ts";

/** Every kind of statement, the plainest first. */
export const attributionKinds = [
  "say",
  "report",
  "claim",
  "allege",
  "accuse",
  "deny",
  "confirm",
  "warn",
  "threaten",
  "demand",
  "urge",
  "announce",
  "promise",
  "assure",
  "order",
  "ask",
  "believe",
  "want",
  "describe",
  "praise",
  "criticize",
  "agree",
  "refuse",
  "no-comment",
] as const;

/** What is done by saying it. */
export type AttributionKind = (typeof attributionKinds)[number];

/** Every stance. */
export const stances = ["asserts", "denies", "doubts", "asks", "wants"] as const;

/** How the source stands to the content. */
export type Stance = (typeof stances)[number];

/** The channel that words came through: a medium ("Telegram", "a statement") or somebody who passes them on ("state media"). */
export interface Via extends Located {
  readonly text: string;
  readonly actor: Id<"actor"> | null;
}

/**
 * An attribution (Pareti 2012: source, cue, content): who says what, by which words.
 * Nothing is dropped silently: a quotation without a found speaker has `source: []` and `speakers: []`.
 */
export interface Attribution {
  readonly id: Id<"attribution">;
  readonly source: Spans;
  readonly cue: Spans;
  readonly content: Spans;
  readonly speakers: readonly Id<"actor">[];
  /** Whom it is said against or to, where the cue has one ("accused Kyiv of"). */
  readonly targets: readonly Id<"actor">[];
  readonly kind: AttributionKind;
  /** "-" where the cue itself is negated ("did not say that"). */
  readonly polarity: "+" | "-";
  readonly stance: Stance;
  readonly via: Via | null;
  /** The attribution around this one; null at the top, where the publisher is the teller. */
  readonly parent: Id<"attribution"> | null;
  readonly marks: readonly Id<"mark">[];
  /** The day it was said. */
  readonly date: DatedRange | null;
  /** Calibrated probability where a model made it, else null. */
  readonly score: number | null;
}

/** A named page with its attributions, in order of their first unit, and the marks of evidence. */
export interface Claimed extends Named {
  readonly attributions: readonly Attribution[];
  readonly marks: readonly Mark[];
}
