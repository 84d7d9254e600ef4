import * as fc from "fast-check";
import { expect, test } from "vitest";
import { loadLexicon } from "../../src/engine.ts";
import { compileNames, findMentions } from "../../src/mention/mention.ts";
import type { Named } from "../../src/model/mention.ts";
import { parsePage } from "../../src/sentence/parse.ts";
import { readText } from "../../src/text/page.ts";
import { tagged } from "../sentence/tagged.ts";

const index = compileNames(loadLexicon());

const read = (text: string): Named =>
  findMentions(
    tagged(
      parsePage(readText(text, { title: null, url: null, publisher: null, published: null, lang: "en" }), {
        lang: "en",
        sentences: null,
      }),
    ),
    index,
  );

const pieces = fc.constantFrom(
  ..."Viktor Orlan|Orlan|Dana Kovar|Minsk|the Kremlin|Russian|Poland|Belarusian|Defense Ministry|President|spokesman|the spokesman|his|He|she|it|they|officials|said|,|.|-|'s|’s|“|”|\"|(|)|and|of|the|in|al-|van der|U.S.|EU|NVC|Council|University of|Friday|😀|Łódź|Москва|e\u0301|\n\n|--|capital|troops|Georgia|Brest|two|A|A.|J. R.|NATO|Mr.|Il-76|Securities and".split(
    "|",
  ),
);
const report = fc
  .array(fc.tuple(pieces, fc.constantFrom(" ", " ", " ", "")), { maxLength: 60 })
  .map((words) => words.flat().join(""));
const anything = fc.oneof(report, fc.string({ unit: "grapheme", maxLength: 200 }));

test("mentions lie inside the text, in order, and stand for actors that are there; every actor has a mention", () => {
  fc.assert(
    fc.property(anything, (raw) => {
      const { text, mentions, actors, places } = read(raw);
      const known = new Set(actors.map((actor) => actor.id));
      let before = 0;
      for (const mention of mentions) {
        expect(mention.start).toBeGreaterThanOrEqual(before);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(mention.end).toBeLessThanOrEqual(text.length);
        if (mention.actor !== null) expect(known.has(mention.actor)).toBe(true);
        before = mention.start;
      }
      const mentioned = new Set(mentions.map((mention) => mention.actor));
      for (const actor of actors) {
        expect(mentioned.has(actor.id), actor.name).toBe(true);
        expect(actor.aliases).not.toContain(actor.name);
      }
      const ids = new Set(mentions.map((mention) => mention.id));
      for (const place of places) expect(ids.has(place.mention)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("the same text gives the same mentions, actors and places, whatever was read in between", () => {
  fc.assert(
    fc.property(report, report, (text, other) => {
      const first = read(text);
      read(other);
      const again = read(text);
      expect(again.mentions).toEqual(first.mentions);
      expect(again.actors).toEqual(first.actors);
      expect(again.places).toEqual(first.places);
    }),
    { numRuns: 100 },
  );
});
