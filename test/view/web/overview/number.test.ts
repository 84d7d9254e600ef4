import { expect, test } from "vitest";
import type { OverviewRow } from "../../../../src/view/api/contract.ts";
import {
  figureGroups,
  headline,
  publicationDays,
  remarks,
  routeOfRow,
} from "../../../../src/view/web/overview/number.ts";
import { urlOf } from "../../../../src/view/web/route.ts";

const row = (what: OverviewRow["what"], count: number, more: Partial<OverviewRow> = {}): OverviewRow => ({
  what,
  count,
  first: null,
  last: null,
  question: "claims",
  input: {},
  ...more,
});

const headlines: readonly (readonly [readonly OverviewRow[], string])[] = [
  [[], ""],
  [[row("documents", 0), row("publishers", 0)], "0 reports"],
  [[row("documents", 1), row("publishers", 1)], "1 report by 1 publisher"],
  [
    [row("documents", 24, { first: "2031-03-03", last: "2031-03-21" }), row("publishers", 5)],
    "24 reports by 5 publishers, 3 Mar 2031 – 21 Mar 2031",
  ],
];
for (const [rows, words] of headlines) test(`headline "${words}"`, () => expect(headline(rows)).toBe(words));

const routes: readonly (readonly [OverviewRow, string])[] = [
  [row("claims", 1), "/claims"],
  [row("claims-with-evidence", 1, { input: { mark: ["document", "footage"] } }), "/claims?mark=document&mark=footage"],
  [row("deeds", 1, { question: "events", input: { class: ["material"] } }), "/timeline?class=material"],
  [
    row("planned", 1, { question: "events", input: { class: ["material"], realis: ["planned"] } }),
    "/timeline?class=material&realis=planned",
  ],
  [row("documents-undated", 1, { question: "documents", input: { dated: "no" } }), "/search?dated=no"],
  [row("actors", 1, { question: "actors" }), "/actors"],
];
for (const [one, url] of routes) test(`${one.what} leads to ${url}`, () => expect(urlOf(routeOfRow(one))).toBe(url));

test("figures stand in their groups, and what the answer lacks is left out", () => {
  const groups = figureGroups([row("denials", 1), row("claims", 20), row("planned", 0)]);
  expect(groups.map(({ figures }) => figures.map(({ count, label }) => `${count} ${label}`))).toEqual([
    ["20 claims", "1 denial"],
    ["0 planned deeds"],
    [],
  ]);
});

test("reports that are half in the record are told, none where there are none", () => {
  expect(remarks([row("documents-undated", 0), row("documents-not-english", 0)])).toEqual([]);
  const [undated, foreign] = remarks([row("documents-undated", 1), row("documents-not-english", 2)]);
  expect([undated?.what, foreign?.what]).toEqual(["1 report without a day", "2 reports not in English"]);
});

test("the days of publication, where they are known", () => {
  expect(publicationDays([row("documents", 3)])).toBeNull();
  expect(publicationDays([row("documents", 3, { first: "2031-03-03", last: "2031-03-04" })])).toEqual({
    first: "2031-03-03",
    last: "2031-03-04",
  });
});
