import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { askDocuments } from "../../../src/record/ask/documents.ts";
import { askSearch, type SearchFilter } from "../../../src/record/ask/search.ts";
import { type Draft, exampleCase } from "../example.ts";
import { context, reports } from "./reports.ts";

const { record, done } = exampleCase(...reports);
afterAll(done);

const found = async (filter: SearchFilter): Promise<string> =>
  (await askSearch(record, filter, context))
    .map((row) => row.externalId)
    .sort()
    .join(" ");

describe("a search", () => {
  const rows: readonly (readonly [words: string, documents: string])[] = [
    ["drill", "x2"],
    ["DRILL", "x2"],
    ["drill tanks", ""],
    ["drill OR tanks", "x1 x2"],
    ["norland -tanks", "x2 x3 x5"],
    ["norland -drill -tanks", "x3 x5"],
    ['"red cross"', "x3"],
    ['"cross red"', ""],
    ["tele*", "x2"],
    ["tele", ""],
    // One name in all its spellings: by rule, by the lexicon's sets, and over alphabets.
    ["lukavenko", "x1 x2 x4"],
    ["Лукавенка", "x1 x2 x4"],
    ["kyrovar", "x1 x2 x4"],
    ["Kirovard drill", "x2"],
    // In quotes, this spelling only.
    ['"Kirovard"', "x2"],
    // The title that was given beside the text.
    ["dull", "x5"],
    // Syntax of FTS5 and of SQL is words.
    ["title:norland", ""],
    ["likely_here", "x5"],
    ["NEAR(norland drill)", ""],
    ["norland AND drill", ""],
    ["tanks) OR (1=1", "x1"],
    ["'; DROP TABLE document; --", ""],
    ['"', ""],
    ["* - OR", ""],
    ["-norland", ""],
    ['"red cross', "x3"],
    ["OR drill", "x2"],
    ["drill OR", "x2"],
  ];
  for (const [words, documents] of rows)
    test(`finds ${words}`, async () => expect(await found({ words })).toBe(documents));

  const filters: readonly (readonly [Omit<SearchFilter, "words">, documents: string])[] = [
    [{ publisher: ["Norland Post"] }, "x1 x3"],
    [{ lang: ["en"], from: "2031-05-03" }, "x2 x3"],
    [{ to: "2031-05-02" }, "x1"],
    [{ document: ["x2", "x3"] }, "x2 x3"],
  ];
  for (const [filter, documents] of filters) {
    test(`norland with ${JSON.stringify(filter)}`, async () =>
      expect(await found({ words: "norland", ...filter })).toBe(documents));
  }

  test("limit and offset cut one order", async () => {
    const all = await askSearch(record, { words: "norland" });
    const cut = await askSearch(record, { words: "norland", limit: 2, offset: 1 });
    expect(cut).toEqual(all.slice(1, 3));
    expect(all.length).toBe(4);
  });
});

test("a hit shows the sentence that answers most, and every matching word in it", async () => {
  const [row] = await askSearch(record, { words: "kirovard tanks", document: ["x1"] }, context);
  expect(row?.words).toBe(
    "Defence Minister Jana Lukavenka claimed on Monday that Norland moved 300 tanks to Kyrovar, without giving evidence.",
  );
  expect(row?.matches).toEqual([
    { words: "tanks", start: 97, end: 102 },
    { words: "Kyrovar", start: 106, end: 113 },
  ]);
  expect([row?.start, row?.end, row?.block]).toEqual([24, 139, "paragraph"]);
});

test("an article's sentence is shown before furniture, and furniture where there is nothing else", async () => {
  const shown = async (words: string) => (await askSearch(record, { words, document: ["x1"] })).map((row) => row.block);
  expect(await shown("jana")).toEqual(["paragraph"]);
  expect(await shown("subscribe")).toEqual(["furniture"]);
});

test("two neighbouring sentences are shown where together they answer more", async () => {
  const [row] = await askSearch(record, { words: "telegram envoys" });
  expect(row?.words).toBe(
    "President Lukavenko warned via Telegram that Norland would regret it. He met envoys on 2 May.",
  );
});

test("a name of several words is found by another name of its set", async () => {
  const renamed = exampleCase(
    { id: "n", text: "Talks in New Harbour ended." },
    { id: "o", text: "A new day in the harbour." },
  );
  const spellings = [{ spellings: ["Novaport", "New Harbour"] }];
  const ids = async (words: string) =>
    (await askSearch(renamed.record, { words }, { spellings })).map((row) => row.externalId);
  expect(await ids("novaport talks")).toEqual(["n"]);
  expect(await ids("new harbour")).toEqual(["n"]);
  expect(await ids("new day harbour")).toEqual(["o"]);
  renamed.done();
});

test("a sentence of a megabyte is cut around the word", async () => {
  const long: Draft = { id: "long", text: `${"word ".repeat(100_000)}needle ${"word ".repeat(100_000)}` };
  const cut = exampleCase(long);
  const [row] = await askSearch(cut.record, { words: "needle" });
  expect(row?.words.length).toBeLessThanOrEqual(800);
  expect(row?.matches.map((match) => match.words)).toEqual(["needle"]);
  cut.done();
});

// Strings that lean towards the syntax of queries.
const abuse = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "-",
        "*",
        "OR",
        "AND",
        "NOT",
        "NEAR(",
        ")",
        ":",
        "^",
        "{",
        "+",
        "norland",
        "ẞ",
        "'",
        "\0",
        " ",
        "İ",
        "𝔸",
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join("")),
);

test("no text is a wrong query", async () => {
  await fc.assert(
    fc.asyncProperty(abuse, async (words) => {
      for (const row of await askSearch(record, { words }, context)) {
        for (const match of row.matches) {
          expect(match.start).toBeGreaterThanOrEqual(row.start);
          expect(match.end).toBeLessThanOrEqual(row.end);
        }
      }
      await askDocuments(record, { words }, context);
    }),
    { numRuns: 300 },
  );
});

test("a word of a text finds the text, and the hit holds the word", async () => {
  const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿА-я0-9]{1,12}$/);
  const text = "Ärger ÉTÉ Ångström naïve Łódź 42 Ёлка Їжак straße";
  const own = exampleCase({ id: "w", text });
  for (const one of text.split(" ")) {
    expect((await askSearch(own.record, { words: one })).map((row) => row.matches.map((match) => match.words))).toEqual(
      [[one]],
    );
  }
  await fc.assert(
    fc.asyncProperty(word, async (one) => {
      const [row] = await askSearch(own.record, { words: `"${one}"` });
      if (row) expect(row.matches.length).toBeGreaterThan(0);
    }),
  );
  own.done();
});
