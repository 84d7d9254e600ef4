import { randomBytes } from "node:crypto";
import { finished } from "node:stream/promises";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { openDesk } from "../desk.ts";
import { createMcp } from "../mcp/server.ts";
import { exit, oneLine, type Shell, tell, tellProblem } from "./shell.ts";

export interface McpCommand {
  readonly case: string;
}

/** The most of a fault's text that goes to standard error. */
const mostTold = 500;

/**
 * `standoff mcp`: answers MCP on the shell's streams until standard input ends or Ctrl-C comes; both are a good end.
 * Standard output carries nothing but the protocol. Status 1 where the case cannot be opened.
 */
export async function mcp(shell: Shell, options: McpCommand): Promise<number> {
  const opened = await openDesk({ path: options.case, isSample: false, clock: shell.clock, signal: shell.signal });
  if (!opened.ok) {
    tellProblem(shell, opened.problem);
    return exit.someFailed;
  }
  const desk = opened.value;
  const door = createMcp(desk, {
    nonce: () => randomBytes(16).toString("hex"),
    onFault: (error) => tell(shell, oneLine(`standoff mcp: ${String(error)}`).slice(0, mostTold)),
  });
  try {
    await door.connect(new StdioServerTransport(shell.stdin, shell.stdout));
    // Ctrl-C destroys standard input, which is an end too.
    await finished(shell.stdin, { writable: false, signal: shell.signal }).catch(() => undefined);
    if (!shell.signal.aborted) await door.settled();
    await door.close();
    return exit.good;
  } finally {
    await desk.close();
  }
}
