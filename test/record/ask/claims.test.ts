import { afterAll, describe, expect, test } from "vitest";
import { askClaims, type ClaimFilter } from "../../../src/record/ask/claims.ts";
import { exampleCase } from "../example.ts";
import { context, reports } from "./reports.ts";

const { record, done } = exampleCase(...reports);
afterAll(done);

const ids = async (filter: ClaimFilter): Promise<string> =>
  (await askClaims(record, filter, context)).map((row) => row.claim).join(" ");

describe("a filter of claims", () => {
  // The claims: r1.s1 Lukavenka accuses, r1.s2 Orlov denies, r2.s1 Lukavenko warns, r3.s1 Red Cross, r3.s2 nobody, r4.s1 in Russian.
  const rows: readonly (readonly [ClaimFilter, string])[] = [
    [{}, "r1.s1 r1.s2 r2.s1 r3.s1 r3.s2 r4.s1"],
    [{ actor: ["Jana Lukavenka"] }, "r1.s1 r2.s1"],
    [{ actor: ["lukavenko"] }, "r1.s1 r2.s1 r4.s1"],
    [{ actor: ["Лукавенка"] }, "r1.s1 r2.s1 r4.s1"],
    [{ actor: ["Red Cross"] }, "r3.s1"],
    // "Red Cross of Norland" is another one than Norland.
    [{ actor: ["Norland"] }, ""],
    [{ actor: ["Red Cross", "Orlov"] }, "r1.s2 r3.s1"],
    [{ actor: ["?!"] }, ""],
    [{ actor: [] }, "r1.s1 r1.s2 r2.s1 r3.s1 r3.s2 r4.s1"],
    [{ target: ["Norland"] }, "r1.s1 r2.s1"],
    [{ publisher: ["norland post"] }, "r1.s1 r1.s2 r3.s1 r3.s2"],
    [{ publisher: ["Estmark Daily", "Кур'ер"] }, "r2.s1 r4.s1"],
    [{ kind: ["accuse", "warn"] }, "r1.s1 r2.s1"],
    [{ mark: ["none-given"] }, "r1.s1"],
    [{ mark: ["footage"] }, ""],
    [{ stance: ["denies"] }, "r1.s2"],
    [{ via: ["tele"] }, "r2.s1"],
    [{ via: ["%"] }, ""],
    [{ via: ["_elegram"] }, ""],
    // The day of saying where it is known (28 April), else the day of publication (2 May).
    [{ to: "2031-04-30" }, "r1.s1"],
    [{ from: "2031-05-02", to: "2031-05-03" }, "r1.s2 r2.s1"],
    [{ from: "2031-05-05" }, "r4.s1"],
    [{ words: "moved" }, "r1.s1 r1.s2"],
    [{ words: "moved -tanks" }, "r1.s2"],
    [{ words: '"nothing had"' }, "r1.s2"],
    [{ words: "reg* OR fired" }, "r2.s1 r3.s1"],
    [{ words: "kirovard" }, "r1.s1"],
    // "evidence" is in the sentence, not in the content.
    [{ words: "evidence" }, ""],
    [{ document: ["x2"] }, "r2.s1"],
    [{ document: ["d3", "https://daily.example/drill#top"] }, "r2.s1 r3.s1 r3.s2"],
    [{ document: ["d99"] }, ""],
    [{ claim: ["r3.s2", " r1.s2 ", "r9.s1"] }, "r1.s2 r3.s2"],
    [{ claim: ["r1.s1", "s2", "x1.s2", "r1.", "r1"] }, "r1.s1"],
    [{ claim: ["r1"] }, ""],
    [{ claim: ["r1.s1"], stance: ["denies"] }, ""],
    [{ claim: [] }, "r1.s1 r1.s2 r2.s1 r3.s1 r3.s2 r4.s1"],
    [{ limit: 2 }, "r1.s1 r1.s2"],
    [{ limit: 2, offset: 3 }, "r3.s1 r3.s2"],
    [{ words: "moved", limit: 1, offset: 1 }, "r1.s2"],
    [{ actor: ["Lukavenko"], kind: ["accuse"], mark: ["none-given"], publisher: ["Norland Post"] }, "r1.s1"],
  ];
  for (const [filter, expected] of rows) {
    test(`${JSON.stringify(filter)}`, async () => expect(await ids(filter)).toBe(expected));
  }
});

