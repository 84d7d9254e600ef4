import { id } from "../model/id.ts";
import type { CountryRow, GazetteerRow } from "../model/lexicon.ts";
import type { Mention } from "../model/mention.ts";
import type { Place } from "../model/place.ts";
import type { Finding } from "./found.ts";
import type { NameIndex } from "./name-index.ts";

/** A mention of ground with what the lexicon has under its name. */
export interface GroundMention {
  readonly mention: Mention;
  readonly finding: Finding;
  /** Lower-case word after it ("region"), which makes a city's name a region's. */
  readonly region: boolean;
  /** ISO code of the country named right after it ("Brest, France"), or null. */
  readonly within: string | null;
}

interface Choice {
  readonly row: GazetteerRow;
  readonly by: string;
}

/** Chooses the place that a name means, by the countries of the report and by size; null where two are as likely. */
function choiceOf(rows: readonly GazetteerRow[], countries: ReadonlyMap<string, number>): Choice | null {
  if (rows.length === 0) return null;
  if (rows.length === 1) return { row: rows[0]!, by: "only one of that name" };
  const inReport = rows.filter((row) => row.country !== null && countries.has(row.country));
  const weigh = (row: GazetteerRow): number => (row.country === null ? 0 : (countries.get(row.country) ?? 0));
  const region = rows.find((row) => row.precision === "region");
  if (region !== undefined && inReport.length === 0) return { row: region, by: "region of that name" };
  if (inReport.length > 0) {
    const [first, second] = inReport.toSorted((a, b) => weigh(b) - weigh(a) || b.population - a.population);
    const by =
      inReport.length === 1
        ? "only one of that name in the countries of the report"
        : "largest of that name in the countries of the report";
    // In the same country two small places of one name cannot be told apart.
    if (
      second !== undefined &&
      weigh(first!) === weigh(second) &&
      first!.population < 2 * second.population &&
      first!.country === second.country
    )
      return null;
    return { row: first!, by };
  }
  const [first, second] = rows.toSorted((a, b) => b.population - a.population);
  return first!.population >= 5 * second!.population || first!.population >= 1_000_000
    ? { row: first!, by: "by far the largest of that name" }
    : null;
}

const largestOf = (rows: readonly GazetteerRow[], by: string): Choice => ({
  row: rows.reduce((best, row) => (row.population > best.population ? row : best)),
  by,
});

function placeOfCountry(row: CountryRow): Omit<Place, "id" | "mention"> {
  return {
    name: row.name,
    geonames: null,
    lat: row.lat,
    lon: row.lon,
    country: row.iso2,
    precision: "country",
    by: "country's name",
    score: null,
  };
}

function placeOfGround(
  ground: GroundMention,
  countries: ReadonlyMap<string, number>,
  index: NameIndex,
): Omit<Place, "id" | "mention"> | null {
  const { refer } = ground.finding;
  if (refer.to === "state") {
    const entry = refer.entries.find((one) => one.kind === "country");
    return entry?.kind === "country" ? placeOfCountry(entry.row) : null;
  }
  if (refer.to !== "ground") return null;
  const named = refer.entries.flatMap((entry) => (entry.kind === "place" ? [entry.row] : []));
  const inside = named.filter((row) => ground.within !== null && row.country === ground.within);
  const rows = inside.length > 0 ? inside : named;
  const capital = refer.entries.find((entry) => entry.kind === "capital");
  const seat = capital?.kind === "capital" ? index.capitals.get(capital.row.iso2) : undefined;
  const choice =
    seat !== undefined
      ? { row: seat, by: "capital of that name" }
      : inside.length > 0
        ? largestOf(inside, "in the country named after it")
        : choiceOf(rows, countries);
  const precision = ground.region || ground.finding.kind === "facility" ? "region" : (choice?.row.precision ?? null);
  if (choice === null) {
    const by = rows.length > 1 ? "several of that name, none likelier" : "not in the gazetteer";
    return { name: refer.text, geonames: null, lat: null, lon: null, country: null, precision: null, by, score: null };
  }
  const { row, by } = choice;
  const whole = ground.finding.kind === "facility";
  return {
    name: whole ? refer.text : row.name,
    geonames: ground.region ? null : row.geonames,
    lat: row.lat,
    lon: row.lon,
    country: row.country,
    precision,
    by: ground.region ? `region around ${row.name}, ${by}` : by,
    score: null,
  };
}

/**
 * Places of the mentions of ground, in text order, ids p1, p2, …. `countries` tells how often the report names each country (ISO code).
 * A name that fits several places alike is kept without a point; a capital that stands for a government is no place.
 */
export function findPlaces(
  grounds: readonly GroundMention[],
  countries: ReadonlyMap<string, number>,
  index: NameIndex,
): readonly Place[] {
  const places: Place[] = [];
  for (const ground of grounds) {
    const place = placeOfGround(ground, countries, index);
    if (place !== null) places.push({ id: id<"place">(`p${places.length + 1}`), mention: ground.mention.id, ...place });
  }
  return places;
}
