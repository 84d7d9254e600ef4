import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askDocument } from "../../src/record/ask/document.ts";
import { forget } from "../../src/record/forget.ts";
import { migrations } from "../../src/record/migrate.ts";
import { type CaseRecord } from "../../src/record/open.ts";
import { overlapOf } from "../../src/record/overlap.ts";
import { sketchOf } from "../../src/record/sketch.ts";
import { verify } from "../../src/record/verify.ts";
import { write } from "../../src/record/write.ts";
import { bare, got, incoming, madeCase, now } from "./made.ts";

// Made up for these tests.
const report = [
  "The ferry that links the two banks of the Tarn stood still on Monday after its crew refused to sail.",
  "A spokesman for the harbour office said that nobody had told the crew why guards were posted on the pier.",
  "Passengers waited in the rain for six hours before buses took them to the northern bridge.",
  "The mayor of Oldwick called the halt a provocation and asked the ministry for an explanation.",
  "Two fishermen told this newspaper that they had heard shots in the night, but saw no boats.",
  "The ministry did not answer questions, and its telephone line was cut off in the afternoon.",
  "Similar halts happened in the spring, when customs officers searched every lorry for tobacco.",
];
const other = [
  "Farmers in the hills counted their losses after the hail, which broke windows and flattened barley.",
  "An insurer in the valley expects more than two hundred claims, most of them from small orchards.",
  "The weather service had warned of storms a day earlier, but few had time to cover their fields.",
  "Schools opened late because the road to the pass was blocked by three fallen beeches.",
];
/** A document of these words, one paragraph, split into sentences, at the place `id:name`. */
function written(record: CaseRecord, name: string, text: string): void {
  const sentences = [...text.matchAll(/[^.]+\./g)].map(
    ([words], at, all) =>
      [all[at]!.index + (words.length - words.trimStart().length), all[at]!.index + words.length] as const,
  );
  const blocks = [{ start: 0, end: text.length, kind: "paragraph" as const, furniture: null }];
  got(write(record, incoming(name, text), { ...bare(name, text), blocks, sentences }, now));
}

const copiesOf = async (record: CaseRecord, document: string) =>
  (await askDocument(record, { document }))[0]!.nearCopies.map((copy) => [copy.document, Math.round(copy.share * 100)]);

describe("overlap of two texts", () => {
  test("is 1 for the same sentences in another order, and for a part", () => {
    expect(overlapOf(report, report.toReversed())).toBe(1);
    expect(overlapOf(report.slice(2, 5), report)).toBe(1);
  });
  test("is 0 for texts that share no sentence, and for empty ones", () => {
    expect([overlapOf(report, other), overlapOf([], report), overlapOf([], [])]).toEqual([0, 0, 0]);
  });
  test("counts a shared quotation with its words and no more", () => {
    const share = overlapOf([...other, report[1]!], report);
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.35);
  });
  test("is the same from both sides, between 0 and 1, whatever the texts are", () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom(...report, ...other), fc.string({ unit: "binary", maxLength: 60 })),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(text, text, (one, two) => {
        const share = overlapOf(one, two);
        expect(share >= 0 && share <= 1).toBe(true);
        const words = (texts: readonly string[]) => texts.join(" ").match(/[\p{L}\p{N}]{1,40}/gu)?.length ?? 0;
        if (words(one) !== words(two)) expect(overlapOf(two, one)).toBe(share);
      }),
    );
  });
});

test("a sketch is sorted, without repeats, and the same for other marks and capitals", () => {
  const sketch = sketchOf(report);
  expect(sketch).toEqual([...new Set(sketch)].sort((a, b) => a - b));
  expect(sketch.length).toBeGreaterThan(5);
  expect(sketchOf(report.map((sentence) => sentence.toUpperCase().replaceAll(" ", " - ")))).toEqual(sketch);
  expect(sketchOf(["x".repeat(3_000_000), "a b ".repeat(500_000)]).length).toBeLessThan(4097);
});

describe("a case", () => {
  test("knows a copy in another place, in both directions, and not a report of something else", async () => {
    const record = madeCase();
    written(record, "a", report.join(" "));
    written(record, "b", other.join(" "));
    written(record, "c", `Rain fell on Oldwick all week, and nobody laughed. ${report.slice(1).join(" ")}`);
    expect(await copiesOf(record, "a")).toEqual([["d3", 92]]);
    expect((await copiesOf(record, "c")).map(([id]) => id)).toEqual(["d1"]);
    expect(await copiesOf(record, "b")).toEqual([]);
    for await (const finding of verify(record)) expect(finding).toBe(null);
  });

  test("looks again when a document has a new version", async () => {
    const record = madeCase();
    written(record, "a", report.join(" "));
    written(record, "b", report.join(" "));
    written(record, "b", other.join(" "));
    expect(await copiesOf(record, "a")).toEqual([]);
    for await (const finding of verify(record)) expect(finding).toBe(null);
  });

  test("drops the pair with a forgotten document", async () => {
    const record = madeCase();
    written(record, "a", report.join(" "));
    written(record, "b", report.join(" "));
    got(forget(record, "d1", "asked for", now));
    expect(await copiesOf(record, "b")).toEqual([]);
    for await (const finding of verify(record)) expect(finding).toBe(null);
  });

  test("is told when what is kept of its pairs is not true", async () => {
    const record = madeCase();
    written(record, "a", report.join(" "));
    written(record, "b", report.join(" "));
    record.sqlite.exec("UPDATE near_copy SET share = 0.6");
    record.sqlite.exec("DELETE FROM sketch WHERE document = 2");
    const found: string[] = [];
    for await (const finding of verify(record)) found.push(`${finding.table} ${finding.where}`);
    expect(found).toEqual(["near_copy document d2", "near_copy document d1"]);
  });

  test("of an older version of Standoff gets its pairs", async () => {
    const record = madeCase();
    written(record, "a", report.join(" "));
    written(record, "b", report.join(" "));
    record.sqlite.exec("DELETE FROM near_copy; DELETE FROM sketch; DELETE FROM sketched");
    migrations().find(({ name }) => name === "0004-near-copy.sql")!.fill!(record.sqlite);
    expect(await copiesOf(record, "a")).toEqual([["d2", 100]]);
  });
});
