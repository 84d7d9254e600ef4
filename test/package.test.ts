import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// What a stranger gets from the registry: packed, installed in an empty folder, and run. The source tree is not on its path.
const root = fileURLToPath(new URL("..", import.meta.url));
const patienceMs = 240_000;
const work = mkdtempSync(join(tmpdir(), "standoff-package-"));
const installed = join(work, "node_modules", "standoff");
const program = join(installed, "bin", "standoff.js");
// npm finds its Node in PATH; the host's may be too old. The command of an `npm exec -c` around the tests is not the stranger's.
const { npm_config_call: _call, ...inherited } = process.env;
const env = { ...inherited, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` };

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in the folder of the installed package, with `input` on its standard input. */
function run(program: string, args: readonly string[], input = ""): Promise<Ran> {
  return new Promise((finish) => {
    const child = execFile(program, args, { cwd: work, env, timeout: patienceMs }, (error, stdout, stderr) =>
      finish({ status: typeof error?.code === "number" ? error.code : error ? 1 : 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

/** Runs npm; its output is the reason where it fails. */
function npm(folder: string, ...args: readonly string[]): string {
  const ran = spawnSync("npm", args, { cwd: folder, env, encoding: "utf8" });
  if (ran.status !== 0)
    throw new Error(`npm ${args.join(" ")} ended with ${ran.status}:\n${ran.stdout}\n${ran.stderr}`);
  return ran.stdout;
}

beforeAll(() => {
  const packed = npm(root, "pack", "--silent", "--pack-destination", work).trim().split("\n").at(-1) ?? "";
  writeFileSync(join(work, "package.json"), '{ "name": "stranger", "private": true, "type": "module" }');
  npm(work, "install", join(work, packed), "--omit=dev", "--no-audit", "--no-fund");
}, patienceMs);
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe("the installed package", () => {
  test("prints its help", { timeout: patienceMs }, async () => {
    const { status, stdout } = await run("npx", ["standoff", "--help"]);
    expect({ status, annotate: stdout.includes("annotate") }).toEqual({ status: 0, annotate: true });
  });

  test("annotates the README's sentence as the checkout does", { timeout: patienceMs }, async () => {
    const input = readFileSync(join(root, "docs", "example.jsonl"), "utf8");
    const there = await run(process.execPath, [program, "annotate"], input);
    const here = await run(process.execPath, [join(root, "bin", "standoff.js"), "annotate"], input);
    expect(there).toEqual({ ...here, status: 0, stderr: "" });
    expect(JSON.parse(there.stdout)).toMatchObject({ format: "standoff/1", line: "document" });
  });

  test("finds heads with the weights that come with it", { timeout: patienceMs }, async () => {
    const input = '{"id":"1","text":"The ministry denied it."}\n';
    const { stdout } = await run(process.execPath, [program, "annotate", "--out", "conllu"], input);
    expect(stdout).toContain("2\tministry\tministry\tNOUN\tNN\t_\t3\tnsubj\t");
  });

  test("keeps a case", { timeout: patienceMs }, async () => {
    writeFileSync(join(work, "report.txt"), "The ministry said on Friday that two soldiers were killed.\n");
    const steps = [["init"], ["add", "report.txt"], ["ask", "claims", "--json"], ["verify"]];
    for (const step of steps) {
      const { status, stderr } = await run(process.execPath, [program, ...step, "--case", "desk.standoff"]);
      expect({ step, status, stderr: status === 0 ? "" : stderr }).toEqual({ step, status: 0, stderr: "" });
    }
  });

  test("serves the desk with its demonstration", { timeout: patienceMs }, async () => {
    const child = execFile(process.execPath, [program, "serve", "--sample", "--port", "0", "--no-open"], {
      cwd: work,
      env,
    });
    const ended = once(child, "close");
    try {
      let said = "";
      for await (const part of child.stdout!) {
        said += String(part);
        if (said.includes("\n")) break;
      }
      const url = /http:\/\/\S+/.exec(said)?.[0] ?? "";
      const page = await (await fetch(url)).text();
      const script = /src="([^"]+\.js)"/.exec(page)?.[1] ?? "";
      const answer = (await (await fetch(new URL("/api/ask/documents", url))).json()) as { rows: readonly object[] };
      expect([(await fetch(new URL(script, url))).status, answer.rows.length]).toEqual([200, 24]);
    } finally {
      child.kill("SIGINT");
      await ended;
    }
    expect(child.exitCode).toBe(0);
  });

  test("gives its types and values to a program", { timeout: patienceMs }, async () => {
    writeFileSync(
      join(work, "program.ts"),
      `import { createEngine } from "standoff";
import type { AnnotatedDocument, Span } from "standoff/model";
import { eventTypes } from "standoff/model";
import * as format from "standoff/format";
const first: Span = [0, 1];
const ids = (document: AnnotatedDocument): readonly string[] => document.attributions.map((one) => one.id);
console.log(typeof createEngine, first.length, ids.length, eventTypes.AID.class, Object.keys(format).length > 0);
`,
    );
    const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
    const flags = ["--noEmit", "--strict", "--skipLibCheck", "false", "--module", "nodenext", "--target", "es2024"];
    const checked = await run(process.execPath, [
      tsc,
      ...flags,
      "--types",
      "node",
      "--typeRoots",
      join(root, "node_modules", "@types"),
      "program.ts",
    ]);
    expect(checked).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(await run(process.execPath, ["program.ts"])).toMatchObject({
      status: 0,
      stdout: "function 2 1 material true\n",
    });
  });

  test("says what is needed under an older Node", { timeout: patienceMs }, async () => {
    for (const old of ["20.20.2", "24.11.1"]) {
      const shim = `data:text/javascript,Object.defineProperty(process.versions, "node", { value: "${old}" })`;
      const { status, stdout, stderr } = await run(process.execPath, ["--import", shim, program, "--help"]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toContain(`needs Node 24.12 or later, and this is Node ${old}`);
    }
  });

  test("is well formed for every kind of importer (publint)", { timeout: patienceMs }, async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });
});
