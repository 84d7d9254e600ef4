import type { FigureSeries, Happening, LedgerClaim } from "../../model/ledger.ts";
import type { Told } from "../../model/story.ts";

/** Counts of the happenings over time. */
export const figuresOf = (
  _happenings: readonly Happening[],
  _claims: readonly LedgerClaim[],
  _told: readonly Told[],
): readonly FigureSeries[] => [];
