import { describe, expect, test } from "vitest";
import { loadLexicon } from "../../src/engine.ts";
import { compileNames, findMentions } from "../../src/mention/mention.ts";
import { placeKey } from "../../src/mention/place-key.ts";
import { shortState } from "../../src/mention/place-state.ts";
import { PlaceTable } from "../../src/mention/place-table.ts";
import type { Named } from "../../src/model/mention.ts";
import { parsePage } from "../../src/sentence/parse.ts";
import { readText } from "../../src/text/page.ts";
import { goldenTests } from "../golden.ts";
import { tagged } from "../sentence/tagged.ts";

const lexicon = loadLexicon();
const index = compileNames(lexicon);

function read(text: string, publisher: string | null = null): Named {
  const page = readText(text, { title: null, url: null, publisher, published: null, lang: "en" });
  return findMentions(tagged(parsePage(page, { lang: "en", sentences: null })), index);
}

const render = ({ text, mentions, places }: Named): string =>
  places
    .map((place) => {
      const mention = mentions.find((one) => one.id === place.mention)!;
      const words = text.slice(mention.start, mention.end).replaceAll("\n", " ");
      const point = place.lat === null ? "-" : `${place.lat.toFixed(1)} ${place.lon!.toFixed(1)}`;
      return `${words}: ${place.name}, ${place.country ?? "-"}, ${place.precision ?? "-"}, ${point} (${place.by})`;
    })
    .join("\n");

goldenTests("place", (one) => render(read(one.text, one.given.publisher ?? null)) || "none");

describe("the pack of places", () => {
  test("knows towns, regions and districts by their names and other names", () => {
    const levels = (name: string): readonly string[] =>
      [...new Set(index.places.named(name).map((row) => row.level))].sort();
    expect(index.places.size).toBeGreaterThan(150_000);
    expect(levels("Kyiv")).toContain("capital");
    expect(levels("Laurel County")).toEqual(["district"]);
    expect(index.places.named("Kiev")[0]).toMatchObject({
      name: "Kyiv",
      alias: true,
      geonames: 703_448,
      country: "UA",
    });
    expect(index.places.named("são-paulo").length).toBe(index.places.named("Sao Paulo").length);
    expect(index.places.regionNames.get("ohio")).toBe("US.OH");
  });

  test("has every point on the globe and every name under its own key", () => {
    for (const name of ["Springfield", "San José", "Alexandria", "Nikolaev", "zwolle", "a", "Łódź"]) {
      for (const row of index.places.named(name)) {
        expect(Math.abs(row.lat)).toBeLessThanOrEqual(90);
        expect(Math.abs(row.lon)).toBeLessThanOrEqual(180);
        expect(row.country).toMatch(/^[A-Z]{2}$/);
        if (!row.alias) expect(placeKey(row.name)).toBe(placeKey(name));
      }
    }
  });

  const hostile = ["", " ", "\u0000", "x".repeat(100_000), "💥", "ز", "zzzzzzzz", "-", "'", "New\nYork"];
  for (const name of hostile) {
    test(`answers ${JSON.stringify(name.slice(0, 12))}`, () => {
      expect(() => index.places.named(name)).not.toThrow();
    });
  }

  test("refuses bytes that are no pack, or not all of one", () => {
    for (const bytes of [new Uint8Array(), new Uint8Array(100), lexicon.places.subarray(0, 1_000_000)])
      expect(() => new PlaceTable(bytes)).toThrow(/damaged/);
  });
});

describe("a state in short", () => {
  const rows: readonly (readonly [text: string, region: string | null])[] = [
    ["Ore. on Friday", "US.OR"],
    ["W.Va., said", "US.WV"],
    ["W. Va. said", "US.WV"],
    ["N.C.", "US.NC"],
    ["TX 75460", "US.TX"],
    ["D.C.", "US.DC"],
    ["Ont.", "CA.08"],
    ["IN THE MIDDLE", null],
    ["Mr. Orlan", null],
    ["Oregon", null],
    ["TXT", null],
    ["", null],
  ];
  for (const [text, region] of rows)
    test(`${text} is ${region}`, () => expect(shortState(text)?.region ?? null).toBe(region));
});

describe("many names", () => {
  test("take time by their number, and one sense a name", () => {
    const names = ["Paris", "Springfield", "Gainesville", "London", "Alexandria", "Boone County", "Kyiv", "San José"];
    const text = Array.from({ length: 1_500 }, (_, at) => `They met in ${names[at % names.length]}.`).join(" ");
    const named = read(text);
    expect(named.places.length).toBeGreaterThan(1_000);
    const senses = new Set(named.places.map((place) => `${place.name} ${place.lat} ${place.lon}`));
    expect(senses.size).toBeLessThanOrEqual(names.length);
  });
});
