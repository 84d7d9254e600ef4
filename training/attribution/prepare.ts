/**
 * Reads the corpus with the product's own pipeline, once, so that training starts at once:
 * `node training/attribution/prepare.ts CORPUS.jsonl OUT`.
 */
import { writeFileSync } from "node:fs";
import { serialize } from "node:v8";
import { readCorpus } from "./corpus.ts";
import { corpusReader } from "./read.ts";

const [path, out] = process.argv.slice(2);
if (path === undefined || out === undefined) {
  console.error("usage: node training/attribution/prepare.ts CORPUS.jsonl OUT");
  process.exit(2);
}
const reader = corpusReader();
const started = performance.now();
const documents = readCorpus(path).map((line) => reader.document(line, reader.named(line)));
const tokens = documents.reduce((sum, { words }) => sum + words.count, 0);
console.log(`${documents.length} documents, ${tokens} tokens, ${Math.round(performance.now() - started)} ms`);
writeFileSync(out, serialize(documents));
