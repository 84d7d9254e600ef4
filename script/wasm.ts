/**
 * Builds models/kernel.wasm from wasm/kernel.ts with AssemblyScript: `node script/wasm.ts` (with
 * ASSEMBLYSCRIPT=FOLDER/package.json where the compiler lies elsewhere).
 * With `--check` it builds beside it and says whether the committed file is the same, byte for byte.
 */

import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const checks = process.argv.includes("--check");
const out = path(checks ? "models/kernel.check.wasm" : "models/kernel.wasm");
const compiler = createRequire(process.env["ASSEMBLYSCRIPT"] ?? import.meta.url).resolve("assemblyscript/bin/asc.js");
// The memory is shared by threads and made in `src/sentence/core/kernel.ts`, which names the same number of pages.
const memory = ["--importMemory", "--sharedMemory", "--maximumMemory", "32768"];
const features = ["simd", "relaxed-simd", "threads"].flatMap((name) => ["--enable", name]);
// Functions of the kernel hand vectors to each other; none of those that JavaScript calls does (warning 112 takes every `export` for such).
const options = ["-O3", "--noAssert", "--runtime", "stub", "--disableWarning", "112", ...features, ...memory];
const done = spawnSync(process.execPath, [compiler, "wasm/kernel.ts", "-o", out, ...options], {
  cwd: path("."),
  stdio: "inherit",
});
if (done.status !== 0) process.exit(1);
if (checks) {
  const same = readFileSync(out).equals(readFileSync(path("models/kernel.wasm")));
  rmSync(out);
  console.log(
    same ? "models/kernel.wasm is what wasm/kernel.ts gives." : "models/kernel.wasm is stale: node script/wasm.ts",
  );
  process.exitCode = same ? 0 : 1;
}
