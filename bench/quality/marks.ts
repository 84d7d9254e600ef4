/**
 * Question: how many marks of evidence are found as a reader found them, and do they bear on the right words?
 * node bench/quality/marks.ts [--append] [--errors] [--looks N] FILE.jsonl     FILE: as bench/gold/mark/README.md describes it
 * Prints precision, recall and F1 over all marks and by kind, and of the gold marks that were found how many bear on the right words and how many of all
 * gold marks are found with the right words. --errors prints each that is missed, too many or aimed wrong; never use it on a closed file.
 * `--looks N` says how often a closed file was looked at, this time included.
 * A kind that the file never has (`anonymous`) is not counted.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { compileCues, findAttributions } from "../../src/claim/attribution.ts";
import { loadAttributions, loadCore, loadLexicon } from "../../src/engine.ts";
import { compileNames, findMentions } from "../../src/mention/mention.ts";
import { nothingGiven } from "../../src/model/document.ts";
import type { MarkKind } from "../../src/model/mark.ts";
import type { Span } from "../../src/model/span.ts";
import { fillPage } from "../../src/sentence/core/fill.ts";
import { parsePage } from "../../src/sentence/parse.ts";
import { readText } from "../../src/text/page.ts";
import { append, circumstances, type Figure } from "../result.ts";

interface Quoted {
  readonly quote: string;
  /** Which occurrence, from 1. */
  readonly nth?: number;
}

interface GoldMark extends Quoted {
  readonly kind: MarkKind;
  readonly target: Quoted | null;
}

interface Item {
  readonly id: string;
  readonly text: string;
  readonly marks: readonly GoldMark[];
}

interface Counts {
  gold: number;
  found: number;
  right: number;
}

const words = process.argv.slice(2);
const looksAt = words.indexOf("--looks");
const looks = looksAt < 0 ? null : Number(words[looksAt + 1]);
const path = words.find((word, at) => !word.startsWith("--") && (looksAt < 0 || at !== looksAt + 1));
if (path === undefined) {
  console.error("usage: node bench/quality/marks.ts [--append] [--errors] [--looks N] FILE.jsonl");
  process.exit(2);
}
const run = circumstances();
const bytes = readFileSync(path);
const items = bytes
  .toString("utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line) as Item);

/** Where the words stand in the text. Throws where they do not: the gold is broken. */
function spanOf(text: string, { quote, nth = 1 }: Quoted): Span {
  let at = -1;
  for (let seen = 0; seen < nth; seen++) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) throw new Error(`"${quote}" (${nth}) is not in "${text}"`);
  }
  return [at, at + quote.length];
}

const overlap = ([from, to]: Span, [start, end]: Span): boolean => from < end && start < to;

const core = loadCore();
const lexicon = loadLexicon();
const names = compileNames(lexicon);
const cues = compileCues(lexicon);
const { model } = loadAttributions();
const read = (text: string) =>
  findAttributions(
    findMentions(fillPage(parsePage(readText(text, nothingGiven), { lang: "en", sentences: null }), core), names),
    cues,
    model,
  );

const counted = new Set(items.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
const kinds = new Map<MarkKind, Counts>([...counted].sort().map((kind) => [kind, { gold: 0, found: 0, right: 0 }]));
let found = 0;
let aimed = 0;
const showErrors = words.includes("--errors");

for (const { id, text, marks: gold } of items) {
  const document = read(text);
  const content = new Map(document.attributions.map((one) => [one.id, one.content]));
  const errors: string[] = [];
  const taken = new Set<string>();
  for (const wanted of gold) {
    const place = spanOf(text, wanted);
    const counts = kinds.get(wanted.kind)!;
    counts.gold++;
    const hits = document.marks.filter(
      (mark) => mark.kind === wanted.kind && overlap([mark.start, mark.end], place) && !taken.has(mark.id),
    );
    for (const hit of hits) taken.add(hit.id);
    const [hit] = hits;
    if (!hit) {
      errors.push(`missed ${wanted.kind}: ${wanted.quote}`);
      continue;
    }
    found++;
    counts.found++;
    counts.right++;
    const bears = hit.words.length > 0 || hit.target === null ? hit.words : content.get(hit.target)!;
    const right = wanted.target
      ? bears.some((span) => overlap(span, spanOf(text, wanted.target!)))
      : bears.length === 0;
    if (right) aimed++;
    else
      errors.push(
        `aimed wrong ${wanted.kind} (${wanted.quote}): ${bears.map(([from, to]) => text.slice(from, to)).join(" … ") || "nothing"} for ${wanted.target?.quote ?? "nothing"}`,
      );
  }
  for (const mark of document.marks) {
    const counts = kinds.get(mark.kind);
    if (!counts || taken.has(mark.id)) continue;
    counts.found++;
    errors.push(`too many ${mark.kind}: ${text.slice(mark.start, mark.end)}`);
  }
  if (showErrors && errors.length > 0) console.log(`${id} ${text}\n${errors.map((line) => `    ${line}`).join("\n")}`);
}

const share = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 10;
const f1 = ({ gold, found: all, right }: Counts): number => share(2 * right, gold + all);
const total: Counts = { gold: 0, found: 0, right: 0 };
for (const [kind, counts] of kinds) {
  total.gold += counts.gold;
  total.found += counts.found;
  total.right += counts.right;
  console.log(`${kind}: F1 ${f1(counts)} (${counts.right} of ${counts.gold}, ${counts.found - counts.right} too many)`);
}
console.log(
  `${items.length} texts, ${total.gold} marks: precision ${share(total.right, total.found)}, recall ${share(total.right, total.gold)}, F1 ${f1(total)}; right words ${share(aimed, found)} of those found, ${share(aimed, total.gold)} of all`,
);
if (words.includes("--append")) {
  const figure = (name: string, value: number, n: number): Figure => ({
    what: "mark",
    corpus: basename(path, ".jsonl"),
    corpusHash: createHash("sha256").update(bytes).digest("hex"),
    split: looks === null ? "dev" : `test (look ${looks})`,
    figure: name,
    value,
    unit: "%",
    n,
    min: null,
    median: null,
    max: null,
  });
  append(
    "quality",
    [
      figure("marks of evidence, precision", share(total.right, total.found), total.found),
      figure("marks of evidence, recall", share(total.right, total.gold), total.gold),
      figure("marks of evidence, F1", f1(total), total.gold),
      figure("right target, of the marks found", share(aimed, found), found),
      ...[...kinds].map(([kind, counts]) => figure(`marks of evidence, ${kind}, F1`, f1(counts), counts.gold)),
    ],
    run,
  );
}
