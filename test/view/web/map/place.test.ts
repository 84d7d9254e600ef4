import { describe, expect, test } from "vitest";
import type { PlacedRow } from "../../../../src/record/ask/placed.ts";
import { countryOfNumber } from "../../../../src/view/web/map/country-number.ts";
import { fittingLabels } from "../../../../src/view/web/map/label.ts";
import { keyOfPlace, radiusKm, toldOf, toldWords } from "../../../../src/view/web/map/place.ts";
import { projectionFor, shownFirst, wholeView, zoomed } from "../../../../src/view/web/map/projection.ts";

const place = (of: Partial<PlacedRow>): PlacedRow & { lat: number; lon: number } =>
  ({
    name: "Karsk",
    geonames: null,
    lat: 53,
    lon: 24,
    country: "BY",
    precision: "city",
    happened: 0,
    denied: 0,
    planned: 0,
    supposed: 0,
    ...of,
  }) as PlacedRow & { lat: number; lon: number };

describe("how a place is told", () => {
  const rows: readonly (readonly [of: Partial<PlacedRow>, told: string, words: string])[] = [
    [{ happened: 2, denied: 1 }, "real", "2 said to have happened, 1 denied"],
    [{ planned: 1, denied: 1 }, "ahead", "1 denied, 1 planned"],
    [{ supposed: 3 }, "ahead", "3 supposed"],
    [{ denied: 1200 }, "denied", "1,200 denied"],
  ];
  test.each(rows)("%j", (of, told, words) => expect([toldOf(place(of)), toldWords(place(of))]).toEqual([told, words]));
});

describe("the area that a report leaves open", () => {
  const rows: readonly (readonly [of: Partial<PlacedRow>, km: number])[] = [
    [{ precision: "exact" }, 3],
    [{ precision: "city" }, 10],
    [{ precision: "region" }, 80],
    [{ precision: "region", country: null }, 350],
    [{ precision: "country" }, 0],
  ];
  test.each(rows)("%j", (of, km) => expect(radiusKm(place(of))).toBe(km));
});

test("a country is named by its code, a town by its number, a place that no gazetteer has by name and country", () => {
  expect(
    [{ precision: "country" as const, geonames: 9 }, { geonames: 7 }, {}].map((of) => keyOfPlace(place(of))),
  ).toEqual(["BY", "7", "Karsk BY"]);
});

const size = { width: 800, height: 500 };
const spots: readonly (readonly [name: string, places: readonly (readonly [lat: number, lon: number])[]])[] = [
  ["two towns", [[53.7, 23.8], [50.4, 30.5]]], // biome-ignore format: pairs
  ["one town", [[53.7, 23.8]]],
  ["a town twice", [[53.7, 23.8], [53.7, 23.8]]], // biome-ignore format: pairs
  ["both sides of the 180th meridian", [[-18.1, 178.4], [-13.8, -171.8]]], // biome-ignore format: pairs
  ["several continents", [[40.7, -74], [35.7, 139.7], [-33.9, 18.4]]], // biome-ignore format: pairs
  ["beside a pole", [[78.2, 15.6], [89, 100]]], // biome-ignore format: pairs
];
test.each(spots)("the view holds %s", (_name, places) => {
  const rows = places.map(([lat, lon]) => place({ lat, lon }));
  const projection = projectionFor(rows, size, wholeView);
  for (const { lat, lon } of rows) {
    const [x, y] = projection([lon, lat])!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(size.width);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(size.height);
  }
});

test("the view is made for towns where there are any, and for countries where there are none", () => {
  const [town, other] = [place({ name: "a" }), place({ name: "b" })];
  const country = place({ precision: "country", lon: 100 });
  const sea = place({ precision: "region", country: null });
  expect(shownFirst([town, country, other, sea])).toEqual([town, other]);
  expect(shownFirst([country])).toEqual([country]);
});

test("the point that is gone nearer to stays where it is", () => {
  expect(zoomed(wholeView, 2, [100, -50])).toEqual({ times: 2, x: -100, y: 50 });
  expect(zoomed(zoomed(wholeView, 2, [100, -50]), 0.5, [100, -50])).toEqual(wholeView);
  expect(zoomed(wholeView, 1e9).times).toBe(64);
});

test("labels never cover one another, the first ones stay", () => {
  const labels = [
    { key: "a", words: "Hrodna 1", x: 0, y: 0 },
    { key: "b", words: "Minsk 1", x: 20, y: 5 },
    { key: "c", words: "Kyiv 3", x: 20, y: 40 },
  ];
  expect(fittingLabels(labels).map(({ key }) => key)).toEqual(["a", "c"]);
});

test("outlines are found by their number", () => {
  expect(["112", "804", "840", "000"].map((number) => countryOfNumber.get(number))).toEqual([
    "BY",
    "UA",
    "US",
    undefined,
  ]);
});
