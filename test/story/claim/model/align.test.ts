import { expect, test } from "vitest";
import { loadStoryModel } from "../../../../src/engine.ts";
import { alignments, cosine, overlap, weigh } from "../../../../src/story/claim/model/align.ts";
import { wordsOf } from "../../../../src/story/claim/words.ts";
import { termOf } from "../../../../src/story/word.ts";

const { meaning } = loadStoryModel();
const terms = (text: string): ReadonlySet<string> => new Set(text.split(" ").map(termOf));
const words = wordsOf(new Map(), new Set(), 10, meaning);
const said = (text: string) => weigh(terms(text), words);

test("the same words are aligned whole, words of another thing hardly", () => {
  expect(alignments(said("rocket hit depot"), said("rocket hit depot"))).toEqual([1, 1]);
  expect(alignments(said("rocket hit depot"), said("missile struck depot"))[0]).toBeGreaterThan(
    alignments(said("rocket hit depot"), said("minister praised teachers"))[0] + 0.3,
  );
});

test("a part is aligned whole with the whole, and the whole in part with it", () => {
  const [part, whole] = [said("depot burned"), said("depot burned village evacuated")];
  const [ofPart, ofWhole] = alignments(part, whole);
  expect(ofPart).toBe(1);
  expect(ofWhole).toBeLessThan(1);
  expect(alignments(whole, part)).toEqual([ofWhole, ofPart]);
});

test("nothing is like nothing", () => {
  const none = weigh(new Set<string>(), words);
  expect(alignments(none, said("depot"))).toEqual([0, 0]);
  expect(overlap(none, none)).toBe(0);
  expect(cosine(none, said("depot"))).toBe(0);
});

test("overlap counts only words that both have", () => {
  expect(overlap(said("depot burned"), said("depot burned"))).toBe(1);
  expect(overlap(said("rocket"), said("missile"))).toBe(0);
});
