/**
 * Question: how many pages of 200 KB does the product read a second on one core, fields and blocks and body, and how many times is that
 * what Readability on linkedom reaches in the same run?
 * node bench/speed/read.ts [--append] FOLDER    FOLDER holds .html files. Nine rounds after three to warm up, the order turned round each time;
 * CPU time, so that other work on the machine disturbs less. A page of another size counts by its share of 200 KB.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { nothingGiven } from "../../src/model/document.ts";
import { bodyOf } from "../../src/text/body.ts";
import { readHtml } from "../../src/text/html.ts";
import { append, circumstances } from "../result.ts";

const [folder] = process.argv.slice(2).filter((word) => word !== "--append");
if (folder === undefined) {
  console.error("usage: node bench/speed/read.ts [--append] FOLDER");
  process.exit(2);
}
const run = circumstances();
const pages = readdirSync(folder)
  .filter((name) => name.endsWith(".html"))
  .sort()
  .map((name) => readFileSync(join(folder, name), "utf8"));
const units = pages.reduce((sum, page) => sum + Buffer.byteLength(page) / 200_000, 0);

const readers: Readonly<Record<string, (html: string) => number>> = {
  standoff: (html) => bodyOf(readHtml(html, nothingGiven)).length,
  readability: (html) => new Readability(parseHTML(html).document).parse()?.textContent?.length ?? 0,
};
const speeds: Record<string, number[]> = { standoff: [], readability: [] };
let read = 0;
for (let round = 0; round < 12; round++) {
  const order = Object.entries(readers);
  for (const [name, reader] of round % 2 === 0 ? order : order.toReversed()) {
    const before = process.cpuUsage();
    for (const page of pages) {
      try {
        read += reader(page);
      } catch {
        // Readability fails on some pages; what it took until then counts.
      }
    }
    const { user, system } = process.cpuUsage(before);
    if (round > 2) speeds[name]!.push((1e6 * units) / (user + system));
  }
}
const ratios = speeds.standoff!.map((speed, at) => speed / speeds.readability![at]!);
const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);
const figures = [
  { figure: "pages of 200 KB, one core", values: sorted(speeds.standoff!), unit: "pages/s" },
  {
    figure: "pages of 200 KB, one core, Readability on linkedom",
    values: sorted(speeds.readability!),
    unit: "pages/s",
  },
  { figure: "times Readability on linkedom", values: sorted(ratios), unit: "1" },
];
for (const { figure, values, unit } of figures)
  console.log(`${figure}: ${values.map((value) => value.toFixed(1)).join(" ")} ${unit}`);
console.log(`${pages.length} pages, ${(units * 0.2).toFixed(1)} MB, ${read} characters read`);
if (process.argv.includes("--append")) {
  const hash = createHash("sha256");
  for (const page of pages) hash.update(page);
  const corpusHash = hash.digest("hex");
  append(
    "read",
    figures.map(({ figure, values, unit }) => ({
      what: "page",
      corpus: basename(folder),
      corpusHash,
      split: /-(train|dev)$/.exec(folder)?.[1] ?? null,
      figure,
      value: values[values.length >> 1]!,
      unit,
      n: pages.length,
      min: values[0]!,
      median: values[values.length >> 1]!,
      max: values.at(-1)!,
    })),
    run,
  );
}
