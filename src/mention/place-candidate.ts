import type { CountryRow, GazetteerRow } from "../model/lexicon.ts";
import type { Finding } from "./found.ts";
import type { NameEntry, NameIndex } from "./name-index.ts";
import { placeKey } from "./place-key.ts";
import { shortState } from "./place-state.ts";
import type { PackedRow, PlaceLevel } from "./place-table.ts";
import { landHeads } from "./word-class.ts";

/** Something that a name may mean. `wide`: a sea, a continent, ground of several states. */
export interface Candidate {
  readonly name: string;
  readonly geonames: number | null;
  /** ISO 3166-1 alpha-2; null where it lies in several states or in none. */
  readonly country: string | null;
  /** GeoNames' first-level code with the country's ("US.TX"); null where it lies in none or is not known. */
  readonly region: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly population: number;
  readonly level: PlaceLevel | "country" | "wide";
  readonly alias: boolean;
}

/** What the words of a name are looked up as. */
export interface Sought {
  readonly candidates: readonly Candidate[];
  /** The key that they are found by: of "Minsk airport" that of Minsk, so that both mean one Minsk. Empty where nothing is found. */
  readonly key: string;
  /** Is a region meant that the lexicon knows only by a town or a state of the name: "Kharkiv region", "northern Norland", "Minsk airport"? */
  readonly around: boolean;
}

const nothing: Sought = { candidates: [], key: "", around: false };

const ofRow = (row: PackedRow): Candidate => row;

export const ofCountry = (row: CountryRow): Candidate => ({
  name: row.name,
  geonames: row.geonames,
  country: row.iso2,
  region: null,
  lat: row.lat,
  lon: row.lon,
  population: 0,
  level: "country",
  alias: false,
});

const ofGazetteer = (row: GazetteerRow): Candidate => ({
  name: row.name,
  geonames: row.geonames,
  country: row.country,
  region: null,
  lat: row.lat,
  lon: row.lon,
  population: row.population,
  level: row.precision === "city" ? "city" : row.country === null ? "wide" : "region",
  alias: false,
});

/** A row by hand and one of the pack are one place where they lie in one country and near each other. */
const isSame = (one: Candidate, other: Candidate): boolean =>
  (one.geonames !== null && one.geonames === other.geonames) ||
  (one.country === other.country &&
    one.lat !== null &&
    other.lat !== null &&
    (one.level === "region") === (other.level === "region") &&
    Math.abs(one.lat - other.lat) < (one.level === "region" ? 3 : 0.2) &&
    Math.abs(one.lon! - other.lon!) < (one.level === "region" ? 4 : 0.3));

/** Rows of the pack, under the lexicon's names and points where it has them, and what the lexicon alone has. */
function joined(rows: readonly Candidate[], own: readonly Candidate[]): readonly Candidate[] {
  const left = new Set(own);
  const merged = rows.map((row): Candidate => {
    const same = own.find((one) => isSame(one, row));
    if (same === undefined) return row;
    left.delete(same);
    return { ...row, name: same.name, lat: same.lat, lon: same.lon, alias: false };
  });
  return [...merged, ...left];
}

const spelledOut: readonly (readonly [RegExp, string])[] = [
  [/^st /, "saint "],
  [/^saint /, "st "],
  [/^mt /, "mount "],
  [/^mount /, "mt "],
  [/^ft /, "fort "],
  [/^the /, ""],
];

/** Rows of the pack by a key, in its other usual spellings where it has none of its own. */
export function rowsOf(key: string, index: NameIndex): readonly Candidate[] {
  const rows = index.places.keyed(key).map(ofRow);
  for (const [short, long] of spelledOut) {
    if (short.test(key)) rows.push(...index.places.keyed(key.replace(short, long)).map(ofRow));
  }
  return rows;
}

const sides =
  /^(?:(?:far )?(?:(?:north|south) ?)?(?:north|south|east|west)(?:ern)?|central|upper|lower|greater|metropolitan|metro|downtown|inner|outer|upstate|mainland|rural|suburban|occupied|coastal) /;
const districtHeads = /^(?:county|counties|parish|borough)$/;
const regionWords =
  /^(?:region|oblast|province|state|governorate|prefecture|krai|voivodeship|department|territory|republic|canton|county|division)$/;
const localWords =
  /^(?:district|raion|rayon|area|city|town|village|municipality|township|commune|airport|international|national|station|port|harbor|harbour|base|metropolitan)$/;

const isRegion = (one: Candidate): boolean => one.level === "region" || one.level === "district";

