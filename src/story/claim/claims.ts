import type { LedgerClaim } from "../../model/ledger.ts";
import type { SpellingRow } from "../../model/lexicon.ts";
import type { Told } from "../../model/story.ts";

/** A claim whose origins were not counted yet. */
export type PlacedClaim = Omit<LedgerClaim, "origins">;

/** Attributions of `told` that say the same thing, joined. */
export const claimsOf = (_told: readonly Told[], _spellings: readonly SpellingRow[]): readonly PlacedClaim[] => [];
