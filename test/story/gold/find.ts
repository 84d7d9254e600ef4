import type { FigurePoint, FigureSeries, LedgerClaim } from "../../../src/model/ledger.ts";
import type { Span } from "../../../src/model/span.ts";
import type { GatheredCase, GatheredStory } from "../gathered.ts";
import { type AtWords, fileOf } from "./sample-gold.ts";

/** Where words stand in a report of the case: the first time, white space taken as one blank; null where the text lacks them. */
export function spanIn(text: string, words: string): Span | null {
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\s+");
  const found = new RegExp(pattern).exec(text);
  return found ? [found.index, found.index + found[0].length] : null;
}

/** Words of the gold in the case. */
export interface Found {
  readonly at: AtWords;
  readonly story: GatheredStory;
  readonly span: Span;
  /** The claims whose places hold most of the words, of those the tightest. */
  readonly claims: readonly LedgerClaim[];
}

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

function claimsAt(story: GatheredStory, document: string, span: Span): readonly LedgerClaim[] {
  const held = story.ledger.claims.flatMap((claim) =>
    claim.places
      .filter((place) => place.document === document)
      .map(({ spans }) => ({
        claim,
        shared: spans.reduce((sum, one) => sum + overlap(one, span), 0),
        length: spans.reduce((sum, [start, end]) => sum + end - start, 0),
      })),
  );
  // Less than half of the words is another statement that begins or ends there.
  const most = Math.max((span[1] - span[0]) / 2, ...held.map(({ shared }) => shared));
  const holding = held.filter(({ shared }) => shared >= most && shared > 0);
  const tightest = Math.min(...holding.map(({ length }) => length));
  return [...new Set(holding.filter(({ length }) => length === tightest).map(({ claim }) => claim))];
}

/** Finds words of the gold; throws where the case has no such report or words, as the gold or the reading of the page is broken then. */
export function find({ reports }: GatheredCase, at: AtWords): Found {
  const report = reports.get(fileOf(at.report));
  const span = report ? spanIn(report.told.annotation.text, at.words) : null;
  if (!report || !span) throw new Error(`not in the case: ${at.report}: ${at.words}`);
  return { at, story: report.story, span, claims: claimsAt(report.story, report.told.document, span) };
}

/** A figure of the case. */
export interface FoundFigure {
  readonly series: FigureSeries;
  readonly point: FigurePoint;
}

/** The figure whose number stands at the words; null where none does. */
export function findFigure(gathered: GatheredCase, at: AtWords): FoundFigure | null {
  const { story, span } = find(gathered, at);
  const told = gathered.reports.get(fileOf(at.report))!.told;
  for (const series of story.ledger.figures)
    for (const point of series.points) {
      const number = told.annotation.quantities.find(({ id }) => id === point.quantity);
      if (point.document === told.document && number && overlap([number.start, number.end], span) > 0)
        return { series, point };
    }
  return null;
}
