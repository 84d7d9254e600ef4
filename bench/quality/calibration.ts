/**
 * How far can the scores of statements be trusted?
 * node bench/quality/calibration.ts [--append] [FILE.jsonl]; without a file the development set of PolNeAR in the corpora folder.
 * Prints the expected calibration error (ten bins of equal width) of all statements of the whole product, of those that rules alone found and of quotations
 * without a cue, and how often a score of each bin is right: cue and source touch the annotators', contents have a token F1 of 0.5; of a quotation
 * without a cue, its words are somebody's. The weights of scores were made on documents of the training part that no other weight was made on.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findDrafts } from "../../src/claim/found.ts";
import { loadAttributions } from "../../src/engine.ts";
import { calibrationError, casesOf, type ScoredCase } from "../../training/attribution/calibrate.ts";
import { readCorpus } from "../../training/attribution/corpus.ts";
import { corpusReader } from "../../training/attribution/read.ts";
import { append, circumstances } from "../result.ts";

const words = process.argv.slice(2);
const corpora = process.env["STANDOFF_CORPORA"] ?? fileURLToPath(new URL("../../../shared/bench", import.meta.url));
const path = words.find((word) => !word.startsWith("--")) ?? join(corpora, "attribution/polnear-dev.jsonl");
if (!existsSync(path)) {
  console.error(`Not there: ${path}. Name a file of the set, or set STANDOFF_CORPORA.`);
  process.exit(2);
}
const run = circumstances();
const reader = corpusReader();
const { model } = loadAttributions();
const cases = readCorpus(path).flatMap((line) => {
  const named = reader.named(line);
  return casesOf(findDrafts(named, reader.index, model), reader.document(line, named).gold);
});
const groups: readonly (readonly [string, readonly ScoredCase[]])[] = [
  ["all statements", cases],
  ["that the model has a say in", cases.filter(({ by }) => by === "model")],
  ["that rules alone found", cases.filter(({ by }) => by === "rules")],
  ["quotations without a cue", cases.filter(({ by }) => by === "quotation")],
];
for (const [name, own] of groups) console.log(`${calibrationError(own).toFixed(3)}  ${own.length}  ${name}`);
console.log("score        n  mean   right");
for (let bin = 0; bin < 10; bin++) {
  const own = cases.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === bin);
  if (own.length === 0) continue;
  const mean = own.reduce((sum, { score }) => sum + score, 0) / own.length;
  const right = own.filter((one) => one.right).length / own.length;
  console.log(
    `0.${bin} to ${bin === 9 ? "1.0" : `0.${bin + 1}`} ${String(own.length).padStart(4)}  ${mean.toFixed(2)}   ${right.toFixed(2)}`,
  );
}
if (words.includes("--append")) {
  const corpusHash = createHash("sha256").update(readFileSync(path)).digest("hex");
  append(
    "quality",
    groups.map(([name, own]) => ({
      what: "attribution",
      corpus: "PolNeAR",
      corpusHash,
      split: "dev",
      figure: `expected calibration error, ${name}`,
      value: Math.round(calibrationError(own) * 1e4) / 1e4,
      unit: "1",
      n: own.length,
      min: null,
      median: null,
      max: null,
    })),
    run,
  );
}
