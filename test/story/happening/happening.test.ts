import { describe, expect, test } from "vitest";
import { createEngine, loadLexicon } from "../../../src/engine.ts";
import { id } from "../../../src/model/id.ts";
import type { Told } from "../../../src/model/story.ts";
import { familyOf } from "../../../src/story/happening/family.ts";
import { figuresOf } from "../../../src/story/happening/figure.ts";
import { happeningsOf } from "../../../src/story/happening/happening.ts";
import { inOrder } from "../../../src/story/order.ts";

const lexicon = loadLexicon();
const { pipeline } = createEngine(lexicon);

/** A made-up report, read. */
function told(name: string, published: string, text: string): Told {
  const given = { title: null, url: null, publisher: `${name} Post`, published, lang: "en" };
  const annotation = pipeline.annotate(pipeline.read(text, given), { id: name, lang: "en", sentences: null });
  return { document: id(name), publisher: given.publisher, annotation: { ...annotation, tokens: [] }, copies: [] };
}
/** Each happening of several documents as "document:trigger …". */
function joined(documents: readonly Told[]): readonly string[] {
  const byId = new Map(documents.map((one) => [one.document, one]));
  return happeningsOf(inOrder(documents), [], lexicon.spellings)
    .filter(({ places }) => new Set(places.map(({ document }) => document)).size > 1)
    .map(({ places }) =>
      places
        .map(({ document, event }) => {
          const { annotation } = byId.get(document)!;
          const [start, end] = annotation.events.find((one) => one.id === event)!.trigger[0]!;
          return `${document}:${annotation.text.slice(start, end)}`;
        })
        .join(" "),
    );
}

const attack = told("a", "2031-05-03", "Rebels killed two soldiers near Kharkiv on Friday, the army of Ukraine said.");
const again = told(
  "b",
  "2031-05-04",
  "Two soldiers were killed by rebels near Kharkiv on Friday, officials said on Sunday.",
);
const older = told("c", "2031-05-04", "In March 2029 rebels killed nine soldiers near Odesa.");

const freed = told("f", "2031-06-07", "Nigerian troops freed 39 pupils on Saturday, the army said.");
const released = told("g", "2031-06-09", "Thirty-nine pupils were released, the governor said.");
const drillNorth = told(
  "h",
  "2031-06-01",
  "Ukraine will hold a military exercise near Kharkiv from 10 to 16 June, it said.",
);
const drillSouth = told("i", "2031-06-01", "Tank crews of Moldova hold an exercise in Odesa next week.");
const someDrill = told("j", "2031-06-02", "Nobody was told of the military exercise.");
const march = told("k", "2031-06-02", "Estonia has moved 4,000 soldiers to the river Sula.");

describe("happenings over documents", () => {
  const rows: readonly (readonly [what: string, documents: readonly Told[], expected: readonly string[]])[] = [
    ["one deed told by two papers is one", [attack, again], ["a:killed b:killed"]],
    ["in whatever order they come", [again, attack], ["a:killed b:killed"]],
    ["a deed of another year is another", [attack, older], []],
    ["what is told in other words, with nothing against it", [freed, released], ["f:freed g:released"]],
    ["drills in two towns are two", [drillNorth, drillSouth], []],
    [
      "which a drill without a place does not join",
      [drillNorth, drillSouth, someDrill],
      ["h:hold j:military exercise"],
    ],
    ["to move soldiers is no drill, though both mobilise", [march, someDrill], []],
    ["of one document nothing is joined", [attack], []],
    ["none of none", [], []],
  ];
  test.each(rows)("%s", (_what, documents, expected) => expect(joined(documents)).toEqual(expected));
});

describe("who acts in a happening", () => {
  test("soldiers, pupils, rebels have no name", () => {
    const [one] = happeningsOf([freed, released], [], lexicon.spellings);
    expect([one?.actors, one?.recipients]).toEqual([["Nigeria"], []]);
    const [two] = happeningsOf([attack], [], lexicon.spellings);
    expect([two?.actors, two?.recipients]).toEqual([[], []]);
  });
});

