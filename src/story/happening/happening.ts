import type { Happening, LedgerClaim } from "../../model/ledger.ts";
import type { SpellingRow } from "../../model/lexicon.ts";
import type { Told } from "../../model/story.ts";

/** Event mentions of several documents that are one event, joined. */
export const happeningsOf = (
  _told: readonly Told[],
  _claims: readonly LedgerClaim[],
  _spellings: readonly SpellingRow[],
): readonly Happening[] => [];
