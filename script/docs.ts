import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cliPage } from "./cli-page.ts";
import { exampleSection } from "./example.ts";
import { mcpPage } from "./mcp-page.ts";
import { problemPage } from "./problem-page.ts";
import { questionPage } from "./question-page.ts";
import { publishedSchema } from "./schema.ts";
import { between } from "./section.ts";

// `npm run docs` writes every page that is made from code or data; `--check` only says which of them are stale, and ends with status 1.
const root = new URL("..", import.meta.url);

/** Path from the repository's root and what the file should hold. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const readme = readFileSync(new URL("README.md", root), "utf8");
  return new Map([
    ["README.md", between(readme, "example", exampleSection())],
    ["docs/api.md", questionPage()],
    ["docs/cli.md", cliPage()],
    ["docs/mcp.md", mcpPage()],
    ["docs/problem.md", problemPage()],
    ["docs/standoff-1.schema.json", publishedSchema()],
  ]);
}

/** Paths whose file is missing or holds something else. */
export function staleFiles(): readonly string[] {
  return [...generatedFiles()]
    .filter(([path, content]) => {
      const file = new URL(path, root);
      return !existsSync(file) || readFileSync(file, "utf8") !== content;
    })
    .map(([path]) => path);
}

if (import.meta.main) {
  if (process.argv.includes("--check")) {
    const stale = staleFiles();
    for (const path of stale) console.error(`${path} is stale: run "npm run docs"`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    for (const [path, content] of generatedFiles()) writeFileSync(new URL(path, root), content);
  }
}
