import { describe, expect, test } from "vitest";
import { bodyPhrase } from "../../../src/story/claim/body-phrase.ts";
import {
  genderOfName,
  genderOfWords,
  isNickname,
  isPartyTag,
  personName,
  withoutParty,
} from "../../../src/story/claim/person-name.ts";

const names = [
  ["Karl Anders Sunday", "Karl Anders"],
  ["State Ada Holm", "Ada Holm"],
  ["National Intelligence Ada Holm", "Ada Holm"],
  ["Enter Ms. Holm", "Ms. Holm"],
  ["Ada Holm (R-Lunde)", "Ada Holm"],
  ["Ada Holm of Lunde", "Ada Holm"],
  ["April Holm", "April Holm"],
  ["Ada May", "Ada May"],
] as const;
describe("the name of a person, without what was taken for a part of it", () => {
  test.each(names)("%s is %s", (printed, name) => expect(personName(printed)).toBe(name));
});

const sources = [
  ["Sen. Ada Holm, D-Lunde,", "Sen. Ada Holm"],
  ["Governor Ada Holm (R)", "Governor Ada Holm"],
  ["Ada Holm, Democrat of Lunde, the majority leader", "Ada Holm the majority leader"],
  ["Ada Holm, director of the dam", "Ada Holm, director of the dam"],
] as const;
describe("a source without party and state", () => {
  test.each(sources)("%s", (printed, bare) => expect(withoutParty(printed)).toBe(bare));
});

const tags = [
  ["D-N.Y.", true],
  ["R", true],
  ["Republican of Lunde", true],
  ["R. Holm", false],
  ["D-Day veteran", false],
] as const;
describe("a party's tag is no name", () => {
  test.each(tags)("%s: %s", (name, is) => expect(isPartyTag(name)).toBe(is));
});

const bodies = [
  ["Then Foreign Ministry", "Foreign Ministry"],
  ["Ferry Council at the time", "Ferry Council"],
  ["deputy head of the ministry", "ministry"],
  ["Lirenian defence", "Lirenian defence"],
  ["the gas company", "gas company"],
  ["governor's former", null],
  ["including senior", null],
  ["request from", null],
  ["who served in the last government as", null],
  ["quiet district south of Lunde", null],
  ["director of national planning", null],
] as const;
describe("the words of a body beside those of its spokesman", () => {
  test.each(bodies)("%s is %s", (printed, body) => expect(bodyPhrase(printed)).toBe(body));
});

test("given names and forms of address", () => {
  expect([isNickname("robert", "bob"), isNickname("bob", "rob"), isNickname("karl", "bob")]).toEqual([
    true,
    true,
    false,
  ]);
  expect([genderOfName("Helen Kessel"), genderOfName("Walter Kessel"), genderOfName("Kessel")]).toEqual([
    "f",
    "m",
    null,
  ]);
  expect([genderOfWords("Mrs. Kessel"), genderOfWords("he"), genderOfWords("Kessel")]).toEqual(["f", "m", null]);
});
