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
  ["The Port League's appeal that the crews be freed got no answer.", "Port League: the crews be freed"],
];

test.each(charges)("what is denied and whose it is: %s", (text, ...expected) => {
  expect(tellings(text)).toEqual(expected);
});
