/**
 * Lemma rules from treebanks: `node training/lemma/train.ts OUT TRAIN.conllu... [-- DEV.conllu...]`.
 * Reads forms, UPOS, XPOS and lemmas; writes OUT (packed, see `src/sentence/core/lemma.ts`) with OUT's manifest (.json) and prints the share of right lemmas on DEV.
 * Documents of GUM whose terms are not open (`mayTrain`) are left out of training. No chance is involved: the same files give the same bytes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import {
  applyScript,
  lemmaKey,
  lemmaOf,
  lemmaSeeds,
  longestEnding,
  readLemmas,
  type Script,
  wholeWord,
} from "../../src/sentence/core/lemma.ts";
import { mayTrain } from "../parse/treebank.ts";
import { type TrainingSet, trainingSet, writeManifest } from "./manifest.ts";
import { packLemmas } from "./pack.ts";
import { type Row, rowsOf } from "./treebank.ts";

/** The script that turns `form` into `lemma`. Small letters are preferred, so that "Ministers" and "ministers" are one rule. */
function scriptOf(form: string, lemma: string): Script {
  let best: Script | null = null;
  let most = -1;
  for (const letters of ["small", "kept", "capital"] as const) {
    const from = applyScript({ letters, cut: 0, add: "" }, form);
    const kept = commonStart(from, lemma);
    if (kept <= most) continue;
    most = kept;
    best = { letters, cut: from.length - kept, add: lemma.slice(kept) };
  }
  return best!;
}
function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

/** An ending is a rule if this many words have it, and this share of them does the same. */
const minForms = 2;
const minShare = 0.7;

interface Node {
  /** Script number -> weight. */
  readonly votes: Map<number, number>;
  forms: number;
}

/** Rules as keys and script numbers. Longer endings come after their shorter ones and only where they say something else. */
function learn(rows: readonly Row[]): {
  readonly scripts: readonly Script[];
  readonly rules: ReadonlyMap<number, number>;
} {
  const scripts = new Map<string, number>();
  const listed: Script[] = [];
  const numberOf = (script: Script): number => {
    const key = `${script.letters}\t${script.cut}\t${script.add}`;
    const known = scripts.get(key);
    if (known !== undefined) return known;
    scripts.set(key, listed.length);
    listed.push(script);
    return listed.length - 1;
  };
  const types = new Map<string, { form: string; seed: number; votes: Map<number, number>; count: number }>();
  const vote = (form: string, seed: number, script: number): void => {
    const key = `${seed}\t${form}`;
    const type = types.get(key) ?? { form, seed, votes: new Map<number, number>(), count: 0 };
    type.votes.set(script, (type.votes.get(script) ?? 0) + 1);
    type.count++;
    types.set(key, type);
  };
  for (const { form, upos, xpos, lemma } of rows) {
    const script = numberOf(scriptOf(form, lemma));
    const small = form.toLowerCase();
    for (const seed of lemmaSeeds(form, upos, xpos)) vote(small, seed, script);
  }
  const nodes = new Map<number, Node>();
  const levels = new Map<number, { readonly key: number; readonly parent: number; readonly depth: number }>();
  const rules = new Map<number, number>();
  for (const { form, seed, votes, count } of types.values()) {
    let parent = 0;
    for (let depth = 0; depth <= longestEnding + 1; depth++) {
      if (depth > 0 && depth <= longestEnding && depth > form.length) continue;
      const key = lemmaKey(seed, form, depth > longestEnding ? wholeWord : depth);
      const node = nodes.get(key) ?? { votes: new Map<number, number>(), forms: 0 };
      node.forms++;
      // An ending is judged by how many words have it, a word by how often it is so.
      for (const [script, n] of votes) {
        // An ending may not cut more than it has seen: "put" says nothing of "shut".
        if (depth <= longestEnding && listed[script]!.cut > depth) continue;
        const weight = depth > longestEnding ? n : (n / count) * Math.log2(1 + count);
        node.votes.set(script, (node.votes.get(script) ?? 0) + weight);
      }
      nodes.set(key, node);
      levels.set(key, { key, parent, depth });
      parent = key;
    }
  }
  const answer = (key: number): number => {
    for (let at = key; ; at = levels.get(at)!.parent) {
      const rule = rules.get(at);
      if (rule !== undefined) return rule;
      if (levels.get(at)!.depth === 0) return -1;
    }
  };
  for (const { key, parent, depth } of [...levels.values()].sort((a, b) => a.depth - b.depth)) {
    const node = nodes.get(key)!;
    let best = -1;
    let most = -1;
    let all = 0;
    for (const [script, weight] of [...node.votes].sort((a, b) => a[0] - b[0])) {
      all += weight;
      if (weight > most) {
        most = weight;
        best = script;
      }
    }
    if (best < 0) continue;
    if (depth > 0 && depth <= longestEnding && (node.forms < minForms || most < all * minShare)) continue;
    if (depth === 0 || answer(parent) !== best) rules.set(key, best);
  }
  return { scripts: listed, rules };
}

const [out, ...files] = process.argv.slice(2);
const border = files.includes("--") ? files.indexOf("--") : files.length;
if (out === undefined || border === 0) {
  console.error("usage: node training/lemma/train.ts OUT TRAIN.conllu... [-- DEV.conllu...]");
  process.exit(2);
}
const rows = files
  .slice(0, border)
  .flatMap((path) => rowsOf(readFileSync(path, "utf8"), (document, source) => mayTrain(document, source, true)));
const { scripts, rules } = learn(rows);
// A script that no rule uses any more is not packed.
const used = [...new Set(rules.values())].sort((a, b) => a - b);
const place = new Map(used.map((script, at) => [script, at]));
const bytes = packLemmas(
  used.map((at) => scripts[at]!),
  new Map([...rules].map(([key, script]) => [key, place.get(script)!])),
);
writeFileSync(out, bytes);
const figures: Record<string, number> = {};
console.log(`${rows.length} words, ${used.length} scripts, ${rules.size} rules, ${bytes.length} bytes`);
const lemmas = readLemmas(bytes);
for (const path of files.slice(border + 1)) {
  const dev = rowsOf(readFileSync(path, "utf8"), () => true);
  const right = dev.filter((row) => lemmaOf(lemmas, row.form, row.upos, row.xpos) === row.lemma).length;
  const share = Math.round((10_000 * right) / dev.length) / 100;
  figures[`right lemmas, gold tags, per cent, ${path.replace(/^.*\//, "")}`] = share;
  console.log(`${path.replace(/^.*\//, "")}: ${share.toFixed(2)} % of ${dev.length}`);
}
const set = (path: string): TrainingSet =>
  /gum/.test(path)
    ? trainingSet("UD English GUM, documents with open terms only (mayTrain)", "CC BY and CC BY-SA, by document", [
        path,
      ])
    : trainingSet("UD English EWT", "CC BY-SA 4.0", [path]);
writeManifest(out.replace(/\.bin$/, ".json"), bytes, files.slice(0, border).map(set), figures);
