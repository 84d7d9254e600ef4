/**
 * Question: how many toponyms of a corpus are put where they are (within 161 km), fold by fold, reason by reason, and is the score what it says?
 * node bench/quality/place.ts FILE…     FILE is JSONL: {"id", "text", "toponyms": [{"start", "end", "lat", "lon"}]}; prints, appends nothing
 */
import { readFileSync } from "node:fs";
import { createEngine } from "../../src/engine.ts";
import type { AnnotatedDocument } from "../../src/model/annotation.ts";
import type { Place } from "../../src/model/place.ts";

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly toponyms: readonly {
    readonly start: number;
    readonly end: number;
    readonly lat: number | string | null;
    readonly lon: number | string | null;
  }[];
}

/** A toponym of the gold with the places that lie over it: null where none has a point. */
interface Found {
  readonly fold: number;
  readonly place: Place | null;
  readonly right: boolean;
}

const folds = 5;
const nearKilometres = 161;

function kilometres(lat: number, lon: number, place: Place): number {
  const [a, b, c, d] = [lat, lon, place.lat!, place.lon!].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
    number,
  ];
  const h = Math.sin((c - a) / 2) ** 2 + Math.cos(a) * Math.cos(c) * Math.sin((d - b) / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)));
}

function foundIn(gold: Gold, read: AnnotatedDocument, fold: number): readonly Found[] {
  const mentions = new Map(read.mentions.map((mention) => [mention.id, mention]));
  return gold.toponyms.flatMap(({ start, end, lat, lon }): Found[] => {
    if (lat === null || lon === null) return [];
    const over = read.places.filter((place) => {
      const mention = mentions.get(place.mention);
      return place.lat !== null && mention !== undefined && mention.start < end && start < mention.end;
    });
    const right = over.find((place) => kilometres(Number(lat), Number(lon), place) <= nearKilometres);
    return [{ fold, place: right ?? over[0] ?? null, right: right !== undefined }];
  });
}

const percent = (part: number, all: number): string => (all === 0 ? "-" : ((100 * part) / all).toFixed(1));

function table(title: string, found: readonly Found[], groupOf: (one: Found) => string): void {
  console.log(`\n${title}`);
  const groups = [...Map.groupBy(found, groupOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [group, own] of groups) {
    const resolved = own.filter(({ place }) => place !== null);
    const right = own.filter((one) => one.right).length;
    console.log(
      `  ${group.padEnd(34)} of ${String(own.length).padStart(5)}: right ${percent(right, own.length)} %, of those resolved ${percent(right, resolved.length)} %`,
    );
  }
}

/** A reason without the names and numbers in it. */
const reasonOf = ({ place }: Found): string =>
  place === null
    ? "not resolved"
    : place.by
        .replace(/^(in|around) .*$/, "$1 …")
        .replace(/\d+|one (?=place)/g, "n")
        .replace(/^in …$/, "in the ground named after it");

const { pipeline } = createEngine();
for (const file of process.argv.slice(2)) {
  const golds = readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Gold);
  const found = golds.flatMap((gold, at) => {
    const page = pipeline.read(gold.text, { title: null, url: null, publisher: null, published: null, lang: null });
    return foundIn(gold, pipeline.annotate(page, { id: gold.id, lang: null, sentences: null }), at % folds);
  });
  console.log(`\n${file}`);
  table("all", found, () => "toponyms");
  table("by fold of documents", found, ({ fold }) => `fold ${fold + 1}`);
  table("by reason", found, reasonOf);
  table("by score", found, ({ place }) =>
    place === null
      ? "not resolved"
      : place.score === null
        ? "no score"
        : `score ${(Math.floor(place.score * 10) / 10).toFixed(1)}`,
  );
}