describe("what tellings of one happening are against each other in", () => {
  const slotsOf = (documents: readonly Told[]): readonly string[] =>
    happeningsOf(inOrder(documents), [], lexicon.spellings)
      .flatMap(({ conflicts }) => conflicts.map(({ slot, value }) => `${slot} ${value}`))
      .toSorted();
  const days = (name: string, when: string): Told =>
    told(name, "2031-06-01", `Ukraine will hold a military exercise near Kharkiv ${when}.`);
  const rows: readonly (readonly [what: string, documents: readonly Told[], expected: readonly string[]])[] = [
    ["days inside of days are no disagreement", [days("a", "from 10 to 16 June"), days("b", "on 16 June")], []],
    ["other days are", [days("a", "on 10 June"), days("b", "on 11 June")], ["time 2031-06-10", "time 2031-06-11"]],
    [
      "one who is named among several is none",
      [
        told("a", "2031-06-01", "Ukraine and Moldova held a military exercise near Kharkiv."),
        told("b", "2031-06-01", "Ukraine held a military exercise near Kharkiv."),
      ],
      [],
    ],
  ];
  test.each(rows)("%s", (_what, documents, expected) => expect(slotsOf(documents)).toEqual(expected));

  test("a drill is done to nobody", () => {
    const [one] = happeningsOf(
      [told("d", "2031-06-01", "Ukraine held a military exercise with Moldova.")],
      [],
      lexicon.spellings,
    );
    expect(one?.recipients).toEqual([]);
  });
});

describe("figures over time", () => {
  test("a newer figure of the same holder supersedes, and the older one stays", () => {
    const first = told("d", "2031-05-03", "Three people were killed, the army of Ukraine said.");
    const later = told("e", "2031-05-05", "Five people were killed, the army of Ukraine said.");
    const [series] = figuresOf([], [], [first, later]);
    expect(series?.of).toBe("killed");
    expect(series?.points.map(({ value, day, supersededBy }) => [value, day, supersededBy])).toEqual([
      [3, "2031-05-03", null],
      [5, "2031-05-05", null],
    ]);
    const own = [first, later].map((one) => ({ ...one, publisher: "One Post" }));
    expect(figuresOf([], [], own)[0]?.points.map(({ supersededBy }) => supersededBy)).toEqual([1, null]);
  });
});

