import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { askClaims } from "../../../src/record/ask/claims.ts";
import { askCounts, type CountRow, type CountsFilter, countedBy } from "../../../src/record/ask/counts.ts";
import { type Draft, exampleCase } from "../example.ts";
import { context, reports } from "./reports.ts";

// One more report with a channel whose words hold another's, a second mark and a private speaker.
const more: Draft = {
  id: "x6",
  publisher: "norland post",
  published: "2031-05-02",
  text: "Norland said in a Telegram channel that allegedly all is well. Piet Orlov said via radio that it is not.",
  actors: [{ name: "Norland", kind: "state", country: "NL" }, { name: "Piet Orlov" }],
  marks: [
    { kind: "alleged", words: "allegedly" },
    { kind: "alleged", words: "well" },
  ],
  claims: [
    {
      source: "Norland",
      cue: "said",
      content: ["all is well"],
      speakers: ["a1"],
      via: "Telegram channel",
      marks: ["k1", "k2"],
    },
    { source: "Piet Orlov", cue: "said via", content: ["it is not"], speakers: ["a2"], via: "radio", stance: "denies" },
  ],
};
const { record, done } = exampleCase(...reports, more);
afterAll(done);

const told = async (filter: CountsFilter): Promise<readonly string[]> =>
  (await askCounts(record, filter, context)).map((row) => `${row.by} ${row.value} ${row.count}/${row.documents}`);

describe("counts of claims", () => {
  test("by all but the days, in the order of the list, the commonest first", async () =>
    expect(await told({})).toMatchInlineSnapshot(`
      [
        "speaker Jana Lukavenka 2/2",
        "speaker Norland 1/1",
        "speaker Red Cross of Norland 1/1",
        "speaker Лукавенко 1/1",
        "target Norland 2/2",
        "kind say 4/3",
        "kind accuse 1/1",
        "kind deny 1/1",
        "kind report 1/1",
        "kind warn 1/1",
        "stance asserts 6/5",
        "stance denies 2/2",
        "mark alleged 1/1",
        "mark none-given 1/1",
        "via telegram 2/2",
        "via radio 1/1",
        "via telegram channel 1/1",
        "publisher Norland Post 6/3",
        "publisher Estmark Daily 1/1",
        "publisher Кур'ер 1/1",
      ]
    `));
  test("by day, in order", async () =>
    expect(await told({ by: ["day"] })).toMatchInlineSnapshot(`
    [
      "day 2031-04-28 1/1",
      "day 2031-05-02 3/2",
      "day 2031-05-03 1/1",
      "day 2031-05-04 2/1",
      "day 2031-05-05 1/1",
    ]
  `));
  test("a facet leaves out its own filter and keeps the others", async () =>
    expect(await told({ by: ["kind", "stance"], kind: ["deny"] })).toMatchInlineSnapshot(`
      [
        "kind say 4/3",
        "kind accuse 1/1",
        "kind deny 1/1",
        "kind report 1/1",
        "kind warn 1/1",
        "stance denies 1/1",
      ]
    `));
  test("of claims whose words answer", async () =>
    expect(await told({ by: ["kind", "publisher"], words: "norland" })).toMatchInlineSnapshot(`
      [
        "kind accuse 1/1",
        "kind warn 1/1",
        "publisher Estmark Daily 1/1",
        "publisher Norland Post 1/1",
      ]
    `));
  test("at most so many of each", async () =>
    expect(await told({ by: ["kind", "stance"], limit: 1 })).toMatchInlineSnapshot(`
      [
        "kind say 4/3",
        "stance asserts 6/5",
      ]
    `));
  test("by the day of saying, where the text tells it", async () =>
    expect(await told({ by: ["said"] })).toEqual(["said 2031-04-28 1/1", "said 2031-05-04 1/1"]));
  test("private persons are never named", async () => {
    const named = (await askCounts(record, {}, context)).map((row) => row.value);
    expect(named).not.toContain("Piet Orlov");
  });
});

/** The filter of claims that a row's value stands for. */
const filterOf = ({ by, value }: CountRow) =>
  by === "day" ? { from: value, to: value } : { [by === "speaker" ? "actor" : by]: [value] };

describe("the filter of claims with a value gives as many claims, in as many documents", () => {
  // Names are left out: a filter of one finds whoever goes by it in any document. So is the day of saying: that of days knows print too.
  for (const by of countedBy.filter((one) => !["speaker", "target", "said"].includes(one))) {
    test(by, async () => {
      const other = fc.record(
        {
          kind: fc.constantFrom(["say"], ["accuse", "say"]),
          stance: fc.constantFrom(["asserts"], ["denies"]),
          publisher: fc.constantFrom(["Norland Post"], ["Estmark Daily"]),
          via: fc.constantFrom(["tele"]),
          mark: fc.constantFrom(["alleged"]),
          words: fc.constantFrom("norland", "all OR not"),
          actor: fc.constantFrom(["Norland"]),
        },
        { requiredKeys: [] },
      ) as fc.Arbitrary<Omit<CountsFilter, "by">>;
      await fc.assert(
        fc.asyncProperty(other, async (filter) => {
          for (const row of await askCounts(record, { ...filter, by: [by] }, context)) {
            const claims = await askClaims(record, { ...filter, ...filterOf(row) }, context);
            expect([row.value, claims.length]).toEqual([row.value, row.count]);
            expect(new Set(claims.map((one) => one.document)).size).toBe(row.documents);
          }
        }),
        { numRuns: 40 },
      );
    });
  }
});
