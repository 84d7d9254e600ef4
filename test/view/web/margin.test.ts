import fc from "fast-check";
import { expect, test } from "vitest";
import { type Part, pieces } from "../../../src/view/web/piece.ts";

const shown = (words: string, parts: readonly Part[]) =>
  pieces(words, parts).map(({ text, roles }) => (roles.length === 0 ? text : `[${text}:${roles.join("+")}]`));

const rows = [
  ["nothing marked", "he said so", [], ["he said so"]],
  ["one part", "he said so", [{ start: 3, end: 7, role: "cue" }], ["he ", "[said:cue]", " so"]],
  [
    "a part within a part",
    "abcdef",
    [
      { start: 0, end: 4, role: "content" },
      { start: 2, end: 3, role: "mark" },
    ],
    ["[ab:content]", "[c:content+mark]", "[d:content]", "ef"],
  ],
  ["a part that reaches out of the words", "abc", [{ start: -2, end: 9, role: "content" }], ["[abc:content]"]],
  ["a part outside of the words", "abc", [{ start: 5, end: 9, role: "content" }], ["abc"]],
  ["no words", "", [{ start: 0, end: 1, role: "cue" }], []],
] as const;
for (const [what, words, parts, result] of rows) test(what, () => expect(shown(words, parts)).toEqual(result));

const part = fc.record({
  start: fc.integer({ min: -3, max: 40 }),
  end: fc.integer({ min: -3, max: 40 }),
  role: fc.constantFrom("source", "cue", "content", "mark", "trigger", "match"),
});

test("the pieces are the words, and a unit has the roles of the parts around it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.array(part, { maxLength: 8 }), (words, parts) => {
      const found = pieces(words, parts);
      expect(found.map((one) => one.text).join("")).toBe(words);
      let at = 0;
      for (const { text, roles } of found) {
        expect(text).not.toBe("");
        for (const end = at + text.length; at < end; at++) {
          const around = new Set(parts.filter((one) => one.start <= at && at < one.end).map((one) => one.role));
          expect(new Set(roles)).toEqual(around);
        }
      }
    }),
  );
});
