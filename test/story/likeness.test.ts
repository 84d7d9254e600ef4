import { describe, expect, test } from "vitest";
import { loadCommonWords } from "../../src/engine.ts";
import type { AnnotatedDocument } from "../../src/model/annotation.ts";
import { id } from "../../src/model/id.ts";
import type { Mention } from "../../src/model/mention.ts";
import { reasonFor, storyFor } from "../../src/story/assign.ts";
import { comparable, daysBetween, scorer } from "../../src/story/likeness.ts";
import { leastMean } from "../../src/story/partition.ts";
import { profileOf } from "../../src/story/profile.ts";
import { compileRarity } from "../../src/story/rarity.ts";
import { piecesOf, termOf } from "../../src/story/word.ts";
import { bare } from "../record/made.ts";

const rarity = compileRarity(loadCommonWords());

/** How like two reports are. */
const likeness = (one: AnnotatedDocument, other: AnnotatedDocument): number =>
  scorer(comparable(profileOf(one, rarity)))(comparable(profileOf(other, rarity)));

/** A report with its places; persons are named in it as "Name/public" or "Name/private". */
function report(text: string, published: string | null = null, persons: readonly string[] = []): AnnotatedDocument {
  const named = persons.map((one) => one.split("/") as [string, string]);
  const empty = bare("r", text);
  return {
    ...empty,
    meta: { ...empty.meta, published, publishedRange: published === null ? null : [published, published] },
    actors: named.map(([name, known], at) => ({
      id: id(`a${at + 1}`),
      name,
      kind: "person",
      named: true,
      public: known === "public" ? true : null,
      wikidata: null,
      country: null,
      roles: [],
      aliases: [],
    })),
    places: [...text.matchAll(/Port Velm|Castel Dorn/g)].map(([name], at) => ({
      id: id<"place">(`p${at + 1}`),
      mention: id<"mention">(`p${at + 1}`),
      name,
      geonames: null,
      lat: null,
      lon: null,
      country: null,
      precision: "city",
      by: "made",
      score: null,
    })),
    mentions: [...text.matchAll(/Port Velm|Castel Dorn/g)]
      .map(
        ({ 0: name, index }, at): Mention => ({
          id: id(`p${at + 1}`),
          start: index,
          end: index + name.length,
          kind: "place",
          form: "name",
          actor: null,
        }),
      )
      .concat(
        named.flatMap(([name], at) => {
          const start = text.indexOf(name);
          return start < 0
            ? []
            : [
                {
                  id: id<"mention">(`m${at + 1}`),
                  start,
                  end: start + name.length,
                  kind: "person" as const,
                  form: "name" as const,
                  actor: id<"actor">(`a${at + 1}`),
                },
              ];
        }),
      ),
  };
}

const ferry =
  "A ferry with 140 passengers sank off Port Velm after a fire broke out in its engine room. Coastguard vessels picked up survivors through the night, the harbour office of Port Velm said.";
const ferryToo =
  "Survivors of the ferry that sank off Port Velm were brought ashore by the coastguard. The fire began in the engine room of the ferry, passengers said at the harbour.";
const otherFerry =
  "A ferry with 90 passengers ran aground near Castel Dorn in thick fog. Nobody was hurt, the captain told the harbour office of Castel Dorn.";
const budget =
  "Parliament passed the budget after a long debate on pensions. The opposition voted against it and called for an early election.";

describe("one story or two", () => {
  const rows: readonly (readonly [what: string, one: AnnotatedDocument, other: AnnotatedDocument, isOne: boolean])[] = [
    ["the same text", report(ferry), report(ferry), true],
    ["the same event in other words", report(ferry), report(ferryToo), true],
    ["the same event a day later", report(ferry, "2031-05-02"), report(ferryToo, "2031-05-03"), true],
    ["an event of the same kind elsewhere", report(ferry), report(otherFerry), false],
    ["another thing", report(ferry), report(budget), false],
    ["nothing to compare", report(""), report(""), false],
    ["nothing to compare with", report(ferry), report(""), false],
  ];
  test.each(rows)("%s", (_what, one, other, isOne) => {
    const [a, b] = [comparable(profileOf(one, rarity)), comparable(profileOf(other, rarity))];
    expect(scorer(a)(b) >= leastMean).toBe(isOne);
    expect(scorer(b)(a)).toBe(scorer(a)(b));
  });
  test("days apart speak against it", () => {
    const score = (day: string): number =>
      likeness(
        report(ferry, "2031-05-02"),
        report(`${budget} One member spoke of survivors and of the harbour: a ferry with passengers sank.`, day),
      );
    expect(score("2031-05-12")).toBeLessThan(score("2031-05-03"));
  });
});

