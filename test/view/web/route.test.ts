import fc from "fast-check";
import { expect, test } from "vitest";
import { changed, filterOf, routeOf, to, toggled, urlOf } from "../../../src/view/web/route.ts";

const urls = [
  ["/", "", { page: "overview", subject: null, query: {} }],
  ["/claims", "?kind=deny&kind=accuse", { page: "claims", subject: null, query: { kind: ["deny", "accuse"] } }],
  ["/claims", "?kind=", { page: "claims", subject: null, query: {} }],
  ["/document/d12", "?at=r14.s3", { page: "document", subject: "d12", query: { at: ["r14.s3"] } }],
  ["/actor/A%2FB%20C", "", { page: "actor", subject: "A/B C", query: {} }],
  ["/actor/~.", "", { page: "actor", subject: ".", query: {} }],
  ["/actor/~~..", "", { page: "actor", subject: "~..", query: {} }],
  ["/actor/~", "", { page: "actor", subject: "~", query: {} }],
  ["/actor/", "", { page: "actor", subject: null, query: {} }],
] as const;
for (const [path, search, route] of urls) {
  test(`${path}${search} is ${route.page}`, () => expect(routeOf(path, search)).toEqual(route));
}

const lost = ["/overview", "/nothing", "/Claims", "/__proto__"];
for (const path of lost) test(`there is no page at ${path}`, () => expect(routeOf(path, "")).toBeNull());

test("a part of a path that is not well escaped is no subject", () => {
  expect(routeOf("/actor/%E0%A4%A", "")?.subject).toBeNull();
});

test("a parameter may have any name", () => {
  const query = routeOf("/claims", "?__proto__=a&__proto__=b")!.query;
  expect(Object.entries(query)).toEqual([["__proto__", ["a", "b"]]]);
});

test("a route comes back from its URL", () => {
  const text = fc
    .oneof(fc.string({ unit: "grapheme", minLength: 1 }), fc.constantFrom(".", "..", "~.", "~~..", "~", "/", "%2E"))
    .map((one) => one.toWellFormed());
  const query = fc.dictionary(text, fc.array(text, { minLength: 1, maxLength: 3 }), { maxKeys: 4 });
  fc.assert(
    fc.property(
      fc.constantFrom("claims", "actor", "document", "search"),
      fc.option(text),
      query,
      (page, subject, values) => {
        const route = { page, subject, query: { ...values } } as const;
        const { pathname, search } = new URL(urlOf(route), "http://desk.test");
        expect(routeOf(pathname, search)).toEqual(route);
      },
    ),
  );
});

const changes = [
  [{ a: ["1"] }, { a: "2" }, { a: ["2"] }],
  [{ a: ["1"], b: ["2"] }, { a: null }, { b: ["2"] }],
  [{ a: ["1"] }, { a: "" }, {}],
  [{ a: ["1"] }, { a: [] }, {}],
  [{}, { a: ["1", "2"] }, { a: ["1", "2"] }],
] as const;
for (const [query, change, then] of changes) {
  test(`${JSON.stringify(query)} changed by ${JSON.stringify(change)}`, () =>
    expect(changed(query, change)).toEqual(then));
}

test("a value is put in, and taken out where it was", () => {
  expect(toggled({}, "kind", "deny")).toEqual({ kind: ["deny"] });
  expect(toggled({ kind: ["deny", "accuse"] }, "kind", "deny")).toEqual({ kind: ["accuse"] });
});

test("what only the page knows is no filter", () => {
  expect(filterOf({ at: ["r1.s1"], kind: ["deny"] }, ["at"])).toEqual({ kind: ["deny"] });
});

test("a route leaves out what is empty", () => {
  expect(to("claims", { actor: null, kind: "", mark: [], from: "2031-03-01" }).query).toEqual({ from: ["2031-03-01"] });
});
