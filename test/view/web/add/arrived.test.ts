import { expect, test } from "vitest";
import { forgottenWords, notesOf, tallyWords } from "../../../../src/view/web/add/arrived.ts";

const reads = [
  [null, 0],
  [{ lang: "en", dated: true, copyOf: null }, 0],
  [{ lang: "en", dated: false, copyOf: "d1" }, 1],
  [{ lang: "de", dated: true, copyOf: null }, 1],
  [{ lang: null, dated: false, copyOf: null }, 2],
] as const;
for (const [read, count] of reads) {
  test(`${JSON.stringify(read)} has ${count} notes`, () =>
    expect(notesOf({ read: read && { title: null, ...read } })).toHaveLength(count));
}

const tallies = [
  [[], ""],
  [["new", "same", "new"], "2 new, 1 already there"],
  [["failed", "revision"], "1 new version, 1 not read"],
  [["revision", "revision"], "2 new versions"],
] as const;
for (const [outcomes, words] of tallies) {
  test(`told as "${words}"`, () => expect(tallyWords(outcomes.map((outcome) => ({ outcome })))).toBe(words));
}

test("copies of what was forgotten are named", () => {
  expect(forgottenWords({ copies: ["d2", "d3"] })).toContain("d2, d3");
  expect(forgottenWords({ copies: [] })).toContain("stay");
});
