import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareKernel, startKernel, takeRoom } from "../../../src/sentence/core/kernel.ts";
import { agreed } from "../../../src/sentence/core/name-agree.ts";
import { contextReader } from "../../../src/sentence/core/name-context.ts";
import { jointFeatures, mostFeatures } from "../../../src/sentence/core/name-feature.ts";
import {
  canFollow,
  isClosed,
  isOpening,
  labelCount,
  labelOf,
  type NameKind,
  type NameSpan,
  spansOf,
} from "../../../src/sentence/core/name-kind.ts";
import { lookUp, makeLookup } from "../../../src/sentence/core/name-lookup.ts";
import { pageReader, takeNumbers } from "../../../src/sentence/core/name-page.ts";
import { readNameWeights } from "../../../src/sentence/core/name-weights.ts";
import { wordTable } from "../../../src/sentence/core/name-word.ts";
import { nameFinder } from "../../../src/sentence/core/names.ts";

const model = (name: string): Buffer => readFileSync(new URL(`../../../models/${name}`, import.meta.url));
const kernel = shareKernel(model("kernel.wasm"));
const weights = readNameWeights(model("names.bin"), kernel);
const find = nameFinder(weights);

/** Sentences of words -> what the finder takes. */
const flat = (sentences: readonly (readonly string[])[]) => {
  const firstWord = [0];
  for (const sentence of sentences) firstWord.push(firstWord.at(-1)! + sentence.length);
  return [sentences.flat(), firstWord] as const;
};

describe("labels", () => {
  const rows = [
    [[0, labelOf(0, "U"), 0], ["person 1-2"]],
    [[labelOf(1, "B"), labelOf(1, "I"), labelOf(1, "L")], ["location 0-3"]],
    [
      [labelOf(2, "U"), labelOf(3, "B"), labelOf(3, "L")],
      ["organization 0-1", "norp 1-3"],
    ],
    [[0, 0], []],
  ] as const;
  for (const [labels, names] of rows)
    test(`${labels.join(" ")} is ${names.join(", ") || "nothing"}`, () =>
      expect(spansOf(labels, 0).map(({ kind, from, to }) => `${kind} ${from}-${to}`)).toEqual(names));
});

describe("a name of one word that ends a person's longer name", () => {
  const words = ["Amina", "Dastoura", "won", ".", "Dastoura", "smiled", "."];
  const full: NameSpan = { from: 0, to: 2, kind: "person" };
  const alone = (kind: NameKind): NameSpan => ({ from: 4, to: 5, kind });
  const rows = [
    ["is that person where it was read as a body", [full, alone("organization")], false, "person"],
    ["stays a place where the gazetteer has it", [full, alone("location")], true, "location"],
    ["stays a day", [full, alone("date")], false, "date"],
    ["stays where no longer name is a person's", [{ ...full, kind: "location" }, alone("location")], false, "location"],
  ] as const;
  for (const [name, spans, known, kind] of rows)
    test(name, () => expect(agreed(words, spans, () => known).at(-1)).toEqual(alone(kind)));
});

test("the path of any scores is one that labels may take, and none is better", () => {
  const longest = 12;
  const { namePath } = startKernel(kernel);
  const { transitions } = weights;
  const scoresAt = takeRoom(kernel, longest * labelCount * 4);
  const labelsAt = takeRoom(kernel, longest * 4);
  const room = takeRoom(kernel, longest * labelCount * 9 + 64);
  const every = Array.from({ length: labelCount }, (_, label) => label);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: longest }), fc.integer(), (words, seed) => {
      let state = seed | 1;
      const scores = new Float32Array(kernel.memory.buffer, scoresAt, words * labelCount);
      for (let at = 0; at < scores.length; at++) {
        state = (Math.imul(state, 1664525) + 1013904223) | 0;
        scores[at] = state / 2 ** 28;
      }
      namePath(labelsAt, scoresAt, words, transitions.byteOffset, room);
      const labels = new Int32Array(kernel.memory.buffer, labelsAt, words);
      expect(isOpening(labels[0]!)).toBe(true);
      expect(isClosed(labels[words - 1]!)).toBe(true);
      for (let at = 1; at < words; at++) expect(canFollow(labels[at - 1]!, labels[at]!)).toBe(true);
      let before = 0;
      let sum = transitions[labels[words - 1]! * labelCount]!;
      labels.forEach((label, at) => {
        sum += transitions[before * labelCount + label]! + scores[at * labelCount + label]!;
        before = label;
      });
      let best = every.map((label) => (isOpening(label) ? transitions[label]! + scores[label]! : -Infinity));
      for (let at = 1; at < words; at++)
        best = every.map(
          (next) =>
            scores[at * labelCount + next]! +
            Math.max(
              ...every.map((label) =>
                canFollow(label, next) ? best[label]! + transitions[label * labelCount + next]! : -Infinity,
              ),
            ),
        );
      const most = every.map((label) =>
        isClosed(label) ? best[label]! + transitions[label * labelCount]! : -Infinity,
      );
      expect(sum).toBeCloseTo(Math.max(...most), 6);
    }),
  );
});

