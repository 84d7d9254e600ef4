import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCase } from "../../../src/record/open.ts";
import { reports } from "../../record/ask/reports.ts";
import { put } from "../../record/example.ts";
import { emptyFolder, rowsOf } from "../cli/command.ts";

const program = fileURLToPath(new URL("../../../bin/standoff.js", import.meta.url));
const folder = emptyFolder();
const file = join(folder, "case.standoff");
beforeAll(() => {
  const made = createCase(file, () => "2031-06-01T00:00:00.000Z");
  if (!made.ok) throw new Error(made.problem.message);
  put(made.value, ...reports);
  made.value.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const lineOf = (message: object): string => `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`;
const hello = lineOf({
  id: 0,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } },
});
const ask = (id: number): string => lineOf({ id, method: "tools/call", params: { name: "ask_claims", arguments: {} } });

const serve = (path: string, input: string) =>
  spawnSync(process.execPath, [program, "mcp", "--case", path], { input, encoding: "utf8" });

describe("standoff mcp", () => {
  test("answers all that came in before the end of standard input, and ends well", () => {
    const { status, stdout, stderr } = serve(file, hello + [1, 2, 3].map(ask).join(""));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const answers = rowsOf<{ readonly id: number; readonly result: unknown }>(stdout);
    expect(answers.map((one) => one.id).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
    for (const { result } of answers) expect(result).toBeDefined();
  });
  test("tells on standard error what is no message, and goes on", () => {
    const { status, stdout, stderr } = serve(file, `${hello}no\u001b[31m message\n${ask(1)}`);
    expect(status).toBe(0);
    expect(rowsOf(stdout)).toHaveLength(2);
    expect(stderr).toMatch(/^standoff mcp: .*no.* message.*\n$/);
    expect(stderr).not.toContain("\u001b");
  });
  test("says that there is no case, and says nothing on standard output", () => {
    const { status, stdout, stderr } = serve(join(folder, "none.standoff"), hello);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^standoff: There is no case .*\[case\/missing\]\n$/);
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    test(`ends well at ${signal}`, async () => {
      const child = spawn(process.execPath, [program, "mcp", "--case", file], { stdio: ["pipe", "pipe", "pipe"] });
      let errors = "";
      child.stderr.on("data", (chunk) => (errors += String(chunk)));
      child.stdin.write(hello);
      await once(child.stdout, "data");
      child.kill(signal);
      const [code] = await once(child, "exit");
      expect({ code, errors }).toEqual({ code: 0, errors: "" });
    });
  }
});
