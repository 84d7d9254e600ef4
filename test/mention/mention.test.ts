import { describe, expect, test } from "vitest";
import { loadLexicon } from "../../src/engine.ts";
import { compileNames, findMentions } from "../../src/mention/mention.ts";
import type { Named } from "../../src/model/mention.ts";
import { parsePage } from "../../src/sentence/parse.ts";
import { readText } from "../../src/text/page.ts";
import { goldenTests } from "../golden.ts";
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

/** A line a mention ("words: kind form = actor"), then a line an actor (*), then a line a place (@). */
function render(named: Named): string {
  const nameOf = new Map(named.actors.map((actor) => [actor.id, actor.name]));
  const lines = named.mentions.map(
    ({ start, end, kind, form, actor }) =>
      `${named.text.slice(start, end).replaceAll("\n", " ")}: ${kind} ${form}${actor === null ? "" : ` = ${nameOf.get(actor)}`}`,
  );
  for (const actor of named.actors) {
    const known = [actor.kind, actor.country, actor.named ? null : "unnamed", actor.public ? "public" : null];
    const roles = actor.roles.length === 0 ? "" : `; roles ${actor.roles.join(", ")}`;
    lines.push(`* ${actor.name}: ${known.filter((part) => part !== null).join(" ")}${roles}`);
  }
  for (const place of named.places) {
    const mention = named.mentions.find((one) => one.id === place.mention);
    const words = mention === undefined ? "" : named.text.slice(mention.start, mention.end);
    lines.push(`@ ${words}: ${place.name} ${place.country ?? "-"} ${place.precision ?? "-"} (${place.by})`);
  }
  return lines.join("\n");
}

goldenTests("mention", (one) => render(read(one.text)));

/** The name of the actor that the last mention of `words` stands for; null where it stands for nobody known. */
function actorOf(text: string, words: string): string | null | undefined {
  const named = read(text);
  const mention = named.mentions.findLast((one) => text.slice(one.start, one.end) === words);
  if (mention === undefined) return undefined;
  return named.actors.find((actor) => actor.id === mention.actor)?.name ?? null;
}

describe("a capital stands for its government, or for ground", () => {
  const rows: readonly (readonly [text: string, words: string, kind: string])[] = [
    ["Minsk said the talks were over.", "Minsk", "organization"],
    ["The talks ended in Minsk.", "Minsk", "place"],
    ["Officials accused Kyiv of delay.", "Kyiv", "organization"],
    ["Protesters marched near the Minsk airport.", "Minsk", "place"],
    ["Ties between Warsaw and Moscow are poor.", "Moscow", "organization"],
    ["Troops moved toward Kyiv.", "Kyiv", "place"],
    ["They met on the outskirts of Tbilisi.", "Tbilisi", "place"],
    ["Moscow's response was short.", "Moscow", "organization"],
  ];
  for (const [text, words, kind] of rows) {
    test(`${text}`, () => {
      const mention = read(text).mentions.find((one) => text.slice(one.start, one.end) === words);
      expect(mention?.kind).toBe(kind);
    });
  }
});

describe("one body under several names is one actor", () => {
  const rows: readonly (readonly [text: string, words: string, name: string])[] = [
    [
      "The Russian Defense Ministry spoke. Russia's Defense Ministry spoke again.",
      "Russia's Defense Ministry",
      "Russian Defense Ministry",
    ],
    [
      "The Polish Ministry of Defence spoke. The Defense Ministry spoke again.",
      "Defense Ministry",
      "Polish Ministry of Defence",
    ],
    ["The Green River Union (GRU-X) met. The European Union met. The EU agreed.", "EU", "European Union"],
    ["The Northern Harbor Group (NHG) met. The NHG agreed.", "NHG", "Northern Harbor Group"],
  ];
  for (const [text, words, name] of rows) test(`${text}`, () => expect(actorOf(text, words)).toBe(name));
});

describe("a pronoun or a role stands for somebody named before", () => {
  const rows: readonly (readonly [text: string, words: string, name: string | null])[] = [
    ["Viktor Orlan met Dana Kovar. He thanked her.", "He", "Viktor Orlan"],
    ["Spokeswoman Dana Kovar met Viktor Orlan. She said little.", "She", "Dana Kovar"],
    ["Spokeswoman Dana Kovar spoke after Viktor Orlan. He said little.", "He", "Viktor Orlan"],
    ["Poland said it sent guards.", "it", "Poland"],
    ["It seems that the talks failed.", "It", null],
    ["Kremlin spokesman Viktor Orlan spoke. The spokesman said no more.", "The spokesman", "Viktor Orlan"],
    [
      "Polish President Dana Kovar met Latvian President Viktor Orlan. The Polish leader smiled.",
      "The Polish leader",
      "Dana Kovar",
    ],
  ];
  for (const [text, words, name] of rows) test(`${text}`, () => expect(actorOf(text, words) ?? null).toBe(name));
});
