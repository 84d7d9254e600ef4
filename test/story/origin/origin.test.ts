import { describe, expect, test } from "vitest";
import { nothingRead } from "../../../src/model/annotation.ts";
import { nothingGiven } from "../../../src/model/document.ts";
import { id } from "../../../src/model/id.ts";
import type { Holder } from "../../../src/model/ledger.ts";
import type { Span } from "../../../src/model/span.ts";
import type { Told } from "../../../src/model/story.ts";
import { parsePage } from "../../../src/sentence/parse.ts";
import type { PlacedClaim } from "../../../src/story/claim/claims.ts";
import { agencyOf } from "../../../src/story/origin/credit.ts";
import { withOrigins } from "../../../src/story/origin/origin.ts";
import { runsOf, shareIn, unquoted } from "../../../src/story/origin/run.ts";
import { readText } from "../../../src/text/page.ts";

// Made-up reports of made-up papers.
const told = (name: string, publisher: string, text: string): Told => {
  const parsed = parsePage(readText(text, nothingGiven), { lang: "en", sentences: null });
  const provenance = { engine: "test", version: "0", weights: null, lexicon: "", textSha256: name };
  return {
    document: id(name),
    publisher,
    annotation: { format: "standoff/1", line: "document", id: name, ...parsed, ...nothingRead, provenance },
    copies: [],
  };
};
const spanOf = ({ annotation }: Told, words: string): Span => {
  const at = annotation.text.indexOf(words);
  if (at < 0) throw new Error(`not in the text: ${words}`);
  return [at, at + words.length];
};
const holder = (name: string, kind: Holder["kind"], isPublic: boolean | null = null): Holder => ({
  name,
  kind,
  country: null,
  public: isPublic,
});
const claim = (of: Holder, places: readonly (readonly [in_: Told, words: string])[]): PlacedClaim => {
  const [first, ...rest] = places.map(([one, words]) => ({
    document: one.document,
    attribution: null,
    spans: [spanOf(one, words)],
    reason: "",
  }));
  return { id: "c1", holder: of, kind: "say", stance: "asserts", places: [first!, ...rest] };
};

const wire = told(
  "d1",
  "Karsk Wire",
  "KARSK (KW) - Two barges sank off the mole of Karsk on Monday after their lines parted in a storm that nobody had forecast, and five sailors are missing.\n\nThe harbour office said that the mole had been closed since Sunday evening.",
);
const copy = told(
  "d2",
  "Daily Gull",
  "Two barges sank off the mole of Karsk on Monday after their lines parted in a storm that nobody had forecast, and five sailors are missing.\n\nIt is the third such loss this year.",
);
const witness = told(
  "d3",
  "Harbour Post",
  "From the lighthouse our reporter watched two barges go down within minutes of each other.\n\nResidents of the quay told the Harbour Post that they had heard a bang.",
);
const other = told(
  "d4",
  "Inland Echo",
  "Two barges are said to be lost at Karsk. Residents have heard a bang, according to the Harbour Post.",
);
const agency = told(
  "d5",
  "Daily Gull",
  "KARSK, May 3 (Ostra) - A third barge was lost off Karsk on Tuesday.\n\nIt carried no crew, two pilots told Ostra.",
);
const credited = told(
  "d6",
  "Inland Echo",
  "A third barge is gone. It had no crew, according to pilots quoted by Ostra.",
);
const story = [wire, copy, witness, other, agency, credited];

