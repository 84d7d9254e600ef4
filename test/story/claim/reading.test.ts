import { expect, test } from "vitest";
import { readStory } from "../../../src/story/claim/reading.ts";
import { inOrder } from "../../../src/story/order.ts";
import { toldOf } from "./render.ts";

/** Who says what in one report, "not:" before what is denied; "-" is the paper itself. */
function tellings(text: string): readonly string[] {
  const told = inOrder(toldOf(`## d1 | Tarn Courier | 2024-05-02\n${text}`));
  return readStory(told, []).tellings.map(
    ({ speaker, words, negated }) =>
      `${speaker.type === "publisher" ? "-" : speaker.holder.name}: ${negated ? "not: " : ""}${words}`,
  );
}

const charges: readonly (readonly [text: string, ...expected: string[]])[] = [
  [
    "The Norland army dismissed the Sudmark ministry's claim that its guns had fired.",
    "Norland army: not: its guns had fired",
    "Sudmark ministry: its guns had fired",
  ],
  [
    "The port union rejects the accusations by the organisation Open Road of theft by dockers.",
    "port union: not: theft by dockers",
    "Open Road: theft by dockers",
  ],
  [
    "The port union rejected Ada Holm's account of a raid on the port.",
    "port union: not: a raid on the port",
    "Ada Holm: a raid on the port",
  ],
  [
    "The Norland army said the Sudmark ministry's claim that its guns had fired was a lie.",
    "Norland army: not: its guns had fired",
    "Sudmark ministry: its guns had fired",
    "Norland army: not: a lie",
  ],
  [
    "The Port League's answer was that every traveller had been given a vest.",
    "Port League: every traveller had been given a vest",
  ],
  ["The Port League's appeal that the crews be freed got no answer.", "Port League: the crews be freed"],
];

test.each(charges)("what is denied and whose it is: %s", (text, ...expected) => {
  expect(tellings(text)).toEqual(expected);
});

const carried: readonly (readonly [text: string, ...expected: string[]])[] = [
  [
    "A wave hit the port at noon, the Norland army said. Four boats sank.",
    "Norland army: A wave hit the port at noon",
    "Norland army: Four boats sank",
  ],
  [
    "The port is closed, Ada Holm said. There was no sign of a leak. The mayor is on leave.",
    "Ada Holm: The port is closed",
    "Ada Holm: not: There was no sign of a leak",
    "-: The mayor is on leave",
  ],
  [
    "Ada Holm said that the port was closed. Four boats lie in it.",
    "Ada Holm: the port was closed",
    "-: Four boats lie in it",
  ],
  [
    "The port is closed, the Port League said.\n\nFour boats lie in it.",
    "Port League: The port is closed",
    "-: Four boats lie in it",
  ],
];

test.each(carried)("what goes on in the next sentence: %s", (text, ...expected) => {
  expect(tellings(text)).toEqual(expected);
});

test("what is taken back is told as it was made, and by the words that take it back", () => {
  const told = inOrder(
    toldOf("## d1 | Tarn Courier | 2024-05-02\nOn Tuesday Ada Holm took back her charge that the sirens had failed."),
  );
  const found = readStory(told, []).tellings.map(({ speaker, words, span }) => [
    speaker.holder.name,
    words,
    told[0]!.annotation.text.slice(...span),
  ]);
  expect(found).toEqual([
    ["Ada Holm", "On Tuesday Ada Holm took back her charge that the sirens had failed", "the sirens had failed"],
    ["Ada Holm", "the sirens had failed", "the sirens had failed"],
  ]);
});
