import { afterAll, describe, expect, test } from "vitest";
import { askTimeline, countUndated, type TimelineFilter } from "../../../src/record/ask/timeline.ts";
import { exampleCase } from "../example.ts";
import { context, reports } from "./reports.ts";

const { record, done } = exampleCase(...reports);
afterAll(done);

describe("a timeline", () => {
  // r1.e2 (the talk "claimed") is told as the claim r1.s1, and not a second time; where no claims are asked for, it stands as itself.
  const rows: readonly (readonly [TimelineFilter, readonly string[]])[] = [
    [
      {},
      [
        "2031-04-27 happened r1.e1",
        "2031-04-28 said r1.s1",
        "2031-05-02 happened r2.e2",
        "2031-05-04 denied r3.e1",
        "2031-05-04 said r3.s1",
        "2031-05-05 planned r2.e1",
      ],
    ],
    [{ part: ["denied", "planned"] }, ["2031-05-04 denied r3.e1", "2031-05-05 planned r2.e1"]],
    [{ class: ["verbal"] }, ["2031-04-28 happened r1.e2", "2031-05-02 happened r2.e2"]],
    [{ realis: ["planned"] }, ["2031-05-05 planned r2.e1"]],
    [{ realis: ["planned"], part: ["said"] }, []],
    [{ from: "2031-05-05", to: "2031-05-06" }, ["2031-05-05 planned r2.e1"]],
    [{ to: "2031-04-27" }, ["2031-04-27 happened r1.e1"]],
    [{ actor: ["Norland"] }, ["2031-04-27 happened r1.e1", "2031-05-05 planned r2.e1"]],
    [{ publisher: ["Estmark Daily"] }, ["2031-05-02 happened r2.e2", "2031-05-05 planned r2.e1"]],
    [{ limit: 1, offset: 1 }, ["2031-04-28 said r1.s1"]],
  ];
  for (const [filter, expected] of rows) {
    test(`${JSON.stringify(filter)}`, async () => {
      const found = await askTimeline(record, filter, context);
      expect(found.map((row) => `${row.day} ${row.part} ${row.id}`)).toEqual(expected);
    });
  }
});

test("an entry has its words, who, whom and who says so", async () => {
  const [row] = await askTimeline(record, { part: ["said"], limit: 1 });
  expect(row).toMatchObject({
    day: "2031-04-28",
    lastDay: "2031-04-28",
    dayBy: "weekday before",
    what: "that Norland moved 300 tanks to Kyrovar",
    type: "accuse",
    who: [{ name: "Jana Lukavenka" }],
    whom: [{ name: "Norland" }],
    saidBy: "Defence Minister Jana Lukavenka",
    start: 24,
    end: 113,
    document: "d1",
  });
});

const undated: readonly (readonly [TimelineFilter, events: number, claims: number])[] = [
  [{}, 1, 4],
  [{ publisher: ["Norland Post"] }, 1, 2],
  [{ actor: ["Lukavenko"] }, 0, 2],
  // Days say nothing about what has no day.
  [{ from: "2031-05-04" }, 1, 4],
  [{ part: ["said"] }, 0, 4],
  [{ part: ["denied"] }, 0, 0],
  [{ class: ["material"] }, 1, 0],
  [{ class: ["verbal"] }, 0, 0],
];
for (const [filter, events, claims] of undated) {
  test(`without a day, of ${JSON.stringify(filter)}: ${events} events and ${claims} claims`, async () => {
    expect(await countUndated(record, filter)).toEqual({ eventsWithoutDay: events, claimsWithoutDay: claims });
  });
}
