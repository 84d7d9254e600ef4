import { array, assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { countCues, reachOf } from "../../../src/claim/model/role-frame.ts";
import type { Range } from "../../../src/claim/word.ts";

const everyWord = (count: number): readonly Range[] => Array.from({ length: count }, (_, at) => [at, at + 1] as const);

describe("words that are looked at around a cue", () => {
  test.each([
    ["no cue else", [[500, 501]], 250],
    ["as many as in news", everyWord(1000).filter(([at]) => at % 34 === 0), 250],
    ["every second word", everyWord(1000).filter(([at]) => at % 2 === 0), 40],
    ["every word", everyWord(1000), 20],
  ] as const)("%s", (_, cues, reach) => expect(reachOf(countCues(1000, cues), 500)).toBe(reach));

  test("all windows together are no more than so many times the text, however many cues there are", () => {
    assert(
      property(array(integer({ min: 0, max: 4999 }), { maxLength: 5000 }), (places) => {
        const cues = [...new Set(places)].sort((a, b) => a - b).map((at) => [at, at + 1] as const);
        const before = countCues(5000, cues);
        const looked = cues.reduce((sum, [at]) => sum + 2 * reachOf(before, at) + 1, 0);
        expect(looked).toBeLessThan(100 * 5000);
      }),
      { numRuns: 50 },
    );
  });
});
