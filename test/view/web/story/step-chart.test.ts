import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChartPoint, heightOf, roundAbove, spread, stepChart } from "../../../../src/view/web/story/step-chart.ts";

const point = (of: Partial<ChartPoint>): ChartPoint => ({
  value: 2,
  low: 2,
  high: 2,
  bound: "exact",
  day: "2031-03-07",
  holder: "Border Guard Service",
  superseded: false,
  words: "two",
  ...of,
});

describe("what a figure is drawn at", () => {
  const rows: readonly (readonly [of: Partial<ChartPoint>, height: number | null])[] = [
    [{}, 2],
    [{ bound: "at-least", value: null, low: 5, high: null }, 5],
    [{ bound: "at-most", value: null, low: null, high: 9 }, 9],
    [{ bound: "range", value: null, low: 10, high: 20 }, 15],
    [{ value: null, low: null, high: null }, null],
  ];
  test.each(rows)("%j", (of, height) => expect(heightOf(point(of))).toBe(height));
});

describe("the top of the scale", () => {
  const rows = [[0, 1], [1, 1], [3, 5], [640, 1000], [1001, 2000], [0.3, 0.5], [-4, 1]] as const; // biome-ignore format: pairs
  test.each(rows)("%d", (value, top) => expect(roundAbove(value)).toBe(top));
});

describe("labels", () => {
  const rows: readonly (readonly [wanted: readonly number[], found: readonly number[]])[] = [
    [[50], [50]],
    [
      [50, 50],
      [50, 60],
    ],
    [
      [50, 20],
      [50, 20],
    ],
    [
      [100, 100, 100],
      [80, 90, 100],
    ],
    [[-5], [0]],
  ];
  test.each(rows)("that want %j", (wanted, found) => expect(spread(wanted, 10, 0, 100)).toEqual(found));
  test("never cover one another while there is room", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 250 }), { maxLength: 20 }), (wanted) => {
        const found = [...spread(wanted, 10, 0, 200)].sort((a, b) => a - b);
        for (const [at, y] of found.entries()) {
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(200);
          if (at > 0) expect(y - found[at - 1]!).toBeGreaterThanOrEqual(10);
        }
      }),
    );
  });
});

describe("the chart", () => {
  test("is none where no figure has both a day and a number", () => {
    expect(stepChart([], 600)).toBeNull();
    expect(stepChart([point({ day: null }), point({ value: null, low: null, high: null })], 600)).toBeNull();
  });
  test("begins at zero and holds every figure", () => {
    const chart = stepChart([point({}), point({ value: 3, day: "2031-03-17" })], 600)!;
    expect(chart.scale.map(({ value }) => value)).toEqual([0, 5]);
    expect(chart.scale[0]!.y).toBe(chart.plot.bottom);
    for (const { x, y } of chart.marks) {
      expect(x).toBeGreaterThanOrEqual(chart.plot.left);
      expect(x).toBeLessThanOrEqual(chart.plot.right);
      expect(y).toBeGreaterThanOrEqual(chart.plot.top);
      expect(y).toBeLessThan(chart.plot.bottom);
    }
    expect([chart.first, chart.last]).toEqual(["2031-03-07", "2031-03-17"]);
  });
  test("joins the figures of one holder as steps, and no others", () => {
    const chart = stepChart(
      [
        point({ superseded: true }),
        point({ value: 3, day: "2031-03-17" }),
        point({ holder: "Kesrin", day: "2031-03-09" }),
      ],
      600,
    )!;
    expect(chart.lines.map(({ holder }) => holder)).toEqual(["Border Guard Service"]);
    const [first, last] = chart.marks.filter(({ place }) => place < 2);
    expect(chart.lines[0]!.d).toBe(`M${first!.x} ${first!.y}H${last!.x}V${last!.y}`);
  });
  test("labels what stands, not what was replaced; that is marked", () => {
    const chart = stepChart([point({ superseded: true }), point({ value: 3, day: "2031-03-17" })], 600)!;
    expect(chart.labels.map(({ place }) => place)).toEqual([1]);
    expect(chart.marks.map(({ superseded }) => superseded)).toEqual([true, false]);
  });
  test("puts the words of replaced figures beside their marks, none over another", () => {
    const points = ["2031-03-07", "2031-03-07", "2031-03-08", "2031-03-17"].map((day, at) =>
      point({ day, superseded: at < 3, words: "at least two" }),
    );
    const { old, plot } = stepChart(points, 600)!;
    expect(old.map(({ place }) => place)).toEqual([0, 1, 2]);
    for (const [at, one] of old.entries()) {
      expect(one.x).toBeGreaterThan(plot.left);
      for (const other of old.slice(at + 1))
        expect(Math.abs(one.y - other.y) >= 13 || Math.abs(one.x - other.x) >= 72).toBe(true);
    }
  });
  test("draws a range over all that it may be", () => {
    const chart = stepChart([point({ bound: "range", value: null, low: 20_000, high: 99_999 })], 600)!;
    expect(chart.scale.at(-1)!.value).toBe(100_000);
    const [top, bottom] = chart.marks[0]!.reach!;
    expect(top).toBeLessThan(chart.marks[0]!.y);
    expect(bottom).toBeGreaterThan(chart.marks[0]!.y);
  });
  test("names those that it cannot draw", () => {
    expect(stepChart([point({}), point({ day: null }), point({ day: "soon" })], 600)!.left).toEqual([1, 2]);
  });
  test("stays within its width, however narrow, however many", () => {
    for (const width of [240, 328, 900]) {
      const points = Array.from({ length: 40 }, (_one, at) => point({ value: at, holder: `holder ${at}` }));
      const chart = stepChart(points, width)!;
      expect(chart.plot.right).toBeLessThan(width);
      expect(chart.plot.right).toBeGreaterThan(chart.plot.left);
      expect(chart.labels.length).toBeLessThan(13);
    }
  });
});
