import type { AttributionKind, Stance } from "../../model/attribution.ts";
import type { ClaimRelation, Holder, LedgerClaim, Origins, RelationKind, Slot } from "../../model/ledger.ts";
import type { CaseRecord } from "../open.ts";
import type { Cited } from "./cited.ts";
import { type AskContext, noContext } from "./filter.ts";
import {
  citing,
  isHeldBy,
  type LedgerFilter,
  namedIn,
  nameIn,
  type Place,
  placeIn,
  type SeenLedger,
  seenLedgers,
  stretch,
} from "./seen-ledger.ts";

/** One telling of a claim, with its words. */
export interface ClaimTelling extends Cited {
  /** Public id of the attribution that tells it, "r14.s3"; null in the publisher's own words. */
  readonly attribution: string | null;
  /** Why it is the same claim. */
  readonly reason: string;
}

/** How a claim stands to another of its story. */
export interface ClaimTie {
  readonly kind: RelationKind;
  /** "to": this claim denies, contradicts, … the other; "from": the other does it to this one. */
  readonly direction: "to" | "from";
  readonly slot: Slot | null;
  readonly reason: string;
  /** Public id of the other claim, "t7.c5", its holder, and its first words. */
  readonly claim: string;
  readonly holder: Holder;
  readonly words: string;
}

/** A claim over the documents of its story; the cited words are those of its first telling. */
export interface LedgerClaimRow extends Cited {
  /** Public id, "t7.c2". */
  readonly claim: string;
  readonly story: string;
  readonly holder: Holder;
  readonly kind: AttributionKind;
  readonly stance: Stance;
  readonly documents: number;
  readonly publishers: readonly string[];
  readonly told: readonly ClaimTelling[];
  readonly origins: Origins;
  readonly ties: readonly ClaimTie[];
}

/** Which claims are asked for. */
export interface OneClaimFilter extends LedgerFilter {
  /** By public id: a claim of a story ("t7.c2"), or an attribution that tells it ("r14.s3"). */
  readonly claim?: readonly string[] | undefined;
  /** Whose word it is; a part of the name is enough. */
  readonly holder?: readonly string[] | undefined;
  /** Only those that at least so many documents tell. */
  readonly least?: number | undefined;
}

const documentsOf = ({ places }: LedgerClaim): ReadonlySet<string> => new Set(places.map(({ document }) => document));

/** Stories that the named claims are of; all where none is named. An attribution names the stories of its document. */
const narrowed = (filter: OneClaimFilter): OneClaimFilter => {
  if (!filter.claim?.length) return filter;
  const stories = filter.claim.map((name) => namedIn(name)?.story).filter((story) => story !== undefined);
  return stories.length === filter.claim.length ? { ...filter, story: stories } : filter;
};

async function attributionNames(
  record: CaseRecord,
  seen: SeenLedger,
): Promise<(claim: LedgerClaim) => readonly string[]> {
  const revisions = new Map<string, number>();
  const find = record.sqlite.prepare("SELECT revision FROM reading WHERE id = ?");
  for (const [document, reading] of seen.readings) revisions.set(document, Number(find.get(reading)?.revision ?? 0));
  return ({ places }) =>
    places.flatMap(({ document, attribution }) =>
      attribution === null ? [] : [`r${revisions.get(document) ?? 0}.${attribution}`],
    );
}

interface Found {
  readonly seen: SeenLedger;
  readonly claim: LedgerClaim;
}

async function claimsFound(record: CaseRecord, filter: OneClaimFilter, context: AskContext): Promise<readonly Found[]> {
  const found: Found[] = [];
  for await (const seen of seenLedgers(record, narrowed(filter), context)) {
    const namesOf = filter.claim?.length ? await attributionNames(record, seen) : null;
    const wanted = new Set(filter.claim?.map((name) => name.trim()));
    for (const claim of seen.ledger.claims) {
      const isNamed =
        namesOf === null || wanted.has(nameIn(seen, claim.id)) || namesOf(claim).some((name) => wanted.has(name));
      if (isNamed && isHeldBy(claim.holder, filter.holder) && documentsOf(claim).size >= (filter.least ?? 1))
        found.push({ seen, claim });
    }
  }
  return found;
}

type Cite = (place: Place) => Cited | null;

