import { createEngine, loadLexicon, loadStoryModel } from "../../../src/engine.ts";
import { id } from "../../../src/model/id.ts";
import type { Ledger } from "../../../src/model/ledger.ts";
import type { Spans } from "../../../src/model/span.ts";
import type { Told } from "../../../src/model/story.ts";
import { ledgerOf } from "../../../src/story/ledger.ts";

const lexicon = loadLexicon();
const model = loadStoryModel();
const { pipeline } = createEngine(lexicon);

/** Reports of a case: each begins with a line "## id | publisher | day", the text follows. */
export function toldOf(text: string): readonly Told[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part): Told => {
      const end = part.indexOf("\n");
      const [name = "", publisher = "", published = ""] = part
        .slice(0, end)
        .split("|")
        .map((field) => field.trim());
      const page = pipeline.read(part.slice(end + 1).trim(), {
        title: null,
        url: null,
        publisher,
        published,
        lang: "en",
      });
      const annotation = { ...pipeline.annotate(page, { id: name, lang: "en", sentences: null }), tokens: [] };
      return { document: id<"document">(name), publisher, annotation, copies: [] };
    });
}

/** The ledger of some documents, with the spellings of the lexicon and the meanings of words. */
export const ledger = (told: readonly Told[]): Ledger => ledgerOf(told, lexicon.spellings, model);

const wordsOf = (told: readonly Told[], document: string, spans: Spans): string => {
  const text = told.find((one) => one.document === document)?.annotation.text ?? "";
  return spans.map(([start, end]) => text.slice(start, end).replaceAll(/\s+/g, " ")).join(" … ");
};

/** A line a claim with its holder, its places under it; then a line a relation. */
export function ledgerLines(told: readonly Told[]): string {
  const { claims, relations } = ledger(told);
  return [
    ...claims.flatMap((claim) => [
      `${claim.id} ${claim.holder.name} (${claim.holder.kind}): ${claim.kind}`,
      ...claim.places.map(({ document, spans }) => `  ${document} ${wordsOf(told, document, spans)}`),
    ]),
    ...relations.map(({ kind, from, to, slot }) => `${from} ${kind} ${to}${slot ? ` on ${slot}` : ""}`),
  ].join("\n");
}
