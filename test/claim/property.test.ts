import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import type { Claimed } from "../../src/model/attribution.ts";
import type { Spans } from "../../src/model/span.ts";
import { bareReadingOf, readingOf } from "./render.ts";

const pieces = [
  "The minister",
  "said",
  "that",
  '"',
  "“",
  "”",
  "'",
  "’",
  "accused",
  "Norland",
  "of",
  "arming rebels",
  ",",
  ".",
  "according to",
  "who",
  "he",
  "was",
  "told",
  "reporters",
  "and",
  "but",
  "claims",
  "the claim that",
  "reportedly",
  "without providing evidence",
  "so-called",
  "\n\n",
  "on Friday",
  "saying",
  "by",
  "in a statement",
  "to",
  ":",
  "—",
  "(",
  ")",
  "A",
  "I",
  "n't",
  "'s",
  "declined to comment",
  "as",
  "is expected to",
  "🙂",
  "й",
  "\u0301",
];
const newsLike = array(constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join(" "));
const anyText = oneof(newsLike, string({ unit: "grapheme", maxLength: 300 }));

const inText = (text: string, spans: Spans): boolean =>
  spans.every(
    ([start, end], at) =>
      0 <= start &&
      start < end &&
      end <= text.length &&
      (at === 0 || spans[at - 1]![1] <= start) &&
      !/^\s|\s$/.test(text.slice(start, end)),
  );

function faultsOf({ text, attributions, marks }: Claimed): readonly string[] {
  const faults: string[] = [];
  const ids = new Map(attributions.map((one) => [one.id, one]));
  const markIds = new Set(marks.map((one) => one.id));
  let before = -1;
  for (const [at, one] of attributions.entries()) {
    if (one.id !== `s${at + 1}`) faults.push(`${one.id} is not s${at + 1}`);
    for (const spans of [one.source, one.cue, one.content])
      if (!inText(text, spans)) faults.push(`${one.id} has bad spans`);
    const first = Math.min(
      ...[one.source, one.cue, one.content].flatMap((spans) => spans.slice(0, 1).map(([start]) => start)),
    );
    if (first < before) faults.push(`${one.id} is out of order`);
    before = first;
    let up = one.parent;
    for (let steps = 0; up !== null; steps++) {
      if (!ids.has(up) || up === one.id || steps > attributions.length) {
        faults.push(`${one.id} has no way to the top`);
        break;
      }
      up = ids.get(up)!.parent;
    }
    if (!one.marks.every((mark) => markIds.has(mark))) faults.push(`${one.id} names a mark that is not there`);
  }
  for (const [at, mark] of marks.entries()) {
    if (mark.id !== `k${at + 1}`) faults.push(`${mark.id} is not k${at + 1}`);
    if (!inText(text, [[mark.start, mark.end]])) faults.push(`${mark.id} has a bad span`);
    if (mark.target !== null && !ids.get(mark.target)?.marks.includes(mark.id))
      faults.push(`${mark.id} is not with its target`);
  }
  return faults;
}

test("spans slice to words in order, ids count, parents lead to the top, marks and targets name each other", () => {
  assert(
    property(anyText, (text) => {
      expect(faultsOf(readingOf(text))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("reading twice gives the same", () => {
  assert(
    property(newsLike, (text) => {
      expect(readingOf(text)).toEqual(readingOf(text));
    }),
    { numRuns: 50 },
  );
});

const long = [
  ["one line of a megabyte", "the minister said that the army claims he was told, ".repeat(20_000)],
  ["a hundred thousand quotation marks", '"'.repeat(100_000)],
  ["a hundred thousand opening marks", "“a ".repeat(100_000)],
  ["a hundred thousand single marks", "'a ".repeat(100_000)],
  ["fifty thousand cues in a row", "said ".repeat(50_000)],
  ["fifty thousand quotations without a cue", '"One two three four five six seven eight." '.repeat(10_000)],
] as const;

test.each(long)(
  "%s is read",
  (_name, text) => {
    expect(faultsOf(bareReadingOf(text)).slice(0, 3)).toEqual([]);
  },
  120_000,
);
