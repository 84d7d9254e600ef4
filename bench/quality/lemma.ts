/** How often is the lemma right, given the tags? `node bench/quality/lemma.ts [--append] FILE.conllu` prints the share, and how many words a second; with --append it is kept. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { lemmaOf, readLemmas } from "../../src/sentence/core/lemma.ts";
import { append, circumstances } from "../result.ts";

const run = circumstances();
const [path] = process.argv.slice(2).filter((word) => word !== "--append");
if (path === undefined) {
  console.error("usage: node bench/quality/lemma.ts FILE.conllu");
  process.exit(2);
}
const lemmas = readLemmas(readFileSync(new URL("../../models/lemma.bin", import.meta.url)));
const rows = readFileSync(path, "utf8")
  .split("\n")
  .filter((line) => /^\d+\t/.test(line))
  .map((line) => line.split("\t"))
  .map(([, form = "", lemma = "", upos = "", xpos = ""]) => ({ form, lemma, upos, xpos }));
const right = rows.filter(({ form, lemma, upos, xpos }) => lemmaOf(lemmas, form, upos, xpos) === lemma).length;
let speed = 0;
for (let round = 0; round < 8; round++) {
  const start = process.hrtime.bigint();
  for (const { form, upos, xpos } of rows) lemmaOf(lemmas, form, upos, xpos);
  speed = Math.max(speed, rows.length / (Number(process.hrtime.bigint() - start) / 1e9));
}
console.log(
  `right lemmas ${((100 * right) / rows.length).toFixed(2)} % of ${rows.length}; ${(speed / 1e6).toFixed(1)} million words/s, best of 8 rounds`,
);
if (process.argv.includes("--append")) {
  const figure = {
    what: "language core",
    corpus: /ewt/.test(path) ? "UD English EWT" : /gum/.test(path) ? "UD English GUM" : path.split("/").at(-1)!,
    corpusHash: createHash("sha256").update(readFileSync(path)).digest("hex"),
    split: /-(train|dev|test)\./.exec(path)?.[1] ?? null,
    figure: "lemmas, gold tags",
    value: Math.round((10_000 * right) / rows.length) / 100,
    unit: "%",
    n: rows.length,
    min: null,
    median: null,
    max: null,
  };
  append("core", [figure], run);
}
