import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// `npm run -s check`: everything that is looked at without running the program. All are run, so that one report shows all faults.
const root = fileURLToPath(new URL("..", import.meta.url));
const checks = ["format:check", "types", "lint", "deadcode", "docs:check"];

const failed = checks.filter((check) => {
  const { status } = spawnSync("npm", ["run", "-s", check], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  console.log(`${status === 0 ? "passed" : "FAILED"} ${check}`);
  return status !== 0;
});
console.log(`${checks.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
