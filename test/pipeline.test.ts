import { expect, test } from "vitest";
import { createEngine } from "../src/engine.ts";
import { nothingGiven } from "../src/model/document.ts";

const { pipeline } = createEngine();
const read = (text: string, lang: string | null = null) =>
  pipeline.annotate(pipeline.read(text, { ...nothingGiven, lang }), { id: "1", lang, sentences: null });

// Names and words that an English reader would take for some: "Minister", "General", "war", "in", "March".
const german =
  "Der Minister Pavel Orlan war am Freitag in Kesrin. General Anton Brusk sagte, man habe den Fluss nicht überquert. Das Ministerium wies die Vorwürfe zurück.";

test("a text in another language is split into sentences and words, and nothing is read in it", () => {
  const found = read(german);
  expect(found.lang).toBe("de");
  expect([found.sentences.length, found.tokens.length > 20]).toEqual([3, true]);
  const { mentions, actors, timexes, places, quantities, marks, attributions, events } = found;
  expect([mentions, actors, timexes, places, quantities, marks, attributions, events].flat()).toEqual([]);
});

const english = "Minister Pavel Orlan said the river had not been crossed.";
for (const lang of [null, "en"])
  test(`an English text is read where its language is ${lang === null ? "not said" : "said"}`, () =>
    expect(read(english, lang).attributions).toHaveLength(1));
