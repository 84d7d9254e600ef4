/**
 * Chooses thresholds, calibrates and packs: `node training/attribution/finish.ts OUT.bin CORPUS.jsonl PREPARED BUILD [KEY=VALUE...]`, after `train.ts`.
 * Everything is chosen on the documents that are held out of training. Writes OUT.bin and its manifest OUT.json.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize } from "node:v8";
import { findDrafts } from "../../src/claim/found.ts";
import { type AttributionModel, calibrated, opinionOf } from "../../src/claim/model/propose.ts";
import { readAttributionModel } from "../../src/claim/model/weights.ts";
import { trainingSet, writeManifest } from "../lemma/manifest.ts";
import { calibrationError, casesOf, isRight, logistic, type ScoredCase } from "./calibrate.ts";
import { isHeldOut, readCorpus, readPrepared } from "./corpus.ts";
import { packAttribution } from "./pack.ts";
import { corpusReader } from "./read.ts";
import { figuresText, scoreOf } from "./score.ts";
import type { LinearModel } from "./trainer.ts";

const defaults = {
  /** Features whose weights are all smaller are left out. */
  cueLeast: 0.035,
  roleLeast: 0.05,
  cueLift: 0.3,
  roleLift: 0,
};
const [out, corpus, prepared, build, ...changes] = process.argv.slice(2);
if (out === undefined || corpus === undefined || prepared === undefined || build === undefined) {
  console.error("usage: node training/attribution/finish.ts OUT.bin CORPUS.jsonl PREPARED BUILD [KEY=VALUE...]");
  process.exit(2);
}
const options = { ...defaults };
for (const each of changes) {
  const [key = "", value = ""] = each.split("=");
  if (!(key in options)) throw new Error(`no option ${key}; there are ${Object.keys(options).join(", ")}`);
  options[key as keyof typeof defaults] = Number(value);
}
const held = readPrepared(prepared).filter((_, at) => isHeldOut(at));
const read = (name: string): unknown => deserialize(readFileSync(join(build, `${name}.v8`)));
const parts = {
  cue: read("cue") as LinearModel,
  role: read("role") as LinearModel,
  shares: read("shares") as ReadonlyMap<number, number>,
  ...options,
};
const corpora = process.env["STANDOFF_CORPORA"] ?? "../shared/bench";

const foundBy = (model: AttributionModel) => held.map((document) => opinionOf(document, model).proposals);

const unfitted = { calibration: [], rules: [], orphans: [] };
const first = readAttributionModel(packAttribution({ ...parts, ...unfitted }).file);
const cases = foundBy(first).flatMap((list, at) =>
  list.map((one) => ({ evidence: one.evidence, right: isRight(one, held[at]!.gold) })),
);
const calibration = logistic(cases).map((weight) => Math.round(weight * 1e4) / 1e4);
// What rules alone find is judged in the whole product, for what the model finds decides what is left to them.
const reader = corpusReader();
const scored = readAttributionModel(packAttribution({ ...parts, ...unfitted, calibration }).file);
const lines = readCorpus(corpus).filter((_, at) => isHeldOut(at));
const judged = lines.flatMap((line, at) =>
  casesOf(findDrafts(reader.named(line), reader.index, scored), held[at]!.gold),
);
const weightsFor = (by: ScoredCase["by"]): readonly number[] =>
  logistic(judged.filter((one) => one.by === by)).map((weight) => Math.round(weight * 1e4) / 1e4);
const rules = weightsFor("rules");
const orphans = weightsFor("quotation");
const { file: packed, rows } = packAttribution({ ...parts, calibration, rules, orphans });
const model = readAttributionModel(packed);
const found = foundBy(model);
const figures = scoreOf(
  held,
  found.map((list) => list.map(({ source, cue, content }) => ({ source, cue: [cue], content }))),
  { corpora, folder: build, gold: corpus },
);
const error = calibrationError(
  cases.map(({ evidence, right }) => ({ score: calibrated(evidence, calibration), right })),
);
console.log(
  `weights of cues under ${options.cueLeast} and of roles under ${options.roleLeast} left out: ${rows.join(" and ")} features, ${packed.length} bytes`,
);
console.log(`held out: ${figuresText(figures)}; calibration ${calibration.join(" ")}, error ${error.toFixed(3)}`);
const count = (by: ScoredCase["by"]): string => {
  const own = judged.filter((one) => one.by === by);
  return `${own.filter(({ right }) => right).length} of ${own.length}`;
};
console.log(
  `rules alone: right ${count("rules")}, weights ${rules.join(" ")}; quotations without a cue: ${count("quotation")}, weights ${orphans.join(" ")}`,
);
writeFileSync(out, packed);
writeManifest(
  out.replace(/\.bin$/, ".json"),
  packed,
  [
    trainingSet(
      "PolNeAR, train, 756 of 840 documents (labels and statistics of its words; texts of publishers)",
      "none stated",
      [corpus],
    ),
  ],
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [`${name}, F1, model alone, 84 documents held out`, value]),
  ),
);
