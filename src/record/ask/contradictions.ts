import type { AttributionKind } from "../../model/attribution.ts";
import type { ClaimRelation, Holder, LedgerClaim, RelationKind, Slot } from "../../model/ledger.ts";
import type { CaseRecord } from "../open.ts";
import type { Cited } from "./cited.ts";
import { type AskContext, noContext } from "./filter.ts";
import {
  citing,
  isHeldBy,
  type LedgerFilter,
  nameIn,
  type Place,
  placeIn,
  type SeenLedger,
  seenLedgers,
  stretch,
} from "./seen-ledger.ts";

/** Relations that set two claims against each other. */
export const oppositions = [
  "denies",
  "contradicts",
  "distorts",
  "corrects",
  "withdraws",
] as const satisfies readonly RelationKind[];

/** Which disagreements are asked for. */
export interface ContradictionsFilter extends LedgerFilter {
  readonly kind?: readonly (typeof oppositions)[number][] | undefined;
  readonly slot?: readonly Slot[] | undefined;
  /** Who holds one of the two; a part of the name is enough. */
  readonly holder?: readonly string[] | undefined;
}

/** One side of a disagreement: a claim with the words of its first telling. */
export interface ContradictionSide extends Cited {
  readonly claim: string;
  readonly holder: Holder;
  readonly kind: AttributionKind;
  readonly documents: number;
}

/** Two claims that disagree; the cited words are those of the claim that denies, contradicts, distorts or corrects. */
export interface ContradictionRow extends ContradictionSide {
  readonly story: string;
  readonly relation: RelationKind;
  /** What they disagree about; null where it is the whole. */
  readonly slot: Slot | null;
  readonly reason: string;
  readonly against: ContradictionSide;
}

interface Found {
  readonly seen: SeenLedger;
  readonly relation: ClaimRelation;
  readonly from: LedgerClaim;
  readonly to: LedgerClaim;
}

const sideOf = (seen: SeenLedger, claim: LedgerClaim, cited: Cited): ContradictionSide => ({
  claim: nameIn(seen, claim.id),
  holder: claim.holder,
  kind: claim.kind,
  documents: new Set(claim.places.map(({ document }) => document)).size,
  ...cited,
});

async function found(record: CaseRecord, filter: ContradictionsFilter, context: AskContext): Promise<readonly Found[]> {
  const rows: Found[] = [];
  const kinds = new Set<RelationKind>(filter.kind?.length ? filter.kind : oppositions);
  for await (const seen of seenLedgers(record, filter, context)) {
    const byId = new Map(seen.ledger.claims.map((claim) => [claim.id, claim]));
    for (const relation of seen.ledger.relations) {
      const [from, to] = [byId.get(relation.from), byId.get(relation.to)];
      if (!from || !to || !kinds.has(relation.kind)) continue;
      if (filter.slot?.length && (relation.slot === null || !filter.slot.includes(relation.slot))) continue;
      if (isHeldBy(from.holder, filter.holder) || isHeldBy(to.holder, filter.holder))
        rows.push({ seen, relation, from, to });
    }
  }
  return rows;
}

/**
 * Who denies, contradicts, distorts, corrects or withdraws what, and on which slot; nothing says who is right. The story with the newest report first.
 * Complete unless a limit is given.
 */
export async function askContradictions(
  record: CaseRecord,
  filter: ContradictionsFilter = {},
  context: AskContext = noContext,
): Promise<readonly ContradictionRow[]> {
  const rows = stretch(await found(record, filter, context), filter);
  const placeOf = ({ seen }: Found, claim: LedgerClaim): Place | null => placeIn(seen, claim.places[0]);
  const cite = await citing(
    record,
    rows.flatMap((row) => [placeOf(row, row.from), placeOf(row, row.to)]).filter((place) => place !== null),
  );
  return rows.flatMap((row): readonly ContradictionRow[] => {
    const [one, other] = [placeOf(row, row.from), placeOf(row, row.to)].map((place) => (place ? cite(place) : null));
    if (!one || !other) return [];
    const { seen, relation } = row;
    return [
      {
        story: seen.story,
        relation: relation.kind,
        slot: relation.slot,
        reason: relation.reason,
        against: sideOf(seen, row.to, other),
        ...sideOf(seen, row.from, one),
      },
    ];
  });
}

/** How many disagreements fit, paging aside. */
export async function countContradictions(
  record: CaseRecord,
  filter: ContradictionsFilter = {},
  context: AskContext = noContext,
) {
  return { total: (await found(record, filter, context)).length };
}
