#!/usr/bin/env node
// Plain JavaScript on purpose: it must say clearly that Node is too old on a Node that cannot read the rest.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  console.error(
    `standoff needs Node 24.12 or later, and this is Node ${process.versions.node}. Install a newer Node from https://nodejs.org; in a checkout, "npm run -s standoff -- ARGS" brings its own.`,
  );
  process.exit(2);
}
// A server answers one question at a time and would wait for the small heap's collector: measured, its answers then take two to three times as long.
if (!["serve", "mcp"].includes(process.argv[2])) await import("./heap.js");
const { existsSync } = await import("node:fs");
// A checkout runs its TypeScript as it is; a published package has only the built JavaScript, because Node does not strip types under node_modules.
const source = new URL("../src/view/cli/main.ts", import.meta.url);
const built = new URL("../dist/view/cli/main.js", import.meta.url);
const { main } = await import((existsSync(source) ? source : built).href);
process.exitCode = await main(process.argv.slice(2));
