import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nothingGiven } from "../../src/model/document.ts";
import type { Page } from "../../src/model/page.ts";
import { bodyOf } from "../../src/text/body.ts";
import { readHtml } from "../../src/text/html.ts";
import { normaliseText } from "../../src/text/normalise.ts";
import { readText } from "../../src/text/page.ts";

// Lines that meet the rules, so that random pages reach more of them than random letters would.
const line = fc.constantFrom(
  "LINDAVA -- The government closed the border on Friday, the ministry said.",
  "Lindava (NPA) — \u00A0“Nobody will pass,” said the minister of the interior to reporters.",
  "Home",
  "Share",
  "please wait",
  "0:00 0:02:10 0:00",
  "Read more",
  "Belmara Extends Term Of Its Conscripts",
  "By Anna Tessel and Jan Orlik",
  "March 4, 2022",
  "Guards near Karsk (file photo)",
  "Update: Two guards were wounded late on Friday, it said.",
  "With reporting by NPA",
  "© 2022 The Harbour Post",
  "•",
  "Граница закрыта, сообщило министерство.",
  "国境は金曜日に閉鎖された。",
  "👩‍👩‍👧 e\u0301",
);
const separator = fc.constantFrom("\n", "\n\n", "\r\n", "\r", "\u2028", "\n \t\n", " ", "\uD800");
const pageText = fc.oneof(
  fc
    .array(fc.tuple(fc.oneof(line, fc.string({ unit: "binary" })), separator), { maxLength: 30 })
    .map((parts) => parts.flat().join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);
const tag = fc.constantFrom(
  "<p>",
  "</p>",
  "<div class=share>",
  "</div>",
  "<article>",
  "</article>",
  "<h1>",
  "</h1>",
  "<br>",
  "<br><br>",
  "<td>",
  "<tr>",
  "<script>",
  "</script>",
  "<nav>",
  "</nav>",
  "<b",
  "</",
  "<!--",
  "-->",
  "&amp;",
  "&#0;",
  "&#xD800;",
  '<meta property="og:title" content="Border">',
  "<title>",
  "</title>",
  "<time datetime=2022-02-30>",
  "<a href=x>",
  "</a>",
);
const html = fc.array(fc.oneof(tag, line), { maxLength: 40 }).map((parts) => parts.join(""));

/** The first law that a page's blocks break, in words; null where they keep them all. */
function brokenLaw({ text, blocks }: Page): string | null {
  let covered = 0;
  for (const { start, end, kind } of blocks) {
    const words = text.slice(start, end);
    if (start < covered) return `${kind} at ${start} begins before ${covered}`;
    if (end <= start || end > text.length) return `${kind} at ${start} ends at ${end} of ${text.length}`;
    if (words !== words.trim()) return `${kind} at ${start} has white space around it`;
    if (text.slice(covered, start).trim() !== "") return `nothing holds the text before ${start}`;
    covered = end;
  }
  return text.slice(covered).trim() === "" ? null : `nothing holds the text after ${covered}`;
}

describe("blocks are in order, not empty, and hold every character that is not white space", () => {
  test("of a text", () => {
    fc.assert(
      fc.property(pageText, (text) => {
        expect(brokenLaw(readText(text, nothingGiven))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
  test("of an HTML page", () => {
    fc.assert(
      fc.property(html, (source) => {
        expect(brokenLaw(readHtml(source, nothingGiven))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

test("a text is normalised unit for unit, once", () => {
  fc.assert(
    fc.property(pageText, (raw) => {
      const { text } = normaliseText(raw);
      expect(text.length).toBe(raw.length);
      expect(text.isWellFormed()).toBe(true);
      expect(text.includes("\0")).toBe(false);
      expect(normaliseText(text)).toEqual({ text, replaced: 0 });
    }),
  );
});

test("reading twice gives the same, and the body holds words of the text only", () => {
  fc.assert(
    fc.property(pageText, (raw) => {
      const page = readText(raw, nothingGiven);
      expect(readText(raw, nothingGiven)).toEqual(page);
      for (const part of bodyOf(page).split("\n\n")) expect(page.text).toContain(part);
    }),
  );
});

describe("hostile text is read in one pass", () => {
  const many = 50_000;
  const rows: readonly (readonly [name: string, text: string])[] = [
    ["a line without end", "a".repeat(5_000_000)],
    ["spaces", `${" ".repeat(2_000_000)}x`],
    ["bars", `${"a | ".repeat(many)}b`],
    ["capitals of a byline", `By ${"McA".repeat(many)}`],
    ["lines of one letter", "a\n".repeat(many)],
    ["quotes", '"'.repeat(many)],
  ];
  test.each(rows)("%s", (_, text) => expect(brokenLaw(readText(text, nothingGiven))).toBeNull());
  test("elements that are never closed", () => {
    expect(brokenLaw(readHtml(`${"<i>".repeat(many)}${"</b>".repeat(many)}x`, nothingGiven))).toBeNull();
  });
  test("cells and line breaks", () => {
    expect(
      brokenLaw(readHtml(`<table><tr>${"<td> ".repeat(20_000)}${"<br> ".repeat(20_000)}x`, nothingGiven)),
    ).toBeNull();
  });
});
