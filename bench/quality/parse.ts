/**
 * How many tags, lemmas, heads and labels of a treebank does the language core find?
 * node bench/quality/parse.ts [--append] [FILE.conllu …]; without files the development sets of `ud/` in the corpora folder.
 * Twice: on gold tokens with predicted tags, in per cent of the words; and from raw text, sentences and tokens found too, as F1 over words
 * with the same span (CoNLL 2018 rule; a multiword token that its words do not spell is read as its first word, the others count as missed).
 * LAS is without subtypes ("nmod" for "nmod:poss"), punctuation counts.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadCore } from "../../src/engine.ts";
import { fillPage } from "../../src/sentence/core/fill.ts";
import { parsePage } from "../../src/sentence/parse.ts";
import { append, circumstances, type Figure } from "../result.ts";
import { type GoldWord, pageOf, parseTreebank, type Treebank } from "./treebank.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const corpora = process.env["STANDOFF_CORPORA"] ?? join(root, "../shared/bench");
const given = process.argv.slice(2).filter((word) => word !== "--append");
const files = given.length > 0 ? given : ["ewt", "gum"].map((name) => `${corpora}/ud/en_${name}-ud-dev.conllu`);
const missing = files.filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.error(`Not there: ${missing.join(", ")}. Name CoNLL-U files, or set STANDOFF_CORPORA.`);
  process.exit(1);
}
const core = loadCore();
const run = circumstances();

/** A word as it was found; `head` is the gold word at its head's place, -1 for a root, null where there is none of that span. */
interface FoundWord {
  readonly upos: string | null;
  readonly xpos: string | null;
  readonly lemma: string | null;
  readonly deprel: string | null;
  readonly head: number | null;
}

const base = (deprel: string): string => deprel.split(":")[0]!;
const attached = (gold: GoldWord, found: FoundWord): boolean => gold.head === found.head;
const rules: Readonly<Record<string, (gold: GoldWord, found: FoundWord) => boolean>> = {
  words: () => true,
  UPOS: (gold, found) => gold.upos === found.upos,
  XPOS: (gold, found) => gold.xpos === found.xpos,
  lemmas: (gold, found) => gold.lemma === found.lemma,
  UAS: attached,
  LAS: (gold, found) => attached(gold, found) && base(gold.deprel) === base(found.deprel!),
  "LAS with subtypes": (gold, found) => attached(gold, found) && gold.deprel === found.deprel,
};

/** Per cent of each rule, as F1 over the words of both sides. */
const scores = (pairs: readonly (readonly [GoldWord, FoundWord])[], gold: number, found: number) =>
  Object.entries(rules).map(
    ([name, isRight]) => [name, (200 * pairs.filter(([a, b]) => isRight(a, b)).length) / (gold + found)] as const,
  );

/** Scores of `treebank` read from raw text (`sentences` null) or on its own tokens. */
function measure(treebank: Treebank, sentences: Parameters<typeof parsePage>[1]["sentences"]) {
  const parsed = parsePage(pageOf(treebank), { lang: "en", sentences });
  const { tokens } = fillPage(parsed, core);
  const place = ({ start, end }: { readonly start: number; readonly end: number }): string => `${start} ${end}`;
  const goldAt = new Map(treebank.words.map((word, index) => [place(word), index]));
  const pairs: (readonly [GoldWord, FoundWord])[] = [];
  for (let sentence = 0; sentence + 1 < parsed.firstToken.length; sentence++) {
    const first = parsed.firstToken[sentence]!;
    for (const { head, ...token } of tokens.slice(first, parsed.firstToken[sentence + 1]!)) {
      const gold = goldAt.get(place(token));
      if (gold === undefined) continue;
      const headAt = head === 0 ? -1 : (goldAt.get(place(tokens[first + head! - 1]!)) ?? null);
      pairs.push([treebank.words[gold]!, { ...token, head: headAt }]);
    }
  }
  const count = sentences === null ? treebank.words.reduce((sum, word) => sum + word.count, 0) : treebank.words.length;
  return { count, scores: scores(pairs, count, tokens.length) };
}

/** The gold tokens of each sentence, as `annotate` takes them. */
function tokensOf({ sentences, words }: Treebank): readonly (readonly (readonly [string, number, number])[])[] {
  let at = 0;
  return sentences.map(([, end]) => {
    const from = at;
    while (at < words.length && words[at]!.start < end) at++;
    return words.slice(from, at).map((word) => [word.form, word.start, word.end] as const);
  });
}

const figures: Figure[] = [];
for (const file of files) {
  const bytes = readFileSync(file);
  const treebank = parseTreebank(bytes.toString("utf8"));
  for (const [way, sentences] of [
    ["gold tokens", tokensOf(treebank)],
    ["raw text", null],
  ] as const) {
    const measured = measure(treebank, sentences);
    const told = measured.scores.map(([name, value]) => `${name} ${value.toFixed(2)}`).join(" ");
    console.log(`${basename(file)}, ${way}, ${measured.count} words: ${told}`);
    for (const [name, value] of measured.scores) {
      if (way === "gold tokens" && name === "words") continue;
      figures.push({
        what: "language core",
        corpus: /ewt/.test(file) ? "UD English EWT" : /gum/.test(file) ? "UD English GUM" : basename(file),
        corpusHash: createHash("sha256").update(bytes).digest("hex"),
        split: /-(train|dev|test)\./.exec(file)?.[1] ?? null,
        figure: way === "gold tokens" ? `${name}, gold tokens` : `${name}, from raw text, F1`,
        value: Math.round(value * 100) / 100,
        unit: "%",
        n: measured.count,
        min: null,
        median: null,
        max: null,
      });
    }
  }
}
if (process.argv.includes("--append")) append("core", figures, run);
