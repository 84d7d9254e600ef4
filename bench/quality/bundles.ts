/**
 * How well are statements, denials, contradictions, origins, happenings and figures joined over the reports of a story?
 * node bench/quality/bundles.ts [--append] [--errors] [--ledger] [--only b01,b03] FILE.jsonl    bundles as `bench/quality/bundles/README.md` says
 * --models judges pairs of tellings by what another folder holds than the package's `models`, as for cross-validation.
 * Prints each figure over all bundles; --errors lists every miss, --ledger what was made of each bundle.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { append, circumstances, type Figure } from "../result.ts";
import { readBundles } from "./bundle/gold.ts";
import { scoreFigures, scoreHappenings } from "./bundle/happening.ts";
import { addCounts, type Counts, f1Of, matchPlaces, noCounts } from "./bundle/match.ts";
import { scoreOrigins } from "./bundle/origin.ts";
import { createReader } from "./bundle/read.ts";
import { scoreDistortions, scoreRelations } from "./bundle/relation.ts";
import { ledgerText, scoreSame } from "./bundle/same.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    append: { type: "boolean" },
    errors: { type: "boolean" },
    ledger: { type: "boolean" },
    models: { type: "string" },
    only: { type: "string" },
    split: { type: "string", default: "open" },
  },
});
const [path] = positionals;
if (path === undefined) {
  console.error(
    "usage: node bench/quality/bundles.ts [--append] [--errors] [--ledger] [--only ID,ID] [--split NAME] [--models FOLDER] FILE.jsonl",
  );
  process.exit(2);
}
const run = circumstances();
const only = values.only?.split(",");
const bundles = readBundles(path).filter(({ id }) => !only || only.includes(id));
const { read } = createReader(undefined, undefined, values.models ? pathToFileURL(`${values.models}/`) : undefined);
const relationKinds = ["supports", "denies", "contradicts", "corrects", "withdraws"] as const;

const scores = bundles.map((bundle) => {
  const one = read(bundle);
  const places = matchPlaces(one);
  const score = {
    same: scoreSame(one, places),
    relations: relationKinds.map((kind) => scoreRelations(one, places, kind)),
    distortions: scoreDistortions(one, places),
    origins: scoreOrigins(one, places),
    happenings: scoreHappenings(one),
    figures: scoreFigures(one),
  };
  if (values.ledger) console.log(`=== ${bundle.id}\n${ledgerText(one)}\n`);
  if (values.errors) {
    const errors = [
      ...score.same.errors,
      ...score.relations.flatMap((relation) => relation.errors),
      ...score.distortions.errors,
      ...score.origins.errors,
      ...score.happenings.errors,
      ...score.figures.points.errors,
    ];
    console.log(`=== ${bundle.id}\n${errors.join("\n")}\n`);
  }
  return score;
});
type Score = (typeof scores)[number];
const sum = (of: (score: Score) => number): number => scores.reduce((total, score) => total + of(score), 0);
const total = (of: (score: Score) => Counts): Counts =>
  scores.reduce((counts, score) => addCounts(counts, of(score)), noCounts);

const figures: { readonly name: string; readonly value: number | null; readonly unit: string; readonly n: number }[] =
  [];
function tell(name: string, value: number | null, unit: string, n: number, more = ""): void {
  figures.push({ name, value, unit, n });
  console.log(
    `${name.padEnd(40)} ${value === null ? "-" : value.toFixed(unit === "%" ? 1 : 0)} ${unit}  n ${n}  ${more}`,
  );
}
const parts = ({ right, wrong, missed }: Counts): string => `right ${right}, wrong ${wrong}, missed ${missed}`;
const tellCounts = (name: string, counts: Counts, more = ""): void =>
  tell(`${name}, F1`, f1Of(counts), "%", counts.right + counts.missed, `${parts(counts)}${more}`);
const share = (part: number, all: number): number | null => (all === 0 ? null : (100 * part) / all);

tellCounts(
  "same claim",
  total(({ same }) => same.counts),
  `; missed by reading ${sum(({ same }) => same.unread)}, by holder ${sum(({ same }) => same.otherHolder)}, not joined ${sum(({ same }) => same.notJoined)}`,
);
tell(
  "places of claims read",
  share(
    sum(({ same }) => same.places - same.uncovered),
    sum(({ same }) => same.places),
  ),
  "%",
  sum(({ same }) => same.places),
);
relationKinds.forEach((kind, at) => {
  const counts = total(({ relations }) => relations[at]!.counts);
  const slots = kind === "contradicts" ? `; with the right slot ${sum(({ relations }) => relations[at]!.slots)}` : "";
  tellCounts(kind, counts, slots);
});
const distorted = sum(({ distortions }) => distortions.all);
tell(
  "distortions counted as support",
  sum(({ distortions }) => distortions.support),
  "of them",
  distorted,
);
tell(
  "distortions found",
  share(
    sum(({ distortions }) => distortions.found),
    distorted,
  ),
  "%",
  distorted,
  `slot right ${sum(({ distortions }) => distortions.slots)}, not read ${sum(({ distortions }) => distortions.unread)}, wrong ${sum(({ distortions }) => distortions.wrong)}`,
);
const counted = sum(({ origins }) => origins.all);
tell(
  "origins, true number within",
  share(
    sum(({ origins }) => origins.within),
    counted,
  ),
  "%",
  counted,
  `as a reader says ${sum(({ origins }) => origins.exact)}, not read ${sum(({ origins }) => origins.unread)}`,
);
tell(
  "origins, established above the truth",
  sum(({ origins }) => origins.above),
  "of them",
  counted,
);
tellCounts(
  "happenings",
  total(({ happenings }) => happenings.counts),
);
tellCounts(
  "figures",
  total((score) => score.figures.points.counts),
);
tellCounts(
  "figures superseded",
  total((score) => score.figures.superseded.counts),
);

if (values.append) {
  const corpusHash = createHash("sha256").update(readFileSync(path)).digest("hex");
  const lines = figures.flatMap(({ name, value, unit, n }): readonly Figure[] =>
    value === null
      ? []
      : [
          {
            what: "across documents",
            corpus: "story bundles",
            corpusHash,
            split: values.split,
            figure: name,
            value,
            unit: unit === "%" ? "%" : "count",
            n,
            min: null,
            median: null,
            max: null,
          },
        ],
  );
  append("bundles", lines, run);
}
