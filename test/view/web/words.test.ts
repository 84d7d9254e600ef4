import { expect, test } from "vitest";
import { attributionKinds, stances } from "../../../src/model/attribution.ts";
import { eventTypeNames, realisNames } from "../../../src/model/event.ts";
import { markKinds } from "../../../src/model/mark.ts";
import {
  counted,
  factualityWord,
  isDenial,
  kindWord,
  markWord,
  realisWord,
  stanceWord,
  typeWord,
} from "../../../src/view/web/words.ts";

const verbs = [
  ["say", "says"],
  ["accuse", "accuses"],
  ["deny", "denies"],
  ["urge", "urges"],
  ["promise", "promises"],
  ["praise", "praises"],
  ["agree", "agrees"],
  ["criticize", "criticizes"],
  ["ask", "asks"],
  ["no-comment", "declines to comment"],
] as const;
for (const [kind, verb] of verbs) test(`${kind} is "${verb}"`, () => expect(kindWord(kind)).toBe(verb));

const factualities = [
  ["certain+", null],
  ["certain-", "not so"],
  ["probable+", "probably so"],
  ["possible-", "possibly not so"],
  ["uncommitted", "left open"],
] as const;
for (const [name, word] of factualities) test(`${name} is "${word}"`, () => expect(factualityWord(name)).toBe(word));

test("every name of the record has its words", () => {
  const all = [
    ...attributionKinds.map(kindWord),
    ...stances.map(stanceWord),
    ...markKinds.map(markWord),
    ...realisNames.map(realisWord),
    ...[...eventTypeNames, null].map(typeWord),
  ];
  for (const word of all) expect(word).toMatch(/^[a-z][a-z -]+$/);
});

const counts = [
  [0, "0 reports"],
  [1, "1 report"],
  [4321, "4,321 reports"],
] as const;
for (const [count, words] of counts) test(`${count} is "${words}"`, () => expect(counted(count, "report")).toBe(words));

const denials = [
  ["deny", "denies", "+", true],
  ["deny", "denies", "-", false],
  ["say", "denies", "+", true],
  ["no-comment", "denies", "+", false],
  ["say", "asserts", "+", false],
] as const;
for (const [kind, stance, polarity, is] of denials) {
  test(`${polarity}${kind} that ${stance} is ${is ? "a" : "no"} denial`, () =>
    expect(isDenial({ kind, stance, polarity })).toBe(is));
}
