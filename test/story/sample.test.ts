import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type GatheredCase, gather } from "./gathered.ts";
import { denialRows, figureRows, originRows, revisionRows } from "./gold/miss.ts";
import { goldCase, sample } from "./gold/sample-gold.ts";

const parts = {
  "stories, claims and origins": originRows,
  "denials and contradictions": denialRows,
  figures: figureRows,
  revisions: revisionRows,
} as const;
type Part = keyof typeof parts;

const path = fileURLToPath(new URL("gold/sample-known.txt", import.meta.url));

/** Misses that are known: a line each, under the heading of their part. */
const knownMisses = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    readFileSync(path, "utf8")
      .split(/^# /m)
      .slice(1)
      .map((part) => {
        const [heading, ...lines] = part.split("\n");
        return [heading!, lines.filter((line) => line !== "")];
      }),
  );

describe("the sample, added to a fresh case, against its gold", () => {
  let gathered: GatheredCase;
  beforeAll(async () => {
    gathered = await gather([join(sample, "report")], join(sample, "manifest.json"));
    if (process.env.UPDATE !== "1") return;
    if (process.env.CI === "true") throw new Error("CI writes no known misses.");
    const written = Object.entries(parts).map(([name, of]) => `# ${name}\n${of(gathered, goldCase).join("\n")}\n`);
    writeFileSync(path, written.join("\n"));
  }, 120_000);

  test("every report is in a story, and every story has a ledger", () => {
    expect(gathered.reports.size).toBe(24);
    expect(gathered.stories.filter(({ ledger }) => ledger.claims.length === 0).map(({ told }) => told.length)).toEqual([
      1,
    ]);
  });

  test.each(Object.keys(parts) as Part[])("%s: what is missed is what is known to be missed", (part) => {
    expect(parts[part](gathered, goldCase)).toEqual(knownMisses().get(part));
  });
});
