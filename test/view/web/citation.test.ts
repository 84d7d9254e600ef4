import { expect, test } from "vitest";
import { type Citable, citationOf, publishedWords, publisherOf } from "../../../src/view/web/citation.ts";

const row: Citable = {
  words: "no shot was fired",
  publisher: "The Brackholt Courier",
  title: "Quiet night on the river",
  published: "2031-03-09",
  publishedBy: "given",
  url: "https://courier.example/night",
  path: null,
  externalId: null,
  document: "d3",
  revision: "r4",
  start: 10,
  end: 27,
  captured: "2031-03-10T08:00:00Z",
};

const citations: readonly (readonly [string, Partial<Citable>, string])[] = [
  [
    "all that is known",
    {},
    "“no shot was fired” — The Brackholt Courier, “Quiet night on the river”, 9 Mar 2031, https://courier.example/night, captured 10 Mar 2031, 08:00 UTC, d3 r4 10–27.",
  ],
  [
    "hardly anything",
    { publisher: null, title: null, published: null, publishedBy: null, url: null, path: null, captured: null },
    "“no shot was fired” — d3, undated, d3 r4 10–27.",
  ],
  [
    "words over several lines",
    { words: " no\n shot ", title: null, url: null, path: "march/night.txt", captured: null, publisher: null },
    "“no shot” — night.txt, 9 Mar 2031, night.txt, d3 r4 10–27.",
  ],
];
for (const [what, change, text] of citations) {
  test(`citation with ${what}`, () => expect(citationOf({ ...row, ...change })).toBe(text));
}

const publishers: readonly (readonly [Partial<Citable>, string])[] = [
  [{}, "The Brackholt Courier"],
  [{ publisher: null }, "courier.example"],
  [{ publisher: null, url: "no url", path: "march/night.txt" }, "night.txt"],
  [{ publisher: null, url: null, externalId: "x1" }, "x1"],
  [{ publisher: "", url: null }, "d3"],
];
for (const [change, name] of publishers) {
  test(`${JSON.stringify(change)} is from ${name}`, () => expect(publisherOf({ ...row, ...change })).toBe(name));
}

const days = [
  ["2031-03-09", "given", "9 Mar 2031"],
  ["2031-03-09", "inferred", "9 Mar 2031 (inferred)"],
  ["2031-03-09", "dateline", "9 Mar 2031 (dateline)"],
  ["2031-03", "page", "Mar 2031"],
  [null, null, "undated"],
] as const;
for (const [published, publishedBy, words] of days) {
  test(`${published} by ${publishedBy} is "${words}"`, () =>
    expect(publishedWords({ published, publishedBy })).toBe(words));
}
