/**
 * Question: how many pages of a set does the product date as a person does, and which kinds of places tell the day?
 * node bench/quality/days.ts [--append] [--errors] GOLD.json FOLDER     GOLD: {address or name: {"date": "YYYY-MM-DD", "file"?: name in FOLDER}}
 * Prints F1 of exact days (right is a hit, wrong a false one, none a miss), and per place that a day was read from how many are right and wrong.
 * --errors prints each page that is wrong or has none, --append adds F1 to the results.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { nothingGiven } from "../../src/model/document.ts";
import { readBytes } from "../../src/pipeline.ts";
import { append, circumstances } from "../result.ts";

interface GoldDay {
  readonly date: string | null;
  readonly file?: string;
}

const flags = new Set(["--append", "--errors"]);
const [goldPath, folder] = process.argv.slice(2).filter((word) => !flags.has(word));
if (goldPath === undefined || folder === undefined) {
  console.error("usage: node bench/quality/days.ts [--append] [--errors] GOLD.json FOLDER");
  process.exit(2);
}
const run = circumstances();
const source = readFileSync(goldPath, "utf8");
// Sets that Python wrote say NaN where a page has no day.
const gold = JSON.parse(source.replace(/\bNaN\b/g, "null")) as Readonly<Record<string, GoldDay>>;
const places = new Map<string, { right: number; wrong: number }>();
let right = 0;
let wrong = 0;
let none = 0;
for (const [key, { date, file }] of Object.entries(gold)) {
  const url = /^https?:/.test(key) ? key : null;
  const page = await readBytes(readFileSync(join(folder, file ?? `${key}.html`)), { ...nothingGiven, url });
  const meta = page.ok ? page.value.parts[0]!.page.meta : null;
  const found = meta?.published?.slice(0, 10) ?? null;
  const place = (meta?.sources?.published ?? "none").replace(/^class .*/, "class");
  const counts = places.get(place) ?? { right: 0, wrong: 0 };
  places.set(place, counts);
  if (found !== null && found === date) {
    right++;
    counts.right++;
    continue;
  }
  counts.wrong++;
  if (found === null) none++;
  else wrong++;
  if (process.argv.includes("--errors"))
    console.log(
      `${found ?? "none"} for ${date}, ${place}, ${page.ok ? "" : page.problem.code} ${file ?? key} ${key.slice(0, 100)}`,
    );
}
for (const [place, counts] of [...places].sort(
  ([, one], [, other]) => other.right + other.wrong - one.right - one.wrong,
))
  console.log(`${place}: ${counts.right} right, ${counts.wrong} wrong or none`);
const f1 = (200 * right) / Math.max(1, 2 * right + wrong + none);
console.log(`F1 ${f1.toFixed(1)} %: ${right} right, ${wrong} wrong, ${none} none`);
if (process.argv.includes("--append")) {
  const figure = {
    what: "page",
    corpus: basename(goldPath, ".json"),
    corpusHash: createHash("sha256").update(source).digest("hex"),
    split: "dev",
    figure: "day of publication, F1",
    value: Math.round(f1 * 10) / 10,
    unit: "%",
    n: right + wrong + none,
    min: null,
    median: null,
    max: null,
  };
  append("quality", [figure], run);
}
