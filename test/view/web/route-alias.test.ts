import { describe, expect, test } from "vitest";
import { isOtherName, isPage, wantsPage } from "../../../src/view/api/site.ts";
import { harmless } from "../../../src/view/web/harmless.ts";
import { routeOf, urlOf } from "../../../src/view/web/route.ts";
import { unknownFilters } from "../../../src/view/web/unknown-filter.ts";

describe("a word that stands for a page leads to it", () => {
  const rows = [
    ["/documents", "/search"],
    ["/reports", "/search"],
    ["/report/d10", "/document/d10"],
    ["/happenings", "/timeline"],
    ["/events", "/timeline"],
    ["/figures", "/stories"],
    ["/places", "/map"],
    ["/contradiction", "/contradictions"],
    ["/claim/t7.c2", "/story/t7?at=t7.c2"],
    ["/origins/t7.c2", "/story/t7?at=t7.c2"],
    ["/happening/t7.h1", "/story/t7?at=t7.h1"],
    ["/claim", "/claims"],
  ] as const;
  test.each(rows)("%s is %s", (path, url) => {
    expect(isOtherName(path)).toBe(true);
    const route = routeOf(path, "");
    expect(route && urlOf(route)).toBe(url);
    expect(isPage(url.split("?")[0]!)).toBe(true);
  });
  test("the query stays", () => expect(urlOf(routeOf("/documents", "?lang=de")!)).toBe("/search?lang=de"));
  test.each(["/nosuch", "/report", "/documentss", "/figures/x/y"])("%s is none at the server", (path) =>
    expect(isOtherName(path)).toBe(false),
  );
});

describe("what is answered in the desk's frame where nothing is there", () => {
  const rows = [
    ["/nosuch", "text/html,application/xhtml+xml", true],
    ["/nosuch.png", "text/html", false],
    ["/nosuch", "*/*", false],
  ] as const;
  test.each(rows)("%s for %s: %s", (path, accept, isIt) => expect(wantsPage(path, accept)).toBe(isIt));
});

test("a name in the query that the page does not take is told, in its order", () => {
  expect(unknownFilters("contradictions", { type: ["foo"], kind: ["denies"], at: ["t1.c1"] })).toEqual(["type"]);
  expect(unknownFilters("search", { anything: ["x"] })).toEqual([]);
});

test("a name loses the marks that turn it, and keeps all else", () =>
  expect(harmless("\u202eEvil\u202c Post \u0639\u0631\u0628\u064a \u2067x\u2069")).toBe(
    "Evil Post \u0639\u0631\u0628\u064a x",
  ));
