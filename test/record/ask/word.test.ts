import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestPassage } from "../../../src/record/ask/passage.ts";
import { hitsIn, matchExpression, readQuery } from "../../../src/record/ask/word.ts";

describe("a query in the language of FTS5", () => {
  const rows: readonly (readonly [query: string, expression: string | null])[] = [
    ["two words", '("two") AND ("words")'],
    ['"two words"', '("two words")'],
    ["one OR two three", '("one" OR "two") AND ("three")'],
    ["yes -no", '(("yes")) NOT ("no")'],
    ['yes -"not this" -that', '(("yes")) NOT ("not this" OR "that")'],
    ["begin*", '("begin"*)'],
    ["co-op", '("co op")'],
    ["Ärger", '("arger")'],
    ['a"b', '("a") AND ("b")'],
    ["or", '("or")'],
    ["col:umn", '("col umn")'],
    ["-no", null],
    ["?! * OR", null],
    ["", null],
  ];
  for (const [query, expression] of rows) {
    test(`of ${query}`, () => expect(matchExpression(readQuery(query))).toBe(expression));
  }
});

describe("the words of a text that a query looks for", () => {
  const rows: readonly (readonly [query: string, text: string, words: readonly string[] | null])[] = [
    ["six", "Six of six.", ["Six", "six"]],
    ["six seven", "Six of six.", null],
    ["six OR seven", "Seven.", ["Seven"]],
    ['"of six"', "Six of six of seven.", ["of", "six"]],
    ["sev*", "Seven severed.", ["Seven", "severed"]],
    ['"six of" -seven', "Six of seven.", null],
    ["cafe", "Café 𝔸 cafe\u0301s", ["Café"]],
    ["cafe*", "Café 𝔸 cafe\u0301s", ["Café", "cafe\u0301s"]],
  ];
  for (const [query, text, words] of rows) {
    test(`${query} in ${text}`, () => {
      const hits = hitsIn(readQuery(query), text);
      expect(hits?.map(({ span: [start, end] }) => text.slice(start, end)) ?? null).toEqual(words);
    });
  }
});

test("a passage lies in the text, and never cuts a character in two", () => {
  const part = fc.constantFrom("word ", "𝔸", "needle ", ". ", "\n", "x".repeat(300));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      const sentences = Array.from(
        text.matchAll(/\S[^.\n]*/g),
        (found) => [found.index, found.index + found[0].length] as const,
      );
      const hits = hitsIn(readQuery("needle"), text) ?? [];
      const passage = bestPassage(text, hits, sentences, []);
      if (passage === null) expect(text.trim()).toBe("");
      else {
        const words = text.slice(...passage.span);
        expect(words.length).toBeGreaterThan(0);
        expect(words.isWellFormed()).toBe(true);
        if (hits.length > 0) expect(words).toContain("needle");
      }
    }),
  );
});
