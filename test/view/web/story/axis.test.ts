import { describe, expect, test } from "vitest";
import { axisOf, inTime, momentsOf } from "../../../../src/view/web/story/axis.ts";

const hour = 3_600_000;
const day = 24 * hour;

describe("what a day of publication covers", () => {
  const rows: readonly (readonly [iso: string, ms: number | null])[] = [
    ["2031-03-07", day],
    ["2031-03", 31 * day],
    ["2031", 365 * day],
    ["2031-03-07T12:20:00+01:00", 0],
    ["2031-03-07T12:20", 0],
    ["2031-13", null],
    ["last week", null],
  ];
  test.each(rows)("%s", (iso, ms) => {
    const moments = momentsOf(iso);
    expect(moments && moments[1] - moments[0]).toBe(ms);
  });
  test("a time counts in its own zone, one without a zone in UTC", () => {
    expect(momentsOf("2031-03-07T01:00:00+01:00")![0]).toBe(Date.UTC(2031, 2, 7));
    expect(momentsOf("2031-03-07T01:00")![0]).toBe(Date.UTC(2031, 2, 7, 1));
  });
});

const printed = (document: string, publisher: string, published: string | null) => ({ document, publisher, published });

test("reports stand in the order of their time, those of one time as given, the undated last", () => {
  const rows = [
    printed("d1", "A", null),
    printed("d2", "A", "2031-03-03T18:05:00+01:00"),
    printed("d3", "B", "2031-03-03T16:42:00+01:00"),
    printed("d4", "B", "2031-03-03"),
    printed("d5", "C", null),
  ];
  expect(inTime(rows).map(({ document }) => document)).toEqual(["d4", "d3", "d2", "d1", "d5"]);
});

describe("the axis", () => {
  test("has no lanes where no report has a day", () => {
    expect(axisOf([])).toBeNull();
    expect(axisOf([printed("d1", "A", null), printed("d2", "A", "soon")])).toBeNull();
  });
  test("has a lane for each publisher in the order in which they came; a day is as wide as a day, a time has no width", () => {
    const axis = axisOf([
      printed("d1", "B", "2031-03-03"),
      printed("d2", "A", "2031-03-04T12:00:00Z"),
      printed("d3", "B", "2031-03-06"),
    ])!;
    expect(axis.lanes).toEqual([
      {
        publisher: "B",
        marks: [
          { documents: ["d1"], left: 0, width: 0.25 },
          { documents: ["d3"], left: 0.75, width: 0.25 },
        ],
      },
      { publisher: "A", marks: [{ documents: ["d2"], left: 0.375, width: 0 }] },
    ]);
    expect(axis.ticks.map(({ words }) => words)).toEqual(["3 Mar 2031", "4 Mar", "5 Mar", "6 Mar"]);
  });
  test("puts marks together that lie too near to be told apart", () => {
    const [lane] = axisOf([
      printed("d1", "A", "2031-03-01T10:00:00Z"),
      printed("d2", "A", "2031-03-01T11:00:00Z"),
      printed("d3", "A", "2031-03-20"),
    ])!.lanes;
    expect(lane!.marks.map(({ documents }) => documents)).toEqual([["d1", "d2"], ["d3"]]);
  });
  test("has few ticks over a day and over a thousand years, and names a year when it changes", () => {
    for (const last of ["2031-03-01", "2031-04-20", "2032-01-10", "2045-01-01", "3031-01-01"]) {
      const { ticks } = axisOf([printed("d1", "A", "2031-03-01"), printed("d2", "A", last)])!;
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThan(8);
    }
    const { ticks } = axisOf([printed("d1", "A", "2031-12-28"), printed("d2", "A", "2032-01-02")])!;
    expect(ticks.map(({ words }) => words)).toContain("1 Jan 2032");
  });
});
