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

/** What a set is called in the results, and the file whose hash names its state. */
const sets: Readonly<
  Record<string, { readonly corpus: string; readonly file: string; readonly split: string | null }>
> = {
  seeds: { corpus: "five reports, key of attributions", file: "../seeds/key.json", split: "dev" },
  "seeds-events": { corpus: "five reports, key of events", file: "../seeds/events-key.json", split: "dev" },
  "polnear-dev": { corpus: "PolNeAR", file: "attribution/polnear-dev.jsonl", split: "dev" },
  "plv-train": { corpus: "PLV", file: "events/events-plv-train.jsonl", split: "train" },
  timebank: { corpus: "TimeBank and AQUAINT", file: "timex/timex-train.jsonl", split: "train" },
  wikiwars: { corpus: "WikiWars", file: "timex/timex-wikiwars.jsonl", split: null },
  geovirus: { corpus: "GeoVirus", file: "geo/geo-geovirus.jsonl", split: null },
  lgl: { corpus: "LGL", file: "geo/geo-lgl.jsonl", split: null },
  "aeb-dev": { corpus: "AEB pages", file: "html/aeb-dev.json", split: "dev" },
  "scraped-html-text": { corpus: "AEB as scraped text", file: "html/aeb-plaintext-html-text-dev.jsonl", split: "dev" },
  "scraped-inscriptis": {
    corpus: "AEB as text by inscriptis",
    file: "html/aeb-plaintext-inscriptis-dev.jsonl",
    split: "dev",
  },
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
      what: name,
      corpus: set.corpus,
      corpusHash: createHash("sha256").update(file).digest("hex"),
      split: set.split,
      figure: figure!,
      value: Number(value),
      unit: figure!.endsWith("_s") ? "words/s" : "%",
      n: itemsIn(file.toString("utf8")),
      min: null,
      median: null,
      max: null,
    }),
  );
  append("quality", figures, run);
}
