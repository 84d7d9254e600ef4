import { expect, test } from "vitest";
import { classWords, datedWords, undatedWords } from "../../../../src/view/web/timeline/undated-words.ts";

const deeds = ["deed", "deeds"] as const;
const dated: readonly (readonly [number, number, string])[] = [
  [137, 80, "57 of 137 deeds have a day in the text; the other 80 have none and are not in the timeline."],
  [3, 1, "2 of 3 deeds have a day in the text; the other one has none and is not in the timeline."],
  [2, 1, "1 of 2 deeds has a day in the text; the other one has none and is not in the timeline."],
  [26, 0, "All 26 deeds have a day in the text."],
  [1, 0, "The one deed has a day in the text."],
  [4, 4, "None of 4 deeds has a day in the text: none is in the timeline."],
  [1, 1, "The one deed has no day in the text and is not in the timeline."],
  [0, 0, "No deed fits."],
];
for (const [total, undated, words] of dated) test(words, () => expect(datedWords(total, undated, deeds)).toBe(words));

const undated = [
  [
    { claims: 346, events: 186 },
    { isFiltered: false, hasDays: false },
    "Of the whole case, 346 claims and 186 deeds, plans and talks have no day in the text and are not here.",
  ],
  [
    { claims: 1, events: 0 },
    { isFiltered: true, hasDays: true },
    "Of all that fits the filters, whatever the days, 1 claim has no day in the text and is not here.",
  ],
] as const;
for (const [left, how, words] of undated) test(words, () => expect(undatedWords(left, how)).toBe(words));

test("events are called by their class", () => {
  expect([["material"], ["verbal"], undefined, ["material", "verbal"]].map((one) => classWords(one)[1])).toEqual([
    "deeds",
    "talks",
    "events",
    "events",
  ]);
});
