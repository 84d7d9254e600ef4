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

describe("happenings over documents", () => {
  const rows: readonly (readonly [what: string, documents: readonly Told[], expected: readonly string[]])[] = [
    ["one deed told by two papers is one", [attack, again], ["a:killed b:killed"]],
    ["in whatever order they come", [again, attack], ["a:killed b:killed"]],
    ["a deed of another year is another", [attack, older], []],
    ["of one document nothing is joined", [attack], []],
    ["none of none", [], []],
  ];
  test.each(rows)("%s", (_what, documents, expected) => expect(joined(documents)).toEqual(expected));
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

describe("words of one kind of deed", () => {
  const rows: readonly (readonly [trigger: string, family: string | null])[] = [
    ["exploded", "explosion"],
    ["the blast", "explosion"],
    ["opened fire", "fire"],
    ["gunfire", "shooting"],
    ["military drills", "drill"],
    ["toasted", null],
  ];
  test.each(rows)("%s: %s", (trigger, family) => expect(familyOf(trigger)).toBe(family));
});
