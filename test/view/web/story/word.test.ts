import { describe, expect, test } from "vitest";
import type { Holder, Origin, Origins } from "../../../../src/model/ledger.ts";
import { holderWords, isPrivate, masked, originWords, privateWords } from "../../../../src/view/web/story/name.ts";
import { listedPublishers, spanIn, wholeSpan } from "../../../../src/view/web/story/span.ts";
import { markOf } from "../../../../src/view/web/story/told-as.ts";
import { filterWords, originCount, originLine, stateWords, valueWords } from "../../../../src/view/web/story/word.ts";

const holder = (of: Partial<Holder>): Holder => ({
  name: "Ana Ruk",
  kind: "person",
  country: null,
  public: null,
  ...of,
});
const ministry = holder({ name: "Ministry of Defence", kind: "ministry", public: true });

describe("who may be named", () => {
  const rows: readonly (readonly [of: Partial<Holder>, words: string])[] = [
    [{}, privateWords],
    [{ public: false }, privateWords],
    [{ public: true }, "Ana Ruk"],
    [{ kind: "unnamed", name: "residents" }, "residents"],
    [{ kind: "ministry", name: "Ministry of Defence" }, "Ministry of Defence"],
    [{ kind: "publisher", name: "BelTA", public: null }, "BelTA"],
  ];
  test.each(rows)("%j", (of, words) => expect(holderWords(holder(of))).toBe(words));
  test("the name of a private person is taken out of reasons and origins, that of others is not", () => {
    expect(masked("Ana Ruk, statement; told by Ana Ruk", [holder({})])).toBe(
      `${privateWords}, statement; told by ${privateWords}`,
    );
    expect(masked("Ana Ruk says", [holder({ public: true }), holder({ name: " " })])).toBe("Ana Ruk says");
    expect(isPrivate(ministry)).toBe(false);
  });
});

const origin = (name: string, kind: Origin["kind"], established: boolean): Origin => ({
  name,
  kind,
  established,
  documents: [],
  chain: [],
  reason: "",
});
const origins = (...list: readonly Origin[]): Origins => {
  const established = list.filter((one) => one.established).length;
  return { established, unknown: list.length - established, atMost: list.length, origins: list };
};
const statement = origin("Ministry of Defence, statement", "statement", true);
const agency = origin("BelTA", "agency", true);
const unknown = origin("The Post", "unknown", false);

describe("origins in words", () => {
  const rows: readonly (readonly [reports: number, origins: Origins, count: string, line: string])[] = [
    [2, origins(statement), "1 origin", "2 reports, 1 origin: a statement by Ministry of Defence"],
    [3, origins(statement, agency), "2 origins", "3 reports, 2 origins: a statement by Ministry of Defence; BelTA"],
    [1, origins(unknown), "at most 1 origin", "1 report, at most 1 origin: where it has it from is not told"],
    [
      4,
      origins(unknown, unknown),
      "at most 2 origins",
      "4 reports, at most 2 origins: where they have it from is not told",
    ],
    [2, origins(statement, unknown), "1 to 2 origins", "2 reports, 1 to 2 origins: a statement by Ministry of Defence"],
    [
      5,
      origins(statement, agency, origin("AFP", "agency", true)),
      "3 origins",
      "5 reports, 3 origins: a statement by Ministry of Defence; BelTA; 1 more",
    ],
  ];
  test.each(rows)("%d reports", (reports, given, count, line) => {
    expect(originCount(given)).toBe(count);
    expect(originLine(reports, given, ministry)).toBe(line);
  });
  test("never with the name of a private person", () => {
    expect(originLine(1, origins(origin("Ana Ruk, statement", "statement", true)), holder({}))).toBe(
      `1 report, 1 origin: a statement by ${privateWords}`,
    );
  });
  test("a name that only ends like a statement stays", () => {
    expect(originWords(origin("The Post, statement", "publisher", true))).toBe("The Post, statement");
  });
});

describe("whether reports of a story still come", () => {
  const rows = [
    [{ state: "ongoing", quietDays: 0 }, "reported up to 10 Mar 2031, the case's newest day"],
    [{ state: "quiet", quietDays: 30 }, "no report for 30 days up to 9 Apr 2031, the case's newest day"],
    [{ state: "ongoing", quietDays: 1 }, "no report for 1 day up to 11 Mar 2031, the case's newest day"],
    [{ state: null, quietDays: null }, null],
  ] as const;
  test.each(rows)("%j", (of, words) => expect(stateWords({ last: "2031-03-10", ...of })).toBe(words));
});

test("days of a slot are told in words, other values as they are", () => {
  expect(valueWords("2031-03-10 to 2031-03-16", "time")).toBe("10 Mar 2031 to 16 Mar 2031");
  expect(valueWords("2031-03-10", "place")).toBe("2031-03-10");
});

describe("filters in words", () => {
  const rows = [
    ["kind", "denies", "how: denied"],
    ["slot", "count", "on: how many"],
    ["slot", "nonsense", "on: nonsense"],
    ["holder", "Minsk", "whose word: Minsk"],
    ["story", "t7", "story: t7"],
    ["publisher", "BelTA", "publisher: BelTA"],
  ] as const;
  test.each(rows)("%s %s", (name, value, words) => expect(filterWords({ name, value })).toBe(words));
});

describe("the mark of a happening", () => {
  test("is that of its foremost mood, struck where somebody denies it", () => {
    expect(markOf({ realis: ["planned", "happened"], denied: false })).toEqual({
      realis: "happened",
      factuality: "certain+",
    });
    expect(markOf({ realis: ["demanded"], denied: true })).toEqual({ realis: "demanded", factuality: "certain-" });
    expect(markOf({ realis: [], denied: false }).realis).toBe("hypothetical");
  });
});

describe("the days of a story among those of all", () => {
  const whole = wholeSpan([
    null,
    { first: "2031-03-01", last: "2031-03-04" },
    { first: null, last: null },
    { first: "2031-03-10", last: "2031-03-10" },
  ]);
  test("reach from the first to the last day", () => expect(whole).toEqual(["2031-03-01", "2031-03-10"]));
  const rows = [
    ["2031-03-01", "2031-03-10", { left: 0, width: 100 }],
    ["2031-03-01", "2031-03-01", { left: 0, width: 10 }],
    ["2031-03-10", "2031-03-10", { left: 90, width: 10 }],
    [null, null, null],
  ] as const;
  test.each(rows)("%s to %s", (first, last, span) => expect(spanIn({ first, last }, whole)).toEqual(span));
  test("are drawn though they are few among many", () => {
    expect(spanIn({ first: "2031-03-10", last: "2031-03-10" }, ["1931-01-01", "2031-03-10"])).toEqual({
      left: 99,
      width: 1,
    });
  });
});

describe("publishers in a line", () => {
  const rows = [
    [[], "no named publisher"],
    [["A", "B", "C"], "A, B, C"],
    [["A", "B", "C", "D"], "A, B, C, D"],
    [["A", "B", "C", "D", "E"], "A, B, C and 2 more"],
  ] as const;
  test.each(rows)("%j", (publishers, words) => expect(listedPublishers(publishers)).toBe(words));
});
