import { expect, test } from "vitest";
import type { ClaimRow } from "../../../../src/record/ask/claims.ts";
import type { ActorRef } from "../../../../src/record/ask/party.ts";
import { shownOptions } from "../../../../src/view/web/facet-option.ts";
import {
  actWords,
  chipWords,
  decidedWords,
  partsOf,
  sayingDay,
  speakerWords,
} from "../../../../src/view/web/ledger/claim-words.ts";
import { otherNames } from "../../../../src/view/web/ledger/other-name.ts";
import { fitting } from "../../../../src/view/web/list-height.ts";

const actor = (name: string, more: Partial<ActorRef> = {}): ActorRef => ({
  id: "r1.a1",
  name,
  kind: "person",
  named: true,
  public: true,
  country: null,
  ...more,
});

const speakers = [
  ["a public person", [actor("Ana Vell")], "she", "Ana Vell"],
  ["two", [actor("Ana Vell"), actor("Tarvia", { kind: "state", public: null })], "they", "Ana Vell, Tarvia"],
  ["a person not known to be public", [actor("Jo Low", { public: null })], "a neighbour", "a neighbour"],
  ["somebody without a name", [actor("officials", { named: false })], "Two officials", "Two officials"],
  ["nobody told", [], "a statement", "a statement"],
  ["nobody at all", [], null, "unnamed"],
] as const;
for (const [name, given, source, words] of speakers) {
  test(`speaker: ${name}`, () => expect(speakerWords({ speakers: given, source })).toBe(words));
}

const acts = [
  ["accuse", "+", "accuses"],
  ["deny", "+", "denies"],
  ["say", "-", "does not say"],
  ["no-comment", "+", "declines to comment"],
] as const;
for (const [kind, polarity, words] of acts) {
  test(`${kind} ${polarity} is "${words}"`, () => expect(actWords({ kind, polarity })).toBe(words));
}

const by = "said Friday: anchor published, weekday of that day";
const days = [
  [{ start: "2021-11-12", end: "2021-11-12", by }, "2021-11-13", { words: "12 Nov 2021", how: "exact" }],
  [{ start: "2021-11-08", end: "2021-11-14", by }, null, { words: "8 Nov 2021 – 14 Nov 2021", how: "range" }],
  [null, "2021-11-12T09:30:00Z", { words: "12 Nov 2021", how: "printed" }],
  [null, null, null],
] as const;
for (const [day, published, found] of days) {
  test(`day of saying: ${JSON.stringify(found)}`, () => expect(sayingDay({ day, published })).toEqual(found));
}

test("parts count from the start of the quoted words, and what lies outside is left out", () => {
  const row = {
    start: 100,
    end: 140,
    sourceSpans: [[100, 105]],
    cueSpans: [[106, 110]],
    contentSpans: [
      [111, 120],
      [130, 140],
    ],
    marks: [
      { kind: "alleged", polarity: "weakens", words: "alleged", start: 112, end: 119 },
      { kind: "none-given", polarity: "weakens", words: "without evidence", start: 150, end: 166 },
      { kind: "reportedly", polarity: "weakens", words: "reportedly", start: 95, end: 104 },
    ],
  } as unknown as ClaimRow;
  expect(partsOf(row)).toEqual([
    { start: 11, end: 20, role: "content" },
    { start: 30, end: 40, role: "content" },
    { start: 0, end: 5, role: "source" },
    { start: 6, end: 10, role: "cue" },
    { start: 12, end: 19, role: "mark" },
    { start: 0, end: 4, role: "mark" },
  ]);
});

const chips = [
  ["mark", "none-given", "evidence: no evidence given"],
  ["actor", "Minsk", "speaker: Minsk"],
  ["from", "2021-11-12", "from: 12 Nov 2021"],
  ["part", "denied", "shown: denied"],
  ["mark", "made-up", "evidence: made-up"],
] as const;
for (const [name, value, words] of chips) {
  test(`chip: ${words}`, () => expect(chipWords({ name, value })).toBe(words));
}

const decided = [
  [by, "said Friday", "anchor published, weekday of that day"],
  ["timex t6", null, "a time that the text names"],
  ["since timex t5", null, "since a time that the text names"],
  ["dateline", null, "dateline"],
] as const;
for (const [rule, cue, words] of decided) {
  test(`"${rule}" was decided by "${words}"`, () => expect(decidedWords(rule)).toEqual({ cue, rule: words }));
}

const use = (form: string) => ({ form, by: "name" as const, publisher: "The Example", count: 1 });
const names = [
  ["person", "BY", ["Ana Vell", "Vell", "Anna Wéll", "the spokesman", "Anna Well"], "person, Belarus; also Anna Wéll"],
  ["government", "RU", ["Ana Vell"], "government, Russia"],
  ["group", null, ["the group", "its ally"], "group"],
  ["person", "odd", ["President Vell", "President"], "person, odd; also President Vell"],
] as const;
for (const [kind, country, forms, line] of names) {
  test(`other names: ${line}`, () =>
    expect(otherNames({ name: "Ana Vell", kind, country, names: forms.map(use) })).toBe(line));
}

const options = ["RFE/RL", "RT", "The Times"].map((value) => ({ value, label: value, count: 1 }));
const shown = [
  [[], 2, ["RFE/RL", "RT"], 1],
  [["The Times"], 2, ["RFE/RL", "RT", "The Times"], 0],
  [["rt"], 1, ["RFE/RL", "RT"], 1],
  [["BBC"], 1, ["BBC", "RFE/RL"], 2],
] as const;
for (const [chosen, most, values, more] of shown) {
  test(`values shown with ${JSON.stringify(chosen)} chosen: ${values.join(", ")}`, () => {
    const found = shownOptions(options, chosen, most);
    expect([found.options.map(({ value }) => value), found.more]).toEqual([values, more]);
  });
}

test("a list is cut before it is taller than a browser draws", () => {
  expect(fitting(200_000, 124, 33_000_000)).toBe(200_000);
  expect(fitting(1_000_000, 144, 16_000_000)).toBe(100_000);
});
