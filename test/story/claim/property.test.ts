import { array, assert, constantFrom, property, shuffledSubarray } from "fast-check";
import { expect, test } from "vitest";
import { loadStoryModel } from "../../../src/engine.ts";
import type { Told } from "../../../src/model/story.ts";
import { joinClaims } from "../../../src/story/claim/claims.ts";
import { affinity } from "../../../src/story/claim/identity.ts";
import { mostPartners, storyPairs } from "../../../src/story/claim/model/story-pairs.ts";
import { readStory } from "../../../src/story/claim/reading.ts";
import { inOrder } from "../../../src/story/order.ts";
import { ledger, toldOf } from "./render.ts";

const { sameness } = loadStoryModel();
const sentences = [
  "The Defence Ministry of Norland said on Tuesday that two drones had hit the depot at Tarn.",
  "Norland's Defence Ministry said drones had hit the depot at Tarn.",
  "The army of Sudmark denied that its drones had hit the depot.",
  '"Nobody fired at the depot," the army\'s spokesman, Ulf Brandt, told reporters.',
  "Governor Ada Holm said that at least nine people had been killed in Tarn.",
  "According to Governor Ada Holm, twelve people were killed in Tarn.",
  "Residents said that they had heard three explosions before dawn.",
  "Two explosions were heard in Tarn, a doctor said.",
  "Ada Holm took back what she had said about the depot.",
  "Correction: the depot is in Tarn, not in Varn.",
  "The ministry may close the crossing on Friday, it said.",
  "They did not say who had fired.",
];

const reportOf = (lines: readonly string[], at: number): Told =>
  toldOf(`## d${at} | Paper ${at} | 2024-05-0${1 + (at % 8)}\n${lines.join(" ")}`)[0]!;

const stories = array(array(constantFrom(...sentences), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 5,
});

test("the order of the documents does not matter", () => {
  const told = sentences.slice(0, 6).map((line, at) => reportOf([line, sentences[at + 5]!], at));
  const first = ledger(told);
  expect(first.claims.length).toBeGreaterThan(3);
  assert(
    property(shuffledSubarray(told, { minLength: told.length }), (shuffled) => {
      expect(ledger(shuffled)).toEqual(first);
    }),
    { numRuns: 20 },
  );
});

test("the words of every place lie inside their text; a relation is between two claims that are there", () => {
  assert(
    property(stories, (reports) => {
      const told = reports.map(reportOf);
      const { claims, relations } = ledger(told);
      const ids = new Set(claims.map(({ id }) => id));
      for (const { places } of claims)
        for (const { document, spans } of places) {
          const { text } = told.find((one) => one.document === document)!.annotation;
          for (const [start, end] of spans) expect(0 <= start && start < end && end <= text.length).toBe(true);
        }
      for (const { from, to } of relations) expect(from !== to && ids.has(from) && ids.has(to)).toBe(true);
      expect(ids.size).toBe(claims.length);
    }),
    { numRuns: 25 },
  );
});

test("no claim holds the word of two bodies that are named apart", () => {
  assert(
    property(stories, (reports) => {
      const story = readStory(inOrder(reports.map(reportOf)), []);
      for (const { tellings } of joinClaims(story, sameness).claims) {
        const bodies = tellings.filter(({ speaker, sure }) => sure && speaker.type === "body");
        for (const one of bodies)
          for (const other of bodies) expect(affinity(one.speaker, other.speaker)).toBeGreaterThan(0);
      }
    }),
    { numRuns: 25 },
  );
});

test("a telling is compared with so many others at most, however many reports a story has", () => {
  const told = Array.from({ length: 200 }, (_, at) =>
    reportOf(
      sentences.map((line) => line.replace("Tarn", `Town${at % 40}`)),
      at,
    ),
  ).map((one, at): Told => ({ ...one, document: `d${at}` as Told["document"] }));
  const story = readStory(inOrder(told), []);
  expect(story.tellings.length).toBeGreaterThan(1000);
  expect(storyPairs(story).length).toBeLessThanOrEqual(mostPartners * story.tellings.length);
});

test("names of the language are words like any other", () => {
  const words = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
  const told = toldOf(
    words
      .map(
        (word, at) => `## d${at} | Post | 2024-03-0${at + 1}
${word} said that ${word} had fired 12 ${word}s at ${word}. The ${word} of Norland denied the claim of the ${word} that ${word} fired. ${word} sticks ${word} ten. Ten ${word} died.
`,
      )
      .join("\n"),
  );
  expect(ledger(told).claims.length).toBeGreaterThan(0);
});
