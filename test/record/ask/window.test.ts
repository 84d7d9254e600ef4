import { afterAll, describe, expect, test } from "vitest";
import { askClaims } from "../../../src/record/ask/claims.ts";
import { askDocument } from "../../../src/record/ask/document.ts";
import { askDocuments } from "../../../src/record/ask/documents.ts";
import { askSearch } from "../../../src/record/ask/search.ts";
import { lastOf, type Window } from "../../../src/record/ask/window.ts";
import { type Draft, exampleCase } from "../example.ts";

// One report, corrected two days after it was printed, and read a second time by a newer engine.
const first: Draft = {
  id: "x",
  published: "2031-05-02",
  retrieved: "2031-05-02T09:00:00.000Z",
  recorded: "2031-06-01T00:00:00.000Z",
  text: "The mayor said that six were hurt.",
  claims: [{ source: "The mayor", cue: "said", content: ["that six were hurt"] }],
};
const corrected: Draft = {
  ...first,
  retrieved: "2031-05-04T09:00:00.000Z",
  recorded: "2031-06-02T00:00:00.000Z",
  text: "The mayor said that nine were hurt.",
  claims: [{ source: "The mayor", cue: "said", content: ["that nine were hurt"] }],
};
const reread: Draft = {
  ...corrected,
  version: "2",
  recorded: "2031-06-03T00:00:00.000Z",
  claims: [{ source: "The mayor", cue: "said", content: ["nine were hurt"] }],
};
const later: Draft = { id: "y", text: "Nothing happened.", recorded: "2031-06-04T00:00:00.000Z" };

const { record, done } = exampleCase(first, corrected, reread, later);
afterAll(done);

describe("a window", () => {
  const rows: readonly (readonly [Window, content: string | null, engine: string | null])[] = [
    [{}, "nine were hurt", "rules 2"],
    [{ asOf: "2031-05-01" }, null, null],
    [{ asOf: "2031-05-02" }, "that six were hurt", "rules 1"],
    [{ asOf: "2031-05-03" }, "that six were hurt", "rules 1"],
    [{ asOf: "2031-05-04T08:59:59Z" }, "that six were hurt", "rules 1"],
    [{ asOf: "2031-05-04T12:00:00+03:00" }, "nine were hurt", "rules 2"],
    [{ asOf: "2031-05-04" }, "nine were hurt", "rules 2"],
    [{ recordedBy: "2031-05-31" }, null, null],
    [{ recordedBy: "2031-06-01" }, "that six were hurt", "rules 1"],
    [{ recordedBy: "2031-06-02" }, "that nine were hurt", "rules 1"],
    [{ recordedBy: "2031-06-02T23:59:59.999Z" }, "that nine were hurt", "rules 1"],
    [{ recordedBy: "2031-06-03T00:00:00Z" }, "nine were hurt", "rules 2"],
    [{ asOf: "2031-05-03", recordedBy: "2031-06-03" }, "that six were hurt", "rules 1"],
  ];
  for (const [window, content, engine] of rows) {
    test(`${JSON.stringify(window)}`, async () => {
      const claims = await askClaims(record, window);
      expect(claims.map((row) => [row.content, row.engine])).toEqual(content === null ? [] : [[content, engine]]);
    });
  }

  test("a document without any time counts as of its recording", async () => {
    const seen = async (asOf: string) => (await askDocuments(record, { asOf })).map((row) => row.externalId);
    expect(await seen("2031-06-03")).toEqual(["x"]);
    expect(await seen("2031-06-04")).toEqual(["x", "y"]);
  });

  test("words that were corrected away are found as of then, and not now", async () => {
    const found = async (window: Window) => (await askSearch(record, { words: "six", ...window })).length;
    expect(await found({})).toBe(0);
    expect(await found({ asOf: "2031-05-03" })).toBe(1);
    expect(await found({ recordedBy: "2031-06-01" })).toBe(1);
  });

  test("a document lists the versions that were recorded by then", async () => {
    const versions = async (window: Window) =>
      (await askDocument(record, { document: "x", ...window })).flatMap((row) =>
        row.revisions.map((one) => one.revision),
      );
    expect(await versions({})).toEqual(["r1", "r2"]);
    expect(await versions({ recordedBy: "2031-06-01" })).toEqual(["r1"]);
  });
});

test("the same words with another day count from that day", async () => {
  const dated = exampleCase(
    { id: "z", text: "A calm day.", retrieved: "2031-05-20T00:00:00.000Z" },
    { id: "z", text: "A calm day.", retrieved: "2031-05-20T00:00:00.000Z", published: "2031-05-10" },
  );
  const seen = async (asOf: string) => (await askDocuments(dated.record, { asOf })).map((row) => row.revision);
  expect(await seen("2031-05-09")).toEqual([]);
  expect(await seen("2031-05-10")).toEqual(["r2"]);
  dated.done();
});

const bounds: readonly (readonly [moment: string, inside: string, outside: string])[] = [
  ["2031-05-02", "2031-05-02T23:59:59.999Z", "2031-05-03"],
  ["2031-05-02T10:00:00Z", "2031-05-02T10:00:00.999Z", "2031-05-02T10:00:01Z"],
  ["2031-05-02T10:00:00.500Z", "2031-05-02T10:00:00.500Z", "2031-05-02T10:00:00.501Z"],
  ["2031-05-02T12:00:00+02:00", "2031-05-02T10:00:00Z", "2031-05-02T10:00:01.000Z"],
];
for (const [moment, inside, outside] of bounds) {
  test(`${moment} holds ${inside} and not ${outside}`, () => {
    expect([inside <= lastOf(moment), outside <= lastOf(moment)]).toEqual([true, false]);
  });
}
