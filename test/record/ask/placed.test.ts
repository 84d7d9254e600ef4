import { afterAll, describe, expect, test } from "vitest";
import { askPlaces, type PlacesFilter } from "../../../src/record/ask/placed.ts";
import { exampleCase } from "../example.ts";
import { context, reports } from "./reports.ts";

const { record, done } = exampleCase(...reports);
afterAll(done);

describe("places of events", () => {
  const rows: readonly (readonly [PlacesFilter, readonly string[]])[] = [
    [
      {},
      [
        "Kyrovar 1 in 1: 1 0 0 0, 2031-04-27 to 2031-04-27, r1.e1",
        "Norland 1 in 1: 0 0 1 0, 2031-05-05 to 2031-05-11, r2.e1",
      ],
    ],
    [
      { class: ["material"] },
      [
        "Kyrovar 1 in 1: 1 0 0 0, 2031-04-27 to 2031-04-27, r1.e1",
        "Norland 1 in 1: 0 0 1 0, 2031-05-05 to 2031-05-11, r2.e1",
      ],
    ],
    [{ place: ["Kirovard"] }, ["Kyrovar 1 in 1: 1 0 0 0, 2031-04-27 to 2031-04-27, r1.e1"]],
    [{ place: ["Nowhere"] }, []],
    [{ actor: ["Estmark"] }, []],
    [{ to: "2031-04-27" }, ["Kyrovar 1 in 1: 1 0 0 0, 2031-04-27 to 2031-04-27, r1.e1"]],
    [{ recordedBy: "1999-01-01" }, []],
    [{ limit: 1 }, ["Kyrovar 1 in 1: 1 0 0 0, 2031-04-27 to 2031-04-27, r1.e1"]],
  ];
  test.each(rows)("%j", async (filter, expected) => {
    const found = await askPlaces(record, filter, context);
    expect(
      found.map(
        (row) =>
          `${row.name} ${row.events} in ${row.documents}: ${row.happened} ${row.denied} ${row.planned} ${row.supposed}, ${row.first} to ${row.last}, ${row.event}`,
      ),
    ).toEqual(expected);
  });
  test("carries the words of its last event", async () => {
    const [row] = await askPlaces(record, {}, context);
    expect(row?.words).toContain("Kyrovar");
    expect(row).toMatchObject({ lat: 1.5, lon: 2.5, geonames: 7, precision: "city", country: "NL" });
  });
});
