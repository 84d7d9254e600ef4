/**
 * How many near-copies are found, and how many others are taken for one?
 * node bench/quality/near-copy.ts [--append] [--variants 2000] TEXTS.jsonl    rows with `text` and `story` (such as BASIL)
 * Made-up variants of the texts (cut, reordered, with a new beginning, a fifth of the words changed, and two of these at once) come into a
 * case with the texts. Right is a pair of a variant and its own text, or of two variants of one; a pair of other texts is wrong, of one
 * story or of two, unless the texts themselves share most of their words (the outlets print one agency's report).
 */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type AnnotatedDocument, nothingRead } from "../../src/model/annotation.ts";
import { nothingGiven } from "../../src/model/document.ts";
import { createCase } from "../../src/record/open.ts";
import { write } from "../../src/record/write.ts";
import { parsePage } from "../../src/sentence/parse.ts";
import { readText } from "../../src/text/page.ts";
import { randomFrom } from "../random.ts";
import { append, circumstances, type Figure } from "../result.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { append: { type: "boolean" }, variants: { type: "string", default: "2000" } },
});
const [path] = positionals;
if (path === undefined) {
  console.error("usage: node bench/quality/near-copy.ts [--append] [--variants N] TEXTS.jsonl");
  process.exit(2);
}
const run = circumstances();
const content = readFileSync(path, "utf8");
const texts = content
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line) as { readonly text: string; readonly story: string });
const random = randomFrom(11);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
const vocabulary = texts.flatMap(({ text }) => text.split(/\s+/));
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?]["”]?)\s+/);
const shuffled = <Item>(items: readonly Item[]): readonly Item[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

const cut = (text: string): string => {
  const sentences = sentencesOf(text);
  return sentences.slice(0, Math.max(6, Math.ceil(sentences.length * (0.4 + 0.4 * random())))).join(" ");
};
const reordered = (text: string): string => {
  const sentences = sentencesOf(text);
  const groups: string[] = [];
  for (let at = 0; at < sentences.length; at += 3) groups.push(sentences.slice(at, at + 3).join(" "));
  return shuffled(groups).join("\n\n");
};
const introduced = (text: string): string =>
  `${Array.from({ length: 60 }, () => pick(vocabulary)).join(" ")}.\n\n${sentencesOf(text).slice(2).join(" ")}`;
const reworded = (text: string): string => text.replace(/\S+/g, (word) => (random() < 0.2 ? pick(vocabulary) : word));
const ways: Readonly<Record<string, (text: string) => string>> = {
  cut,
  reordered,
  "new beginning": introduced,
  "a fifth of the words changed": reworded,
  "cut and a fifth changed": (text) => reworded(cut(text)),
  "reordered, new beginning": (text) => introduced(reordered(text)),
};

const folder = mkdtempSync(join(tmpdir(), "standoff-near-"));
const made = createCase(join(folder, "near.standoff"), () => new Date().toISOString());
if (!made.ok) throw new Error(made.problem.message);
/** What each document of the case was made from, and how; in order of coming, from document 1. */
const origins: { readonly of: number; readonly way: string }[] = [];
function keep(text: string, of: number, way: string): void {
  const parsed = parsePage(readText(text, nothingGiven), { lang: "en", sentences: null });
  const name = `${origins.length}`;
  const annotated: AnnotatedDocument = {
    format: "standoff/1",
    line: "document",
    id: name,
    ...parsed,
    ...nothingRead,
    provenance: {
      engine: "bench",
      version: "0",
      weights: null,
      lexicon: "",
      textSha256: createHash("sha256").update(parsed.text).digest("hex"),
    },
  };
  const bytes = Buffer.from(text);
  const incoming = {
    keys: { externalId: name, url: null, publisher: null, path: null },
    bytes,
    bytesSha256: createHash("sha256").update(bytes).digest("hex"),
    retrievedAt: null,
    given: nothingGiven,
  };
  const written = write(made.ok ? made.value : never(), incoming, annotated, new Date().toISOString());
  if (!written.ok) throw new Error(written.problem.message);
  origins.push({ of, way });
}
const never = (): never => {
  throw new Error("no case");
};
for (const [of, { text }] of texts.entries()) keep(text, of, "text");
const names = Object.keys(ways);
for (let at = 0; at < Number(values.variants); at++) {
  const of = Math.floor(random() * texts.length);
  keep(ways[names[at % names.length]!]!(texts[of]!.text), of, names[at % names.length]!);
}

const pairs = made.value.sqlite
  .prepare("SELECT document, other FROM near_copy WHERE document < other")
  .all()
  .map((row) => [Number(row.document) - 1, Number(row.other) - 1] as const);
/** Texts of two outlets that are near-copies themselves: what their variants share is no fault. */
const twins = new Set(pairs.filter(([, other]) => other < texts.length).map(([one, other]) => `${one} ${other}`));
const isTwin = (one: number, other: number): boolean => twins.has(`${Math.min(one, other)} ${Math.max(one, other)}`);
const wrong = pairs.filter(([one, other]) => {
  const [a, b] = [origins[one]!.of, origins[other]!.of];
  return a !== b && !isTwin(a, b);
});
const found = new Map<string, number>();
for (const [one, other] of pairs)
  if (one < texts.length && other >= texts.length && origins[other]!.of === one)
    found.set(origins[other]!.way, (found.get(origins[other]!.way) ?? 0) + 1);
let right = 0;
for (const way of names) {
  const all = origins.filter((one) => one.way === way).length;
  right += found.get(way) ?? 0;
  console.log(`${way}: ${found.get(way) ?? 0} of ${all} found beside their text`);
}
const variants = Number(values.variants);
const precision = pairs.length === 0 ? 0 : 1 - wrong.length / pairs.length;
const ofOneStory = wrong.filter(([one, other]) => texts[origins[one]!.of]!.story === texts[origins[other]!.of]!.story);
console.log(
  `precision ${precision.toFixed(4)} of ${pairs.length} pairs (${wrong.length} wrong, ${ofOneStory.length} of them of one story; ${twins.size} pairs of texts are copies themselves), recall ${(right / variants).toFixed(4)}`,
);
made.value.close();
rmSync(folder, { recursive: true });
if (values.append) {
  const base = {
    what: "near-copies",
    corpus: `${variants} made-up variants of ${texts.length} reports`,
    corpusHash: createHash("sha256").update(content).digest("hex"),
    split: null,
    unit: "1",
    min: null,
    median: null,
    max: null,
  };
  const figures: readonly Figure[] = [
    { ...base, figure: "precision", value: precision, n: pairs.length },
    { ...base, figure: "recall", value: right / variants, n: variants },
  ];
  append("near-copy", figures, run);
}
