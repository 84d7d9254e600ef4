/**
 * How well are names found? `node bench/quality/names.ts [--append] FILE [WEIGHTS.bin]` prints precision, recall and F1 of exact spans with the right kind,
 * by kind too, and how many words a second one core reads. FILE holds words and BIO tags in two columns, -DOCSTART- between documents
 * (WorldWide), or number, word and tag (WikiGold, whose four classes are then the only ones that count).
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { shareKernel } from "../../src/sentence/core/kernel.ts";
import { labelOf, nameKinds, spansOf } from "../../src/sentence/core/name-kind.ts";
import { readNameWeights } from "../../src/sentence/core/name-weights.ts";
import { nameFinder } from "../../src/sentence/core/names.ts";
import { readNames } from "../../training/names/corpus.ts";
import { scoreOf, scoreText } from "../../training/names/score.ts";
import { append, circumstances, type Figure } from "../result.ts";

const [path, weightsPath = new URL("../../models/names.bin", import.meta.url)] = process.argv
  .slice(2)
  .filter((word) => word !== "--append");
if (path === undefined) {
  console.error("usage: node bench/quality/names.ts FILE [WEIGHTS.bin]");
  process.exit(2);
}
const run = circumstances();
const documents = readNames(path);
const started = process.hrtime.bigint();
const weights = readNameWeights(
  readFileSync(weightsPath),
  shareKernel(readFileSync(new URL("../../models/kernel.wasm", import.meta.url))),
);
const find = nameFinder(weights);
const loaded = Number(process.hrtime.bigint() - started) / 1e6;
const four = path.endsWith(".conllu");
/** Nine kinds as WikiGold's four: what it does not mark is dropped. */
const narrowed: Readonly<Record<string, (typeof nameKinds)[number] | null>> = {
  facility: "location",
  norp: "misc",
  product: "misc",
  date: null,
  money: null,
};
const words = documents.reduce((count, document) => count + document.words.length, 0);
const labels = documents.map((document) => {
  const list = new Int32Array(document.words.length);
  for (const span of find(document.words, document.firstWord)) {
    const kind = four && span.kind in narrowed ? narrowed[span.kind]! : span.kind;
    if (kind === null) continue;
    const number = nameKinds.indexOf(kind);
    for (let at = span.from; at < span.to; at++)
      list[at] = labelOf(
        number,
        span.to === span.from + 1 ? "U" : at === span.from ? "B" : at === span.to - 1 ? "L" : "I",
      );
  }
  return list;
});
const score = scoreOf(documents, labels);
console.log(scoreText(score, true));
const rounds: number[] = [];
for (let round = 0; round < 7; round++) {
  const fresh = round === 0 ? nameFinder(weights) : find;
  const before = process.cpuUsage();
  for (const document of documents) fresh(document.words, document.firstWord);
  const { user, system } = process.cpuUsage(before);
  rounds.push((words / (user + system)) * 1000);
}
const [cold, ...warm] = rounds;
console.log(
  `${words} words; load ${loaded.toFixed(0)} ms; thousand words/s of CPU time: first reading ${cold!.toFixed(0)}, again ${warm.map((each) => each.toFixed(0)).join(" ")}`,
);
if (process.argv.includes("--append")) {
  const bytes = readFileSync(path);
  const of = (figure: string, value: number): Figure => ({
    what: "language core",
    corpus: /worldwide/.test(path) ? "WorldWide" : /wikigold/.test(path) ? "WikiGold" : path.split("/").at(-1)!,
    corpusHash: createHash("sha256").update(bytes).digest("hex"),
    split: /-(train|dev)\./.exec(path)?.[1] ?? null,
    figure,
    value: Math.round(value * 100) / 100,
    unit: "%",
    n: documents.reduce((sum, document) => sum + spansOf(document.labels, 0).length, 0),
    min: null,
    median: null,
    max: null,
  });
  const kinds = ["person", "location", "organization"].map((kind) =>
    of(`names, ${kind}, F1 exact`, score.kinds[kind]!),
  );
  append("core", [of(`names, ${four ? "four" : "nine"} kinds, F1 exact`, score.f1), ...kinds], run);
}
