/**
 * Reads the corpus with the product's own pipeline, once, so that training starts at once:
 * `node training/attribution/prepare.ts CORPUS.jsonl OUT`.
 */
import { writeFileSync } from "node:fs";
import { serialize } from "node:v8";
import { compileCues } from "../../src/claim/cue.ts";
import { toldOf } from "../../src/claim/model/told.ts";
import { readByRules } from "../../src/claim/rules.ts";
import type { Range } from "../../src/claim/word.ts";
import { loadCore, loadLexicon } from "../../src/engine.ts";
import { compileNames, findMentions } from "../../src/mention/mention.ts";
import { nothingGiven } from "../../src/model/document.ts";
import { fillPage } from "../../src/sentence/core/fill.ts";
import { parsePage } from "../../src/sentence/parse.ts";
import { readText } from "../../src/text/page.ts";
import { type CorpusLine, type GoldAttribution, type ReadDocument, readCorpus, tokensOf } from "./corpus.ts";

const [path, out] = process.argv.slice(2);
if (path === undefined || out === undefined) {
  console.error("usage: node training/attribution/prepare.ts CORPUS.jsonl OUT");
  process.exit(2);
}
const core = loadCore();
const lexicon = loadLexicon();
const names = compileNames(lexicon);
const index = compileCues(lexicon);

function read({ id, text, attributions }: CorpusLine): ReadDocument {
  const page = readText(text, nothingGiven);
  if (page.text !== text) throw new Error(`${id}: reading changed the text`);
  const named = findMentions(fillPage(parsePage(page, { lang: "en", sentences: null }), core), names);
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
}

const started = performance.now();
const documents = readCorpus(path).map(read);
const tokens = documents.reduce((sum, { words }) => sum + words.count, 0);
console.log(`${documents.length} documents, ${tokens} tokens, ${Math.round(performance.now() - started)} ms`);
writeFileSync(out, serialize(documents));
