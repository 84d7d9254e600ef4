import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One set that weights were made from. */
export interface TrainingSet {
  readonly name: string;
  readonly licence: string;
  /** SHA-256 of each file, by its name. */
  readonly files: Readonly<Record<string, string>>;
}

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A set of `paths`, hashed. */
export const trainingSet = (name: string, licence: string, paths: readonly string[]): TrainingSet => ({
  name,
  licence,
  files: Object.fromEntries(paths.map((path) => [path.replace(/^.*\//, ""), sha256(readFileSync(path))])),
});

/** Writes what a reader of shipped weights must know beside them: hash, size, sets, the revision of the training code, figures. */
export function writeManifest(
  path: string,
  weights: Uint8Array,
  sets: readonly TrainingSet[],
  figures: Readonly<Record<string, number>>,
  file = path.replace(/^.*\//, "").replace(/\.json$/, ".bin"),
): void {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    encoding: "utf8",
  }).trim();
  writeFileSync(
    path,
    `${JSON.stringify({ file, sha256: sha256(weights), bytes: weights.length, commit, sets, figures }, null, 2)}\n`,
  );
}