describe("which numbers make a series", () => {
  type Texts = readonly (readonly [published: string, text: string])[];
  const seriesOf = (texts: Texts): readonly string[] =>
    figuresOf(
      [],
      [],
      texts.map(([published, text], at) => ({ ...told(`n${at}`, published, text), publisher: `Post ${at}` })),
    ).map(({ of, points }) => `${of}: ${points.map(({ value, low, high }) => value ?? `${low}-${high}`).join(" ")}`);
  const rows: readonly (readonly [what: string, texts: Texts, expected: readonly string[]])[] = [
    [
      "soldiers, where reports differ",
      [
        ["2031-05-03", "Up to 15,000 troops will take part in the drill near Kharkiv."],
        ["2031-05-04", "Some 9,000 soldiers are at the drill near Kharkiv."],
      ],
      ["soldiers: 15000 9000"],
    ],
    [
      "not where all tell the same number",
      [
        ["2031-05-03", "Nine hospitals were locked."],
        ["2031-05-04", "Nine hospitals were locked, it is said."],
      ],
      [],
    ],
    [
      "nor soldiers of two places",
      [
        ["2031-05-03", "The army keeps 15,000 troops at Kharkiv."],
        ["2031-05-04", "The navy moved 4,000 sailors and 9,000 soldiers to Odesa."],
      ],
      [],
    ],
    [
      "goods",
      [
        ["2031-05-03", "Seven hospitals were locked."],
        ["2031-05-04", "Nine hospitals were locked."],
      ],
      ["hospitals: 7 9"],
    ],
    [
      "metres, hours and money change without being counted",
      [
        ["2031-05-03", "It fell 30 metres."],
        ["2031-05-04", "It fell 40 metres."],
      ],
      [],
    ],
    [
      "a part of a count is no count",
      [["2031-05-03", "Nine people were killed, two of them children."]],
      ["killed: 9"],
    ],
    [
      "nor is what is named to say that it does not hold",
      [["2031-05-03", "Thirty-eight children were released, not 39."]],
      ["released: 38"],
    ],
    ["nor what was long before", [["2031-05-03", "In March 2011 eleven men were killed in the pit."]], []],
    [
      "a part of others than the dead is the number of the dead",
      [["2031-05-03", "The patrol was shot at, in an attack that has killed at least two of them."]],
      ["killed: 2"],
    ],
    [
      "soldiers and protesters are not on one chart",
      [
        ["2031-05-03", "Two paratroopers were killed."],
        ["2031-05-04", "Five protesters were killed."],
      ],
      ["killed: 2", "killed: 5"],
    ],
    [
      "nor the dead of a war that has lasted for years",
      [["2031-05-03", "The war has killed more than 9,000 people since April 2027."]],
      [],
    ],
    [
      "but the worst since then is of now",
      [["2031-05-03", "Nine people were killed in the worst attack since 2027."]],
      ["killed: 9"],
    ],
    [
      "nor what was told of the day before",
      [["2031-05-03", "In January 2030 they swapped prisoners. Eleven men were freed then."]],
      [],
    ],
    [
      "nor who is counted besides those named",
      [["2031-05-03", "The blast killed Consul Adam Reeve and three other Norlanders."]],
      [],
    ],
    ["companies flee from nobody", [["2031-05-03", "Four companies want to relocate to Norland."]], []],
    ["even one is no count", [["2031-05-03", "If even one guard is killed, there will be war."]], []],
    ["pages are not released", [["2031-05-03", "The ministry released a 225-page report."]], []],
    [
      "nor what comes on top of a count",
      [
        ["2031-05-03", "Seven bridges were closed."],
        ["2031-05-04", "Two more bridges were closed."],
      ],
      [],
    ],
    [
      "two numbers of one report are of two things",
      [["2031-05-03", "Twelve harbours allow fishing by day. Five harbours allow fishing by night."]],
      [],
    ],
    [
      "what was told earlier is no newer figure",
      [
        ["2031-05-03", "Three people were injured."],
        ["2031-05-04", "Two people were injured."],
        ["2031-05-05", "Earlier, the papers wrote that three people had been injured."],
      ],
      ["wounded: 3 2"],
    ],
    [
      "a first figure stands before the one that took its place",
      [["2031-05-03", "About 800 flats were without heating. The first figure was 500."]],
      ["flats: 500 800"],
    ],
    [
      "an at-most that is retold without it is no newer figure",
      [
        ["2031-05-03", "Up to 15 rebels were killed."],
        ["2031-05-04", "Fifteen rebels were killed."],
      ],
      ["killed: 15"],
    ],
  ];
  test.each(rows)("%s", (_what, texts, expected) => expect(seriesOf(texts)).toEqual(expected));

  test.each([
    [
      "a number that is named as past is superseded, whoever told it",
      "Eight mines were shut, and not by accident, raising the number from five.",
      [1, null],
    ],
    ["a denied one is not", "Eight mines were shut, not five.", [null, null]],
  ])("%s", (_what, text, expected) => {
    const all = [told("one", "2031-05-03", "Five mines were shut."), told("two", "2031-05-04", text)];
    const [series] = figuresOf(
      [],
      [],
      [
        { ...all[0]!, publisher: "Post" },
        { ...all[1]!, publisher: "Echo" },
      ],
    );
    expect(series?.points.map(({ supersededBy }) => supersededBy)).toEqual(expected);
  });

  test("a correction supersedes what the paper said before", () => {
    const text = "An earlier version of this article said that four divers had been detained. There were three.";
    const [series] = figuresOf([], [], [{ ...told("c", "2031-05-03", text), publisher: "Post" }]);
    expect(
      series?.points.map(({ value, holder, day, supersededBy }) => [value, holder.name, day, supersededBy]),
    ).toEqual([
      [4, "Post", null, 1],
      [3, "Post", "2031-05-03", null],
    ]);
  });

  test("an update counts on its own day", () => {
    const text =
      "Update, 5 May: At least three guards have died.\n\nTwo guards were killed on Saturday, the army of Ukraine said.";
    const days = figuresOf([], [], [told("u", "2031-05-03", text)]).flatMap(({ points }) =>
      points.map(({ day }) => day),
    );
    expect(days).toEqual(["2031-05-05", "2031-05-03"]);
  });
});

describe("words of one kind of deed", () => {
  const rows: readonly (readonly [trigger: string, family: string | null])[] = [
    ["exploded", "explosion"],
    ["the blast", "explosion"],
    ["opened fire", "shooting"],
    ["gunfire", "shooting"],
    ["fired", "shooting"],
    ["set the house on fire", "fire"],
    ["shot the plane down", "downing"],
    ["came down", "crash"],
    ["cyber attack", "hacking"],
    ["the attack", "attack"],
    ["set a deadline", null],
    ["according", null],
    ["a bank", null],
    ["sent", "movement"],
    ["military drills", "drill"],
    ["toasted", null],
  ];
  test.each(rows)("%s: %s", (trigger, family) => expect(familyOf(trigger)).toBe(family));
});