describe("origins of a claim", () => {
  const sunk = "Two barges sank off the mole of Karsk";
  const rows: readonly (readonly [what: string, claim: PlacedClaim, origins: readonly string[]])[] = [
    [
      "a statement is one origin, however many tell it",
      claim(holder("Harbour office of Karsk", "organization", true), [
        [wire, "the mole had been closed"],
        [copy, "third such loss"],
      ]),
      ["+ statement Harbour office of Karsk, statement: d1 d2"],
    ],
    [
      "a copied sentence is no second origin, and a paper that does not say where it has it from is unknown",
      claim(holder("Karsk Wire", "publisher"), [
        [wire, sunk],
        [copy, sunk],
      ]),
      ["- unknown Karsk Wire: d1 d2"],
    ],
    [
      "who was there is an origin of its own",
      claim(holder("Harbour Post", "publisher"), [
        [wire, sunk],
        [copy, sunk],
        [witness, "two barges go down"],
      ]),
      ["- unknown Karsk Wire: d1 d2", "+ eyewitness Harbour Post: d3"],
    ],
    [
      "unnamed people reach another paper through the one that spoke to them",
      claim(holder("residents", "unnamed"), [
        [witness, "they had heard a bang"],
        [other, "have heard a bang"],
      ]),
      ["+ eyewitness residents, to Harbour Post: d3 d4"],
    ],
    [
      "the agency of a dateline is where a paper has its text from",
      claim(holder("Daily Gull", "publisher"), [[agency, "A third barge was lost"]]),
      ["+ agency Ostra: d5"],
    ],
    [
      "unnamed people that an agency speaks to reach both papers through it",
      claim(holder("pilots", "unnamed"), [
        [agency, "It carried no crew"],
        [credited, "It had no crew"],
      ]),
      ["+ agency pilots, to Ostra: d5 d6"],
    ],
  ];
  test.each(rows)("%s", (_what, one, expected) => {
    const [found] = withOrigins([one], story);
    const { origins, established, unknown, atMost } = found!.origins;
    expect(
      origins.map(
        ({ established: is, kind, name, documents }) => `${is ? "+" : "-"} ${kind} ${name}: ${documents.join(" ")}`,
      ),
    ).toEqual(expected);
    expect([established, unknown, atMost]).toEqual([
      origins.filter((origin) => origin.established).length,
      origins.filter((origin) => !origin.established).length,
      origins.length,
    ]);
  });
  test("every origin has a chain that begins with a report and a reason", () => {
    for (const [, one] of rows)
      for (const { chain, reason } of withOrigins([one], story)[0]!.origins.origins) {
        expect(story.map(({ publisher }) => publisher)).toContain(chain[0]);
        expect(reason).not.toBe("");
      }
  });
  test("of documents that are gone nothing is told", () => {
    expect(withOrigins([rows[0]![1]], [])[0]!.origins).toEqual({ established: 0, unknown: 0, atMost: 0, origins: [] });
  });
});

describe("whose text a report is", () => {
  const rows: readonly (readonly [publisher: string, text: string, agency: string | null])[] = [
    ["Daily Gull", "KARSK, May 3 (Ostra) - A barge sank.", "Ostra"],
    ["Karsk Wire", "KARSK (KW) - A barge sank.", null],
    ["Ostra", "KARSK, May 3 (Ostra) - A barge sank.", null],
    ["Daily Gull", "A barge (the third) - sank.", null],
    ["Daily Gull", "A barge sank (Ostra).", null],
  ];
  test.each(rows)("%s: %j", (publisher, text, expected) =>
    expect(agencyOf(told("d9", publisher, text))).toBe(expected),
  );
});

describe("how much of a text stands in another", () => {
  const rows: readonly (readonly [short: string, long: string, share: number])[] = [
    ["the quick brown fox", "see the quick brown fox run", 1],
    ["the quick brown fox", "the quick red fox", 0],
    ["one two three four five six", "one two three, then five six", 0.5],
    ["", "anything", 0],
  ];
  test.each(rows)("%j in %j", (short, long, share) => expect(shareIn(runsOf(short), runsOf(long))).toBe(share));
});

describe("what is quoted does not count", () => {
  const rows: readonly (readonly [text: string, left: string])[] = [
    ['He said: "We held fire." Then he left.', "He said:  ¶  Then he left."],
    ["“We held,” he said, “and waited.”", " ¶  he said,  ¶ "],
    ["“A paragraph that is quoted on\nShe left.", " ¶ \nShe left."],
    ['A 12" pipe burst.', 'A 12" pipe burst.'],
  ];
  test.each(rows)("%j", (text, left) => expect(unquoted(text)).toBe(left));
});

describe("a reprint adds no possible origin", () => {
  const short = "Two barges sank off the mole of Karsk on Monday.\n\nThe harbour office denied any fault.";
  const print = (name: string, publisher: string, text: string) => told(name, publisher, text);
  const rows: readonly (readonly [what: string, texts: readonly string[], origins: number])[] = [
    ["a text of a few words, byte for byte", [short, short, short], 1],
    ["with one word changed", [short, short.replace("Monday", "Sunday night")], 1],
    [
      "two texts of a few words that tell of one event, each in its own",
      [short, "Off Karsk both barges were lost in the night, and whose fault it is nobody says today."],
      2,
    ],
  ];
  test.each(rows)("%s", (_what, texts, origins) => {
    const reports = texts.map((text, at) => print(`d${at + 1}`, `Paper ${at + 1}`, text));
    const one = claim(
      holder("Paper 1", "publisher"),
      reports.map((report) => [report, "fault"] as const),
    );
    expect(withOrigins([one], reports)[0]!.origins.atMost).toBe(origins);
  });
});