test("a claim's row has its words, speakers, marks and day", async () => {
  const [row] = await askClaims(record, { mark: ["none-given"] });
  expect(row).toEqual({
    words: "Defence Minister Jana Lukavenka claimed on Monday that Norland moved 300 tanks to Kyrovar",
    document: "d1",
    externalId: "x1",
    publisher: "Norland Post",
    url: "https://post.example/troops",
    path: null,
    title: "Estmark accuses Norland",
    published: "2031-05-02",
    publishedBy: "given",
    revision: "r1",
    start: 24,
    end: 113,
    engine: "rules 1",
    run: 1,
    claim: "r1.s1",
    source: "Defence Minister Jana Lukavenka",
    sourceSpans: [[24, 55]],
    cue: "claimed",
    cueSpans: [[56, 63]],
    content: "that Norland moved 300 tanks to Kyrovar",
    contentSpans: [[74, 113]],
    speakers: [{ id: "r1.a1", name: "Jana Lukavenka", kind: "person", named: true, public: true, country: "EM" }],
    targets: [{ id: "r1.a2", name: "Norland", kind: "state", named: true, public: null, country: "NL" }],
    kind: "accuse",
    polarity: "+",
    stance: "asserts",
    via: null,
    parent: null,
    marks: [{ kind: "none-given", polarity: "weakens", words: "without giving evidence", start: 115, end: 138 }],
    day: { start: "2031-04-28", end: "2031-04-28", by: "weekday before" },
    score: 0.9,
  });
});

test("a content in pieces is joined, and a parent is named by its public id", async () => {
  const pieces = exampleCase({
    id: "p",
    text: "The bridge, he said, is open, they wrote.",
    claims: [
      { source: "he", cue: "said", content: ["The bridge", "is open"], parent: "s2" },
      { source: "they", cue: "wrote", content: ["The bridge, he said, is open"] },
    ],
  });
  const rows = await askClaims(pieces.record);
  expect(rows.map((row) => [row.claim, row.content, row.parent, row.words])).toEqual([
    ["r1.s1", "The bridge … is open", "r1.s2", "The bridge, he said, is open"],
    ["r1.s2", "The bridge, he said, is open", null, "The bridge, he said, is open, they wrote"],
  ]);
  pieces.done();
});

describe("claims in another order", () => {
  const orders = ["published", "newest", "said", "speaker", "publisher", "kind"] as const;
  for (const sort of orders) {
    test(sort, async () => {
      const { record, done } = exampleCase(...reports);
      const rows = await askClaims(record, { sort }, context);
      const shown = rows.map((row) =>
        [row.claim, row.published, row.day?.start, row.speakers[0]?.name, row.publisher, row.kind]
          .map((cell) => cell ?? "-")
          .join(" | "),
      );
      expect(shown).toMatchSnapshot();
      done();
    });
  }
  test("only what was recorded after a moment", async () => {
    const { record, done } = exampleCase(...reports.slice(0, 2), {
      ...reports[2]!,
      recorded: "2031-06-02T10:00:00.000Z",
    });
    const after = async (recordedAfter: string) => [
      ...new Set((await askClaims(record, { recordedAfter }, context)).map((row) => row.externalId)),
    ];
    expect(await after("2031-05-31")).toEqual(["x1", "x2", "x3"]);
    expect(await after("2031-06-01")).toEqual(["x3"]);
    expect(await after("2031-06-02T09:59:59Z")).toEqual(["x3"]);
    expect(await after("2031-06-02T10:00:00Z")).toEqual([]);
    done();
  });
});
