import { expect, test } from "vitest";
import {
  countFilters,
  formsIn,
  listFilters,
  matchParts,
  searchFilters,
} from "../../../../src/view/web/search/query.ts";

test("without words nothing is searched", () => expect(searchFilters({ publisher: ["Flash"] })).toBeNull());

test("a search takes no filter that only the list has", () => {
  const query = { words: ["border"], dated: ["no"], notLang: ["en"], sort: ["newest"], at: ["d1"], document: ["d2"] };
  expect(searchFilters(query)).toEqual({ words: ["border"], document: ["d2"] });
});

test("a list takes no filter that only the search has, and shows the newest first", () => {
  expect(listFilters({ words: ["border"], document: ["d2"], at: ["d1"], dated: ["no"] })).toEqual({
    dated: ["no"],
    sort: ["newest"],
  });
  expect(listFilters({ sort: ["recorded"] })).toEqual({ sort: ["recorded"] });
});

test("the list counts for the search what it can", () => {
  expect(countFilters({ words: ["border"], publisher: ["Flash"], sort: ["newest"] })).toEqual({
    words: ["border"],
    publisher: ["Flash"],
  });
  expect(countFilters({ words: ["border"], document: ["d2"] })).toBeNull();
});

const passage = (words: string, ...matches: readonly (readonly [number, number])[]) => ({
  words,
  start: 50,
  matches: matches.map(([start, end]) => ({ words: words.slice(start, end), start: 50 + start, end: 50 + end })),
});

const passages = [
  ["two words apart", passage("the border guard", [4, 10], [11, 16]), ["4-10", "11-16"]],
  ["a genitive is one word", passage("Tarvonia's border", [0, 8], [9, 10]), ["0-10"]],
  ["a curly one too", passage("Tarvonia’s border", [0, 8], [9, 10]), ["0-10"]],
  ["none", passage("nothing"), []],
] as const;
for (const [what, row, parts] of passages) {
  test(`marked: ${what}`, () => expect(matchParts(row).map(({ start, end }) => `${start}-${end}`)).toEqual(parts));
}

test("forms are told once, whatever their capitals", () => {
  const rows = [passage("Veshkar's word", [0, 7], [8, 9]), passage("VESHKAR and Weshkar", [0, 7], [12, 19])];
  expect(formsIn(rows)).toEqual(["Veshkar", "Weshkar"]);
});
