import { describe, expect, test } from "vitest";
import { findBlocks } from "../../src/text/block.ts";
import { repeatedLines } from "../../src/text/repeated.ts";

const menu = "The Harbour Post\nTides\nHerring\nBridges";
const notice = "The Post is made by its readers, and by nobody else, in the old mill of Port Sella.";
const reports = [
  "Norvia closed the border with Belmara on Friday, the interior ministry said in a statement to reporters.",
  "The price of herring rose for the third week in a row, fishmongers in Port Sella said on Thursday morning.",
  "A collector of bridges bought the oldest bridge of the country, the town hall of Karsk said on Wednesday.",
];
const pages = reports.map((report) => `${menu}\n\n${report}\n\n  ${notice}\n`);

const background =
  "The two states have been at odds over the dam since the spring flood of last year, when the gates were opened without a warning to the towns below.";
/** So many of `all` texts end with the background. */
const standing = (having: number, all: number): readonly string[] =>
  Array.from({ length: all }, (_, at) => {
    const own = `Report ${at} tells of a day in the harbour on which nothing came in but the ferry, an hour late and empty.`;
    const more = own.replace("harbour", "valley below the dam");
    return at < having ? `${own}\n${more}\n${background}` : `${own}\n${more}`;
  });

describe("lines that texts of a publisher have in common", () => {
  const rows: readonly (readonly [what: string, texts: readonly string[], lines: readonly string[]])[] = [
    ["menus and notices, their white space run together", pages, [...menu.split("\n"), notice]],
    ["none of one text", pages.slice(0, 1), []],
    ["none of no text", [], []],
    ["none of a reprint", [reports.join("\n"), reports.join("\n\n")], []],
    [
      "a phrase in two of thirty texts is one of its reports",
      Array.from({ length: 30 }, (_, at) => (at < 2 ? `What happened\nReport ${at}` : `Report ${at}`)),
      [],
    ],
    ["a sentence of background in three of five texts is none", standing(3, 5), []],
    ["a long sentence in four of five texts is a notice", standing(4, 5), [background]],
    ["a text counts once, however often it says a line", ["Tides\nTides\nHerring", "Bridges"], []],
  ];
  test.each(rows)("%s", (_what, texts, lines) => {
    expect([...repeatedLines(texts)].toSorted()).toEqual([...lines].toSorted());
  });
});

describe("blocks of a text whose publisher is known", () => {
  const kindsOf = (text: string, repeated: ReadonlySet<string>): readonly string[] =>
    findBlocks(text, null, repeated).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end).slice(0, 20)}`);
  const rows: readonly (readonly [what: string, text: string, kinds: readonly string[]])[] = [
    [
      "what its texts have in common is furniture",
      pages[0]!,
      [
        "furniture: The Harbour Post",
        "furniture: Tides",
        "furniture: Herring",
        "furniture: Bridges",
        "paragraph: Norvia closed the bo",
        "furniture: The Post is made by ",
      ],
    ],
    [
      "a byline is none, however often it stands",
      `By Anna Tessel\n${reports[0]}`,
      ["byline: By Anna Tessel", "paragraph: Norvia closed the bo"],
    ],
  ];
  test.each(rows)("%s", (_what, text, kinds) => {
    expect(kindsOf(text, new Set([...repeatedLines(pages), "By Anna Tessel"]))).toEqual(kinds);
  });
  test("without what is known of its publisher the notice is a paragraph", () => {
    expect(kindsOf(pages[0]!, new Set()).at(-1)).toBe("paragraph: The Post is made by ");
  });
});
