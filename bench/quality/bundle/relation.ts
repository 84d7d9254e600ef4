import type { ClaimRelation, LedgerClaim, RelationKind, Slot } from "../../../src/model/ledger.ts";
import { type Counts, claimsAt, foundOf, goldSpan, type MatchedPlace, meet, wordsOf } from "./match.ts";
import type { ReadBundle } from "./read.ts";

/** Relations of one kind. */
export interface RelationScore {
  readonly counts: Counts;
  /** Of the right ones, those with the gold's slot. */
  readonly slots: number;
  readonly errors: readonly string[];
}

interface GoldRelation {
  readonly from: string;
  readonly to: string;
  readonly slot: string | null;
}

/** Relations of `kind` in the gold. */
export function goldRelations({ bundle }: ReadBundle, kind: RelationKind): readonly GoldRelation[] {
  switch (kind) {
    case "supports":
      return bundle.supports.map(({ claim, supports }) => ({ from: claim, to: supports, slot: null }));
    case "denies":
      return bundle.denials.map(({ denial, denied }) => ({ from: denial, to: denied, slot: null }));
    case "contradicts":
      return bundle.contradictions.map(({ a, b, slot }) => ({ from: a, to: b, slot }));
    case "corrects":
      return bundle.corrections.map(({ later, earlier }) => ({ from: later, to: earlier, slot: null }));
    case "withdraws":
      return bundle.withdrawals.map(({ later, earlier }) => ({ from: later, to: earlier, slot: null }));
    case "distorts":
      return [];
  }
}

const shownClaim = (read: ReadBundle, id: string): string => {
  const claim = read.ledger.claims.find((one) => one.id === id);
  return claim ? `${id} ${claim.holder.name}: "${wordsOf(read, claim.places[0])}"` : id;
};

const shownGold = ({ bundle }: ReadBundle, id: string): string => {
  const claim = bundle.claims.find((one) => one.id === id);
  return `${id} ${claim?.holder}: ${claim?.proposition}`;
};

/**
 * Relations of one kind. One of the gold is found where the ledger has it between claims that their places are matched to; several in the
 * ledger that meet one pair of the gold count once. One of the ledger that meets none is wrong, also where its claims are in no gold.
 */
export function scoreRelations(read: ReadBundle, places: readonly MatchedPlace[], kind: RelationKind): RelationScore {
  const claims = foundOf(read.bundle.claims, places);
  const all = read.ledger.relations.filter((relation) => relation.kind === kind);
  const meets = (gold: GoldRelation, { from, to }: ClaimRelation): boolean => {
    const [left, right] = [claims.get(gold.from)!, claims.get(gold.to)!];
    return (left.has(from) && right.has(to)) || (kind === "contradicts" && left.has(to) && right.has(from));
  };
  const gold = goldRelations(read, kind);
  const errors: string[] = [];
  let slots = 0;
  let missed = 0;
  for (const one of gold) {
    const found = all.filter((relation) => meets(one, relation));
    if (found.some(({ slot }) => slot === one.slot)) slots++;
    if (found.length > 0) continue;
    missed++;
    const unread = [one.from, one.to].filter((id) => claims.get(id)!.size === 0);
    const why =
      unread.length > 0
        ? `not read: ${unread.join()}`
        : `${[...claims.get(one.from)!].join()} and ${[...claims.get(one.to)!].join()}`;
    errors.push(
      `missed ${kind} ${one.slot ?? ""} (${why}): ${shownGold(read, one.from)} -> ${shownGold(read, one.to)}`,
    );
  }
  const wrongPairs = new Set<string>();
  for (const relation of all) {
    if (gold.some((one) => meets(one, relation))) continue;
    const key = (id: string): string => [...claims].flatMap(([own, found]) => (found.has(id) ? [own] : []))[0] ?? id;
    const pair = `${key(relation.from)} ${key(relation.to)}`;
    if (!wrongPairs.has(pair))
      errors.push(
        `wrong ${kind} ${relation.slot ?? ""}: ${shownClaim(read, relation.from)} -> ${shownClaim(read, relation.to)} (${relation.reason})`,
      );
    wrongPairs.add(pair);
  }
  return { counts: { right: gold.length - missed, wrong: wrongPairs.size, missed }, slots, errors };
}

const slotOf: Readonly<Record<string, readonly Slot[]>> = { number: ["count"], actor: ["who", "whom"] };

/** Retellings that change what they retell. */
export interface DistortionScore {
  readonly all: number;
  /** In no statement of the ledger. */
  readonly unread: number;
  /** Counted among the places of what they distort, or as support of it. Must be 0. */
  readonly support: number;
  /** Told as `distorts`. */
  readonly found: number;
  readonly slots: number;
  /** Relations that call a place a distortion that is none in the gold. */
  readonly wrong: number;
  readonly errors: readonly string[];
}

/** Where the changed retellings of the gold stand in the ledger. */
export function scoreDistortions(read: ReadBundle, places: readonly MatchedPlace[]): DistortionScore {
  const { relations, claims } = read.ledger;
  const matched = foundOf(read.bundle.claims, places);
  const score = { unread: 0, support: 0, found: 0, slots: 0 };
  const errors: string[] = [];
  const right = new Set<ClaimRelation>();
  for (const { place, of, slot } of read.bundle.distortions) {
    const own = claimsAt(place.report, goldSpan(read, place), claims as readonly LedgerClaim[]);
    const target = matched.get(of)!;
    const between = relations.filter(({ from, to }) => own.has(from) && target.has(to));
    const shown = `${place.report} "${place.quote}" ${slot} of ${shownGold(read, of)}`;
    if (own.size === 0) {
      score.unread++;
      errors.push(`distortion not read: ${shown}`);
      continue;
    }
    const same = meet(own, target);
    if (same || between.some(({ kind }) => kind === "supports")) {
      score.support++;
      errors.push(`DISTORTION AS SUPPORT (${same ? "same claim" : "supports"}): ${shown}`);
    }
    const found = between.filter(({ kind }) => kind === "distorts");
    for (const relation of found) right.add(relation);
    if (found.length > 0) score.found++;
    else errors.push(`distortion not found: ${shown} [${[...own].join()} and ${[...target].join()}]`);
    if (found.some((relation) => (slotOf[slot] ?? [slot]).includes(relation.slot!))) score.slots++;
  }
  const wrong = relations.filter((relation) => relation.kind === "distorts" && !right.has(relation));
  for (const { from, to, slot, reason } of wrong)
    errors.push(`wrong distorts ${slot}: ${shownClaim(read, from)} -> ${shownClaim(read, to)} (${reason})`);
  return { ...score, all: read.bundle.distortions.length, wrong: wrong.length, errors };
}
