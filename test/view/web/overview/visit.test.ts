import { expect, test } from "vitest";
import { visitAt, visitIn } from "../../../../src/view/web/visit.ts";

const now = "2031-03-09T10:00:00.000Z";
const visits = [
  ["the first", null, null],
  ["a reload within the first", { seen: "2031-03-09T09:45:00Z", since: null }, null],
  ["the second", { seen: "2031-03-08T18:00:00Z", since: null }, "2031-03-08T18:00:00Z"],
  [
    "a reload within the second",
    { seen: "2031-03-09T09:45:00Z", since: "2031-03-08T18:00:00Z" },
    "2031-03-08T18:00:00Z",
  ],
  [
    "one after a clock that went back",
    { seen: "2031-03-10T09:00:00Z", since: "2031-03-01T00:00:00Z" },
    "2031-03-01T00:00:00Z",
  ],
] as const;
for (const [what, kept, since] of visits) {
  test(`${what} counts from ${since}`, () => expect(visitAt(kept, now)).toEqual({ seen: now, since }));
}

const texts = [
  [null, null],
  ["", null],
  ["null", null],
  ['{"seen":"soon"}', null],
  ['{"seen":"2031-03-09T09:45:00Z"}', { seen: "2031-03-09T09:45:00Z", since: null }],
  ['{"seen":"2031-03-09T09:45:00Z","since":7}', { seen: "2031-03-09T09:45:00Z", since: null }],
] as const;
for (const [text, visit] of texts) test(`kept as ${text}`, () => expect(visitIn(text)).toEqual(visit));
