import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// Answers that the pages show: a case that holds `docs/example.jsonl` in two versions and `docs/example-story.jsonl`, asked through the program itself.
const program = fileURLToPath(new URL("../bin/standoff.js", import.meta.url));
const input = new URL("../docs/example.jsonl", import.meta.url);
// Two more made-up reports of the same deed, so that there is a story to tell of.
const others = new URL("../docs/example-story.jsonl", import.meta.url);

/** A mark as random as any other, and the same in every making of a page. */
const shownMark = "5f0c8a3e9d7b41c6a2e4f8b09d6c1375";

/** A call of a tool. */
export interface Call {
  readonly name: string;
  readonly arguments: object;
}

interface Reply {
  readonly id?: number;
  readonly result?: { readonly content: readonly { readonly text: string }[] };
}

function linesOf(calls: readonly Call[]): string {
  const params = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "docs", version: "1" } };
  const messages = [
    { id: 0, method: "initialize", params },
    { method: "notifications/initialized" },
    ...calls.map((call, at) => ({ id: at + 1, method: "tools/call", params: call })),
  ];
  return messages.map((message) => `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`).join("");
}

/** What `standoff mcp` answers to `calls`, in their order; the marks of the fence are always the same. */
export function exampleAnswers(calls: readonly Call[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "standoff-docs-"));
  const file = join(folder, "example.standoff");
  const standoff = (argv: readonly string[], stdin: string): string =>
    execFileSync(process.execPath, [program, ...argv, "--case", file], {
      input: stdin,
      encoding: "utf8",
      stdio: "pipe",
    });
  try {
    const example = readFileSync(input, "utf8");
    // An earlier version, with a lower toll, so that there is a change to tell of.
    standoff(["add", "-", "--quiet"], example.replace("at least two border guards", "a border guard"));
    standoff(["add", "-", "--quiet"], `${example}${readFileSync(others, "utf8")}`);
    const replies = standoff(["mcp"], linesOf(calls))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Reply);
    return calls.map((_, at) => {
      const text = replies.find((reply) => reply.id === at + 1)?.result?.content[0]?.text ?? "";
      return text.replaceAll(/\b[0-9a-f]{32}\b/g, shownMark);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
