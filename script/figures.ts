import { readFileSync, writeFileSync } from "node:fs";
import { type ResultLine, readResults } from "../bench/result.ts";
import { between } from "./section.ts";

// `npm run figures`: the table of figures in README.md, made from bench/result/*.jsonl.
const readme = new URL("../README.md", import.meta.url);

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const valueText = (line: ResultLine): string => {
  if (line.unit === "1") return line.value.toFixed(2);
  const number = line.value.toLocaleString("en-GB", { maximumSignificantDigits: line.value < 100 ? 3 : 4 });
  return `${number} ${line.unit}`;
};

/** The newest line of each figure of each corpus and split, in the order in which they first appear. */
function newestFigures(lines: readonly ResultLine[]): readonly ResultLine[] {
  const newest = new Map<string, ResultLine>();
  // A look at the test split is counted in its name; the figure it belongs to is the same one.
  const splitOf = (line: ResultLine): string => (line.split ?? "").replace(/ \(.*$/, "");
  for (const line of lines) newest.set(JSON.stringify([line.what, line.corpus, splitOf(line), line.figure]), line);
  return [...newest.values()];
}

/** Steps to a tree, of which the last ones from raw text tell most, and names, which nothing in the program asks for yet. */
const isStep = (figure: string): boolean =>
  /^(?:words|XPOS|UAS|LAS with subtypes|lemmas), |^names, |^UPOS, gold/.test(figure) &&
  figure !== "lemmas, from raw text, F1";

/** Hundreds of lines that answer one question each: they stay in their files, and the README tells their sum. */
const isDetail = ({ what, figure }: ResultLine): boolean =>
  what === "ask" || (what === "serve" && figure.startsWith("/")) || (what === "language core" && isStep(figure));

/** The table of figures as Markdown, or a sentence where nothing has been measured. */
export function figureTable(lines: readonly ResultLine[]): string {
  if (lines.length === 0) return "_Nothing has been measured yet._";
  const rows = newestFigures(lines.filter((line) => !isDetail(line))).map((line) => {
    const corpus = line.split ? `${line.corpus}, ${line.split}` : line.corpus;
    return `| ${cell(line.what)} | ${cell(line.figure)} | ${valueText(line)} | ${cell(corpus)} | ${line.n.toLocaleString("en-GB")} | ${line.day} |`;
  });
  return ["| what | figure | value | measured on | n | day |", "|---|---|---:|---|---:|---|", ...rows].join("\n");
}

/** `markdown` with its block of figures made anew. */
export const withFigures = (markdown: string, lines: readonly ResultLine[]): string =>
  between(markdown, "figures", figureTable(lines));

if (import.meta.main) writeFileSync(readme, withFigures(readFileSync(readme, "utf8"), readResults()));
