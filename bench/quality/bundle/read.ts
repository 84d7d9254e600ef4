import { createEngine, type Engine, loadLexicon, loadStoryModel } from "../../../src/engine.ts";
import type { AnnotatedDocument } from "../../../src/model/annotation.ts";
import { isRead } from "../../../src/model/block.ts";
import { id } from "../../../src/model/id.ts";
import type { Ledger } from "../../../src/model/ledger.ts";
import type { Lexicon } from "../../../src/model/lexicon.ts";
import type { NearCopy, Told } from "../../../src/model/story.ts";
import { leastShare } from "../../../src/record/near-copy.ts";
import { overlapOf } from "../../../src/record/overlap.ts";
import { ledgerOf } from "../../../src/story/ledger.ts";
import type { Bundle, GoldReport } from "./gold.ts";

/** A bundle as the joins see it, with the ledger that they make of it. */
export interface ReadBundle {
  readonly bundle: Bundle;
  readonly told: readonly Told[];
  readonly ledger: Ledger;
}

/** Reads the reports of bundles, each bundle as one story. */
export interface BundleReader {
  readonly read: (bundle: Bundle) => ReadBundle;
}

function annotate({ pipeline }: Engine, report: GoldReport): AnnotatedDocument {
  const { title, url, publisher, published, byline } = report;
  const page = pipeline.read(report.text, { title, url, publisher, published, lang: "en" });
  const read = pipeline.annotate(
    { ...page, meta: { ...page.meta, byline: page.meta.byline.length > 0 ? page.meta.byline : byline } },
    { id: report.id, lang: "en", sentences: null },
  );
  return { ...read, tokens: [] };
}

const textsOf = ({ text, blocks }: AnnotatedDocument): readonly string[] =>
  blocks.filter(isRead).map(({ start, end }) => text.slice(start, end));

/** Every report of the bundle, annotated, with its near-copies. */
export function toldOf(engine: Engine, reports: readonly GoldReport[]): readonly Told[] {
  const read = reports.map((report) => ({ report, annotation: annotate(engine, report) }));
  return read.map(({ report, annotation }) => {
    const copies: readonly NearCopy[] = read
      .filter((other) => other.report.id !== report.id)
      .map((other) => ({
        document: id<"document">(other.report.id),
        share: overlapOf(textsOf(annotation), textsOf(other.annotation)),
      }))
      .filter(({ share }) => share >= leastShare)
      .toSorted((a, b) => b.share - a.share);
    return { document: id<"document">(report.id), publisher: report.publisher, annotation, copies };
  });
}

/** A reader of bundles; building it loads the lexicon and the weights once. */
export function createReader(
  lexicon: Lexicon = loadLexicon(),
  engine: Engine = createEngine(lexicon),
  models?: URL,
): BundleReader {
  const model = loadStoryModel(models);
  return {
    read: (bundle) => {
      const told = toldOf(engine, bundle.reports);
      return { bundle, told, ledger: ledgerOf(told, lexicon.spellings, model) };
    },
  };
}
