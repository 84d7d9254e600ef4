import { expect, test } from "vitest";
import type { TimelinePart, TimelineRow } from "../../../../src/record/ask/timeline.ts";
import {
  daysOf,
  daysWords,
  reachDays,
  reachPx,
  reachWords,
  withGaps,
} from "../../../../src/view/web/timeline/day-group.ts";
import { itemsOf } from "../../../../src/view/web/timeline/item.ts";

const row = (id: string, day: string, part: TimelinePart = "happened", lastDay = day): TimelineRow => ({
  words: "The border was closed.",
  document: "d1",
  externalId: null,
  publisher: "The Example",
  url: null,
  path: null,
  title: null,
  published: day,
  publishedBy: "given",
  revision: "r1",
  start: 0,
  end: 22,
  engine: "rules",
  run: 1,
  day,
  lastDay,
  dayBy: null,
  part,
  id,
  what: "closed",
  type: null,
  realis: "happened",
  factuality: "certain+",
  who: [],
  whom: [],
  saidBy: null,
});

test("a day holds its parts; the same first day with another last one is a group of its own, after the sure one", () => {
  const groups = daysOf([
    row("e1", "2024-05-01", "happened", "2024-05-31"),
    row("e2", "2024-05-01", "happened"),
    row("s1", "2024-05-01", "said"),
    row("e3", "2024-05-02", "denied"),
  ]);
  expect(
    groups.map(({ day, lastDay, parts }) => [
      day,
      lastDay,
      parts.happened.map(({ id }) => id),
      parts.denied.map(({ id }) => id),
      parts.said.map(({ id }) => id),
    ]),
  ).toEqual([
    ["2024-05-01", "2024-05-01", ["e2"], [], ["s1"]],
    ["2024-05-01", "2024-05-31", ["e1"], [], []],
    ["2024-05-02", "2024-05-02", [], ["e3"], []],
  ]);
});

const gaps = [
  ["two days side by side", [row("a", "2024-05-01"), row("b", "2024-05-02")], []],
  ["four days without", [row("a", "2024-05-01"), row("b", "2024-05-06")], [["2024-05-01", 4]]],
  ["a week that covers them", [row("a", "2024-05-01", "happened", "2024-05-07"), row("b", "2024-05-06")], []],
  [
    "a year covers nothing",
    [row("a", "2024-01-01", "happened", "2024-12-31"), row("b", "2024-01-04")],
    [["2024-01-01", 2]],
  ],
  [
    "after a week that reaches on",
    [row("a", "2024-05-01", "happened", "2024-05-07"), row("b", "2024-05-02"), row("c", "2024-05-10")],
    [["2024-05-07", 2]],
  ],
] as const;
for (const [name, rows, found] of gaps) {
  test(`gaps: ${name}`, () =>
    expect(withGaps(daysOf(rows)).flatMap((one) => (one.kind === "gap" ? [[one.after, one.days]] : []))).toEqual(
      found,
    ));
}

const lengths = [
  [1, "1 day"],
  [59, "59 days"],
  [60, "about 2 months"],
  [729, "about 24 months"],
  [730, "about 2 years"],
] as const;
for (const [days, words] of lengths) {
  test(`${days} days are "${words}"`, () => expect(daysWords(days)).toBe(words));
}

const reaches = [
  ["2024-05-01", "2024-05-01", 1, "1 May 2024"],
  ["2024-05-06", "2024-05-12", 7, "6 May 2024 – 12 May 2024"],
  ["2024-02-01", "2024-02-29", 29, "February 2024"],
  ["2023-02-01", "2023-02-27", 27, "1 Feb 2023 – 27 Feb 2023"],
  ["2024-01-01", "2024-12-31", 366, "2024"],
] as const;
for (const [day, lastDay, days, words] of reaches) {
  test(`${day} to ${lastDay} is "${words}"`, () => {
    expect(reachDays({ day, lastDay })).toBe(days);
    expect(reachWords({ day, lastDay })).toBe(words);
  });
}

test("a bar is wider the less sure its day is, and never wider than its column", () => {
  const widths = [1, 7, 31, 366, 36_500].map(reachPx);
  expect(widths).toEqual(widths.toSorted((a, b) => a - b));
  expect(widths.at(-1)).toBe(96);
});

const items = [
  ["nothing is loaded", [null, null], false, ["stretch 0", "stretch 1"]],
  [
    "no gap is told beside what is not loaded",
    [[row("a", "2024-05-01")], null, [row("b", "2024-05-20")]],
    false,
    ["2024-05-01 2024-05-01", "stretch 1", "2024-05-20 2024-05-20"],
  ],
  [
    "the newest first",
    [[row("a", "2024-05-01")], [row("b", "2024-05-05")]],
    true,
    ["2024-05-05 2024-05-05", "after 2024-05-01", "2024-05-01 2024-05-01"],
  ],
  ["an empty stretch takes no place", [[], []], false, []],
] as const;
for (const [name, loaded, isNewest, keys] of items) {
  test(`the list of days: ${name}`, () =>
    expect(itemsOf(loaded, { isNewest, from: null }).map(({ key }) => key)).toEqual(keys));
}

test("what began before the first day that is asked for, and only may lie within, stands last", () => {
  const rows = [row("a", "2000-01-01", "happened", "2029-12-31"), row("b", "2024-05-02")];
  for (const isNewest of [true, false]) {
    expect(itemsOf([rows], { isNewest, from: "2024-05-01" }).map(({ key }) => key)).toEqual([
      "2024-05-02 2024-05-02",
      "2000-01-01 2029-12-31",
    ]);
  }
});
