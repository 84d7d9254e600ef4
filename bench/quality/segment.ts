/**
 * How well are sentences and words found in raw text? `node bench/quality/segment.ts FILE.conllu [ERRORS]` prints F1 of both by exact spans
 * (CoNLL 2018 rule). Raw text is made anew: `# text` lines with one blank between them, an empty line at each newpar and newdoc.
 * With ERRORS it prints that many sentence errors and that many word errors.
 */
import { readFileSync } from "node:fs";
import type { Block } from "../../src/model/block.ts";
import type { Span } from "../../src/model/span.ts";
import { parsePage } from "../../src/sentence/parse.ts";

interface Treebank {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Span[];
  readonly words: readonly Span[];
}

/** A CoNLL-U file as text with gold spans. The words of a multiword token are spans where they spell it, else it counts as one word. */
function parseTreebank(file: string): Treebank {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const sentences: Span[] = [];
  const words: Span[] = [];
  let at = 0;
  let blockStart = 0;
  const put = (part: string): void => {
    parts.push(part);
    at += part.length;
  };
  const closeBlock = (): void => {
    if (at > blockStart) blocks.push({ start: blockStart, end: at, kind: "paragraph", furniture: null });
  };
  for (const sentence of file.split(/\n\n+/)) {
    const lines = sentence.split("\n");
    const text = lines.find((line) => line.startsWith("# text = "))?.slice("# text = ".length);
    if (text === undefined) continue;
    if (at > 0 && lines.some((line) => /^# new(?:par|doc)(?:\s|$)/.test(line))) {
      closeBlock();
      put("\n\n");
      blockStart = at;
    } else if (at > 0) put(" ");
    const start = at;
    let from = 0;
    const rows = lines.filter((line) => /^\d/.test(line)).map((line) => line.split("\t"));
    for (let i = 0; i < rows.length; i++) {
      const [id = "", form = ""] = rows[i]!;
      if (id.includes(".")) continue;
      from = text.indexOf(form, from);
      if (from < 0) throw new Error(`"${form}" is not in its place in "${text}": the file is not well formed`);
      if (id.includes("-")) {
        const [low, high] = id.split("-").map(Number) as [number, number];
        const forms = rows.slice(i + 1, i + 2 + high - low).map((row) => row[1]!);
        i += high - low + 1;
        if (forms.join("") === form) {
          for (const each of forms) {
            words.push([start + from, start + from + each.length]);
            from += each.length;
          }
          continue;
        }
      }
      words.push([start + from, start + from + form.length]);
      from += form.length;
    }
    put(text);
    sentences.push([start, at]);
  }
  closeBlock();
  return { text: parts.join(""), blocks, sentences, words };
}

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
const page = {
  text: gold.text,
  blocks: gold.blocks,
  meta: {
    title: null,
    byline: [],
    publisher: null,
    url: null,
    published: null,
    publishedBy: null,
    publishedRange: null,
    modified: null,
    retrieved: null,
    dateline: null,
  },
};
const parsed = parsePage(page, { lang: "en", sentences: null });
const found = parsed.tokens.map((token): Span => [token.start, token.end]);
for (const [name, score] of [
  ["sentence", scoreSpans(gold.sentences, parsed.sentences)],
  ["word", scoreSpans(gold.words, found)],
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
