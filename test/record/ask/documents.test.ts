import { afterAll, describe, expect, test } from "vitest";
import { askDocument } from "../../../src/record/ask/document.ts";
import { askDocuments, type DocumentsFilter } from "../../../src/record/ask/documents.ts";
import { documentsNamed } from "../../../src/record/ask/filter.ts";
import { annotatedOf, exampleCase } from "../example.ts";
import { context, reports } from "./reports.ts";

const { record, done } = exampleCase(...reports);
afterAll(done);

describe("a filter of documents", () => {
  const rows: readonly (readonly [DocumentsFilter, string])[] = [
    // In order of publication; the undated one last.
    [{}, "x1 x2 x3 x4 x5"],
    [{ publisher: ["NORLAND POST"] }, "x1 x3"],
    [{ lang: ["ru"] }, "x4"],
    [{ from: "2031-05-03", to: "2031-05-04" }, "x2 x3"],
    [{ from: "2031-05-06" }, ""],
    [{ words: "lukavenka" }, "x1 x2 x4"],
    [{ words: "dull" }, "x5"],
    [{ words: "norland -tanks" }, "x2 x3 x5"],
    [{ limit: 2, offset: 1 }, "x2 x3"],
  ];
  for (const [filter, expected] of rows) {
    test(`${JSON.stringify(filter)}`, async () => {
      expect((await askDocuments(record, filter, context)).map((row) => row.externalId).join(" ")).toBe(expected);
    });
  }
});

test("a document's row has its title's words, or its first sentence, and its counts", async () => {
  const rows = await askDocuments(record, {});
  expect(rows.map((row) => [row.words, row.start, row.claims, row.events, row.revisions])).toEqual([
    ["Estmark accuses Norland", 0, 2, 2, 1],
    ["Norland plans a drill near Kirovard next week.", 0, 1, 2, 1],
    ["No shell was fired, the Red Cross of Norland said.", 0, 2, 2, 1],
    ["В Киварск прибыла Лукавенко.", 0, 1, 0, 1],
    ["Weather: rain 100% likely_here.", 0, 0, 0, 1],
  ]);
});

describe("one document", () => {
  const names: readonly (readonly [name: string, document: string])[] = [
    ["x2", "d2"],
    ["d2", "d2"],
    ["https://daily.example/drill", "d2"],
    ["https://DAILY.example/drill?utm_source=mail", "d2"],
    ["d6", ""],
    ["x2' OR '1'='1", ""],
  ];
  for (const [name, document] of names) {
    test(`named ${name}`, async () => {
      expect((await askDocument(record, { document: name })).map((row) => row.document).join(" ")).toBe(document);
    });
  }

  test("comes with the annotation as it was written, without tokens", async () => {
    const [row] = await askDocument(record, { document: "x1" });
    expect(row?.annotation).toEqual(annotatedOf(reports[0]!));
    expect(row?.words).toBe(reports[0]!.text);
    expect(row?.decisions).toEqual([]);
    expect(row?.revisions).toMatchObject([
      { revision: "r1", number: 1, published: "2031-05-02", publishedBy: "given" },
    ]);
  });

  test("goes by its public id before another goes by its own id; an own id is asked where no such document is", async () => {
    const twins = exampleCase({ id: "d2", text: "One." }, { id: "other", text: "Two." }, { id: "d9", text: "Three." });
    const named = async (document: string) =>
      (await askDocument(twins.record, { document })).map((row) => row.externalId);
    expect(await named("d2")).toEqual(["other"]);
    expect(await named(" d2 ")).toEqual(["other"]);
    expect(await named("d1")).toEqual(["d2"]);
    expect(await named("d9")).toEqual(["d9"]);
    expect(await documentsNamed(twins.record, ["d9", "d2", "other"])).toEqual([2, 3]);
    twins.done();
  });

  test("shows its decisions, and a withdrawal only once it was made", async () => {
    const decided = exampleCase({ id: "x", text: "Six were hurt." });
    decided.record.sqlite.exec(
      `INSERT INTO decision (revision, layer, spans, field, action, value, by, at, why, withdrawn_at) VALUES
       (1, 'quantity', '[[0,3]]', 'value', 'change', '7', 'desk', '2031-06-05T00:00:00.000Z', 'misprint', '2031-06-09T00:00:00.000Z')`,
    );
    const decisions = async (recordedBy?: string) =>
      (await askDocument(decided.record, { document: "x", recordedBy })).flatMap((row) =>
        row.decisions.map((one) => [one.id, one.anchor.spans, one.value, one.withdrawnAt]),
      );
    expect(await decisions()).toEqual([["n1", [[0, 3]], "7", "2031-06-09T00:00:00.000Z"]]);
    expect(await decisions("2031-06-06")).toEqual([["n1", [[0, 3]], "7", null]]);
    expect(await decisions("2031-06-04")).toEqual([]);
    decided.done();
  });
});
