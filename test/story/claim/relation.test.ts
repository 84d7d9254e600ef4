import { expect, test } from "vitest";
import { clockOf } from "../../../src/story/claim/clock.ts";
import { ledger, toldOf } from "./render.ts";

/** Relations as "words kind words (slot)", the words of the first place of each claim cut to 24 signs. */
function told(text: string): readonly string[] {
  const documents = toldOf(text);
  const { claims, relations } = ledger(documents);
  const words = (id: string): string => {
    const { document, spans } = claims.find((one) => one.id === id)!.places[0];
    const whole = documents.find((one) => one.document === document)!.annotation.text;
    return whole.slice(spans[0]![0], spans[0]![1]).slice(0, 24);
  };
  return relations.map(({ kind, from, to, slot }) => `${words(from)} ${kind} ${words(to)}${slot ? ` (${slot})` : ""}`);
}

test.each([
  [
    "a denial in another report, with the words of the charge",
    `## a | Harbour Post | 2024-03-04
The Tervain navy accused the coast guard of Ostra of firing on a fishing boat on Sunday. "Ostran guards fired on our boat near Lissa," said Admiral Joren Teck.

## b | Ostra Courier | 2024-03-05
The coast guard of Ostra denied that its guards had fired on a boat near Lissa. "Our guards did not fire on any boat," said its spokesman Pal Ruske.`,
    /guards had fired on .* denies Ostran guards fired on/,
  ],
  [
    "another number for the same thing",
    `## a | Harbour Post | 2024-03-04
The police of Marnhaven said that 4,000 people had taken part in the march on Sunday.

## b | Ostra Courier | 2024-03-04
The teachers' union said that 20,000 people had taken part in the march in Marnhaven on Sunday.`,
    /20,000 people.* contradicts 4,000 people.* \(count\)/,
  ],
  [
    "another time of day",
    `## a | Harbour Post | 2024-03-04
The explosion in the Lissa tunnel happened at 2.40 a.m., the mining company Belmor said.

## b | Ostra Courier | 2024-03-05
The explosion in the Lissa tunnel happened at half past four, the union leader Pavel Drum said.`,
    /contradicts .*\(time\)/,
  ],
  [
    "a correction",
    `## a | Harbour Post | 2024-03-04
The fire service said that nine people had died in the hotel fire in Marnhaven.

## b | Ostra Courier | 2024-03-06
The fire service corrected its count on Wednesday. Seven people had died in the hotel fire in Marnhaven, and not nine, it said.`,
    /Seven people had died.* corrects nine people had died/,
  ],
])("%s", (_, text, expected) => {
  expect(told(text).join("\n")).toMatch(expected);
});

test("what has nothing to do with one another stands in no relation", () => {
  expect(
    told(`## a | Harbour Post | 2024-03-04
The weather office said that the storm would reach Lissa by noon.

## b | Ostra Courier | 2024-03-04
The ministry of finance said that the new tax on sugar had brought in two million crowns.`),
  ).toEqual([]);
});

test("why a relation is told is said in words", () => {
  const { relations } = ledger(
    toldOf(`## a | Harbour Post | 2024-03-04
The Tervain navy accused the coast guard of Ostra of firing on a fishing boat on Sunday. "Ostran guards fired on our boat near Lissa," said Admiral Joren Teck.

## b | Ostra Courier | 2024-03-05
The coast guard of Ostra denied that its guards had fired on a boat near Lissa. "Our guards did not fire on any boat," said its spokesman Pal Ruske.`),
  );
  expect(relations.map(({ reason }) => reason).join("\n")).toMatch(
    /^says (?:that it is not so|the opposite): .*\d of \d words alike.*; likelihood \d+ %/m,
  );
});

test.each([
  ["at 2.40 a.m.", [2 + 40 / 60]],
  ["shortly after four in the morning", [4]],
  ["at half past three", [3.5]],
  ["a quarter to ten", [9.75]],
  ["by midnight", [0]],
  ["for 3.5 million crowns", []],
])("times of day in “%s”", (words, hours) => {
  const found = clockOf(words);
  expect(found).toHaveLength(hours.length);
  hours.forEach((hour, at) => expect(found[at]).toBeCloseTo(hour, 6));
});
