/**
 * node training/parse/prepare.ts UD SILVER OUT [loose]: treebanks of folder UD and plain news (SILVER, one JSON object with "text" a line)
 * -> arrays for `train.py` in OUT. A type is a word form; each set is a list of type ids with sentence lengths and, for treebanks,
 * tag, head and label. `loose` keeps all of GUM but what its LICENSE names as non-commercial.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { normalForm, wordFeature } from "../../src/sentence/core/feature.ts";
import { sentenceEnds } from "../../src/sentence/split.ts";
import { tokenise } from "../../src/sentence/tokenise.ts";
import { mayTrain, readTreebank, type TreebankSentence } from "./treebank.ts";

const [ud = ".", silver = ".", out = ".", loose = ""] = process.argv.slice(2);
const most = 150;
const types = new Map<string, number>();
const typeOf = (form: string): number => {
  const known = types.get(form) ?? types.size;
  types.set(form, known);
  return known;
};
const ewt = readTreebank(`${ud}/en_ewt-ud-train.conllu`, () => true);
const gum = readTreebank(`${ud}/en_gum-ud-train.conllu`, (document, source) =>
  mayTrain(document, source, loose === ""),
);
const train = [...ewt, ...gum].filter(({ form }) => form.length <= most);
const counted = (values: Iterable<string>, least: number): string[] => {
  const count = new Map<string, number>();
  for (const value of values) count.set(value, (count.get(value) ?? 0) + 1);
  return [...count].filter(([, times]) => times >= least).map(([value]) => value);
};
const tagName = (sentence: TreebankSentence, at: number): string => `${sentence.upos[at]}|${sentence.xpos[at]}`;
const tags = counted(
  train.flatMap((sentence) => sentence.form.map((_, at) => tagName(sentence, at))),
  4,
);
const labels = counted(
  train.flatMap(({ deprel }) => deprel),
  20,
);

function write(name: string, sentences: readonly { readonly form: readonly string[] }[]): void {
  writeFileSync(
    `${out}/${name}.length`,
    Int32Array.from(sentences, ({ form }) => form.length),
  );
  writeFileSync(`${out}/${name}.type`, Int32Array.from(sentences.flatMap(({ form }) => form.map(typeOf))));
  const tokens = sentences.reduce((sum, { form }) => sum + form.length, 0);
  console.log(`${name}: ${sentences.length} sentences, ${tokens} tokens`);
}

/** Index in `names`; what is too rare for a name of its own gets the nearest: the same first part, else -1 (never right, not trained). */
function indexIn(names: readonly string[], name: string, part: string): number {
  const at = names.indexOf(name);
  return at >= 0 ? at : names.findIndex((one) => one.split(/[|:]/)[0] === part);
}

function writeGold(name: string, sentences: readonly TreebankSentence[]): void {
  write(name, sentences);
  const gold = sentences.flatMap((sentence) =>
    sentence.form.flatMap((_, at) => [
      indexIn(tags, tagName(sentence, at), sentence.upos[at]!),
      sentence.head[at]!,
      indexIn(labels, sentence.deprel[at]!, sentence.deprel[at]!.split(":")[0]!),
    ]),
  );
  writeFileSync(`${out}/${name}.gold`, Int32Array.from(gold));
}

writeGold("train", train);
for (const bank of ["ewt", "gum"])
  writeGold(
    `${bank}-dev`,
    readTreebank(`${ud}/en_${bank}-ud-dev.conllu`, () => true),
  );

const texts = existsSync(silver)
  ? readFileSync(silver, "utf8")
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { text: string }).text)
  : [];
const plain = new Map<string, { readonly form: readonly string[] }>();
for (const text of texts) {
  for (const line of text.matchAll(/[^\n]+/g)) {
    const spans = tokenise(text, line.index, line.index + line[0].length);
    let from = 0;
    for (const to of sentenceEnds(text, spans)) {
      const form = spans.slice(from, to).map(([start, end]) => text.slice(start, end));
      if (form.length > 2 && form.length <= 100) plain.set(form.join(" "), { form });
      from = to;
    }
  }
}
write("silver", [...plain.values()]);

// The word list: the words of the vectors, then words of the treebanks seen twice, then words of the news seen five times.
const words = readFileSync(`${out}/vector.txt`, "utf8").split("\n");
const known = new Set(words);
const add = (sentences: readonly { readonly form: readonly string[] }[], least: number): void => {
  const forms = sentences.flatMap(({ form }) => form.map(normalForm));
  for (const word of counted(forms, least)) {
    if (known.has(word)) continue;
    known.add(word);
    words.push(word);
  }
};
add(train, 2);
add([...plain.values()], 5);
const rowOf = new Map(words.map((word, at) => [word, at]));
const feature = [...types.keys()].flatMap((form) => {
  const { long, short, prefix, shape } = wordFeature(form);
  return [rowOf.get(normalForm(form.slice(0, 100))) ?? -1, long, short, prefix, shape];
});
writeFileSync(`${out}/type.feature`, Int32Array.from(feature));
writeFileSync(`${out}/type.json`, JSON.stringify([...types.keys()]));
writeFileSync(`${out}/meta.json`, JSON.stringify({ tags, labels, words }));
console.log(`${types.size} types, ${words.length} words, ${tags.length} tags, ${labels.length} labels`);
