import { array, assert, constantFrom, property, string } from "fast-check";
import { expect, test } from "vitest";
import { compileCues, findAttributions } from "../../src/claim/attribution.ts";
import { loadLexicon } from "../../src/engine.ts";
import { compileTriggers, findEvents } from "../../src/event/event.ts";
import { eventTypes, type Read } from "../../src/model/event.ts";
import { goldenTests } from "../golden.ts";
import { namedFrom } from "./marked.ts";

const lexicon = loadLexicon();
const cues = compileCues(lexicon);
const triggers = compileTriggers(lexicon);

const read = (marked: string): Read => findEvents(findAttributions(namedFrom(marked), cues), triggers);

/** One line an event: type trigger | actors > recipients | places | day | realis factuality | attribution's kind | quantities. */
function render(page: Read): string {
  const name = (actor: string): string => page.actors.find((one) => one.id === actor)!.name;
  const lines = page.events.map((event) => {
    const words = event.trigger.map(([start, end]) => page.text.slice(start, end)).join(" … ");
    const who = `${event.actors.map(name).join(", ") || "-"} > ${event.recipients.map(name).join(", ") || "-"}`;
    const where = event.places
      .map((one) => `${one.role} ${page.places.find((place) => place.id === one.place)!.name}`)
      .join(", ");
    const day =
      event.date === null
        ? "-"
        : event.date.start === event.date.end
          ? event.date.start
          : `${event.date.start}..${event.date.end}`;
    const voice = page.attributions.find((one) => one.id === event.attribution)?.kind ?? "-";
    const counted = event.quantities
      .map((one) => page.quantities.find((quantity) => quantity.id === one)!.value)
      .join(", ");
    return [
      `${event.type ?? "(none)"}${event.mode ? `/${event.mode}` : ""} ${words}`,
      who,
      where || "-",
      day,
      `${event.realis} ${event.factuality}`,
      voice,
      counted || "-",
    ].join(" | ");
  });
  return lines.join("\n") || "nothing";
}

goldenTests("event", (one) => render(read(one.text)));

test("every row of the lexicon has a type of PLOVER, a known form and no empty needed word", () => {
  const bad = lexicon.triggers.filter(
    (row) =>
      (row.type !== null && !(row.type in eventTypes)) ||
      !["verb", "noun", "phrase"].includes(row.form) ||
      row.trigger !== row.trigger.toLowerCase().trim() ||
      row.needs.some((need) => need.trim() === ""),
  );
  expect(bad).toEqual([]);
});

const bits = constantFrom(
  "[Norland]",
  "[Sudria]",
  "[[Norland] troops=~troops]",
  "{Wend}",
  "<on Friday=2024-05-17>",
  "#40=40 soldier#",
  "attacked",
  "will withdraw",
  "said",
  "accused",
  "denied",
  "to",
  "of",
  "sanctions",
  "imposed",
  "that",
  "if",
  "not",
  ",",
  ".",
  "and",
  "who",
  "drills",
  "with",
  "“",
  "”",
  "агрессия",
  "🜂",
);

test("spans, ids and order hold for any words in any order", () => {
  assert(
    property(array(bits, { maxLength: 60 }), (words) => {
      const page = read(words.join(" "));
      const known = new Set<string>([
        ...page.actors.map((one) => one.id),
        ...page.places.map((one) => one.id),
        ...page.quantities.map((one) => one.id),
        ...page.attributions.map((one) => one.id),
      ]);
      let previous = 0;
      page.events.forEach((event, at) => {
        expect(event.id).toBe(`e${at + 1}`);
        expect(event.trigger.length).toBeGreaterThan(0);
        expect(event.trigger[0]![0]).toBeGreaterThanOrEqual(previous);
        previous = event.trigger[0]![0];
        for (const [start, end] of event.trigger) {
          expect(start).toBeLessThan(end);
          expect(page.text.slice(start, end).trim()).toBe(page.text.slice(start, end));
          expect(end).toBeLessThanOrEqual(page.text.length);
        }
        const used = [
          ...event.actors,
          ...event.recipients,
          ...event.quantities,
          ...event.places.map((one) => one.place),
        ];
        for (const one of used) expect(known).toContain(one);
        if (event.attribution !== null) expect(known).toContain(event.attribution);
        expect(event.class).toBe(event.type === null ? "material" : eventTypes[event.type].class);
      });
      for (const quantity of page.quantities)
        if (quantity.event !== null)
          expect(page.events.find((event) => event.id === quantity.event)!.quantities).toContain(quantity.id);
    }),
  );
});

test("any text is read without failing", () => {
  const plain = string({ unit: "binary", maxLength: 200 }).map((text) => text.replaceAll(/[[\]{}<>#=]/g, " "));
  assert(
    property(plain, (text) => {
      expect(Array.isArray(read(text).events)).toBe(true);
    }),
  );
});

test("a sentence without an end is read in pieces and finds its last trigger", () => {
  const page = read(`${"grey stones lie beside the road ".repeat(20_000)} [Norland] attacked [Sudria]`);
  expect(page.events.map((event) => event.type)).toEqual(["ASSAULT"]);
});

test("the same text gives the same events", () => {
  const text = "[Norland] said <on Friday=2024-05-17> it attacked [Sudria] after talks with [Ostmark] failed.";
  expect(read(text).events).toEqual(read(text).events);
});
