/**
 * How well are sentences and words found in raw text? `node bench/quality/segment.ts FILE.conllu [ERRORS]` prints F1 of both by exact spans
 * (CoNLL 2018 rule). Raw text is made anew: `# text` lines with one blank between them, an empty line at each newpar and newdoc.
 * With ERRORS it prints that many sentence errors and that many word errors.
 */
import { readFileSync } from "node:fs";
import type { Span } from "../../src/model/span.ts";
import { parsePage } from "../../src/sentence/parse.ts";
import { pageOf, parseTreebank } from "./treebank.ts";

/** Precision, recall and F1 of exact spans, in per cent, and the spans that differ. */
function scoreSpans(gold: readonly Span[], found: readonly Span[]) {
  const key = ([start, end]: Span): string => `${start} ${end}`;
  const golden = new Set(gold.map(key));
  const seen = new Set(found.map(key));
  const right = found.filter((span) => golden.has(key(span))).length;
  return {
    precision: (100 * right) / found.length,
    recall: (100 * right) / gold.length,
    f1: (200 * right) / (found.length + gold.length),
    missed: gold.filter((span) => !seen.has(key(span))),
    wrong: found.filter((span) => !golden.has(key(span))),
  };
}

const [path, errors = "0"] = process.argv.slice(2);
if (path === undefined) {
  console.error("usage: node bench/quality/segment.ts FILE.conllu [ERRORS]");
  process.exit(2);
}
const gold = parseTreebank(readFileSync(path, "utf8"));
const parsed = parsePage(pageOf(gold), { lang: "en", sentences: null });
const found = parsed.tokens.map((token): Span => [token.start, token.end]);
for (const [name, score] of [
  ["sentence", scoreSpans(gold.sentences, parsed.sentences)],
  [
    "word",
    scoreSpans(
      gold.words.map(({ start, end }): Span => [start, end]),
      found,
    ),
  ],
] as const) {
  console.log(
    `${name} F1 ${score.f1.toFixed(2)} (precision ${score.precision.toFixed(2)}, recall ${score.recall.toFixed(2)})`,
  );
  const around = ([start, end]: Span): string =>
    `${gold.text.slice(Math.max(0, start - 20), start)}[${gold.text.slice(start, end)}]${gold.text.slice(end, end + 20)}`.replace(
      /\n/g,
      "⏎",
    );
  const step = Math.max(1, Math.floor(score.wrong.length / Number(errors)));
  for (let at = 0; at < score.wrong.length && Number(errors) > 0; at += step)
    console.log(`  ${around(score.wrong[at]!)}`);
}
