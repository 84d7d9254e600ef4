import type { ClaimPlace, LedgerClaim } from "../../../src/model/ledger.ts";
import type { Span, Spans } from "../../../src/model/span.ts";
import { type Bundle, type GoldPlace, spanOfPlace } from "./gold.ts";
import type { ReadBundle } from "./read.ts";

/** Right, wrong and missed; several may be added up. */
export interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export const noCounts: Counts = { right: 0, wrong: 0, missed: 0 };

export const addCounts = (a: Counts, b: Counts): Counts => ({
  right: a.right + b.right,
  wrong: a.wrong + b.wrong,
  missed: a.missed + b.missed,
});

/** F1 in per cent; null where there was nothing to find and nothing found. */
export function f1Of({ right, wrong, missed }: Counts): number | null {
  const all = 2 * right + wrong + missed;
  return all === 0 ? null : (200 * right) / all;
}

/** Words of the gold that stand in the claims `gold`, and the claims of the ledger that they are matched to. */
export interface MatchedPlace {
  readonly report: string;
  readonly quote: string;
  readonly span: Span;
  readonly gold: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
}

const overlapOf = (span: Span, spans: Spans): number =>
  spans.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, span[1]) - Math.max(start, span[0])), 0);

const lengthOf = (spans: Spans): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);

/**
 * Claims of the ledger whose place in the report overlaps the words most, of those the tightest; several where two places are the same words.
 * Less than a third of the words is no match: it is another statement that begins there.
 */
export function claimsAt(report: string, span: Span, claims: readonly LedgerClaim[]): ReadonlySet<string> {
  let most = (span[1] - span[0]) / 3;
  let tightest = Infinity;
  let found = new Set<string>();
  for (const { id, places } of claims) {
    for (const place of places) {
      if (place.document !== report) continue;
      const overlap = overlapOf(span, place.spans);
      const length = lengthOf(place.spans);
      if (overlap < most || (overlap === most && length > tightest) || overlap === 0) continue;
      if (overlap > most || length < tightest) found = new Set();
      found.add(id);
      most = overlap;
      tightest = length;
    }
  }
  return found;
}

const textOf = (bundle: ReadBundle, report: string): string =>
  bundle.told.find(({ document }) => document === report)?.annotation.text ?? "";

/** The words of a place of the gold; throws where the report does not have them, as the gold is broken then. */
export function goldSpan(bundle: ReadBundle, place: GoldPlace): Span {
  const span = spanOfPlace(place, textOf(bundle, place.report));
  if (!span) throw new Error(`${bundle.bundle.id}: not in ${place.report}: ${JSON.stringify(place.quote)}`);
  return span;
}

/** Every place of the gold's claims once, in the order of the gold. */
export function matchPlaces(read: ReadBundle): readonly MatchedPlace[] {
  const places = new Map<string, MatchedPlace & { readonly gold: Set<string> }>();
  for (const claim of read.bundle.claims) {
    for (const place of claim.places) {
      const span = goldSpan(read, place);
      const key = `${place.report} ${span.join(" ")}`;
      const known = places.get(key);
      if (known) known.gold.add(claim.id);
      else {
        const found = claimsAt(place.report, span, read.ledger.claims);
        places.set(key, { report: place.report, quote: place.quote, span, gold: new Set([claim.id]), found });
      }
    }
  }
  return [...places.values()];
}

/** For each claim of the gold, the claims of the ledger that its places are matched to. */
export const foundOf = (
  claims: Bundle["claims"],
  places: readonly MatchedPlace[],
): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    claims.map(({ id }) => [id, new Set(places.filter(({ gold }) => gold.has(id)).flatMap(({ found }) => [...found]))]),
  );

/** The words of a place of the ledger, its parts joined by "…". */
export const wordsOf = (read: ReadBundle, { document, spans }: ClaimPlace): string =>
  spans.map(([start, end]) => textOf(read, document).slice(start, end)).join(" … ");

/** Have two sets a member in common? */
export const meet = <Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): boolean => {
  for (const item of a) if (b.has(item)) return true;
  return false;
};
