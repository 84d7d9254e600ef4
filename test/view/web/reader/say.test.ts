import { describe, expect, test } from "vitest";
import { layersOf, layersWith } from "../../../../src/view/web/reader/layer.ts";
import {
  boundWords,
  byWords,
  publishedHow,
  quantityWords,
  selectedIn,
  stretchIn,
} from "../../../../src/view/web/reader/say.ts";

describe("why a day or a place was chosen", () => {
  const rows = [
    ["explicit", "printed in full"],
    ["anchor published, weekday before", "counted from the day of publication, weekday before"],
    [
      "said Friday: anchor published, nearest around",
      "said Friday: counted from the day of publication, the nearest one",
    ],
    ["since timex t5", "since “last week”"],
    ["timex t9", "timex t9"],
    ["capital of that name", "capital of that name"],
  ] as const;
  for (const [by, words] of rows)
    test(by, () => expect(byWords(by, (id) => (id === "t5" ? "last week" : null))).toBe(words));
});

describe("numbers with their bound", () => {
  const rows = [
    [{ value: 2, low: 2, high: null, bound: "at-least" }, "at least 2"],
    [{ value: null, low: 2000, high: null, bound: "at-least" }, "at least 2,000"],
    [{ value: null, low: null, high: 40, bound: "at-most" }, "at most 40"],
    [{ value: null, low: 10, high: 20, bound: "range" }, "between 10 and 20"],
    [{ value: 1.5, low: 1.5, high: 1.5, bound: "exact" }, "1.5"],
    [{ value: null, low: null, high: null, bound: "about" }, "no number could be told"],
  ] as const;
  for (const [quantity, words] of rows) test(words, () => expect(boundWords(quantity)).toBe(words));
  test("what is counted, and what is said of them", () =>
    expect(
      quantityWords({
        id: "q1" as never,
        start: 0,
        end: 1,
        event: null,
        value: 2,
        low: 2,
        high: 2,
        bound: "exact",
        unit: "soldier",
        of: "killed",
      }),
    ).toBe("2 (soldier), killed"));
});

describe("how the day of publication is known", () => {
  test("given", () =>
    expect(publishedHow({ publishedBy: "given", publishedRange: ["2021-11-12", "2021-11-12"] })).toBe(
      "given with the report",
    ));
  test("not at all", () => expect(publishedHow({ publishedBy: null, publishedRange: null })).toBe("no day was found"));
  test("a range", () =>
    expect(publishedHow({ publishedBy: "inferred", publishedRange: ["2021-11-01", "2021-11-30"] })).toBe(
      "worked out; it may be any day of 1 Nov 2021 – 30 Nov 2021",
    ));
});

describe("what a URL selects", () => {
  const rows = [
    ["r14.s3", { revision: "r14", id: "s3" }],
    ["r14", null],
    ["s3", null],
    [null, null],
  ] as const;
  for (const [at, selected] of rows) test(String(at), () => expect(selectedIn(at)).toEqual(selected));
  const spans = [
    ["3", "9", { start: 3, end: 9 }],
    ["3", "900", { start: 3, end: 20 }],
    ["9", "3", null],
    ["-1", "3", null],
    ["x", "3", null],
    [null, "3", null],
  ] as const;
  for (const [start, end, span] of spans)
    test(`${start} to ${end}`, () => expect(stretchIn(start, end, 20)).toEqual(span));
});

describe("layers of a URL", () => {
  test("not said", () => expect(layersOf({})).toEqual(["claims", "marks", "events"]));
  test("none", () => expect(layersOf({ layers: ["none"] })).toEqual([]));
  test("in the bar's order", () => expect(layersOf({ layers: ["days", "claims"] })).toEqual(["claims", "days"]));
  test("one more", () => expect(layersWith(["claims"], "days")).toEqual(["claims", "days"]));
  test("the last one off", () => expect(layersWith(["claims"], "claims")).toEqual(["none"]));
  test("back to what is shown anyway", () => expect(layersWith(["claims", "marks"], "events")).toBe(null));
});
