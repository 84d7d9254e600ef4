import { expect, test } from "vitest";
import type { CountRow } from "../../../../src/view/api/contract.ts";
import { binsOf, dayAfter, dayBefore, widthFor } from "../../../../src/view/web/overview/bin.ts";

const row = (value: string, count: number): CountRow =>
  ({ by: "day", value, count, documents: 1 }) as unknown as CountRow;
const shown = (rows: readonly CountRow[], within: Parameters<typeof binsOf>[1] = null) =>
  binsOf(rows, within).bins.map((bin) => `${bin.from}/${bin.to}: ${bin.claims}`);

const widths = [
  ["2031-03-09", "2031-03-09", "day"],
  ["2031-01-01", "2031-03-07", "day"],
  ["2031-01-01", "2031-03-08", "week"],
  ["2031-01-01", "2032-12-31", "month"],
  ["2001-01-01", "2031-12-31", "year"],
] as const;
for (const [first, last, width] of widths) {
  test(`${first} to ${last} is shown by the ${width}`, () => expect(widthFor(first, last)).toBe(width));
}

test("a day without claims is a gap of its own", () => {
  expect(shown([row("2031-03-03", 2), row("2031-03-01", 1)])).toEqual([
    "2031-03-01/2031-03-01: 1",
    "2031-03-02/2031-03-02: 0",
    "2031-03-03/2031-03-03: 2",
  ]);
});

test("weeks begin on Monday, and end on Sunday", () => {
  const { width, bins } = binsOf([row("2031-01-01", 1), row("2031-05-01", 1)], null);
  expect([width, bins[0]!.from, bins[0]!.to, bins.length]).toEqual(["week", "2030-12-30", "2031-01-05", 18]);
});

test("what lies outside of the reports' days is counted, not drawn", () => {
  const found = binsOf([row("2024-01-01", 3), row("2031-03-01", 2), row("2031-03-09", 1)], {
    first: "2031-03-01T10:00:00Z",
    last: "2031-03-02",
  });
  expect(found).toMatchObject({ width: "day", earlier: 3, later: 1 });
  expect(found.bins.map((bin) => bin.claims)).toEqual([2, 0]);
});

test("without a day there is no bar", () => expect(shown([])).toEqual([]));
test("other facets and what is no day are left out", () => {
  const speaker = { ...row("2031-03-01", 1), by: "speaker" } as CountRow;
  expect(shown([speaker, row("soon", 4)])).toEqual([]);
});

test("every claim is drawn or counted beside", () => {
  const rows = [row("1999-12-31", 1), row("2031-02-28", 2), row("2032-02-29", 4), row("2040-01-01", 8)];
  for (const within of [
    null,
    { first: "2031-02-28", last: "2031-03-01" },
    { first: "2030-01-01", last: "2033-01-01" },
  ]) {
    const { bins, earlier, later } = binsOf(rows, within);
    expect(bins.reduce((sum, bin) => sum + bin.claims, earlier + later)).toBe(15);
  }
});

test("the days around a day", () => {
  expect([dayBefore("2031-03-01"), dayAfter("2031-12-31")]).toEqual(["2031-02-28", "2032-01-01"]);
});

test("how many reports hold the claims of several days is not known, and not told", () => {
  expect(binsOf([row("2031-03-01", 1)], null).bins.map((bin) => bin.documents)).toEqual([1]);
  const months = binsOf([row("2031-01-01", 1), row("2032-12-31", 1)], null);
  expect(new Set(months.bins.map((bin) => bin.documents))).toEqual(new Set([null]));
});
