/**
 * Question: how many titles, bylines and lines of furniture does `standoff read` tell as a careful reader of the pages does?
 * `node bench/quality/page-gold.ts [--append] [--errors] GOLD.jsonl FOLDER…` takes a file of `bench/gold/page` (its README says what the labels mean):
 * - `title-byline-*.jsonl` with one folder of pages for each set, named as the set is (`aeb-dev`, `htmldate-dev`);
 * - `seed-line.jsonl` with the folder of the reports.
 * --errors prints what differs, which a closed file refuses; --append adds the figures to the results.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { append, circumstances, type Figure } from "../result.ts";

/** What `standoff read` prints for one page, as far as it is scored. */
interface Reading {
  readonly id: string;
  readonly text: string;
  readonly body: string;
  readonly blocks: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
  readonly meta: { readonly title: string | null; readonly byline: readonly string[] };
}

interface TitleByline {
  readonly set: string;
  readonly file: string;
  readonly title: string;
  readonly byline: readonly string[];
  /** Titles that are right too. */
  readonly also?: readonly string[];
}

interface SeedLine {
  readonly file: string;
  readonly sha256: string;
  /** Index of the line, its label, and the kind of furniture. Blank lines have none. */
  readonly lines: readonly (readonly [index: number, label: string, kind?: string])[];
}

/** `part` of `n`; no accuracy without both. */
interface Share {
  readonly figure: string;
  readonly part: number;
  readonly n: number;
}

const product = fileURLToPath(new URL("../../bin/standoff.js", import.meta.url));
/** Kinds of blocks that are no part of the article. */
const outside = new Set(["furniture", "teaser"]);
/** A shorter line, such as "Continue", may stand inside a sentence by chance. */
const longLine = 40;

