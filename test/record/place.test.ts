import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentKeys } from "../../src/model/record.ts";
import { linkEnd, publicId, rowOf } from "../../src/record/id.ts";
import { canonicalUrl, placeOf } from "../../src/record/place.ts";

describe("one spelling of a URL stands for a page", () => {
  const rows = [
    ["https://News.Example/A", "https://news.example/A", "the host is in lower case, the path is not touched"],
    ["HTTP://news.example:80/a", "http://news.example/a", "no default port"],
    ["https://news.example:8443/a", "https://news.example:8443/a", "another port stays"],
    ["https://news.example/a#top", "https://news.example/a", "no fragment"],
    ["https://news.example/a?utm_source=x&id=2&UTM_medium=y", "https://news.example/a?id=2", "no utm parameters"],
    ["https://news.example/a?fbclid=1&gclid=2", "https://news.example/a", "no click numbers, and no bare ?"],
    ["https://news.example/a?b=2&a=1&b=1", "https://news.example/a?b=2&a=1&b=1", "parameters keep their order"],
    ["https://news.example/a?q=caf%C3%A9&x=a+b", "https://news.example/a?q=caf%C3%A9&x=a+b", "and their spelling"],
    ["https://news.example/a?utmost=1", "https://news.example/a?utmost=1", "only known names are dropped"],
    ["https://me:secret@news.example/a", "https://news.example/a", "no user and password"],
    ["https://news.example", "https://news.example/", "the root has a path"],
    [" https://news.example/a \n", "https://news.example/a", "no spaces around it"],
    ["https://новини.example/a", "https://xn--b1amarcd.example/a", "the host in ASCII"],
    ["urn:isbn:0", "urn:isbn:0", "what is not http stays"],
    ["not a URL", "not a URL", "what is not a URL stays"],
  ] as const;
  for (const [url, canonical, why] of rows)
    test(`${why}: ${url.trim()}`, () => expect(canonicalUrl(url)).toBe(canonical));

  test("a canonical URL is its own canonical form", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (url) => {
        expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url));
      }),
    );
  });
});

describe("the place of a document", () => {
  const none: DocumentKeys = { externalId: null, url: null, publisher: null, path: null };
  const rows: readonly (readonly [keys: Partial<DocumentKeys>, place: string])[] = [
    [{ externalId: "7", url: "https://a.example/", path: "a.txt" }, "id:7"],
    [{ url: "https://A.example/?utm_id=1", publisher: "A", path: "a.txt" }, "url:https://a.example/"],
    [{ publisher: "A", path: "in/a.txt" }, "path:A|in/a.txt"],
    [{ path: "a|b.txt" }, "path:|a|b.txt"],
    [{ publisher: "A|b", path: "c" }, "path:A%7Cb|c"],
    [{ publisher: "A", path: "b|c" }, "path:A|b|c"],
    [{ publisher: "A" }, "bytes:ff00"],
    [{ externalId: "" }, "id:"],
  ];
  for (const [keys, place] of rows) {
    test(`${JSON.stringify(keys)} is ${place}`, () => expect(placeOf({ ...none, ...keys }, "ff00")).toBe(place));
  }
});

describe("public ids", () => {
  const rows = [
    ["document", "d12", 12],
    ["revision", "r14", 14],
    ["decision", "n3", 3],
    ["link", "l7", 7],
    ["document", "r12", null],
    ["document", "d012", null],
    ["document", "d0", null],
    ["document", "d1.5", null],
    ["document", "d99999999999999999999", null],
    ["document", "", null],
  ] as const;
  for (const [kind, text, row] of rows) {
    test(`${text} as ${kind} is row ${row}`, () => {
      expect(rowOf(kind, text)).toBe(row);
      if (row !== null) expect(publicId(kind, row)).toBe(text);
    });
  }

  const ends = [
    ["14.a1", { reading: 14, id: "a1" }],
    ["14.a.1", { reading: 14, id: "a.1" }],
    ["a1", null],
    [".a1", null],
    ["14.", null],
    ["x.a1", null],
  ] as const;
  for (const [text, end] of ends) test(`end "${text}" of a link`, () => expect(linkEnd(text)).toEqual(end));
});
