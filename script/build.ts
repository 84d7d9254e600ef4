import { spawnSync } from "node:child_process";
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildWeb } from "./web.ts";

// Builds `dist/`, which only the published package needs: a checkout runs its TypeScript as it is (docs/decision/0004).
const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "src");
const built = join(root, "dist");

/** What the compiler leaves behind and the built code reads beside itself: SQL migrations and the like. */
const filesToCopy = (): readonly string[] => globSync("record/**/*.sql", { cwd: source });

// Not `web`: it is built by itself, and a server may be giving it out.
for (const name of existsSync(built) ? readdirSync(built) : []) {
  if (name !== "web") rmSync(join(built, name), { recursive: true, force: true });
}
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
const compiled = spawnSync(process.execPath, [tsc, "--project", join(root, "tsconfig.build.json")], {
  stdio: "inherit",
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
for (const file of filesToCopy()) {
  mkdirSync(dirname(join(built, file)), { recursive: true });
  cpSync(join(source, file), join(built, file));
}
if (!buildWeb()) process.exitCode = 1;
