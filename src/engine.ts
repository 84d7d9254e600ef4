import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Lexicon } from "./model/lexicon.ts";
import type { EngineIdentity } from "./model/provenance.ts";
import { createPipeline, type Pipeline } from "./pipeline.ts";

const lexiconFolder = new URL("../lexicon/", import.meta.url);

type Row = Readonly<Record<string, string>>;

const list = (cell: string | undefined): readonly string[] => (cell ? cell.split("|") : []);
const text = (cell: string | undefined): string | null => cell || null;
const number = (cell: string | undefined): number | null => (cell ? Number(cell) : null);

/** Rows of a tab-separated file with a header line; lines that begin with # are remarks. */
function parseRows(file: string): readonly Row[] {
  const lines = file.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const header = (lines[0] ?? "").split("\t");
  return lines.slice(1).map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""]));
  });
}

/**
 * The lexicon of the package, read from `lexicon/*.tsv`. Lists in a cell are separated by "|"; an empty cell is null or an empty list.
 * Throws when a file is missing: a package without its lexicon is broken.
 */
export function loadLexicon(folder: URL = lexiconFolder): Lexicon {
  const hash = createHash("sha256");
  const rows = (name: string): readonly Row[] => {
    const file = readFileSync(new URL(`${name}.tsv`, folder), "utf8");
    hash.update(name).update("\0").update(file);
    return parseRows(file);
  };
  return {
    countries: rows("country").map((row) => ({
      iso2: row.iso2!,
      name: row.name!,
      aliases: list(row.aliases),
      demonyms: list(row.demonyms),
      capital: text(row.capital),
      capitalAliases: list(row.capitalAliases),
      seats: list(row.seats),
      lat: number(row.lat),
      lon: number(row.lon),
    })),
    cues: rows("cue").map((row) => ({
      cue: row.cue!,
      form: row.form as Lexicon["cues"][number]["form"],
      kind: row.kind as Lexicon["cues"][number]["kind"],
      stance: row.stance as Lexicon["cues"][number]["stance"],
      frames: list(row.frames),
    })),
    gazetteer: rows("gazetteer").map((row) => ({
      geonames: Number(row.geonames),
      name: row.name!,
      aliases: list(row.aliases),
      country: row.country!,
      lat: Number(row.lat),
      lon: Number(row.lon),
      population: Number(row.population),
      precision: row.precision as "city" | "region",
    })),
    marks: rows("mark").map((row) => ({
      phrase: row.phrase!,
      kind: row.kind as Lexicon["marks"][number]["kind"],
      polarity: row.polarity as Lexicon["marks"][number]["polarity"],
    })),
    organizations: rows("organization").map((row) => ({
      name: row.name!,
      kind: row.kind as Lexicon["organizations"][number]["kind"],
      aliases: list(row.aliases),
      country: text(row.country),
      wikidata: text(row.wikidata),
    })),
    roles: rows("role").map((row) => ({ role: row.role!, public: row.public === "yes" })),
    spellings: rows("spelling").map((row) => ({ spellings: list(row.spellings) })),
    triggers: rows("trigger").map((row) => ({
      trigger: row.trigger!,
      form: row.form as Lexicon["triggers"][number]["form"],
      type: text(row.type) as Lexicon["triggers"][number]["type"],
      mode: text(row.mode),
      context: list(row.context),
      needs: list(row.needs),
    })),
    sha256: hash.digest("hex"),
  };
}

/** The package's version, from package.json. */
export const version: string = (
  JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }
).version;

/** Lexicon and pipeline, loaded once. */
export function createEngine(lexicon: Lexicon = loadLexicon()): {
  readonly identity: EngineIdentity;
  readonly pipeline: Pipeline;
} {
  const identity: EngineIdentity = { engine: "rules", version, weights: null, lexicon: lexicon.sha256 };
  return { identity, pipeline: createPipeline(lexicon, identity) };
}