describe("a page is read by the kernel as it is for training", () => {
  const { knowledge, phrases } = weights;
  const own = wordTable(knowledge);
  const train = contextReader(own, phrases);
  const table = wordTable(knowledge, (count) => takeNumbers(kernel, count));
  const page = pageReader(kernel, table, phrases);
  const { nameKeys } = startKernel(kernel);
  const keys = takeNumbers(kernel, mostFeatures);
  const expected = new Int32Array(mostFeatures);

  /** Fails where the two differ; true when all was compared. */
  const isSame = (sentences: readonly (readonly string[])[]): true => {
    const [words, firstWord] = flat(sentences);
    const context = train(words, firstWord);
    const read = page.read(words, firstWord);
    for (const name of [
      "ids",
      "sentenceFrom",
      "sentenceTo",
      "candidate",
      "phrase",
      "runFrom",
      "runTo",
      "loud",
    ] as const)
      expect(Array.from(read[name].subarray(0, words.length)), name).toEqual(Array.from(context[name]));
    for (let at = 0; at < words.length; at++) {
      const count = jointFeatures(context, own.rows(), at, expected, 0);
      expect(nameKeys(keys.byteOffset, read.address, at)).toBe(count);
      expect(Array.from(keys.subarray(0, count))).toEqual(Array.from(expected.subarray(0, count)));
    }
    page.forget(words.length);
    return true;
  };

  const word = fc.oneof(
    fc.constantFrom(
      ..."The Bank of Aldermoor - un Kim Jong , says DELTA Élan élan & Sons 2031 al Ahram ' . New York".split(" "),
    ),
    fc.string({ minLength: 1, maxLength: 8, unit: "binary" }),
  );
  test("any words", () => {
    const sentences = fc.array(fc.array(word, { maxLength: 30 }), { maxLength: 6 });
    fc.assert(
      fc.property(sentences, (all) => {
        expect(isSame(all)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
  test("more words and sentences than the first room has", () => {
    const many = Array.from({ length: 9_000 }, (_, at) => (at % 3 === 0 ? [] : [`Word${at}`, "of", "York"]));
    expect(isSame(many)).toBe(true);
  });
});

test("a table finds what was put in, and nothing else", () => {
  const keys = Array.from({ length: 500 }, (_, at) => Math.imul(at + 1, 0x9e3779b9) | 0);
  const table = makeLookup(
    keys,
    keys.map((_, at) => at),
  );
  keys.forEach((key, at) => expect(lookUp(table, key, -1)).toBe(at));
  expect(lookUp(table, 12345, -1)).toBe(-1);
});

describe("laws", () => {
  const sentence = fc.array(
    fc.oneof(
      fc.constantFrom("Aldermoor", "said", "the", "Ministry", "of", "-", "2031", "$", "Mr.", "VELLAND", "n't"),
      fc.string({ minLength: 1, maxLength: 8, unit: "binary" }),
    ),
    { maxLength: 40 },
  );
  const text = fc.array(sentence, { maxLength: 6 });

  test("names are in order, never overlap, and never leave their sentence", () => {
    fc.assert(
      fc.property(text, (sentences) => {
        const [words, firstWord] = flat(sentences);
        let end = 0;
        for (const { from, to } of find(words, firstWord)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(words.length);
          expect(firstWord.some((border) => border > from && border < to)).toBe(false);
          end = to;
        }
      }),
    );
  });

  test("what was read before changes nothing", () => {
    fc.assert(
      fc.property(text, text, (before, sentences) => {
        const fresh = nameFinder(weights);
        const expected = fresh(...flat(sentences));
        find(...flat(before));
        expect(find(...flat(sentences))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  test("a sentence of 20,000 capitals is read, its names cut at the limit", () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `Word${at % 50}`);
    const names = find(words, [0, words.length]);
    expect(names.every(({ from, to }) => to - from <= 256)).toBe(true);
  });
});

test("bytes that are no weights are refused", () => {
  expect(() => readNameWeights(new Uint8Array(64), kernel)).toThrow("does not begin with STNM");
});
