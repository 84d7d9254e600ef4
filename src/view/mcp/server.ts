import { setImmediate as turn } from "node:timers/promises";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { version } from "../../engine.ts";
import type { Desk } from "../desk.ts";
import { questions } from "../question.ts";
import { type Calling, callTool } from "./call.ts";
import { instructions } from "./instruction.ts";
import { toolOf } from "./tool.ts";

/** A running MCP server. */
export interface McpDoor {
  readonly connect: (transport: Transport) => Promise<void>;
  /** Done when every call that has come in is answered. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export type McpOptions = Pick<Calling, "nonce" | "onFault" | "most">;

/** An MCP server with a tool for each question, asked of `desk`, which stays the caller's to close. */
export function createMcp(desk: Pick<Desk, "record" | "context" | "isSample">, options: McpOptions): McpDoor {
  // The sparing class on purpose: the other one checks inputs by itself and would answer in words that name no good value.
  const server = new Server(
    { name: "standoff", title: "Standoff", version },
    { capabilities: { tools: {} }, instructions: instructions(desk.isSample) },
  );
  const calls = new Set<Promise<unknown>>();
  const tools = questions.map(toolOf);
  server.onerror = options.onFault;
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
    const call = callTool(
      { ...options, record: desk.record, context: desk.context },
      params.name,
      params.arguments ?? {},
    );
    calls.add(call);
    return call.finally(() => calls.delete(call));
  });
  return {
    connect: (transport) => server.connect(transport),
    settled: async () => {
      // Requests start, and answers leave, some microtasks after they come in or are known.
      await turn();
      while (calls.size > 0) {
        await Promise.all(calls);
        await turn();
      }
    },
    close: () => server.close(),
  };
}
