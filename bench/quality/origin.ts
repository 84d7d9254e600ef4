/**
 * How often are reports of one text taken for one origin, and independent ones not?
 * node bench/quality/origin.ts [--append] [--errors] TEXTS.jsonl    rows with `text` and `story` (such as BASIL)
 * Right: a text and a variant of it (verbatim, cut, with a new lead, reordered, a third of its words changed by rule). Wrong: two outlets' reports of one
 * story, two stories' reports, and reports that share nothing but what they quote. Texts of two outlets that are themselves one agency's are left out:
 * more than half of the shorter one's words, quotations aside, stand in the other.
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { nothingRead } from "../../src/model/annotation.ts";
import { nothingGiven } from "../../src/model/document.ts";
import { id } from "../../src/model/id.ts";
import type { Told } from "../../src/model/story.ts";
import { parsePage } from "../../src/sentence/parse.ts";
import { copiedShare, isCopied } from "../../src/story/origin/copied.ts";
import { readText } from "../../src/text/page.ts";
import { randomFrom } from "../random.ts";
import { append, circumstances, type Figure } from "../result.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { append: { type: "boolean" }, errors: { type: "boolean" } },
});
const [path] = positionals;
if (path === undefined) {
  console.error("usage: node bench/quality/origin.ts [--append] [--errors] TEXTS.jsonl");
  process.exit(2);
}
const run = circumstances();
const content = readFileSync(path, "utf8");
const texts = content
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line) as { readonly text: string; readonly story: string });
const random = randomFrom(7);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
const vocabulary = texts.flatMap(({ text }) => text.split(/\s+/));
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?]["”]?)\s+/);
const quotationsOf = (text: string): readonly string[] =>
  text.match(/(?<![\p{L}\p{N}.,!?…])["“](?!\s)[^"“”\n]{20,600}["”]/gu) ?? [];

const swaps: Readonly<Record<string, string>> = {
  said: "stated",
  says: "states",
  told: "informed",
  but: "however",
  also: "as well",
  after: "following",
  before: "prior to",
  because: "since",
  about: "around",
  many: "numerous",
  new: "recent",
  people: "persons",
  more: "additional",
  would: "will",
  could: "might",
  the: "this",
  a: "one",
  in: "within",
  on: "upon",
  and: "plus",
  is: "remains",
  was: "had been",
  were: "had been",
  has: "did",
  have: "did",
  to: "towards",
  of: "from",
  for: "towards",
  with: "alongside",
  by: "through",
  at: "near",
  that: "which",
};
/** A third of the words changed by rule: every word that has another way to be said is, until a third is changed, then every seventh goes. */
function rewritten(text: string): string {
  const words = text.split(/\s+/);
  const most = words.length / 3;
  let changed = 0;
  return words
    .flatMap((word, at) => {
      if (changed >= most) return [word];
      const other = swaps[word.toLowerCase()];
      if (other !== undefined) {
        changed++;
        return [other];
      }
      if (at % 7 === 3) {
        changed++;
        return [];
      }
      return [word];
    })
    .join(" ");
}
const ways: Readonly<Record<string, (text: string) => string>> = {
  verbatim: (text) => text,
  cut: (text) => {
    const sentences = sentencesOf(text);
    return sentences.slice(0, Math.max(4, Math.ceil(sentences.length * (0.3 + 0.4 * random())))).join(" ");
  },
  "new lead": (text) =>
    `${Array.from({ length: 50 }, () => pick(vocabulary)).join(" ")}.\n\n${sentencesOf(text).slice(2).join(" ")}`,
  reordered: (text) =>
    sentencesOf(text)
      .map((sentence) => ({ sentence, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ sentence }) => sentence)
      .join(" "),
  "a third rewritten by rule": rewritten,
};

const toldOf = (text: string): Told => {
  const parsed = parsePage(readText(text, nothingGiven), { lang: "en", sentences: null });
  const provenance = { engine: "bench", version: "0", weights: null, lexicon: "", textSha256: "" };
  const annotation = { format: "standoff/1", line: "document", id: "", ...parsed, ...nothingRead, provenance } as const;
  return { document: id("d1"), publisher: null, annotation, copies: [] };
};
const tolds = texts.map(({ text }) => toldOf(text));
const leftOut = 0.5;
let [right, missed, wrong, silent] = [0, 0, 0, 0];
for (const [way, vary] of Object.entries(ways)) {
  let found = 0;
  for (const [at, { text }] of texts.entries()) {
    const share = copiedShare(tolds[at]!, toldOf(vary(text)));
    if (isCopied(share)) found++;
    else if (values.errors) console.log(`missed ${way} of ${at}: ${share.toFixed(2)}`);
  }
  right += found;
  missed += texts.length - found;
  console.log(`${way}: ${found} of ${texts.length}`);
}
function unlike(name: string, pairs: readonly (readonly [a: Told, b: Told, what: string])[], mayBeOne = false): void {
  let copied = 0;
  let left = 0;
  for (const [a, b, what] of pairs) {
    const share = copiedShare(a, b);
    if (mayBeOne && share > leftOut) left++;
    else if (isCopied(share)) {
      copied++;
      if (values.errors) console.log(`taken for one: ${what}: ${share.toFixed(2)}`);
    } else silent++;
  }
  wrong += copied;
  console.log(`${name}: ${copied} of ${pairs.length} taken for one origin; ${left} are one text and left out`);
}
const indices = [...texts.keys()];
unlike(
  "two outlets, one story",
  indices.flatMap((a) =>
    indices.flatMap((b) =>
      a < b && texts[a]!.story === texts[b]!.story ? [[tolds[a]!, tolds[b]!, `${a} ${b}`] as const] : [],
    ),
  ),
  true,
);
unlike(
  "two stories",
  indices.map((a) => {
    const b = (a + 3 + Math.floor(random() * (texts.length - 6))) % texts.length;
    return [tolds[a]!, tolds[b]!, `${a} ${b}`] as const;
  }),
);
unlike(
  "nothing but quotations in common",
  indices.flatMap((a) => {
    const quotations = quotationsOf(texts[a]!.text);
    if (quotations.length === 0) return [];
    const b = (a + 9) % texts.length;
    const host = sentencesOf(texts[b]!.text).slice(0, 8);
    const text = host.map((sentence, at) => `${sentence} ${quotations[at % quotations.length]!}`).join(" ");
    return [[tolds[a]!, toldOf(text), `${a} quoted in ${b}`] as const];
  }),
);
const precision = right / Math.max(1, right + wrong);
const recall = right / (right + missed);
console.log(`precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}; ${silent} pairs rightly apart`);
if (values.append) {
  const base = {
    what: "origin",
    corpus: `made-up variants of ${texts.length} reports, independent reports, common quotations`,
    corpusHash: createHash("sha256").update(content).digest("hex"),
    split: null,
    unit: "1",
    min: null,
    median: null,
    max: null,
  };
  const figures: readonly Figure[] = [
    { ...base, figure: "same origin, precision", value: precision, n: right + wrong },
    { ...base, figure: "same origin, recall", value: recall, n: right + missed },
  ];
  append("origin", figures, run);
}
