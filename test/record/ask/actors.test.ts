import { afterAll, describe, expect, test } from "vitest";
import { askActor } from "../../../src/record/ask/actor.ts";
import { type ActorsFilter, askActors } from "../../../src/record/ask/actors.ts";
import { exampleCase } from "../example.ts";
import { context, reports } from "./reports.ts";

const { record, done } = exampleCase(...reports);
afterAll(done);

describe("a filter of actors", () => {
  const rows: readonly (readonly [ActorsFilter, readonly string[]])[] = [
    // Piet Orlov is not known to be public, and "envoys" and "reporters" have no name: none is listed.
    [{}, ["Jana Lukavenka 2", "Norland 2", "Red Cross of Norland 1", "Лукавенко 1"]],
    [{ name: ["lukavenko"] }, ["Jana Lukavenka 2", "Лукавенко 1"]],
    [{ name: ["Orlov"] }, []],
    [{ kind: ["state", "organization"] }, ["Norland 2", "Red Cross of Norland 1"]],
    [{ country: ["em"] }, ["Jana Lukavenka 2", "Лукавенко 1"]],
    [{ publisher: ["Estmark Daily"] }, ["Jana Lukavenko 1", "Norland 1"]],
    [{ document: ["x3"] }, ["Red Cross of Norland 1"]],
    [{ limit: 1, offset: 1 }, ["Norland 2"]],
  ];
  for (const [filter, expected] of rows) {
    test(`${JSON.stringify(filter)}`, async () => {
      const found = await askActors(record, filter, context);
      expect(found.map((row) => `${row.name} ${row.documents}`)).toEqual(expected);
    });
  }
});

test("an actor's row counts claims and events, and says who calls it what", async () => {
  const [row] = await askActors(record, { name: ["Jana Lukavenka"] });
  expect(row).toMatchObject({
    words: "Jana Lukavenka",
    document: "d1",
    start: 41,
    end: 55,
    kind: "person",
    country: "EM",
    documents: 2,
    claims: 2,
    events: 2,
    names: [
      { form: "Jana Lukavenka", by: "name", publisher: "Norland Post", count: 1 },
      { form: "President Lukavenko", by: "name", publisher: "Estmark Daily", count: 1 },
    ],
  });
});

test("an actor's page tells roles, claims by and about, events and companions", async () => {
  expect(await askActor(record, { name: "Norland" }, context)).toMatchObject([
    {
      name: "Norland",
      kind: "state",
      claims: 0,
      claimsByKind: [],
      claimsAbout: [
        { kind: "accuse", count: 1 },
        { kind: "warn", count: 1 },
      ],
      eventsAsActor: [{ type: "MOBILIZE", class: "material", count: 2 }],
      eventsAsRecipient: [{ type: "ACCUSE", class: "verbal", count: 1 }],
      beside: [{ name: "Jana Lukavenka", kind: "person", country: "EM", documents: 2 }],
    },
  ]);
  const [page] = await askActor(record, { name: "Jana Lukavenko" }, context);
  expect(page?.roles).toEqual([
    { role: "Defence Minister", documents: 1 },
    { role: "President", documents: 1 },
  ]);
  expect(page?.claimsByKind).toEqual([
    { kind: "accuse", count: 1 },
    { kind: "warn", count: 1 },
  ]);
});

test("a private person has no page, and is beside nobody", async () => {
  expect(await askActor(record, { name: "Piet Orlov" })).toEqual([]);
  const everything = JSON.stringify([await askActor(record, { name: "Norland" }), await askActors(record)]);
  expect(everything).not.toContain("Orlov");
});

test("one name of two kinds or countries is two actors", async () => {
  const twins = exampleCase(
    { id: "a", text: "Dorva spoke.", actors: [{ name: "Dorva", kind: "state", country: "DV" }] },
    { id: "b", text: "Dorva spoke.", actors: [{ name: "Dorva", kind: "organization", country: "DV" }] },
    { id: "c", text: "Dorva spoke.", actors: [{ name: "Dorva", kind: "state", country: "DW" }] },
    { id: "d", text: "Dorva spoke.", actors: [{ name: "Dorva", kind: "state", country: "DV" }] },
  );
  const found = await askActors(twins.record);
  expect(found.map((row) => `${row.kind} ${row.country} ${row.documents}`)).toEqual([
    "state DV 2",
    "organization DV 1",
    "state DW 1",
  ]);
  twins.done();
});

test("given names that a set of spellings joins make one actor of two spellings", async () => {
  const spelled = exampleCase(
    { id: "a", text: "Aleksy Dorvin spoke.", actors: [{ name: "Aleksy Dorvin", public: true }] },
    { id: "b", text: "Olekso Dorvin spoke.", actors: [{ name: "Olekso Dorvin", public: true }] },
    { id: "c", text: "Anna Dorvin spoke.", actors: [{ name: "Anna Dorvin", public: true }] },
  );
  const found = async (spellings: readonly { readonly spellings: readonly string[] }[]) =>
    (await askActors(spelled.record, {}, { spellings })).map((row) => `${row.name} ${row.documents}`);
  expect(await found([{ spellings: ["Alexis", "Aleksy", "Olekso"] }])).toEqual(["Aleksy Dorvin 2", "Anna Dorvin 1"]);
  expect(await found([])).toEqual(["Aleksy Dorvin 1", "Anna Dorvin 1", "Olekso Dorvin 1"]);
  spelled.done();
});

test("the first mention is the first in order of publication, whatever came into the case first", async () => {
  const late = exampleCase(
    { id: "late", published: "2031-05-09", text: "Late: Dorva.", actors: [{ name: "Dorva", kind: "state" }] },
    {
      id: "early",
      published: "2031-05-01",
      text: "Early: Dorva and Alva.",
      actors: [
        { name: "Dorva", kind: "state" },
        { name: "Alva", kind: "state" },
      ],
    },
  );
  expect((await askActors(late.record)).map((row) => [row.name, row.externalId])).toEqual([
    ["Dorva", "early"],
    ["Alva", "early"],
  ]);
  late.done();
});
