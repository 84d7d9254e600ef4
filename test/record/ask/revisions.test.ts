import { expect, test } from "vitest";
import { askRevisions } from "../../../src/record/ask/revisions.ts";
import type { CaseRecord } from "../../../src/record/open.ts";
import { write } from "../../../src/record/write.ts";
import { bare, got, incoming, madeCase } from "../made.ts";

/** A version of a document with its sentences, at the place `id:name`. */
function written(record: CaseRecord, name: string, sentences: readonly string[], at: string): void {
  const text = sentences.join(" ");
  let from = 0;
  const spans = sentences.map((sentence) => {
    const start = from;
    from += sentence.length + 1;
    return [start, start + sentence.length] as const;
  });
  const blocks = [{ start: 0, end: text.length, kind: "paragraph" as const, furniture: null }];
  got(write(record, incoming(name, text), { ...bare(name, text), blocks, sentences: spans }, at));
}

const told = async (record: CaseRecord, filter: Parameters<typeof askRevisions>[1]) =>
  (await askRevisions(record, filter)).map(
    ({ document, number, change, words, start }) => `${document} ${number} ${change} ${start} ${words}`,
  );

// Made up for this test: an update with a higher toll, and a correction.
const first = ["Two men died at the weir.", "The army denied firing.", "Rain fell."];
const second = ["Three men died at the weir.", "The army denied firing.", "Rain fell.", "A guard was held."];
const third = ["Three men died at the weir.", "Rain fell.", "A guard was held."];

function changed(): CaseRecord {
  const record = madeCase();
  written(record, "a", first, "2031-03-01T08:00:00.000Z");
  written(record, "b", ["Nothing changed here."], "2031-03-01T08:00:00.000Z");
  written(record, "a", second, "2031-03-02T08:00:00.000Z");
  written(record, "a", third, "2031-03-03T08:00:00.000Z");
  return record;
}

test("sentences that came and went are told by version, each where it stands", async () =>
  expect(await told(changed(), { document: "a" })).toEqual([
    "d1 2 removed 0 Two men died at the weir.",
    "d1 2 added 0 Three men died at the weir.",
    "d1 2 added 63 A guard was held.",
    "d1 3 removed 28 The army denied firing.",
  ]));

test("of all documents, one kind of change, a part, or what was recorded by a day", async () => {
  const record = changed();
  expect(await told(record, { change: "removed" })).toHaveLength(2);
  expect(await told(record, { limit: 1, offset: 1 })).toEqual(["d1 2 added 0 Three men died at the weir."]);
  expect(await told(record, { recordedBy: "2031-03-02" })).toHaveLength(3);
  expect(await told(record, { document: "b" })).toEqual([]);
  expect(await told(record, { document: "nobody" })).toEqual([]);
});
