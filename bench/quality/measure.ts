/**
 * Question: what does the product reach on the development sets of a corpora folder that has its own scorers (`measure.py`)?
 * node bench/quality/measure.ts NAME…     runs each set through the command line and appends its figures
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { append, circumstances, type Figure } from "../result.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const corpora = process.env.STANDOFF_CORPORA ?? join(root, "../shared/bench");
const measure = join(corpora, "measure.py");
if (!existsSync(measure)) {
  console.error(`${measure} is not there: set STANDOFF_CORPORA to a folder that has it (see bench/README.md).`);
  process.exit(2);
}

interface MeasuredSet {
  /** The layer that it measures. */
  readonly what: string;
  readonly corpus: string;
  /** Its hash names the state of the corpus. */
  readonly file: string;
  readonly split: string | null;
}

const sets: Readonly<Record<string, MeasuredSet>> = {
  seeds: { what: "attribution", corpus: "five reports, own key", file: "../seeds/key.json", split: "dev" },
  "seeds-events": { what: "event", corpus: "five reports, own key", file: "../seeds/events-key.json", split: "dev" },
  "polnear-dev": { what: "attribution", corpus: "PolNeAR", file: "attribution/polnear-dev.jsonl", split: "dev" },
  "plv-train": { what: "event", corpus: "PLV", file: "events/events-plv-train.jsonl", split: "train" },
  timebank: { what: "time", corpus: "TimeBank and AQUAINT", file: "timex/timex-train.jsonl", split: "train" },
  wikiwars: { what: "time", corpus: "WikiWars", file: "timex/timex-wikiwars.jsonl", split: null },
  geovirus: { what: "place", corpus: "GeoVirus", file: "geo/geo-geovirus.jsonl", split: null },
  lgl: { what: "place", corpus: "LGL", file: "geo/geo-lgl.jsonl", split: null },
  "aeb-dev": { what: "page", corpus: "AEB, HTML", file: "html/aeb-dev.json", split: "dev" },
  "trafilatura-dev": {
    what: "page",
    corpus: "trafilatura's set, segments",
    file: "html/trafilatura-dev.json",
    split: "dev",
  },
  "scraped-html-text": {
    what: "page",
    corpus: "AEB, scraped text",
    file: "html/aeb-plaintext-html-text-dev.jsonl",
    split: "dev",
  },
  "scraped-inscriptis": {
    what: "page",
    corpus: "AEB, text by inscriptis",
    file: "html/aeb-plaintext-inscriptis-dev.jsonl",
    split: "dev",
  },
  "stories-basil": {
    what: "story",
    corpus: "BASIL 2010 to 2015",
    file: "clusters/basil-2010-2015.jsonl",
    split: "dev",
  },
  "stories-ecb": { what: "story", corpus: "ECB+", file: "clusters/ecbplus-train-dev.jsonl", split: "dev" },
};

/** What the scorers' short names mean, with the unit. */
const figureNames: Readonly<Record<string, readonly [name: string, unit: string]>> = {
  met: ["rows of the key that are met", "%"],
  source: ["source, F1 of exact fragments", "%"],
  cue: ["cue, F1 of exact fragments", "%"],
  content: ["content, F1 of exact fragments", "%"],
  lenient: ["whole attribution, F1 lenient", "%"],
  sourceAcc: ["right source, where the content is found", "%"],
  words_s: ["speed with start, two threads", "words/s"],
  root: ["PLOVER type, macro F1", "%"],
  quad: ["quad class, macro F1", "%"],
  strict: ["extent, F1 exact", "%"],
  relaxed: ["extent, F1 overlapping", "%"],
  value: ["TIMEX3 value, F1", "%"],
  within161: ["within 161 km, of all", "%"],
  resolved: ["resolved, of all", "%"],
  ofResolved: ["within 161 km, of those resolved", "%"],
  F1: ["body, F1", "%"],
  B3: ["stories, B-cubed F1", "%"],
  P: ["stories, B-cubed precision", "%"],
  R: ["stories, B-cubed recall", "%"],
  pages_s: ["speed with start, one thread", "pages/s"],
};

/** How many items a corpus file holds: entries of a JSON list or object, or lines of JSONL. */
function itemsIn(text: string): number {
  try {
    return Object.keys(JSON.parse(text) as object).length;
  } catch {
    return text.split("\n").filter((line) => line.trim() !== "").length;
  }
}

for (const name of process.argv.slice(2)) {
  const set = sets[name];
  if (!set) {
    console.error(`${name}: no such set; there are ${Object.keys(sets).join(", ")}.`);
    process.exitCode = 2;
    continue;
  }
  const run = circumstances();
  const { stdout, status } = spawnSync("python3", [measure, name], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  const last = stdout.trim().split("\n").at(-1) ?? "";
  console.log(`${name}: ${stdout.trim().split("\n").slice(-4).join("\n")}`);
  if (status !== 0) {
    process.exitCode = 1;
    continue;
  }
  const file = readFileSync(join(corpora, set.file));
  const figures = [...last.matchAll(/(\S+) ([\d.]+)/g)].map(
    ([, figure, value]): Figure => ({
      what: set.what,
      corpus: set.corpus,
      corpusHash: createHash("sha256").update(file).digest("hex"),
      split: set.split,
      figure: figureNames[figure!]?.[0] ?? figure!,
      value: Number(value),
      unit: figureNames[figure!]?.[1] ?? "%",
      n: itemsIn(file.toString("utf8")),
      min: null,
      median: null,
      max: null,
    }),
  );
  append("quality", figures, run);
}
