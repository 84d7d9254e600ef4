/** node training/claim/manifest.ts: writes models/claim.json and models/relation.json beside the trees. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { trainingSet, writeManifest } from "../lemma/manifest.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bundles = trainingSet("story bundles, training part: made-up reports written for it", "as the project", [
  `${root}bench/quality/bundles/bundle-train.jsonl`,
]);
for (const name of ["claim", "relation"]) {
  const weights = readFileSync(`${root}models/${name}-trees.json`);
  const { trees, features, classes } = JSON.parse(weights.toString()) as Record<
    "trees" | "features" | "classes",
    readonly unknown[]
  >;
  const figures = { trees: trees.length, features: features.length, classes: classes.length };
  writeManifest(`${root}models/${name}.json`, weights, [bundles], figures, `${name}-trees.json`);
}
