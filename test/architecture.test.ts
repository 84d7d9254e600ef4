import { globSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/** Paths relative to `src/`, with forward slashes, and what the files hold. */
type Sources = ReadonlyMap<string, string>;

/** What a part of the source (a folder, or a file at the top) may import. Null = anything. */
interface ImportRule {
  readonly house: readonly string[];
  /** Folders and files of which types alone may be imported. */
  readonly types: readonly string[];
  readonly outside: readonly string[] | null;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const architecture = readFileSync(`${root}/ARCHITECTURE.md`, "utf8");
const sources: Sources = new Map(
  globSync("**/*.{ts,tsx}", { cwd: `${root}/src` })
    .sort()
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(`${root}/src/${path}`, "utf8")]),
);

const quoted = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
const partName = (name: string): string => name.replace(/(\/|\.ts)$/, "");

/** The table between the `imports` marks of ARCHITECTURE.md, by part. */
function parseImportTable(markdown: string): ReadonlyMap<string, ImportRule> {
  const table = /<!-- imports -->\n([^]*?)<!-- \/imports -->/.exec(markdown)?.[1] ?? "";
  const rows = table
    .trim()
    .split("\n")
    .slice(2)
    .map((line) => line.split("|").slice(1, -1));
  const parts = rows.map(([part = ""]) => partName(quoted(part)[0] ?? ""));
  return new Map(
    rows.map(([, house = "", outside = ""], at) => {
      const [values = "", types = ""] = house.split("types of");
      const named = quoted(values).map(partName);
      return [
        parts[at] ?? "",
        {
          house: house.includes("everything but")
            ? parts.filter((part) => !named.some((one) => part === one || part.startsWith(`${one}/`)))
            : named,
          types: quoted(types),
          outside: outside.trim() === "anything" ? null : quoted(outside),
        },
      ];
    }),
  );
}

/** The part of a file: a folder within another is a part of its own where the table gives it a row. */
const partOf = (path: string): string =>
  [...table.keys()].find((part) => part.includes("/") && path.startsWith(`${part}/`)) ??
  partName(path.split("/")[0] ?? "");
const specifiersOf = (source: string): readonly string[] =>
  ts.preProcessFile(source, true, true).importedFiles.map((file) => file.fileName);
/** What is imported or exported from elsewhere as types alone. */
const typeSpecifiersOf = (path: string, source: string): ReadonlySet<string> =>
  new Set(
    ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true).statements.flatMap((one) => {
      const isTypes =
        (ts.isImportDeclaration(one) && one.importClause?.isTypeOnly) ||
        (ts.isExportDeclaration(one) && one.isTypeOnly);
      return isTypes && one.moduleSpecifier && ts.isStringLiteral(one.moduleSpecifier)
        ? [one.moduleSpecifier.text]
        : [];
    }),
  );
const resolved = (path: string, specifier: string): string => posix.normalize(posix.join(dirname(path), specifier));
/** "node:fs/promises" and "@scope/name/sub" by the name that the table uses: "node:fs/promises", "@scope/name". */
const packageOf = (specifier: string): string =>
  specifier.startsWith("node:") ? specifier : specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");

/** Every import that the table does not allow, as a sentence that names the file, the import and what is allowed. */
function importFaults(files: Sources, table: ReadonlyMap<string, ImportRule>): readonly string[] {
  return [...files].flatMap(([path, source]) => {
    const part = partOf(path);
    const rule = table.get(part);
    if (!rule) return [`src/${path}: ARCHITECTURE.md has no row for ${part}`];
    const types = rule.types.length === 0 ? new Set<string>() : typeSpecifiersOf(path, source);
    return specifiersOf(source).flatMap((specifier) => {
      if (!specifier.startsWith(".")) {
        const name = packageOf(specifier);
        if (rule.outside === null || rule.outside.includes(name)) return [];
        return [
          `src/${path} imports ${specifier}; of Node and npm ${part} may import ${rule.outside.join(", ") || "nothing"}`,
        ];
      }
      const target = resolved(path, specifier);
      const targetPart = partOf(target);
      if (targetPart === part || rule.house.includes(targetPart)) return [];
      if (types.has(specifier) && rule.types.some((one) => target === one || target.startsWith(one))) return [];
      return [`src/${path} imports src/${target}; ${part} may import ${rule.house.join(", ") || "nothing"}`];
    });
  });
}

/** Each circle of imports once, as the path around it. Types count: a circle of types is a circle of meanings. */
function importCircles(files: Sources): readonly string[] {
  const circles: string[] = [];
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const seen = trail.indexOf(path);
    if (seen >= 0) circles.push([...trail.slice(seen), path].join(" -> "));
    if (seen >= 0 || finished.has(path)) return;
    for (const specifier of specifiersOf(files.get(path) ?? ""))
      if (specifier.startsWith(".")) visit(resolved(path, specifier), [...trail, path]);
    finished.add(path);
  };
  for (const path of files.keys()) visit(path, []);
  return circles;
}

/** Parts that get clock and chance as arguments. */
const pureParts = ["model", "text", "sentence", "mention", "claim", "event", "pipeline"];

