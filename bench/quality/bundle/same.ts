import type { LedgerClaim } from "../../../src/model/ledger.ts";
import { type Counts, type MatchedPlace, meet, wordsOf } from "./match.ts";
import type { ReadBundle } from "./read.ts";

/** How well places that tell one claim are joined, and where the misses come from. */
export interface SameScore {
  readonly counts: Counts;
  /** Missed pairs of which a place is in no statement of the ledger. */
  readonly unread: number;
  /** Missed pairs of which both are read and the holders differ. */
  readonly otherHolder: number;
  /** Missed pairs of one holder. */
  readonly notJoined: number;
  /** Places of the gold that no statement of the ledger covers. */
  readonly uncovered: number;
  readonly places: number;
  readonly errors: readonly string[];
}

const holders = (ids: ReadonlySet<string>, claims: readonly LedgerClaim[]): ReadonlySet<string> =>
  new Set(claims.filter(({ id }) => ids.has(id)).map(({ holder }) => `${holder.kind} ${holder.name}`));

const shown = ({ report, quote, gold, found }: MatchedPlace): string =>
  `${report} "${quote}" [${[...gold].join()} ~ ${[...found].join() || "none"}]`;

/** Pairs of places that stand in one claim of the gold, against the pairs that the ledger puts in one claim. */
export function scoreSame(read: ReadBundle, places: readonly MatchedPlace[]): SameScore {
  const { claims } = read.ledger;
  const score = { right: 0, wrong: 0, missed: 0, unread: 0, otherHolder: 0, notJoined: 0 };
  const errors: string[] = [];
  for (const place of places) {
    if (place.found.size === 0) errors.push(`not read: ${shown(place)}`);
  }
  places.forEach((a, at) => {
    for (const b of places.slice(at + 1)) {
      const one = meet(a.gold, b.gold);
      const joined = meet(a.found, b.found);
      if (!one && !joined) continue;
      if (one && joined) score.right++;
      else if (joined) {
        score.wrong++;
        errors.push(`wrongly one: ${shown(a)} = ${shown(b)}`);
      } else {
        score.missed++;
        const [left, right] = [holders(a.found, claims), holders(b.found, claims)];
        const cause =
          a.found.size === 0 || b.found.size === 0 ? "unread" : meet(left, right) ? "notJoined" : "otherHolder";
        score[cause]++;
        errors.push(`missed, ${cause}: ${shown(a)} ${[...left].join()} = ${shown(b)} ${[...right].join()}`);
      }
    }
  });
  const { unread, otherHolder, notJoined, ...counts } = score;
  const uncovered = places.filter(({ found }) => found.size === 0).length;
  return { counts, unread, otherHolder, notJoined, uncovered, places: places.length, errors };
}

/** The ledger's claims as a reader sees them, for looking at errors. */
export const ledgerText = (read: ReadBundle): string =>
  [
    ...read.ledger.claims.map(({ id, holder, kind, stance, places }) =>
      [
        `${id} ${holder.name} (${holder.kind}) ${kind} ${stance}`,
        ...places.map((place) => `    ${place.document} ${wordsOf(read, place)}  <${place.reason}>`),
      ].join("\n"),
    ),
    ...read.ledger.relations.map(
      ({ kind, from, to, slot, reason }) => `${from} ${kind} ${to} ${slot ?? ""}: ${reason}`,
    ),
  ].join("\n");
