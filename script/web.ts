import { spawnSync } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Everything that the web app is made of. */
const sources = (): readonly string[] => [
  ...globSync(["src/view/web/**/*", "src/model/*.ts", "vite.config.ts"], { cwd: root }),
  "package-lock.json",
];

const changedAt = (path: string): number => statSync(join(root, path)).mtimeMs;

/** Is `dist/web` missing, or older than what it is made of? */
function isStale(): boolean {
  const built = "dist/web/index.html";
  if (!existsSync(join(root, built))) return true;
  const at = changedAt(built);
  return sources().some((path) => changedAt(path) > at);
}

/** Bundles the web app into `dist/web`, unless it is there and fresh. False where the bundler failed; it has said why on standard error. */
export function buildWeb(): boolean {
  if (!isStale()) return true;
  console.error("Building the web app…");
  // What the build prints goes to standard error: standard output is the caller's.
  return spawnSync("npm", ["run", "-s", "build:web"], { cwd: root, stdio: ["ignore", 2, 2] }).status === 0;
}
