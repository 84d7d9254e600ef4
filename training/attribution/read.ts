import { type CueIndex, compileCues } from "../../src/claim/cue.ts";
import { toldOf } from "../../src/claim/model/told.ts";
import { readByRules } from "../../src/claim/rules.ts";
import type { Range } from "../../src/claim/word.ts";
import { loadCore, loadLexicon } from "../../src/engine.ts";
import { compileNames, findMentions } from "../../src/mention/mention.ts";
import { nothingGiven } from "../../src/model/document.ts";
import type { Named } from "../../src/model/mention.ts";
import { fillPage } from "../../src/sentence/core/fill.ts";
import { parsePage } from "../../src/sentence/parse.ts";
import { readText } from "../../src/text/page.ts";
import { type CorpusLine, type GoldAttribution, type ReadDocument, tokensOf } from "./corpus.ts";

/** Reads lines of the corpus with the product's own pipeline. Loading costs a second, once. */
export interface CorpusReader {
  readonly index: CueIndex;
  /** A line up to its names. Throws where reading changed the text. */
  readonly named: (line: CorpusLine) => Named;
  /** The same as the model sees it, with its gold attributions. */
  readonly document: (line: CorpusLine, named: Named) => ReadDocument;
}

export function corpusReader(): CorpusReader {
  const core = loadCore();
  const lexicon = loadLexicon();
  const names = compileNames(lexicon);
  const index = compileCues(lexicon);
  return {
    index,
    named: ({ id, text }) => {
      const page = readText(text, nothingGiven);
      if (page.text !== text) throw new Error(`${id}: reading changed the text`);
      return findMentions(fillPage(parsePage(page, { lang: "en", sentences: null }), core), names);
    },
    document: ({ id, attributions }, named) => {
      const { reading, sentences, drafts } = readByRules(named, index);
      const { words, quotations } = reading;
      const ranges = (spans: readonly (readonly [number, number])[]): readonly Range[] =>
        spans
          .map((span) => tokensOf(words, span))
          .filter((range) => range !== null)
          .sort((a, b) => a[0] - b[0]);
      const gold = attributions.map(
        ({ source, cue, content }): GoldAttribution => ({
          source: ranges(source),
          cue: ranges(cue),
          content: ranges(content),
        }),
      );
      return { id, words, sentences, quotations, told: toldOf(drafts), gold };
    },
  };
}
