/**
 * Trains cues and roles: `node --max-old-space-size=8000 training/attribution/train.ts CORPUS.jsonl PREPARED BUILD [KEY=VALUE...]`.
 * PREPARED is what `prepare.ts` made of CORPUS.jsonl. Writes BUILD/cue.v8, BUILD/role.v8 and BUILD/shares.v8 for `pack.ts` and prints figures on the
 * documents that are held out. KEY=VALUE changes a field of `defaults`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { type AttributionModel, cueLabels, opinionOf, roleLabels } from "../../src/claim/model/propose.ts";
import { isHeldOut, type ReadDocument, readPrepared } from "./corpus.ts";
import { cueExamples, roleExamples } from "./examples.ts";
import { figuresText, scoreOf } from "./score.ts";
import { countShares, sharesOf } from "./shares.ts";
import { type LinearModel, scorerOf, trainChain } from "./trainer.ts";

const defaults = {
  bits: 22,
  cueEpochs: 5,
  roleEpochs: 5,
  cueRate: 0.15,
  roleRate: 0.15,
  dropout: 0.4,
  least: 2,
  seed: 7,
  members: 3,
  /** 1 = take the cue weights, or the role weights, that BUILD holds. */
  keepCues: 0,
  keepRoles: 0,
};
const [corpus, prepared, build, ...changes] = process.argv.slice(2);
if (corpus === undefined || prepared === undefined || build === undefined) {
  console.error("usage: node training/attribution/train.ts CORPUS.jsonl PREPARED BUILD [KEY=VALUE...]");
  process.exit(2);
}
const goldPath: string = corpus;
const into: string = build;
const options = { ...defaults };
for (const each of changes) {
  const [key = "", value = ""] = each.split("=");
  if (!(key in options)) throw new Error(`no option ${key}; there are ${Object.keys(options).join(", ")}`);
  options[key as keyof typeof defaults] = Number(value);
}
const log = (line: string): void => console.log(line);
const documents = readPrepared(prepared);
const training = documents.filter((_, at) => !isHeldOut(at));
const held = documents.filter((_, at) => isHeldOut(at));
const counts = countShares(training);
const shares = sharesOf(counts);
writeFileSync(join(build, "shares.v8"), serialize(shares));

function learned(name: "cue" | "role"): LinearModel {
  const path = join(into, `${name}.v8`);
  const keep = name === "cue" ? options.keepCues : options.keepRoles;
  if (keep === 1 && existsSync(path)) return deserialize(readFileSync(path)) as LinearModel;
  log(`${name}s`);
  const examples = (name === "cue" ? cueExamples : roleExamples)(training, counts, options.bits);
  const chain = trainChain(examples, {
    bits: options.bits,
    labels: name === "cue" ? cueLabels : roleLabels,
    epochs: name === "cue" ? options.cueEpochs : options.roleEpochs,
    rate: name === "cue" ? options.cueRate : options.roleRate,
    dropout: options.dropout,
    least: options.least,
    seed: options.seed,
    members: options.members,
    log,
  });
  writeFileSync(path, serialize(chain));
  return chain;
}

const whole: AttributionModel = {
  cues: scorerOf(learned("cue")),
  roles: scorerOf(learned("role")),
  shares,
  cueLift: 0,
  roleLift: 0,
  calibration: [],
  rules: [],
  orphans: [],
};

/** Figures on held-out documents; with gold cues the roles alone are tried. */
function report(name: string, tried: AttributionModel, goldCues: boolean, set: readonly ReadDocument[] = held): void {
  const found = set.map((document) => {
    const { gold } = document;
    const given = goldCues
      ? gold.flatMap(({ cue }) => (cue[0] ? [cue[0]] : [])).sort((a, b) => a[0] - b[0])
      : undefined;
    const all = opinionOf(document, tried, given).proposals;
    return all.map(({ source, cue, content }) => ({ source, cue: [cue], content }));
  });
  const corpora = process.env["STANDOFF_CORPORA"] ?? "../shared/bench";
  log(`${name}: ${figuresText(scoreOf(set, found, { corpora, folder: into, gold: goldPath }))}`);
}
report("gold cues", whole, true);
for (const cueLift of [0, 0.3, 0.6, 0.9]) report(`cue lift ${cueLift}`, { ...whole, cueLift }, false);
for (const roleLift of [-0.3, 0.3])
  report(`role lift ${roleLift}, cue lift 0.3`, { ...whole, roleLift, cueLift: 0.3 }, false);
