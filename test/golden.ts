import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";

/** One case of a golden file: see `test/README.md` for how a file is written. */
export interface GoldenCase {
  readonly name: string;
  /** `key: value` lines above the text: published, publisher, title, known, … */
  readonly given: Readonly<Record<string, string>>;
  readonly text: string;
  readonly expected: string;
}

/** Cases of a golden file. Each begins with "=== name", then `key: value` lines, an empty line, the text, a line "---", the expected lines. */
export function parseCases(file: string): readonly GoldenCase[] {
  return file
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head = "", expected = ""] = part.split(/\n---\n/);
      const [first = "", ...rest] = head.split("\n");
      const blank = rest.indexOf("");
      const given = Object.fromEntries(
        rest.slice(0, blank).map((line) => {
          const colon = line.indexOf(":");
          return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
        }),
      );
      return { name: first.trim(), given, text: rest.slice(blank + 1).join("\n"), expected: expected.trim() };
    });
}

const writeCase = (one: GoldenCase): string =>
  `=== ${one.name}\n${Object.entries(one.given)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join("")}\n${one.text}\n---\n${one.expected}\n`;

/**
 * Runs every case of `test/golden/<layer>/*.txt` through `render` and compares the lines.
 * `UPDATE=1` rewrites the expected part (never in CI); a case with `known:` must still fail, and the run fails when it passes.
 */
export function goldenTests(layer: string, render: (one: GoldenCase) => string): void {
  const folder = new URL(`./golden/${layer}/`, import.meta.url);
  if (!existsSync(folder)) throw new Error(`test/golden/${layer}/ is missing`);
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()) {
    const path = new URL(name, folder);
    const source = readFileSync(path, "utf8");
    const intro = source.slice(0, source.search(/^=== /m));
    const cases = parseCases(source);
    if (process.env.UPDATE === "1") {
      if (process.env.CI)
        throw new Error("UPDATE=1 is refused in CI: golden cases are written by hand, and checked there");
      const updated = cases.map((one) => (one.given.known ? one : { ...one, expected: render(one).trim() }));
      writeFileSync(path, intro + updated.map(writeCase).join("\n"));
    }
    for (const one of parseCases(readFileSync(path, "utf8"))) {
      test(`${layer}/${name}: ${one.name}`, () => {
        const actual = render(one).trim();
        if (one.given.known) expect(actual, `passes now: remove "known: ${one.given.known}"`).not.toBe(one.expected);
        else expect(actual).toBe(one.expected);
      });
    }
  }
}
