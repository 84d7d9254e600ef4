import type { AnnotatedDocument } from "./annotation.ts";
import type { GivenMeta } from "./document.ts";
import type { CaptureFacts } from "./fetch.ts";
import type { Id } from "./id.ts";
import type { Spans } from "./span.ts";

/** Where a document comes from; the first key that is there identifies it. */
export interface DocumentKeys {
  /** The id that the user's own input gave. Kept, and given back in every answer. */
  readonly externalId: string | null;
  /** The canonical URL. */
  readonly url: string | null;
  readonly publisher: string | null;
  /** Path as kept in the case: relative to the case's folder, with forward slashes. */
  readonly path: string | null;
}

/** A document on its way into the record: its place, its bytes, and what was read in them. */
export interface Incoming {
  readonly keys: DocumentKeys;
  /** What was captured, as it was. */
  readonly bytes: Uint8Array;
  readonly bytesSha256: string;
  /** ISO 8601 time of capture; null where it is not known. */
  readonly retrievedAt: string | null;
  /** What the caller said of it; a day that was said later or corrected makes a revision, never a change. */
  readonly given: GivenMeta;
  /** How they came, where they were fetched. */
  readonly capture?: CaptureFacts | null;
}

/** What became of a document that was added. */
export interface Added {
  /** "new": a document not seen before. "revision": a known place with new bytes. "reading": known bytes, newer engine. "same": nothing new. "forgotten": removed before, not taken in again. */
  readonly outcome: "new" | "revision" | "reading" | "same" | "forgotten";
  readonly document: Id<"document">;
  readonly revision: Id<"revision"> | null;
}

/** What an analyst decides about. Anchored to words, so that it survives a re-reading. */
export interface DecisionAnchor {
  readonly revision: Id<"revision">;
  readonly layer: "document" | "mention" | "actor" | "attribution" | "event" | "timex" | "place" | "quantity" | "mark";
  readonly spans: Spans;
  readonly field: string | null;
}

/** One decision of an analyst. Append-only; withdrawing it is a time, not a deletion. */
export interface Decision {
  readonly id: Id<"decision">;
  readonly anchor: DecisionAnchor;
  readonly action: "confirm" | "reject" | "change" | "add" | "merge" | "split" | "rate" | "tag" | "note";
  /** JSON of the new value; null where the action has none. */
  readonly value: string | null;
  readonly by: string;
  readonly at: string;
  readonly why: string | null;
  readonly withdrawnAt: string | null;
}

/** Identity over documents: two things are one, or are not, with a reason that can be withdrawn. Append-only. */
export interface Link {
  readonly id: Id<"link">;
  readonly kind: "actor" | "claim" | "happening" | "story";
  /** `reading.localId` of each end. */
  readonly from: string;
  readonly to: string;
  /** True: these two are not one. Not set: they are. */
  readonly apart?: boolean;
  readonly reason: string;
  readonly at: string;
  readonly withdrawnAt: string | null;
}

/** What stays of a document that was forgotten. */
export interface Tombstone {
  readonly document: Id<"document">;
  /** SHA-256 of each revision's bytes. */
  readonly bytesSha256: readonly string[];
  readonly at: string;
  readonly reason: string;
}

/** Reads one document: the pure pipeline behind a worker pool or in place. */
export type Annotate = (input: AnnotateInput) => Promise<AnnotatedDocument>;

/** One input line of `annotate`, checked. */
export interface AnnotateInput {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly lang: string | null;
  /** Given tokens, by sentence: used as they are. Null: the text is split here. */
  readonly sentences: readonly (readonly (readonly [token: string, start: number, end: number])[])[] | null;
}
