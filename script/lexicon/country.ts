/**
 * Makes `lexicon/country.tsv`: codes, names and capitals from countries-list (MIT), ids and points from `country-point.tsv`,
 * and what is common knowledge from `country.known.tsv`, both beside this file.
 * Run: `npm exec -c 'node script/lexicon/country.ts'`.
 */
import { readFileSync, writeFileSync } from "node:fs";
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

/** iso2 -> GeoNames id and point, as printed there. */
const points = new Map(
  readFileSync(new URL("country-point.tsv", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [iso2 = "", geonames = "", lat = "", lon = ""] = line.split("\t");
      return [iso2, [geonames, lat, lon]] as const;
    }),
);

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
      ...(points.get(iso2) ?? ["", "", ""]),
    ].join("\t");
  });

const header = [
  "# Made by script/lexicon/country.ts; change script/lexicon/country.known.tsv and run it again.",
  "iso2\tname\taliases\tdemonyms\tcapital\tcapitalAliases\tseats\tgeonames\tlat\tlon",
];
writeFileSync(new URL("../../lexicon/country.tsv", import.meta.url), `${[...header, ...rows].join("\n")}\n`);
