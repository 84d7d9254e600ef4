import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePage } from "../../src/sentence/parse.ts";
import { longestSentence } from "../../src/sentence/split.ts";
import { longestToken } from "../../src/sentence/tokenise.ts";
import { goldenTests } from "../golden.ts";
import { paragraphs, parsedOf } from "./parsed.ts";

goldenTests("sentence", ({ text }) => {
  const parsed = parsedOf(text);
  return parsed.sentences
    .map((_, at) =>
      parsed.tokens
        .slice(parsed.firstToken[at], parsed.firstToken[at + 1])
        .map(({ start, end }) => text.slice(start, end))
        .join(" "),
    )
    .join("\n");
});

/** Texts of what trips splitters: words, stops, quotes, breaks, emoji, combining marks, other scripts, control characters. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          ..."Mr.|U.S.|a.m.|No. 5|J. K.|don't|Ruritania's|said.|\"|”|“|'|’|...|…|?!|\r\n|\n\n|\t|\u00a0|\u200b|\u0301|👍🏽|مرحبا|。|中文|1,000km|10:30|http://a.b/c.|a@b.org|-|(|)|[|]|]]]]]]]]]]|\u0000|\ufeff|The|it|2021-11-12".split(
            "|",
          ),
        ),
      },
      { weight: 3, arbitrary: fc.constant(" ") },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

describe("laws", () => {
  test("sentences are in order, do not overlap, hold every visible character, and lie in one block each", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { sentences, blocks } = parsedOf(text);
        let last = 0;
        for (const [start, end] of sentences) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(last, start)).toMatch(/^\s*$/);
          expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
          last = end;
        }
        expect(text.slice(last)).toMatch(/^\s*$/);
      }),
    );
  });

  test("tokens are in order, do not overlap, hold every visible character, and lie in their sentence", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { sentences, tokens, firstToken } = parsedOf(text);
        expect(firstToken.length).toBe(sentences.length + 1);
        expect(firstToken[0]).toBe(0);
        expect(firstToken.at(-1)).toBe(tokens.length);
        let last = 0;
        for (const { start, end } of tokens) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(last, start)).toMatch(/^\s*$/);
          last = end;
        }
        for (const [at, [start, end]] of sentences.entries()) {
          const inside = tokens.slice(firstToken[at], firstToken[at + 1]);
          expect(inside.length).toBeGreaterThan(0);
          expect([inside[0]!.start, inside.at(-1)!.end]).toEqual([start, end]);
        }
      }),
    );
  });

  test("no token cuts a surrogate pair", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tokens } = parsedOf(text);
        for (const { start, end } of tokens)
          for (const at of [start, end])
            expect(/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))).toBe(false);
      }),
    );
  });

  test("the same text gives the same parse", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parsedOf(text)).toEqual(parsedOf(text));
      }),
    );
  });
});

describe("hostile text is cut, not followed", () => {
  const rows = [
    ["a sentence without end", "word and ".repeat(50_000)],
    ["a word without end", "a".repeat(1_000_000)],
    ["line breaks", "\n".repeat(1_000_000)],
    ["brackets", "([{".repeat(300_000)],
    ["apostrophes", "a'".repeat(200_000)],
    ["an address without end", `http://${"a.b/".repeat(100_000)}`],
    ["hyphens", "a-".repeat(100_000)],
    ["combining marks", "\u0301".repeat(200_000)],
  ] as const;
  for (const [name, text] of rows) {
    test(`${name}`, () => {
      const { sentences, tokens, firstToken } = parsedOf(text);
      expect(Math.max(0, ...tokens.map(({ start, end }) => end - start))).toBeLessThanOrEqual(longestToken);
      for (const at of sentences.keys())
        expect(firstToken[at + 1]! - firstToken[at]!).toBeLessThanOrEqual(longestSentence);
    });
  }
});

test("given tokens are used as they are", () => {
  const text = "He left. It rained";
  const page = { ...parsedOf(text), text, blocks: paragraphs(text) };
  const parsed = parsePage(page, {
    lang: "en",
    sentences: [
      [
        ["He", 0, 2],
        ["left.", 3, 8],
      ],
      [],
      [["It", 9, 11]],
    ],
  });
  expect(parsed.sentences).toEqual([
    [0, 8],
    [9, 11],
  ]);
  expect(parsed.firstToken).toEqual([0, 2, 3]);
  expect(parsed.tokens.map(({ start, end }) => text.slice(start, end))).toEqual(["He", "left.", "It"]);
});

test("the language is the given one, else the one that the text shows", () => {
  const text =
    "The border was closed on Friday and the troops have left the town. Nobody knows when it will be opened again.";
  const page = { ...parsedOf(text), text };
  expect(parsePage(page, { lang: null, sentences: null }).lang).toBe("en");
  expect(parsePage(page, { lang: "ru", sentences: null }).lang).toBe("ru");
});