/** Does this call make the outcome of a stage depend on more than its arguments? */
const isImpure = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) && node.expression.getText() === "Date" && (node.arguments?.length ?? 0) === 0) ||
  (ts.isCallExpression(node) &&
    ["Date.now", "Math.random", "performance.now", "fetch", "crypto.randomUUID"].includes(node.expression.getText())) ||
  (ts.isPropertyAccessExpression(node) && ["process", "console"].includes(node.expression.getText()));

const isDefaultExport = (node: ts.Node): boolean =>
  (ts.isExportAssignment(node) && !node.isExportEquals) ||
  (ts.isExportSpecifier(node) && node.name.text === "default") ||
  (ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword));

/** Constructs that the house does without, with the line of each. */
function syntaxFaults(files: Sources): readonly string[] {
  return [...files].flatMap(([path, source]) => {
    const tree = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
    const faults: string[] = [];
    const visit = (node: ts.Node): void => {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
      const at = `src/${path}:${line + 1}`;
      if (isDefaultExport(node)) faults.push(`${at}: default export; exports are named`);
      if (ts.isEnumDeclaration(node)) faults.push(`${at}: enum; use a union of strings`);
      if (pureParts.includes(partOf(path)) && isImpure(node))
        faults.push(`${at}: ${node.getText()}; a stage gets clock, chance and output as arguments`);
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return faults;
  });
}

const longest = 400;
const vagueNames = /(^|\/)(shared|common|misc|lib|utils?|helpers?)(\/|\.tsx?$)/;

const longFiles = (files: Sources): readonly string[] =>
  [...files]
    .filter(([, source]) => !source.startsWith("// Generated") && source.trimEnd().split("\n").length > longest)
    .map(([path]) => `src/${path} has more than ${longest} lines`);
const vaguePaths = (files: Sources): readonly string[] => [...files.keys()].filter((path) => vagueNames.test(path));

const table = parseImportTable(architecture);

describe("the source", () => {
  test("is there, and each row of the import table is about a part of it", () => {
    const parts = new Set([...sources.keys()].map(partOf));
    expect([...table.keys()].filter((part) => !parts.has(part))).toEqual([]);
  });
  test("imports only what the table of ARCHITECTURE.md allows", () => expect(importFaults(sources, table)).toEqual([]));
  test("has no circle of imports", () => expect(importCircles(sources)).toEqual([]));
  test("has no default export, no enum, and no clock in a stage", () => expect(syntaxFaults(sources)).toEqual([]));
  test("has no file that is too long", () => expect(longFiles(sources)).toEqual([]));
  test("has no folder or file with a vague name", () => expect(vaguePaths(sources)).toEqual([]));
});

// Without these, a finder that finds nothing would pass for a house in order.
describe("a fault is found", () => {
  const rows: readonly (readonly [
    what: string,
    find: (files: Sources) => readonly string[],
    files: Record<string, string>,
    fault: string,
  ])[] = [
    [
      "a stage that imports a later one",
      (files) => importFaults(files, table),
      { "text/a.ts": 'import type { B } from "../event/b.ts";' },
      "src/text/a.ts imports src/event/b.ts; text may import model",
    ],
    [
      "a stage that opens files",
      (files) => importFaults(files, table),
      { "claim/a.ts": 'export * from "node:fs/promises";' },
      "src/claim/a.ts imports node:fs/promises; of Node and npm claim may import nothing",
    ],
    [
      "the library's face with a view",
      (files) => importFaults(files, table),
      { "index.ts": 'export { main } from "./view/cli/main.ts";' },
      `src/index.ts imports src/view/cli/main.ts; index may import ${[...table.keys()].filter((part) => !part.startsWith("view")).join(", ")}`,
    ],
    [
      "a web page that opens the record",
      (files) => importFaults(files, table),
      { "view/web/a.ts": 'import { askClaims } from "../../record/ask/claims.ts";' },
      "src/view/web/a.ts imports src/record/ask/claims.ts; view/web may import model",
    ],
    [
      "a part without a row",
      (files) => importFaults(files, table),
      { "thing/a.ts": "" },
      "src/thing/a.ts: ARCHITECTURE.md has no row for thing",
    ],
    [
      "a circle",
      importCircles,
      { "model/a.ts": 'import type { B } from "./b.ts";', "model/b.ts": 'import type { A } from "./a.ts";' },
      "model/a.ts -> model/b.ts -> model/a.ts",
    ],
    [
      "a default export",
      syntaxFaults,
      { "view/a.ts": "\nexport default function a() {}" },
      "src/view/a.ts:2: default export; exports are named",
    ],
    ["an enum", syntaxFaults, { "view/a.ts": "enum A {}" }, "src/view/a.ts:1: enum; use a union of strings"],
    [
      "a clock in a stage",
      syntaxFaults,
      { "mention/a.ts": "export const now = Date.now();" },
      "src/mention/a.ts:1: Date.now(); a stage gets clock, chance and output as arguments",
    ],
    ["a long file", longFiles, { "text/a.ts": "\n".repeat(longest) + "1" }, "src/text/a.ts has more than 400 lines"],
    ["a vague name", vaguePaths, { "view/utils/a.ts": "" }, "view/utils/a.ts"],
  ];
  for (const [what, find, files, fault] of rows)
    test(what, () => expect(find(new Map(Object.entries(files)))).toEqual([fault]));
});
