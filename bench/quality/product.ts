/** Runs the product for the programs that score it, and what they have in common: closed files, shares, lines of the result. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { AnnotatedDocument } from "../../src/model/annotation.ts";
import { append, type Circumstances } from "../result.ts";

const program = fileURLToPath(new URL("../../bin/standoff.js", import.meta.url));

/** A file of gold: its items, and what a line of the result says of it. */
export interface Gold<Item> {
  readonly items: readonly Item[];
  readonly corpus: string;
  readonly hash: string;
  /** Closed files are scored and never printed. */
  readonly closed: boolean;
}

/** Reads a JSONL file of gold; one whose name ends in "-closed" is closed. */
export function readGold<Item>(path: string): Gold<Item> {
  const source = readFileSync(path, "utf8");
  const corpus = basename(path, ".jsonl");
  return {
    items: source
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => JSON.parse(line) as Item),
    corpus,
    hash: createHash("sha256").update(source).digest("hex"),
    closed: corpus.endsWith("-closed"),
  };
}

/** The readings of `annotate` by id, for `lines` of its input. Ends the program where the product fails as a whole. */
export function annotate(lines: readonly { readonly id: string }[]): ReadonlyMap<string, AnnotatedDocument> {
  const { stdout, stderr, error } = spawnSync(process.execPath, [program, "annotate", "--tokens"], {
    input: lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 1 << 29,
  });
  if (error || stdout === "") {
    console.error(`standoff annotate gave no answer: ${error?.message ?? stderr.trim()}.`);
    process.exit(1);
  }
  return new Map(
    stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as AnnotatedDocument)
      .map((document) => [document.id as string, document] as const),
  );
}

/** Where the `nth` plain occurrence of `quote` (the first where it is not told) stands in `text`; null where there is none. */
export function spanOfQuote(text: string, quote: string, nth = 1): readonly [start: number, end: number] | null {
  let at = -1;
  for (let seen = 0; seen < nth; seen++) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) return null;
  }
  return [at, at + quote.length];
}

/** `hits` of `found` that the product gives and of `wanted` that the gold gives. */
export interface Score {
  readonly figure: string;
  readonly hits: number;
  readonly found: number;
  readonly wanted: number;
}

/** F1 in percent; 0 where nothing is wanted. An accuracy has `found` equal to `wanted`. */
export const f1Of = ({ hits, found, wanted }: Score): number =>
  found + wanted === 0 ? 0 : (200 * hits) / (found + wanted);

/** Prints each score, and appends them to the results of the day where the command line asks for it. */
export function report(
  what: string,
  gold: Pick<Gold<unknown>, "corpus" | "hash" | "closed">,
  scores: readonly Score[],
  run: Circumstances,
): void {
  const value = (score: Score): number => Math.round(f1Of(score) * 10) / 10;
  for (const score of scores)
    console.log(
      `${gold.corpus}: ${score.figure} ${value(score).toFixed(1)} % (${score.hits} of ${score.found} found, ${score.wanted} wanted)`,
    );
  if (!process.argv.includes("--append")) return;
  append(
    "quality",
    scores.map((score) => ({
      what,
      corpus: gold.corpus,
      corpusHash: gold.hash,
      split: gold.closed ? "test" : "dev",
      figure: score.figure,
      value: value(score),
      unit: "%",
      n: score.wanted,
      min: null,
      median: null,
      max: null,
    })),
    run,
  );
}