/** Text without what two careful readers write differently: white space, quotes, dashes, case. */
function folded(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** The readings by id. Ends the program where the product fails as a whole; a page that it leaves out has none. */
function read(root: string, lines: readonly object[]): ReadonlyMap<string, Reading> {
  const { stdout, stderr, error } = spawnSync(process.execPath, [product, "read", "--root", root], {
    input: lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (stderr) console.error(stderr.trim());
  if (error || stdout === "") {
    console.error(`standoff read gave no answer for ${root}${error ? `: ${error.message}` : ""}.`);
    process.exit(1);
  }
  const readings = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Reading);
  return new Map(readings.map((reading) => [reading.id, reading]));
}

function sameNames(gold: readonly string[], found: readonly string[]): boolean {
  const golden = new Set(gold.map(folded));
  const seen = new Set(found.map(folded));
  return golden.size === seen.size && [...golden].every((name) => seen.has(name));
}

/** Titles are right when they are equal after folding, bylines when the sets of names are: some of the names counts nothing. */
function scoreTitles(
  gold: readonly TitleByline[],
  folders: readonly string[],
  report: (line: string) => void,
): readonly Share[] {
  let titles = 0;
  let bylines = 0;
  for (const [set, pages] of Map.groupBy(gold, (page) => page.set)) {
    const folder = folders.find((each) => basename(each) === set);
    if (folder === undefined) {
      console.error(`No folder is named ${set}: give the one that the set is unpacked into.`);
      process.exit(2);
    }
    const readings = read(
      folder,
      pages.map(({ file }) => ({ id: file, path: file })),
    );
    for (const { file, title, byline, also = [] } of pages) {
      const found = readings.get(file)?.meta ?? { title: null, byline: [] };
      const titleIsRight = [title, ...also].some((each) => folded(each) === folded(found.title ?? ""));
      const bylineIsRight = readings.has(file) && sameNames(byline, found.byline);
      if (titleIsRight) titles++;
      else report(`${set}/${file} title: ${JSON.stringify(title)} read as ${JSON.stringify(found.title)}`);
      if (bylineIsRight) bylines++;
      else report(`${set}/${file} byline: ${JSON.stringify(byline)} read as ${JSON.stringify(found.byline)}`);
    }
  }
  return [
    { figure: "title, equal after folding", part: titles, n: gold.length },
    { figure: "byline, same set of names", part: bylines, n: gold.length },
  ];
}

/** Furniture is kept out when blocks say so or the body lacks it; a line of the article is kept in when no such block touches it and the body or another block has it. */
function scoreLines(gold: readonly SeedLine[], folder: string, report: (line: string) => void): readonly Share[] {
  const texts = gold.map(({ file, sha256 }) => {
    const bytes = readFileSync(join(folder, file));
    if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
      console.error(`${file} is another file than the one that was labelled.`);
      process.exit(1);
    }
    return { id: file, text: bytes.toString("utf8") };
  });
  const readings = read(folder, texts);
  const counts = new Map<string, { part: number; n: number }>();
  const count = (figure: string, right: boolean): void => {
    const { part, n } = counts.get(figure) ?? { part: 0, n: 0 };
    counts.set(figure, { part: part + Number(right), n: n + 1 });
  };
  for (const { file, lines } of gold) {
    const reading = readings.get(file) ?? { text: "", body: "", blocks: [] };
    const bodyLines = new Set(reading.body.split("\n").map(folded));
    const body = folded(reading.body);
    const labels = new Map(lines.map(([index, label, kind]) => [index, { label, kind }]));
    let start = 0;
    for (const [index, line] of reading.text.split("\n").entries()) {
      const from = start + line.length - line.trimStart().length;
      const to = start + line.trimEnd().length;
      start += line.length + 1;
      const gold = labels.get(index);
      if (!gold) continue;
      const over = reading.blocks.filter((block) => block.start < to && from < block.end);
      const covers = (blocks: typeof over): boolean => {
        const inside = blocks.reduce((sum, each) => sum + Math.min(each.end, to) - Math.max(each.start, from), 0);
        return to - from <= inside;
      };
      const inFurniture = over.filter((block) => outside.has(block.kind));
      const whole = folded(line);
      const inBody = bodyLines.has(whole) || (longLine < whole.length && body.includes(whole));
      const out = covers(inFurniture) || !inBody;
      const kept = inFurniture.length === 0 && (inBody || covers(over));
      const right = gold.label === "furniture" ? out : gold.label === "article" ? kept : !inBody;
      const told = over.map((block) => block.kind).join(", ") || "no block";
      if (!right) report(`${file} line ${index}, ${gold.label}${gold.kind ? ` ${gold.kind}` : ""}: ${told}`);
      if (gold.label === "furniture") {
        count("furniture lines kept out", right);
        count(`furniture lines kept out, ${gold.kind}`, right);
      } else if (gold.label === "article") count("article lines kept in", right);
      else count("title and byline lines out of the body", right);
    }
  }
  return [...counts].map(([figure, share]) => ({ figure, ...share })).sort((a, b) => (a.figure < b.figure ? -1 : 1));
}

const flags = new Set(["--append", "--errors"]);
const [goldPath, ...folders] = process.argv.slice(2).filter((word) => !flags.has(word));
if (goldPath === undefined || folders.length === 0) {
  console.error("usage: node bench/quality/page-gold.ts [--append] [--errors] GOLD.jsonl FOLDER…");
  process.exit(2);
}
const closed = /-closed\./.test(basename(goldPath));
if (closed && process.argv.includes("--errors")) {
  console.error(`${basename(goldPath)} is closed: its figures may be looked at, its pages may not.`);
  process.exit(2);
}
const run = circumstances();
const bytes = readFileSync(goldPath);
const rows = bytes
  .toString("utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as TitleByline | SeedLine);
const report = (line: string): void => {
  if (process.argv.includes("--errors")) console.log(`  ${line}`);
};
const ofLines = rows.filter((row): row is SeedLine => "lines" in row);
const shares =
  ofLines.length === 0 ? scoreTitles(rows as TitleByline[], folders, report) : scoreLines(ofLines, folders[0]!, report);
for (const { figure, part, n } of shares)
  console.log(`${figure}: ${((100 * part) / n).toFixed(1)} % (${part} of ${n})`);
if (process.argv.includes("--append")) {
  const figures = shares.map(
    ({ figure, part, n }): Figure => ({
      what: "page",
      corpus: ofLines.length === 0 ? "60 pages, own gold" : "five reports, own lines",
      corpusHash: createHash("sha256").update(bytes).digest("hex"),
      split: ofLines.length > 0 ? "dev" : closed ? "closed" : "open",
      figure,
      value: Math.round((1000 * part) / n) / 10,
      unit: "%",
      n,
      min: null,
      median: null,
      max: null,
    }),
  );
  append("quality", figures, run);
}
