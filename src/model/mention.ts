import type { Actor } from "./actor.ts";
import type { Id } from "./id.ts";
import type { Tagged } from "./name.ts";
import type { Place } from "./place.ts";
import type { Quantity } from "./quantity.ts";
import type { Located } from "./span.ts";
import type { Timex } from "./timex.ts";

export type MentionKind = "person" | "organization" | "place" | "group" | "facility" | "equipment";
export type MentionForm = "name" | "nominal" | "pronoun";

/** Words that stand for something or somebody. Mentions are in text order and may nest ("Belarus" in "Belarus President X"). */
export interface Mention extends Located {
  readonly id: Id<"mention">;
  readonly kind: MentionKind;
  readonly form: MentionForm;
  /** Whom or what it stands for; null where that could not be told. */
  readonly actor: Id<"actor"> | null;
}

/** A parsed page with everything that is named, dated, placed and counted in it. */
export interface Named extends Tagged {
  readonly mentions: readonly Mention[];
  readonly actors: readonly Actor[];
  readonly timexes: readonly Timex[];
  readonly places: readonly Place[];
  readonly quantities: readonly Quantity[];
}