function tiesOf({ seen, claim }: Found, cite: Cite): readonly ClaimTie[] {
  const byId = new Map(seen.ledger.claims.map((one) => [one.id, one]));
  return seen.ledger.relations.flatMap(({ kind, from, to, slot, reason }): readonly ClaimTie[] => {
    if (from !== claim.id && to !== claim.id) return [];
    const other = byId.get(from === claim.id ? to : from);
    const place = other ? placeIn(seen, other.places[0]) : null;
    const cited = place ? cite(place) : null;
    if (!other || !cited) return [];
    const direction = from === claim.id ? "to" : "from";
    return [{ kind, direction, slot, reason, claim: nameIn(seen, other.id), holder: other.holder, words: cited.words }];
  });
}

/** Every place whose words a row shows. */
const placesShown = ({ seen, claim }: Found): readonly Place[] => {
  const related = new Set(
    seen.ledger.relations.flatMap(({ from, to }) => (from === claim.id ? [to] : to === claim.id ? [from] : [])),
  );
  const others = seen.ledger.claims.filter(({ id }) => related.has(id)).map(({ places }) => places[0]);
  return [...claim.places, ...others].map((place) => placeIn(seen, place)).filter((place) => place !== null);
};

function rowOf(found: Found, cite: Cite): LedgerClaimRow | null {
  const { seen, claim } = found;
  const told = claim.places.flatMap((telling): readonly ClaimTelling[] => {
    const place = placeIn(seen, telling);
    const cited = place ? cite(place) : null;
    if (!cited) return [];
    const attribution = telling.attribution === null ? null : `${cited.revision}.${telling.attribution}`;
    return [{ ...cited, attribution, reason: telling.reason }];
  });
  const [first] = told;
  if (!first) return null;
  const { attribution: _attribution, reason: _reason, ...cited } = first;
  return {
    claim: nameIn(seen, claim.id),
    story: seen.story,
    holder: claim.holder,
    kind: claim.kind,
    stance: claim.stance,
    documents: documentsOf(claim).size,
    publishers: [...new Set(told.map(({ publisher }) => publisher).filter((name) => name !== null))],
    told,
    origins: claim.origins,
    ties: tiesOf(found, cite),
    ...cited,
  };
}

/**
 * What is said over the documents of a story, each claim once with all its places, its origins and how it stands to the others. The story with the newest
 * report first, then in the order of the first places. Complete unless a limit is given.
 */
export async function askClaim(
  record: CaseRecord,
  filter: OneClaimFilter = {},
  context: AskContext = noContext,
): Promise<readonly LedgerClaimRow[]> {
  const found = stretch(await claimsFound(record, filter, context), filter);
  const cite = await citing(record, found.flatMap(placesShown));
  return found.map((one) => rowOf(one, cite)).filter((row) => row !== null);
}

/** Where a claim comes from: how many independent origins stand behind it. */
export interface OriginsRow extends Cited, Origins {
  readonly claim: string;
  readonly story: string;
  readonly holder: Holder;
  readonly kind: AttributionKind;
  readonly documents: number;
  /** Public ids of claims by others that say the same. Their origins are theirs: whether they are independent of these is not told by words that are alike. */
  readonly supportedBy: readonly string[];
}

const supporting = ({ relations }: SeenLedger["ledger"], id: string): readonly string[] =>
  relations.flatMap(({ kind, from, to }: ClaimRelation) =>
    kind !== "supports" ? [] : to === id ? [from] : from === id ? [to] : [],
  );

/**
 * How many independent origins stand behind each claim: established, unknown, and at most their sum, each with its chain and reason. Unknown is never counted
 * as independent. In the order of `askClaim`.
 */
export async function askOrigins(
  record: CaseRecord,
  filter: OneClaimFilter = {},
  context: AskContext = noContext,
): Promise<readonly OriginsRow[]> {
  const found = stretch(await claimsFound(record, filter, context), filter);
  const cite = await citing(
    record,
    found.map(({ seen, claim }) => placeIn(seen, claim.places[0])).filter((place) => place !== null),
  );
  return found.flatMap(({ seen, claim }): readonly OriginsRow[] => {
    const place = placeIn(seen, claim.places[0]);
    const cited = place ? cite(place) : null;
    if (!cited) return [];
    const supports = new Set(supporting(seen.ledger, claim.id));
    return [
      {
        claim: nameIn(seen, claim.id),
        story: seen.story,
        holder: claim.holder,
        kind: claim.kind,
        documents: documentsOf(claim).size,
        ...claim.origins,
        supportedBy: seen.ledger.claims.filter(({ id }) => supports.has(id)).map(({ id }) => nameIn(seen, id)),
        ...cited,
      },
    ];
  });
}
