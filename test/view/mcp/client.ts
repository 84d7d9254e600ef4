import { randomBytes } from "node:crypto";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { CallToolResultSchema } from "@modelcontextprotocol/sdk/types.js";
import type { Desk } from "../../../src/view/desk.ts";
import { unfenced } from "../../../src/view/mcp/fence.ts";
import { createMcp, type McpOptions } from "../../../src/view/mcp/server.ts";

/** A client of the official SDK that is connected to a server for `desk` in this process. */
export async function connected(
  desk: Pick<Desk, "record" | "context" | "isSample">,
  options: Partial<McpOptions> = {},
): Promise<Client> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const onFault = (error: unknown): never => {
    throw error;
  };
  await createMcp(desk, { nonce: () => randomBytes(16).toString("hex"), onFault, ...options }).connect(ours);
  const client = new Client({ name: "test", version: "1" });
  await client.connect(theirs);
  return client;
}

/** What a tool answered. */
export interface Called {
  readonly isError: boolean;
  readonly text: string;
  /** The first line: ours. */
  readonly head: string;
  /** The rows in the fence; null where there is no fence. */
  readonly rows: readonly Readonly<Record<string, unknown>>[] | null;
}

/** Calls a tool; the answer must be a single text, and nothing outside of it. */
export async function call(client: Client, name: string, input: object = {}): Promise<Called> {
  const { content, isError, structuredContent } = CallToolResultSchema.parse(
    await client.callTool({ name, arguments: { ...input } }),
  );
  const [only, ...others] = content;
  if (only?.type !== "text" || others.length > 0 || structuredContent !== undefined) {
    throw new Error("The answer is more than one text.");
  }
  const json = unfenced(only.text);
  return {
    isError: isError === true,
    text: only.text,
    head: only.text.split("\n")[0] ?? "",
    rows: json === null ? null : (JSON.parse(json) as Called["rows"]),
  };
}
