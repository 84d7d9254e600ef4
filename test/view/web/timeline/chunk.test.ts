import { expect, test } from "vitest";
import { chunksOf, chunkWith, isHome } from "../../../../src/view/web/timeline/chunk.ts";

const counts = [
  { day: "2024-05-01", count: 60 },
  { day: "2024-05-02", count: 50 },
  { day: "2024-05-09", count: 200 },
  { day: "2024-05-10", count: 1 },
];
const open = { from: null, to: null };

const rows = [
  ["nothing", [], open, [{ from: null, to: null }]],
  [
    "full stretches end with their day",
    counts,
    open,
    [
      { from: null, to: "2024-05-08" },
      { from: "2024-05-09", to: "2024-05-09" },
      { from: "2024-05-10", to: null },
    ],
  ],
  [
    "from and to close the ends",
    counts,
    { from: "2024-05-02", to: "2024-05-09" },
    [{ from: "2024-05-02", to: "2024-05-09" }],
  ],
] as const;
for (const [name, given, reach, chunks] of rows) {
  test(`stretches: ${name}`, () => expect(chunksOf(given, reach, 100)).toEqual(chunks));
}

const homes = [
  ["2014-01-01", 0],
  ["2024-05-08", 0],
  ["2024-05-09", 1],
  ["2024-05-10", 2],
  ["2064-01-01", 2],
] as const;
for (const [day, at] of homes) {
  test(`${day} stands in stretch ${at} and in no other`, () => {
    const chunks = chunksOf(counts, open, 100);
    expect(chunkWith(chunks, day)).toBe(at);
    expect(chunks.map((chunk, place) => isHome(chunk, day, place === 0))).toEqual([0, 1, 2].map((one) => one === at));
  });
}

test("what began before all that is asked for stands in the first stretch", () => {
  const [chunk] = chunksOf(counts, { from: "2024-05-02", to: null }, 1000);
  expect(isHome(chunk!, "2014-01-01", true)).toBe(true);
});
