import type { ClaimRelation, LedgerClaim } from "../../model/ledger.ts";
import type { SpellingRow } from "../../model/lexicon.ts";
import type { Told } from "../../model/story.ts";

/** How the claims of a story stand to each other. */
export const relationsOf = (
  _claims: readonly LedgerClaim[],
  _told: readonly Told[],
  _spellings: readonly SpellingRow[],
): readonly ClaimRelation[] => [];
