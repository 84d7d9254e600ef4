import type { LedgerClaim } from "../../model/ledger.ts";
import type { Told } from "../../model/story.ts";
import type { PlacedClaim } from "../claim/claims.ts";

/** Each claim with the origins that stand behind it. */
export const withOrigins = (claims: readonly PlacedClaim[], _told: readonly Told[]): readonly LedgerClaim[] =>
  claims.map((claim) => ({ ...claim, origins: { established: 0, unknown: 0, atMost: 0, origins: [] } }));
