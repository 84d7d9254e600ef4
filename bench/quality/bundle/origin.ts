import { foundOf, type MatchedPlace } from "./match.ts";
import type { ReadBundle } from "./read.ts";

/** Claims with a known number of origins. */
export interface OriginScore {
  readonly all: number;
  /** In no statement of the ledger. */
  readonly unread: number;
  /** The true number lies between established and at most. */
  readonly within: number;
  /** Established is above the true number. Must be 0. */
  readonly above: number;
  /** Established and unknown are as a careful reader says. */
  readonly exact: number;
  readonly errors: readonly string[];
}

/** The origins of each claim of the gold against those of the ledger's claim that most of its places are matched to. */
export function scoreOrigins(read: ReadBundle, places: readonly MatchedPlace[]): OriginScore {
  const found = foundOf(read.bundle.claims, places);
  const score = { all: 0, unread: 0, within: 0, above: 0, exact: 0 };
  const errors: string[] = [];
  for (const gold of read.bundle.origins) {
    score.all++;
    const shares = [...found.get(gold.claim)!].map((id) => ({
      id,
      share: places.filter((place) => place.gold.has(gold.claim) && place.found.has(id)).length,
    }));
    const best = shares.toSorted((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))[0];
    const claim = read.ledger.claims.find(({ id }) => id === best?.id);
    if (!claim) {
      score.unread++;
      errors.push(`origins of ${gold.claim}: not read`);
      continue;
    }
    const { established, unknown, atMost } = claim.origins;
    const within = established <= gold.count && gold.count <= atMost;
    if (within) score.within++;
    if (established > gold.count) score.above++;
    if (established === gold.established && unknown === gold.unknown) score.exact++;
    if (!within)
      errors.push(
        `origins of ${gold.claim} (${claim.id}): ${gold.count} true, ${established} to ${atMost} found: ${claim.origins.origins.map(({ name, kind }) => `${kind} ${name}`).join(", ")}`,
      );
  }
  return { ...score, errors };
}
