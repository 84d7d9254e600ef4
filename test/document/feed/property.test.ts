import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { feedDate } from "../../../src/document/feed/date.ts";
import { itemDocument } from "../../../src/document/feed/item.ts";
import { parseFeed } from "../../../src/document/feed/parse.ts";
import type { NewsFeed } from "../../../src/model/feed.ts";

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
// What XML has no character for is left out on reading, and white space around words is no part of them.
const words = fc
  .string({ unit: "grapheme", maxLength: 40 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\uFEFF]/gu, "").trim());
const items = fc.array(fc.record({ title: words, text: words }), { minLength: 1, maxLength: 6 });

const newsOf = (source: string | Uint8Array): NewsFeed => {
  const outcome = parseFeed(source);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  if (outcome.value.kind === "opml") throw new Error("a list");
  return outcome.value;
};

type Row = { readonly title: string; readonly text: string };
const rss = (rows: readonly Row[]): string =>
  `<rss version="2.0"><channel><title>T</title>${rows
    .map(({ title, text }) => `<item><title>${escape(title)}</title><description>${escape(text)}</description></item>`)
    .join("")}</channel></rss>`;

const parts = [
  "<rss>",
  "<channel>",
  "<item>",
  "</item>",
  "<title>",
  "</title>",
  "<![CDATA[",
  "]]>",
  "<!--",
  "-->",
  "&amp;",
  "&#x0;",
  "&#99999999;",
  "<feed",
  ' xmlns="http://www.w3.org/2005/Atom">',
  "<entry>",
  "</entry>",
  "<link href='",
  "'/>",
  "<",
  ">",
  '"',
  "<?xml",
  "?>",
  "<!DOCTYPE x [",
  "]>",
  '{"items":[',
  "</channel></rss>",
  "<pubDate>",
  "2021-01-01",
  '<content type="xhtml">',
  "<div>",
  '<opml><body><outline xmlUrl="',
  "</x>",
  "<x:y>",
  "\0",
  "\uD800",
];

describe("laws of reading feeds", () => {
  test("any bytes, and any order of a feed's parts, are read or named; each item gives a document or a problem", () => {
    const soup = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 8 })), { maxLength: 60 });
    const bytes = fc.uint8Array({ maxLength: 600 });
    fc.assert(
      fc.property(
        fc.oneof(
          soup.map((all) => all.join("")),
          soup.map((all) => `<rss><channel>${all.join("")}`),
          bytes,
        ),
        (body) => {
          const outcome = parseFeed(body, { url: "https://herald.example/feed" });
          const feed = outcome.ok ? outcome.value : null;
          const made = feed === null || feed.kind === "opml" ? [] : feed.items.map((item) => itemDocument(feed, item));
          const codes = [outcome, ...made].flatMap((one) => (one.ok ? [] : [one.problem.code]));
          const known = ["feed/not-a-feed", "feed/item-empty", "document/charset"];
          expect(codes.filter((code) => !known.includes(code))).toEqual([]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("words that are escaped come back as they were written", () => {
    fc.assert(
      fc.property(items, (rows) => {
        const found = newsOf(rss(rows)).items.map((item) => [item.title?.value ?? "", item.summary?.value ?? ""]);
        expect(found).toEqual(rows.map(({ title, text }) => [title, text]));
      }),
    );
  });

  test("bytes and text give the same, in UTF-8 and UTF-16", () => {
    fc.assert(
      fc.property(items, (rows) => {
        const source = rss(rows);
        const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(source, "utf16le")]);
        expect(newsOf(Buffer.from(source))).toEqual(newsOf(source));
        expect(newsOf(wide)).toEqual(newsOf(source));
      }),
    );
  });

  test("a feed cut anywhere keeps the items before the cut, and says so", () => {
    fc.assert(
      fc.property(items, fc.nat(), (rows, where) => {
        const source = rss(rows);
        const start = source.indexOf("<channel>") + 9;
        const cut = start + (where % (source.length - 6 - start));
        const whole = newsOf(source).items;
        const found = newsOf(source.slice(0, cut));
        const ended = source.slice(0, cut).split("</item>").length - 1;
        expect(found.items.slice(0, ended)).toEqual(whole.slice(0, ended));
        expect(found.doubts.map((doubt) => doubt.code)).toContain("feed/damaged");
      }),
    );
  });

  test("a date is a day that exists, or none", () => {
    const piece = fc.constantFrom(
      "Sat",
      ",",
      " ",
      "07",
      "31",
      "Sep",
      "Feb",
      "2002",
      "02",
      "T",
      "24:00",
      "10:61",
      "+0300",
      "GMT",
      "-",
      "/",
      ".",
      "am",
      "Z",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const date = feedDate(pieces.join(""));
        if (date !== null) {
          expect(date).toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/);
          expect(new Date(`${date.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date.slice(0, 10));
        }
      }),
      { numRuns: 3000 },
    );
  });

  // A reader that looks for the end of each of these anew takes minutes for a million of them, and the test runs out of its time.
  const rows: readonly (readonly [part: string, count: number])[] = [
    ["<![CDATA[", 1_000_000],
    ["<!--", 1_000_000],
    ["<?x", 1_000_000],
    ["<!doctype ", 1_000_000],
    ['<a b="', 1_000_000],
    ["<a>", 300_000],
  ];
  for (const [part, count] of rows)
    test(`${count} times ${part} is read in time that grows with the length`, () => {
      const outcome = parseFeed(`<rss><channel>${part.repeat(count)}`);
      expect(outcome.ok).toBe(true);
    });
});
