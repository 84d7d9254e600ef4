import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { readResults } from "../bench/result.ts";
import { staleFiles } from "../script/docs.ts";
import { exampleOutput } from "../script/example.ts";
import { withFigures } from "../script/figures.ts";
import { problemCodes } from "../src/model/problem.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const patienceMs = 60_000;

const notOurs = new Set([".git", "node_modules", "dist", "coverage"]);
/** Files of the repository. */
const files: readonly string[] = globSync("{*,.ci/*,**/*.*}", { cwd: root, exclude: (path) => notOurs.has(path) })
  .map((path) => path.replaceAll("\\", "/"))
  .sort();
const pages = files.filter((path) => path.endsWith(".md"));

/** A page without its code, where a bracket is no link. */
const prose = (markdown: string): string => markdown.replace(/^```[^]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");

/** The anchors that headings of a page get, as on GitHub. */
const anchorsOf = (markdown: string): ReadonlySet<string> =>
  new Set(
    [...markdown.matchAll(/^#+ (.*)$/gm)].map((match) =>
      (match[1] ?? "")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );

/** Links of `page` to places in the repository that are not there. */
const brokenLinks = (page: string): readonly string[] =>
  [...prose(read(page)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? "")
    .filter((target) => {
      if (/^[a-z]+:/.test(target)) return false;
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? page : join(dirname(page), path);
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && !anchorsOf(read(file)).has(anchor);
    });

/** First cells of a page's tables, as far as they are in code marks. */
const rowNames = (page: string): readonly string[] =>
  [...read(page).matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? "");

describe("the README", () => {
  test("shows what its second command prints", { timeout: patienceMs }, () => {
    const json = /```json\n([^]*?)```/.exec(read("README.md"))?.[1] ?? "";
    const shown = JSON.parse(json) as Record<string, readonly unknown[]>;
    const printed = exampleOutput();
    expect(Object.keys(shown)).toContain("attributions");
    expect(Object.fromEntries(Object.keys(shown).map((name) => [name, Reflect.get(printed, name)]))).toEqual(shown);
    expect([shown.attributions?.length, shown.events?.length]).not.toContain(0);
  });
  test("names commands that are there", () => {
    expect(read("README.md")).toContain("npm run -s standoff -- annotate < docs/example.jsonl");
    expect(existsSync(join(root, "docs/example.jsonl"))).toBe(true);
  });
  test("holds the newest figures", () => expect(withFigures(read("README.md"), readResults())).toBe(read("README.md")));
});

describe("the pages", () => {
  test("that are made from code are fresh", { timeout: patienceMs }, () => expect(staleFiles()).toEqual([]));
  test.each(pages)("%s links only to what is there", (page) => expect(brokenLinks(page)).toEqual([]));
  test("list every problem", () =>
    expect(new Set(rowNames("docs/problem.md"))).toEqual(new Set(Object.keys(problemCodes))));
  test("give the source of every file of the lexicon", () => {
    const lexicon = readdirSync(join(root, "lexicon")).filter((name) => name !== "README.md");
    expect(lexicon.filter((name) => !rowNames("lexicon/README.md").includes(name))).toEqual([]);
  });
  test("tell of every folder of golden cases, and of no other", () => {
    const folders = readdirSync(join(root, "test/golden")).map((name) => `golden/${name}/`);
    const told = rowNames("test/README.md").filter((name) => /^golden\/[a-z-]+\/$/.test(name));
    expect([...told].sort()).toEqual(folders.sort());
  });
  test("number the decisions without a gap", () => {
    const numbers = readdirSync(join(root, "docs/decision"))
      .sort()
      .map((name) => Number(name.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });
});

test("no file names a folder of the machine it was written on", () => {
  const machinePath = /(?<![\w.:/])[/](home|root|work|Users)[/][\w.-]+/;
  const texts = files.filter((path) => /\.(ts|js|json|jsonl|md|sql|tsv|txt)$|^\.ci/.test(path));
  expect(texts.filter((path) => machinePath.test(read(path)))).toEqual([]);
});

/** Names that a module exports by name, types marked, sorted. */
function exportedNames(path: string): readonly string[] {
  const tree = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  return tree.statements
    .filter(ts.isExportDeclaration)
    .flatMap((one) => (one.exportClause && ts.isNamedExports(one.exportClause) ? [...one.exportClause.elements] : []))
    .map((one) => (one.isTypeOnly || one.parent.parent.isTypeOnly ? `type ${one.name.text}` : one.name.text))
    .sort();
}

// A name that goes from this list breaks somebody's program: it belongs under "Breaking" in CHANGELOG.md.
const face = [
  "arrivalsIn",
  "askActor",
  "askActors",
  "askClaims",
  "askDocument",
  "askDocuments",
  "askEvents",
  "askSearch",
  "askTimeline",
  "createCase",
  "createEngine",
  "createPipeline",
  "createPool",
  "decide",
  "fileArrivals",
  "forget",
  "ingest",
  "link",
  "listFiles",
  "loadLexicon",
  "lookUp",
  "mapInOrder",
  "noListener",
  "openCase",
  "readBytes",
  "readManifest",
  "readReading",
  "type Arrival",
  "type CaseRecord",
  "type Engine",
  "type FileContext",
  "type FileNotes",
  "type Finding",
  "type IngestOptions",
  "type Listener",
  "type Origin",
  "type Pipeline",
  "type ReadFile",
  "type ReaderPool",
  "type Step",
  "type Tally",
  "type Task",
  "verify",
  "version",
  "withdrawDecision",
  "withdrawLink",
  "write",
];

test("the library's face is this list of names", () => expect(exportedNames("src/index.ts")).toEqual(face));
