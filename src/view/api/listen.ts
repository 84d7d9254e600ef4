import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { done, type Outcome, problem } from "../../model/outcome.ts";

/** A server that listens and does not answer yet: what it answers depends on the port that it got. */
export interface Listening {
  readonly server: Server;
  readonly port: number;
}

export interface ListenOptions {
  readonly host: string;
  /** The port wanted; 0 takes any that is free. */
  readonly port: number;
  /** How many ports after it are tried where it is taken. */
  readonly further: number;
}

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);

function listenOnce(host: string, port: number): Promise<Listening> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    // As it stands in a URL, IPv6 has brackets; as an address it has none.
    server.listen(port, host.replace(/^\[(.*)\]$/, "$1"), () => {
      server.off("error", reject);
      resolve({ server, port: (server.address() as AddressInfo).port });
    });
  });
}

function notListening(error: unknown, { host, port, further }: ListenOptions) {
  const code = String(codeOf(error));
  const where = `${host}:${port}`;
  if (code === "EADDRINUSE") {
    const ports = further > 0 ? `${port} and the ${further} after it are` : `${port} is`;
    return problem(
      "server/not-listening",
      `Port ${ports} taken on ${host}. End the other server, or name another port: --port 0 takes any that is free.`,
    );
  }
  if (code === "EACCES" || code === "EPERM") {
    return problem(
      "server/not-listening",
      `The system does not let this user listen on ${where}. Name a port from 1024 on.`,
    );
  }
  return problem(
    "server/not-listening",
    `No server can listen on ${where} (${code}). Name an address of this machine.`,
  );
}

/** Listens on the first port that is free. Fails with `server/not-listening`. */
export async function listen(options: ListenOptions): Promise<Outcome<Listening>> {
  const last = Math.min(options.port + options.further, 65_535);
  for (let port = options.port; ; port++) {
    try {
      return done(await listenOnce(options.host, port));
    } catch (error) {
      if (codeOf(error) !== "EADDRINUSE" || port >= last) return notListening(error, options);
    }
  }
}
