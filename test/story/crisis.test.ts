import { describe, expect, test } from "vitest";
import { randomFrom } from "../../bench/random.ts";
import type { Profile } from "../../src/model/story.ts";
import { mayBeCrisis, storiesOfCrisis } from "../../src/story/crisis.ts";
import { comparable } from "../../src/story/likeness.ts";

const names = ["lurenia", "tarvonia", "ilvesh", "border", "minister"];
/** A report of a crisis: names that all reports have, words of its event, and words of its own. */
function profile(event: string, at: number, day: string | null, random: () => number): Profile {
  const words = [
    ...names,
    ...Array.from({ length: 12 }, (_, word) => `${event}${word}`).filter(() => random() < 0.6),
    ...Array.from({ length: 8 }, (_, word) => `own${at}${word}`),
  ];
  return {
    terms: words.map((word) => [word, 1 / Math.sqrt(words.length)]),
    names: [],
    pairs: [],
    people: [],
    places: [],
    numbers: [],
    amounts: [],
    days: [],
    year: null,
    published: day === null ? null : [day, day],
    printed: [],
  };
}

/** Reports "event day" with all pairs known, in that order. */
function parts(
  reports: readonly (readonly [event: string, day: string | null])[],
  seed = 3,
  joined: [number, number][] = [],
) {
  const random = randomFrom(seed);
  const profiles = reports.map(([event, day], at) => profile(event, at, day, random));
  const documents = reports.map((_, at) => at);
  const pairs = documents.flatMap((document) =>
    documents.filter((other) => other > document).map((other) => ({ document, other, score: 0 })),
  );
  return storiesOfCrisis({ documents, pairs, joined, parted: [] }, profiles.map(comparable));
}

const times = <Item>(count: number, item: Item): readonly Item[] => Array.from({ length: count }, () => item);

describe("reports of a long crisis are parted into its stories", () => {
  const drill = ["drill", "2031-03-03"] as const;
  const shots = ["shots", "2031-03-08"] as const;
  test("two events that share the names of the country", () => {
    expect(parts([...times(6, drill), ...times(6, shots)])).toEqual([
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10, 11],
    ]);
  });
  test("two events without days", () => {
    expect(parts([...times(7, ["drill", null] as const), ...times(7, ["shots", null] as const)])).toHaveLength(2);
  });
  test("one event stays one story, whatever is drawn, also over some days", () => {
    for (let seed = 1; seed < 40; seed++) {
      const days = ["2031-03-07", "2031-03-08", "2031-03-09"];
      expect(
        parts(
          Array.from({ length: 12 }, (_, at) => ["shots", days[at % 3]!] as const),
          seed,
        ),
      ).toHaveLength(1);
    }
  });
  test("what is joined stays together", () => {
    const found = parts([...times(6, drill), ...times(6, shots)], 3, [[0, 6]]);
    expect(found.find((one) => one.includes(0))).toContain(6);
  });
  test("a few reports are no crisis", () => {
    expect([7, 8].map((count) => mayBeCrisis(times(count, 1)))).toEqual([false, true]);
  });
});
