import type { Claimed } from "./attribution.ts";
import type { DatedRange } from "./document.ts";
import type { Id } from "./id.ts";
import type { Spans } from "./span.ts";

/** The sixteen types of PLOVER (manual draft 0.8, 2021), verbal and material, each with its quad class. */
export const eventTypes = {
  AGREE: { class: "verbal", quad: "verbal cooperation" },
  CONSULT: { class: "verbal", quad: "verbal cooperation" },
  SUPPORT: { class: "verbal", quad: "verbal cooperation" },
  CONCEDE: { class: "verbal", quad: "verbal cooperation" },
  COOPERATE: { class: "material", quad: "material cooperation" },
  AID: { class: "material", quad: "material cooperation" },
  RETREAT: { class: "material", quad: "material cooperation" },
  REQUEST: { class: "verbal", quad: "verbal conflict" },
  ACCUSE: { class: "verbal", quad: "verbal conflict" },
  REJECT: { class: "verbal", quad: "verbal conflict" },
  THREATEN: { class: "verbal", quad: "verbal conflict" },
  PROTEST: { class: "material", quad: "material conflict" },
  SANCTION: { class: "material", quad: "material conflict" },
  MOBILIZE: { class: "material", quad: "material conflict" },
  COERCE: { class: "material", quad: "material conflict" },
  ASSAULT: { class: "material", quad: "material conflict" },
} as const;

export type EventType = keyof typeof eventTypes;

/** The names of the types, in the manual's order. */
export const eventTypeNames = Object.keys(eventTypes) as [EventType, ...EventType[]];

/** Deeds and talk. */
export const eventClasses = ["material", "verbal"] as const;

export type EventClass = (typeof eventClasses)[number];
/** Every mood of reality. */
export const realisNames = ["happened", "ongoing", "planned", "threatened", "demanded", "hypothetical"] as const;

export type Realis = (typeof realisNames)[number];

/** Every degree of certainty, with its sign. */
export const factualities = [
  "certain+",
  "probable+",
  "possible+",
  "certain-",
  "probable-",
  "possible-",
  "uncommitted",
] as const;

/** FactBank's grid (Saurí and Pustejovsky 2009), seen from whoever says so. */
export type Factuality = (typeof factualities)[number];

/** A place of an event and the part it plays. */
export interface EventPlace {
  readonly place: Id<"place">;
  readonly role: "at" | "to" | "from" | "near";
}

/** One mention of an event: who did what to whom, when, where, and in what mood of reality, under the attribution that carries it. */
export interface EventMention {
  readonly id: Id<"event">;
  readonly trigger: Spans;
  /** Null for happenings that matter to a report but to no PLOVER type (accidents). */
  readonly type: EventType | null;
  readonly class: EventClass;
  /** PLOVER mode ("strikes", "arrest"); null where none is told. */
  readonly mode: string | null;
  /** PLOVER contexts ("military", "diplomatic"). */
  readonly context: readonly string[];
  readonly actors: readonly Id<"actor">[];
  readonly recipients: readonly Id<"actor">[];
  readonly places: readonly EventPlace[];
  readonly date: DatedRange | null;
  readonly realis: Realis;
  readonly factuality: Factuality;
  /** The innermost attribution whose content holds the trigger; for a verbal event, the one whose cue it is. Null in the publisher's own words. */
  readonly attribution: Id<"attribution"> | null;
  readonly quantities: readonly Id<"quantity">[];
  readonly score: number | null;
}

/** A page with all its layers. */
export interface Read extends Claimed {
  readonly events: readonly EventMention[];
}
