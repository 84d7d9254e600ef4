import { expect, test } from "vitest";
import { loadStoryModel } from "../../../src/engine.ts";
import { isOpposite } from "../../../src/story/claim/opposite.ts";
import { wordsOf } from "../../../src/story/claim/words.ts";
import { lengthOf, product, readMeaning } from "../../../src/story/meaning/meaning.ts";
import { termOf } from "../../../src/story/word.ts";

const { meaning } = loadStoryModel();
const cosine = (a: string, b: string): number => {
  const [one, other] = [a, b].map((word) => meaning.rowOf(termOf(word))!);
  return product(one!, other!) / (lengthOf(one!) * lengthOf(other!));
};

test.each([
  ["skipper", "captain", "teacher"],
  ["soldiers", "troops", "pupils"],
  ["missile", "rocket", "blanket"],
])("%s is nearer to %s than to %s", (word, near, far) => {
  expect(cosine(word, near)).toBeGreaterThan(cosine(word, far) + 0.3);
});

test.each([
  ["denied", "confirmed"],
  ["Monday", "Tuesday"],
  ["north", "south"],
])("%s never stands for %s", (a, b) => {
  expect(isOpposite(termOf(a), termOf(b))).toBe(true);
  const having = new Map([a, b].map((word) => [termOf(word), 1]));
  expect(wordsOf(having, new Set(), 2, meaning).near(termOf(a)).size).toBe(0);
});

test("a name is near to nothing", () => {
  const having = new Map(["soldiers", "troops", "captain", "skipper"].map((word) => [termOf(word), 1]));
  const near = (names: readonly string[]): number =>
    wordsOf(having, new Set(names.map(termOf)), 4, meaning).near(termOf("captain")).size;
  expect(near([])).toBe(1);
  expect(near(["captain"])).toBe(0);
});

test.each([
  ["empty", new Uint8Array()],
  ["other bytes", new Uint8Array(64)],
  ["cut off", new Uint8Array([0x53, 0x4d, 0x30, 0x31, 1, 0, 0, 0, 64, 0, 0, 0, 1, 0, 0, 0, 0x61])],
])("a pack that is %s throws", (_, bytes) => {
  expect(() => readMeaning(bytes)).toThrow();
});
