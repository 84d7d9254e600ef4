import { afterAll, describe, expect, test } from "vitest";
import { askEvents, type EventFilter } from "../../../src/record/ask/events.ts";
import { exampleCase } from "../example.ts";
import { context, reports } from "./reports.ts";

const { record, done } = exampleCase(...reports);
afterAll(done);

const ids = async (filter: EventFilter): Promise<string> =>
  (await askEvents(record, filter, context)).map((row) => row.event).join(" ");

describe("a filter of events", () => {
  // r1.e1 moved (27 April), r1.e2 claimed (28 April, talk), r2.e1 drill (5 to 11 May), r2.e2 met (2 May, talk), r3.e1 fired (denied), r3.e2 accident.
  const rows: readonly (readonly [EventFilter, string])[] = [
    [{}, "r1.e1 r3.e1 r2.e1 r3.e2 r1.e2 r2.e2"],
    [{ event: ["r3.e2", "r1.e1", "r1.s1"] }, "r1.e1 r3.e2"],
    [{ type: ["MOBILIZE"] }, "r1.e1 r2.e1"],
    [{ type: ["CONSULT", "ASSAULT"] }, "r3.e1 r2.e2"],
    [{ class: ["verbal"] }, "r1.e2 r2.e2"],
    [{ actor: ["Norland"] }, "r1.e1 r2.e1"],
    [{ actor: ["Lukavenka"] }, "r1.e2 r2.e2"],
    [{ recipient: ["Norland"] }, "r1.e2"],
    [{ place: ["Kyrovar"] }, "r1.e1"],
    [{ place: ["Киварск"] }, "r1.e1"],
    // A country's name stands for every place in it, and so does its code.
    [{ place: ["Norland"] }, "r1.e1 r2.e1"],
    [{ place: ["NL"] }, "r1.e1 r2.e1"],
    [{ place: ["nowhere"] }, ""],
    [{ realis: ["planned"] }, "r2.e1"],
    [{ from: "2031-05-11", to: "2031-05-20" }, "r2.e1"],
    [{ from: "2031-05-12" }, ""],
    [{ to: "2031-04-28" }, "r1.e1 r1.e2"],
    [{ words: "tanks" }, "r1.e1 r1.e2"],
    [{ words: "tanks", limit: 1, offset: 1 }, "r1.e2"],
    [{ attributed: "yes" }, "r1.e1 r3.e1 r1.e2"],
    [{ attributed: "no" }, "r2.e1 r3.e2 r2.e2"],
    [{ publisher: ["Estmark Daily"] }, "r2.e1 r2.e2"],
    [{ document: ["x3"] }, "r3.e1 r3.e2"],
    [{ limit: 1, offset: 4 }, "r1.e2"],
  ];
  for (const [filter, expected] of rows) {
    test(`${JSON.stringify(filter)}`, async () => expect(await ids(filter)).toBe(expected));
  }
});

test("an event's row has its sentence, place, number, and who says so", async () => {
  const [row] = await askEvents(record, { type: ["MOBILIZE"], limit: 1 });
  expect(row).toMatchObject({
    words:
      "Defence Minister Jana Lukavenka claimed on Monday that Norland moved 300 tanks to Kyrovar, without giving evidence.",
    start: 24,
    end: 139,
    event: "r1.e1",
    trigger: "moved",
    triggerSpans: [[87, 92]],
    type: "MOBILIZE",
    class: "material",
    quad: "material conflict",
    actors: [{ id: "r1.a2", name: "Norland" }],
    recipients: [],
    places: [{ name: "Kyrovar", role: "to", lat: 1.5, lon: 2.5, precision: "city", country: "NL", geonames: 7 }],
    day: { start: "2031-04-27", end: "2031-04-27", by: "day before" },
    realis: "happened",
    factuality: "probable+",
    attribution: {
      claim: "r1.s1",
      source: "Defence Minister Jana Lukavenka",
      cue: "claimed",
      speakers: [{ name: "Jana Lukavenka" }],
    },
    quantities: [{ quantity: "r1.q1", words: "300 tanks", start: 93, end: 102, value: 300, unit: "tank" }],
  });
});
