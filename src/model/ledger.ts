import type { ActorKind } from "./actor.ts";
import type { AttributionKind, Stance } from "./attribution.ts";
import type { DatedRange } from "./document.ts";
import type { EventType, Factuality, Realis } from "./event.ts";
import type { Id } from "./id.ts";
import type { Quantity } from "./quantity.ts";
import type { Spans } from "./span.ts";

/** What two tellings can differ in. */
export const slots = ["who", "whom", "what", "count", "place", "time", "cause", "negation", "modality"] as const;

export type Slot = (typeof slots)[number];

/** Whose word a claim is. */
export interface Holder {
  /** The fullest name over the documents; the role for unnamed ones ("residents"); the publisher's name for its own words. */
  readonly name: string;
  readonly kind: ActorKind | "publisher" | "unnamed";
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** As of an actor: only true may be named over documents. */
  readonly public: boolean | null;
}

/** One telling of a claim. */
export interface ClaimPlace {
  readonly document: Id<"document">;
  /** The attribution that tells it; null in the publisher's own words. */
  readonly attribution: Id<"attribution"> | null;
  /** The words of what is said, into that document's text. */
  readonly spans: Spans;
  /** Why it is the same claim as the one before it: "same holder, 5 of 6 words alike, same number". */
  readonly reason: string;
}

/** One proposition by one holder, with all the places that tell it, the first printed first. */
export interface LedgerClaim {
  /** "c1" and so on, in the order of the first places; unique in its story. */
  readonly id: string;
  readonly holder: Holder;
  readonly kind: AttributionKind;
  readonly stance: Stance;
  readonly places: readonly [ClaimPlace, ...ClaimPlace[]];
  readonly origins: Origins;
}

/** Every relation between two claims of a story. */
export const relationKinds = ["supports", "denies", "contradicts", "distorts", "corrects", "withdraws"] as const;

export type RelationKind = (typeof relationKinds)[number];

/**
 * `from` stands to `to` as `kind` says. A distorted retelling (another number, actor, negation or modality under the name of the same holder)
 * is a claim of its own that `distorts` the one it retells, and is never counted among its places.
 */
export interface ClaimRelation {
  readonly kind: RelationKind;
  readonly from: string;
  readonly to: string;
  /** What they differ in; null where the whole is meant. */
  readonly slot: Slot | null;
  readonly reason: string;
}

/** Every kind of origin: where a piece of content can first be traced to. */
export const originKinds = [
  "statement",
  "agency",
  "eyewitness",
  "document",
  "footage",
  "publisher",
  "unknown",
] as const;

export type OriginKind = (typeof originKinds)[number];

/** One origin with the reports that rest on it. */
export interface Origin {
  /** "Ministry of Defence of Belarus, statement"; "BelTA"; "a reporter of X". */
  readonly name: string;
  readonly kind: OriginKind;
  /** False where the texts do not tell whether it is independent of the others. */
  readonly established: boolean;
  readonly documents: readonly Id<"document">[];
  /** From the report back to the origin: "The Moscow Times, Reuters, Belta". */
  readonly chain: readonly string[];
  readonly reason: string;
}

/** How many independent origins stand behind a claim: `established`, `unknown`, and at most their sum. Unknown is never counted as independent. */
export interface Origins {
  readonly established: number;
  readonly unknown: number;
  readonly atMost: number;
  readonly origins: readonly Origin[];
}

/** A value of a happening's slot and who holds it; all are kept. */
export interface HeldValue {
  readonly slot: Slot;
  /** As a reader would say it: "2 killed", "Grodno", "2021-11-12". */
  readonly value: string;
  readonly holders: readonly string[];
  readonly documents: readonly Id<"document">[];
}

/** One telling of a happening. */
export interface HappeningPlace {
  readonly document: Id<"document">;
  readonly event: Id<"event">;
  readonly realis: Realis;
  readonly factuality: Factuality;
  /** The claim that carries it; null where none does. */
  readonly claim: string | null;
  readonly reason: string;
}

/** One event over the documents that tell of it. */
export interface Happening {
  /** "h1" and so on, in the order of the first places; unique in its story. */
  readonly id: string;
  readonly type: EventType | null;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly place: string | null;
  readonly date: DatedRange | null;
  readonly places: readonly [HappeningPlace, ...HappeningPlace[]];
  /** Slots on which the tellings differ, each value with its holders. */
  readonly conflicts: readonly HeldValue[];
}

/** One figure as told. */
export interface FigurePoint extends Pick<Quantity, "value" | "low" | "high" | "bound"> {
  readonly document: Id<"document">;
  readonly quantity: Id<"quantity">;
  readonly holder: Holder;
  readonly claim: string | null;
  /** The day it was told; null where it is not known. */
  readonly day: string | null;
  /** Place in the series of the newer figure by the same holder; null where there is none. */
  readonly supersededBy: number | null;
}

/** A count over time: "killed" of one happening, in the order of days. */
export interface FigureSeries {
  readonly happening: string | null;
  /** What became of those counted ("killed", "wounded", "detained"), or what is counted where reports differ on it ("soldiers"). */
  readonly of: string;
  /** The noun counted; null where `of` is that noun. */
  readonly unit: string | null;
  readonly points: readonly [FigurePoint, ...FigurePoint[]];
}

/** What the documents of one story say, joined. Made of their newest readings alone, so the same documents give the same ledger in any order. */
export interface Ledger {
  readonly claims: readonly LedgerClaim[];
  readonly relations: readonly ClaimRelation[];
  readonly happenings: readonly Happening[];
  readonly figures: readonly FigureSeries[];
}
