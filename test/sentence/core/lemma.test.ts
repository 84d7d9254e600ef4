import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lemmaOf, readLemmas } from "../../../src/sentence/core/lemma.ts";

const lemmas = readLemmas(readFileSync(new URL("../../../models/lemma.bin", import.meta.url)));

const rows = [
  ["were", "AUX", "VBD", "be"],
  ["n't", "PART", "RB", "not"],
  ["Ministers", "NOUN", "NNS", "minister"],
  ["said", "VERB", "VBD", "say"],
  ["Said", "VERB", "VBD", "say"],
  ["shelling", "VERB", "VBG", "shell"],
  ["denied", "VERB", "VBD", "deny"],
  ["cities", "NOUN", "NNS", "city"],
  ["women", "NOUN", "NNS", "woman"],
  ["worst", "ADJ", "JJS", "bad"],
  ["Minsk", "PROPN", "NNP", "Minsk"],
  ["I", "PRON", "PRP", "I"],
  ["i", "PRON", "PRP", "I"],
  ["The", "DET", "DT", "the"],
  // A word that no treebank has goes by its ending.
  ["Grombled", "VERB", "VBD", "gromble"],
  ["zorkies", "NOUN", "NNS", "zorky"],
  // Tags that no treebank has.
  ["Word", "NOSUCH", "NONE", "word"],
] as const;
for (const [form, upos, xpos, lemma] of rows)
  test(`${form} ${upos} ${xpos} is ${lemma}`, () => expect(lemmaOf(lemmas, form, upos, xpos)).toBe(lemma));

test("any word with any tags has a lemma, the same each time", () => {
  const word = fc.string({ minLength: 1, unit: "binary" });
  const tag = fc.oneof(fc.constantFrom("NOUN", "VERB", "PROPN", "X"), fc.string());
  fc.assert(
    fc.property(word, tag, tag, (form, upos, xpos) => {
      const lemma = lemmaOf(lemmas, form, upos, xpos);
      expect(lemma.length).toBeGreaterThan(0);
      expect(lemmaOf(lemmas, form, upos, xpos)).toBe(lemma);
    }),
  );
});

test("bytes of another form are refused", () => {
  expect(() => readLemmas(new Uint8Array([9, 0, 0, 0, 9, 0, 0, 0, 1]))).toThrow("header tells of 71");
});