/** Candidates for the words of a name that has no rows of its own: without what tells its kind or which part of it is meant. */
function partsOf(key: string, index: NameIndex): Sought {
  const words = key.split(" ");
  const last = words.at(-1)!;
  if (words.length > 1 && regionWords.test(last)) {
    const rest = words.slice(0, -1).join(" ");
    const rows = rowsOf(rest, index);
    const first = rows.filter((row) => row.level === "region");
    const regions = first.length > 0 ? first : rows.filter(isRegion);
    if (regions.length > 0) return { candidates: regions, key, around: false };
    if (!districtHeads.test(last)) return { candidates: rows, key: rest, around: true };
    return nothing;
  }
  if (words.length > 1 && localWords.test(last)) {
    const rest = words.slice(0, -1).join(" ");
    const rows = rowsOf(rest, index);
    const isTown = /^(?:city|town|village|township|municipality|commune)$/.test(last);
    if (rows.length > 0)
      return { candidates: isTown ? rows.filter((row) => row.level !== "region") : rows, key: rest, around: !isTown };
    return rest.includes(" ") ? { ...partsOf(rest, index), around: true } : nothing;
  }
  const side = sides.exec(key)?.[0];
  if (side !== undefined && key.length > side.length) {
    const rest = key.slice(side.length);
    const country = [...index.countries.values()].find((row) => placeKey(row.name) === rest);
    const rows = rowsOf(rest, index);
    return { candidates: country === undefined ? rows : [ofCountry(country), ...rows], key: rest, around: true };
  }
  return nothing;
}

const regionsCoded = (code: string, index: NameIndex): readonly Candidate[] => {
  const key = [...index.places.regionNames].find(([, region]) => region === code)?.[0];
  return key === undefined ? [] : rowsOf(key, index).filter((row) => row.level === "region" && row.region === code);
};

/** A building or an event that is named after a place: "Berea Square", "Pike County Fair". One word is enough only for a building. */
function beginningOf(key: string, facility: boolean, index: NameIndex): Sought {
  const words = key.split(" ");
  if (landHeads.has(words.at(-1)!)) return nothing;
  for (let length = Math.min(words.length - 1, 4); length >= (facility ? 1 : 2); length--) {
    const rest = words.slice(0, length).join(" ");
    const candidates = rowsOf(rest, index);
    if (candidates.length > 0) return { candidates, key: rest, around: true };
  }
  return nothing;
}

const candidateOf = (entry: NameEntry, index: NameIndex): Candidate | null => {
  if (entry.kind === "country") return ofCountry(entry.row);
  if (entry.kind === "place") return ofGazetteer(entry.row);
  const seat = entry.kind === "capital" ? index.capitals.get(entry.row.iso2) : undefined;
  return seat === undefined ? null : { ...ofGazetteer(seat), level: "capital" };
};

/** Is the key all of a name of the entry, and not only its beginning ("Boulder" of "Boulder City")? */
function isWhole(entry: NameEntry, key: string): boolean {
  if (entry.kind === "organization" || entry.kind === "people" || entry.kind === "seat") return false;
  const { row } = entry;
  const names =
    entry.kind === "capital"
      ? [entry.row.capital ?? "", ...entry.row.capitalAliases]
      : [row.name, ...entry.row.aliases];
  return names.some((name) => placeKey(name) === key);
}

/**
 * What the words of a finding of ground may mean, by the lexicon's rows and the pack; `name` is its text or the part before a comma.
 * Work is bounded by how many places have one name.
 */
export function soughtFor(name: string, { refer, kind, form }: Finding, index: NameIndex): Sought {
  if (refer.to !== "ground" && refer.to !== "state") return nothing;
  const key = placeKey(name);
  const own = (entries: readonly NameEntry[]): readonly Candidate[] =>
    entries.flatMap((entry) => candidateOf(entry, index) ?? []);
  const state = name.endsWith(".") ? shortState(name) : null;
  if (state !== null && state.length === name.length)
    return { candidates: regionsCoded(state.region, index), key, around: false };
  // "the Ukrainian capital" names no place, but says which.
  if (form === "nominal") return { candidates: own(refer.entries), key, around: false };
  const whole = own(refer.entries.filter((entry) => isWhole(entry, key)));
  const isCountry = whole.some((one) => one.level === "country");
  // "Mexico" is no other name of its capital.
  const rows = rowsOf(key, index).filter((row) => !(isCountry && row.alias));
  const candidates = joined(rows, whole);
  if (candidates.length > 0) return { candidates, key, around: false };
  const parts = partsOf(key, index);
  if (parts.candidates.length > 0) return parts;
  return beginningOf(key, kind === "facility", index);
}
