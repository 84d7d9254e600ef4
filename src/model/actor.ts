import type { Id } from "./id.ts";

/** Every kind of actor. */
export const actorKinds = [
  "person",
  "organization",
  "government",
  "state",
  "ministry",
  "military",
  "media",
  "alliance",
  "group",
  "place",
] as const;

/** What an actor is. `government` is what a capital or a seat stands for ("Minsk", "the Kremlin"). */
export type ActorKind = (typeof actorKinds)[number];

/** Somebody or something that acts or speaks in one document. Identity over documents is a link, never a shared id. */
export interface Actor {
  readonly id: Id<"actor">;
  /** The fullest name found in the text, or the lexicon's name for a known one. */
  readonly name: string;
  readonly kind: ActorKind;
  /** False for a role without a name ("officials", "a resident"); such an actor belongs to its document. */
  readonly named: boolean;
  /** Known to be public: by the lexicon, or by a public role in the text. Null where it is not known; treat as private. */
  readonly public: boolean | null;
  readonly wikidata: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Roles as printed ("President", "Kremlin spokesman"). */
  readonly roles: readonly string[];
  /** Every other form by which the document or the lexicon names it, without repeats. */
  readonly aliases: readonly string[];
}