describe("a day that both name speaks for one story, other days against it", () => {
  const naming = (...values: readonly string[]): AnnotatedDocument => ({
    ...report(ferry),
    timexes: values.map((value, at) => ({
      id: id(`t${at + 1}`),
      start: 0,
      end: 1,
      type: "DATE",
      value,
      range: null,
      by: "made",
    })),
  });
  const alike = `${budget} One member spoke of survivors and of the harbour: a ferry with passengers sank.`;
  const score = (one: AnnotatedDocument, other: AnnotatedDocument): number => likeness(one, { ...other, text: alike });
  const none = score(naming(), naming("2031-05-02"));
  const rows: readonly (readonly [one: readonly string[], other: readonly string[], sign: number])[] = [
    [["2031-05-02"], ["2031-05-02TNI"], 1],
    [["XXXX-05-02"], ["2031-05-02", "2031-04-01"], 1],
    [["2031-05-02"], ["2031-05-09"], -1],
    [["2031-05"], ["2031-05-09"], 0],
    [["XXXX-WXX-2"], ["2031-05-09"], 0],
  ];
  test.each(rows)("%j and %j", (one, other, sign) => {
    expect(Math.sign(score(naming(...one), naming(...other)) - none)).toBe(sign);
  });
});

test("counts of the captured stand, those of the killed change", () => {
  const counting = (of: string): AnnotatedDocument => ({
    ...report("x"),
    quantities: [
      { id: id("q1"), start: 0, end: 1, value: 23, low: 23, high: 23, bound: "exact", unit: "pirate", of, event: null },
    ],
  });
  expect(profileOf(counting("captured"), rarity).amounts).toEqual([["pirate", 23]]);
  expect(profileOf(counting("killed"), rarity).amounts).toEqual([]);
});

test.each([
  [["2031-05-02", "2031-05-02"], ["2031-05-05", "2031-05-05"], 3],
  [["2031-05-05", "2031-05-05"], ["2031-05-01", "2031-05-02"], 3],
  [["2031-05-01", "2031-05-31"], ["2031-05-05", "2031-05-05"], 0],
  [["2031-05-02", "2031-05-02"], null, null],
] as const)("days between %j and %j", (one, other, days) => {
  expect(daysBetween(one, other)).toBe(days);
});

describe("words", () => {
  test.each([
    ["soldiers", "soldier"],
    ["killed", "killing"],
    ["planned", "planning"],
    ["cities", "city"],
    ["Lukashenka", "Lukashenko"],
    ["Reid's", "Reid"],
  ])("%s and %s are one term", (one, other) => {
    expect(termOf(one)).toBe(termOf(other));
  });
  test("pieces stand where they are found", () => {
    const text = "Jean-Pierre's 15,000 men";
    expect([...piecesOf(text)].map(({ form, start, end }) => [form, text.slice(start, end)])).toEqual([
      ["Jean", "Jean-Pierre's"],
      ["Pierre's", "Jean-Pierre's"],
      ["15000", "15,000"],
      ["men", "men"],
    ]);
  });
});

describe("the reason names words of both, and nobody private", () => {
  const one = report(`Ada Quill said: ${ferry}`, "2031-05-02", ["Ada Quill/private"]);
  const other = report(`Ada Quill was there. ${ferryToo}`, "2031-05-03", ["Ada Quill/private"]);
  const said = reasonFor(profileOf(one, rarity), profileOf(other, rarity), "d3");
  test("words, document and days", () => {
    expect(said).toMatch(/^like d3 in .*Velm.*; 1 day apart$/);
  });
  test("no private name", () => {
    expect(said).not.toMatch(/Quill|Ada/);
    expect(JSON.stringify(profileOf(one, rarity).printed)).not.toMatch(/Quill/);
  });
});

describe("where a document is put when it comes", () => {
  const like = (document: number, story: number, logits: number) => ({ document, story, score: logits * 1024 });
  test.each([
    ["nothing near", [], null],
    ["only what is too far", [like(1, 1, 0.2)], null],
    ["the likest story", [like(1, 1, 1), like(2, 2, 2)], 2],
    ["by its three likest documents", [like(1, 1, 4), like(2, 1, -4), like(3, 2, 2)], 2],
    ["of two alike the first", [like(1, 2, 2), like(2, 1, 2)], 1],
  ])("%s", (_what, neighbours, story) => {
    expect(storyFor(neighbours)?.story ?? null).toBe(story);
  });
});

test("a profile is bounded, and made in time that grows with the text", () => {
  const words = Array.from({ length: 60_000 }, (_, at) => `word${at} Name${at}`).join(" ");
  const begun = performance.now();
  const profile = profileOf(report(words), rarity);
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(JSON.stringify(profile).length).toBeLessThan(20_000);
});
