import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { version } from "./engine.ts";

/** The rules that stories are made by, and the lists that they look words up in. */
const ruleFolders = ["./story/", "./claim/", "./event/", "./mention/", "./sentence/", "./text/", "./model/"];
/** Learned models and lists of words beside the rules. */
const dataFiles = [
  "../models/meaning.bin",
  "../models/claim-trees.json",
  "../models/relation-trees.json",
  "../lexicon/spelling.tsv",
  "../lexicon/common-word.tsv",
];
const isRule = (name: string): boolean => /(?<!\.d)\.(?:ts|js)$/.test(name);

let identity: string | undefined;

/**
 * What makes the stories of a case, once a process: the package's version, and a fingerprint of its rules, models and lists ("0.3.0 5f1c…"). Equal identities make equal
 * stories of equal readings. The version alone would not do: a checkout changes between two versions, and a ledger that is not what its documents
 * say must mean damage and nothing else.
 */
export function storyMakerIdentity(): string {
  if (identity !== undefined) return identity;
  const hash = createHash("sha256");
  const add = (name: string): void => {
    hash
      .update(name)
      .update("\0")
      .update(readFileSync(new URL(name, import.meta.url)));
  };
  for (const folder of ruleFolders) {
    const names = readdirSync(new URL(folder, import.meta.url), { recursive: true }) as string[];
    for (const name of names
      .map((one) => one.replaceAll("\\", "/"))
      .filter(isRule)
      .sort())
      add(folder + name);
  }
  for (const name of dataFiles) add(name);
  identity = `${version} ${hash.digest("hex").slice(0, 16)}`;
  return identity;
}
