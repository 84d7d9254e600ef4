/** node training/claim/manifest.ts: writes models/claim.json beside models/claim-trees.json. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { trainingSet, writeManifest } from "../lemma/manifest.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const weights = readFileSync(`${root}models/claim-trees.json`);
const { trees, features, classes } = JSON.parse(weights.toString()) as Record<
  "trees" | "features" | "classes",
  readonly unknown[]
>;
writeManifest(
  `${root}models/claim.json`,
  weights,
  [
    trainingSet("story bundles, training part: made-up reports written for it", "as the project", [
      `${root}bench/quality/bundles/bundle-train.jsonl`,
    ]),
  ],
  { trees: trees.length, features: features.length, classes: classes.length },
  "claim-trees.json",
);
