/**
 * How well are attributions found, and how far can their scores be trusted?
 * node bench/quality/attribution.ts [--append] [--model] [FILE.jsonl]; without a file the development set of PolNeAR in the corpora folder.
 * Prints the figures of the set's own scorer for the whole product (with --model for the learned model alone), the calibration error of scores,
 * and how many tokens a second of CPU time the model reads on top of the rest.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileCues, findAttributions } from "../../src/claim/attribution.ts";
import { opinionOf } from "../../src/claim/model/propose.ts";
import { toldOf } from "../../src/claim/model/told.ts";
import { readByRules } from "../../src/claim/rules.ts";
import { loadAttributions, loadCore, loadLexicon } from "../../src/engine.ts";
import { compileNames, findMentions } from "../../src/mention/mention.ts";
import { nothingGiven } from "../../src/model/document.ts";
import type { Spans } from "../../src/model/span.ts";
import { fillPage } from "../../src/sentence/core/fill.ts";
import { parsePage } from "../../src/sentence/parse.ts";
import { readText } from "../../src/text/page.ts";
import { calibrationError, isRight } from "../../training/attribution/calibrate.ts";
import { readCorpus, tokensOf } from "../../training/attribution/corpus.ts";
import { figuresText, scoreOf } from "../../training/attribution/score.ts";
import { append, circumstances, type Figure } from "../result.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const corpora = process.env["STANDOFF_CORPORA"] ?? join(root, "../shared/bench");
const words = process.argv.slice(2);
const path = words.find((word) => !word.startsWith("--")) ?? join(corpora, "attribution/polnear-dev.jsonl");
const alone = words.includes("--model");
if (!existsSync(path)) {
  console.error(`Not there: ${path}. Name a file of the set, or set STANDOFF_CORPORA.`);
  process.exit(2);
}
const run = circumstances();
const core = loadCore();
const lexicon = loadLexicon();
const names = compileNames(lexicon);
const cues = compileCues(lexicon);
const { model } = loadAttributions();
let tokens = 0;
let modelMs = 0;

const documents = readCorpus(path).map(({ id, text, attributions }) => {
  const parsed = parsePage(readText(text, nothingGiven), { lang: "en", sentences: null });
  const named = findMentions(fillPage(parsed, core), names);
  const { reading, sentences, drafts } = readByRules(named, cues);
  const { words: own, quotations } = reading;
  const told = toldOf(drafts);
  const ranges = (spans: Spans) => spans.map((span) => tokensOf(own, span)).filter((range) => range !== null);
  const started = process.cpuUsage();
  const { proposals } = opinionOf({ words: own, sentences, quotations, told }, model);
  modelMs += process.cpuUsage(started).user / 1000;
  tokens += own.count;
  const found = alone
    ? proposals.map(({ source, cue, content, score }) => ({ source, cue: [cue], content, score }))
    : findAttributions(named, cues, model).attributions.map(({ source, cue, content, score }) => ({
        source: ranges(source),
        cue: ranges(cue),
        content: ranges(content),
        score,
      }));
  const gold = attributions.map(({ source, cue, content }) => ({
    source: ranges(source),
    cue: ranges(cue),
    content: ranges(content),
  }));
  return { id, words: own, sentences, quotations, told, gold, found };
});
const folder = mkdtempSync(join(tmpdir(), "attribution-"));
const figures = scoreOf(
  documents,
  documents.map(({ found }) => found),
  { corpora, folder, gold: path },
);
rmSync(folder, { recursive: true });
const scored = documents.flatMap(({ found, gold }) =>
  found.flatMap(({ score, cue, source, content }) =>
    score === null || !cue[0] ? [] : [{ score, right: isRight({ cue: cue[0], source, content }, gold) }],
  ),
);
const error = calibrationError(scored);
const total = documents.reduce((sum, { found }) => sum + found.length, 0);
const speed = tokens / (modelMs / 1000);
console.log(figuresText(figures));
console.log(
  `${scored.length} of ${total} have a score, calibration error ${error.toFixed(3)}; the model alone ${Math.round(speed / 1000)} thousand tokens a second of CPU time`,
);
if (words.includes("--append")) {
  const corpusHash = createHash("sha256").update(readFileSync(path)).digest("hex");
  const figure = (name: string, value: number, unit: string): Figure => ({
    what: "attribution",
    corpus: "PolNeAR",
    corpusHash,
    split: "dev",
    figure: `${name}${alone ? ", model alone" : ""}`,
    value,
    unit,
    n: documents.length,
    min: null,
    median: null,
    max: null,
  });
  append(
    "quality",
    [
      ...Object.entries(figures).map(([name, value]) => figure(`${name}, F1`, value, "%")),
      figure("expected calibration error", error, "share"),
    ],
    run,
  );
}
