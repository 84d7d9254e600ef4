import { describe, expect, test } from "vitest";
import { actorKinds } from "../../../src/model/actor.ts";
import { actorKindWord, countryWord, isPublic, whatWords } from "../../../src/view/web/actor-word.ts";

const countries = [
  ["PL", "Poland"],
  ["pl", "Poland"],
  ["XQ", "XQ"],
  ["no code", "no code"],
  ["", ""],
] as const;
for (const [code, name] of countries) test(`"${code}" is "${name}"`, () => expect(countryWord(code)).toBe(name));

test("every kind has its word", () => {
  for (const kind of actorKinds) expect(actorKindWord(kind)).toMatch(/^[a-z ]+$/);
});

test("what somebody is", () => {
  expect(whatWords({ kind: "ministry", country: "PL" })).toBe("ministry, Poland");
  expect(whatWords({ kind: "person", country: null })).toBe("person");
});

describe("who has a page", () => {
  const rows = [
    ["a public person", { named: true, kind: "person", public: true }, true],
    ["a person not known to be public", { named: true, kind: "person", public: null }, false],
    ["a ministry", { named: true, kind: "ministry", public: null }, true],
    ["officials", { named: false, kind: "group", public: true }, false],
  ] as const;
  for (const [what, actor, is] of rows) test(what, () => expect(isPublic(actor)).toBe(is));
});
