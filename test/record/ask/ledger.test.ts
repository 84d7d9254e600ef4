import { afterAll, describe, expect, test } from "vitest";
import {
  askContradictions,
  type ContradictionsFilter,
  countContradictions,
} from "../../../src/record/ask/contradictions.ts";
import { askFigures, askHappening, askHappenings } from "../../../src/record/ask/happenings.ts";
import { askClaim, askOrigins, type OneClaimFilter } from "../../../src/record/ask/ledger-claim.ts";
import { exampleCase } from "../example.ts";
import { context, reports } from "./reports.ts";
import { keepStoryOfReports } from "./story-of-reports.ts";

const { record, done } = exampleCase(...reports);
keepStoryOfReports(record);
afterAll(done);

describe("claims of a story", () => {
  const first = "t1.c1 Jana Lukavenka 2 documents of Norland Post, Estmark Daily: r1.s1 r2.s1";
  const second = "t1.c2 Red Cross of Norland 1 documents of Norland Post: r3.s1";
  const rows: readonly (readonly [OneClaimFilter, readonly string[]])[] = [
    [{}, [first, second]],
    [{ story: ["t1"] }, [first, second]],
    [{ story: ["x3"] }, [first, second]],
    [{ story: ["t2"] }, []],
    [{ claim: ["t1.c2"] }, [second]],
    [{ claim: ["r2.s1"] }, [first]],
    [{ claim: ["t1.c9"] }, []],
    [{ claim: ["no such thing"] }, []],
    [{ holder: ["red cross"] }, [second]],
    [{ least: 2 }, [first]],
    [{ publisher: ["Estmark Daily"] }, [first, second]],
    [{ publisher: ["Nobody"] }, []],
    [{ limit: 1, offset: 1 }, [second]],
    [{ recordedBy: "1999-01-01" }, []],
  ];
  test.each(rows)("%j", async (filter, expected) => {
    const found = await askClaim(record, filter, context);
    expect(
      found.map(
        ({ claim, holder, documents, publishers, told }) =>
          `${claim} ${holder.name} ${documents} documents of ${publishers.join(", ")}: ${told.map((one) => one.attribution).join(" ")}`,
      ),
    ).toEqual(expected);
  });
  test("each tells how it stands to the others, and with which words", async () => {
    const [claim] = await askClaim(record, { claim: ["t1.c1"] }, context);
    expect(claim?.ties.map(({ kind, direction, claim: other, words }) => [kind, direction, other, words])).toEqual([
      ["denies", "from", "t1.c2", "No shell was fired"],
    ]);
    expect(claim?.words).toBe("that Norland moved 300 tanks to Kyrovar");
  });
  test("what may not be seen is not told: without a maker of ledgers a part of a story says nothing", async () => {
    expect(await askClaim(record, { asOf: "2031-05-02" }, context)).toEqual([]);
  });
  test("a maker of ledgers is given what may be seen alone", async () => {
    const seen: string[] = [];
    const ledgerOf = (told: readonly { readonly document: string }[]) => {
      seen.push(...told.map(({ document }) => document));
      return { claims: [], relations: [], happenings: [], figures: [] };
    };
    await askClaim(record, { asOf: "2031-05-02" }, { ...context, ledgerOf });
    expect(seen).toEqual(["d1"]);
  });
  test("origins stand beside each claim, unknown ones apart", async () => {
    const found = await askOrigins(record, {}, context);
    expect(found.map(({ claim, established, unknown, atMost }) => [claim, established, unknown, atMost])).toEqual([
      ["t1.c1", 1, 0, 1],
      ["t1.c2", 0, 1, 1],
    ]);
  });
});

describe("disagreements", () => {
  const denial = "t1.c2 denies t1.c1 on what: No shell was fired | that Norland moved 300 tanks to Kyrovar";
  const rows: readonly (readonly [ContradictionsFilter, readonly string[]])[] = [
    [{}, [denial]],
    [{ kind: ["denies"] }, [denial]],
    [{ kind: ["contradicts"] }, []],
    [{ slot: ["what"] }, [denial]],
    [{ slot: ["count"] }, []],
    [{ holder: ["lukavenka"] }, [denial]],
    [{ holder: ["nobody"] }, []],
    [{ offset: 1 }, []],
  ];
  test.each(rows)("%j", async (filter, expected) => {
    const found = await askContradictions(record, filter, context);
    expect(
      found.map(
        ({ claim, relation, against, slot, words }) =>
          `${claim} ${relation} ${against.claim} on ${slot}: ${words} | ${against.words}`,
      ),
    ).toEqual(expected);
    const { offset: _offset, ...whole } = filter;
    expect((await countContradictions(record, whole, context)).total).toBe(
      (await askContradictions(record, whole, context)).length,
    );
  });
});

test("a happening is told once, with every telling and the values on which they differ", async () => {
  const [row] = await askHappenings(record, {}, context);
  expect(row).toMatchObject({
    happening: "t1.h1",
    documents: 2,
    tellings: 2,
    denied: false,
    realis: ["happened", "planned"],
  });
  const [one] = await askHappening(record, { happening: "t1.h1" }, context);
  expect(one?.told.map(({ event, trigger }) => [event, trigger])).toEqual([
    ["r1.e1", "moved"],
    ["r2.e1", "drill"],
  ]);
  expect(await askHappening(record, { happening: "r2.e1" }, context)).toEqual([one]);
  expect(await askHappening(record, { happening: "t1.h9" }, context)).toEqual([]);
  expect(await askHappenings(record, { least: 3 }, context)).toEqual([]);
  expect(await askHappenings(record, { type: ["ASSAULT"] }, context)).toEqual([]);
});

test("a figure stands with its holder and its sentence", async () => {
  const rows = await askFigures(record, { of: ["deployed"], holder: ["jana"], current: "yes" }, context);
  expect(rows.map(({ series, figure, value, day, superseded }) => [series, figure, value, day, superseded])).toEqual([
    ["t1.f1", "300 tanks", 300, "2031-05-02", false],
  ]);
  expect(await askFigures(record, { of: ["killed"] }, context)).toEqual([]);
});
