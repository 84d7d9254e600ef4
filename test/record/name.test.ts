import { expect, test } from "vitest";
import { capitalisedWords, nameKeys } from "../../src/record/name.ts";

test("capitalised words are taken whole, once each, in order", () =>
  expect(capitalisedWords("The O’Neill-Ruiz report of Łódź: iPhone, Łódź, 4G, McDonald's, ÉLYSÉE; x’Y")).toEqual([
    "The",
    "O’Neill-Ruiz",
    "Łódź",
    "McDonald's",
    "ÉLYSÉE",
  ]));

test("codes are no words, however long they are", () => {
  for (const run of ["X".repeat(5_000_000), "Ab-".repeat(1_000_000), `x${"é".repeat(5_000_000)}`])
    expect(capitalisedWords(`One ${run} Two`)).toEqual(["One", "Two"]);
});

test("a name is found by the whole of it and by each of its words with a capital", () =>
  expect(nameKeys("Ministry of Defence")).toEqual(["ministriofdefence", "ministri", "defence"]));
