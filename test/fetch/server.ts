import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createRawServer, type Server, type Socket } from "node:net";
import { createSecureContext } from "node:tls";
import type { Time } from "../../src/fetch/time.ts";
import type { Certificate } from "./certificate.ts";

/** A server on a port of its own, on 127.0.0.1. */
export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

async function listen(server: Server): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

/** Host name that a request was sent to, without the port. */
export const hostOf = (request: IncomingMessage): string => (request.headers.host ?? "").replace(/:\d+$/, "");

/** A web server; every host name is a site of it. */
export const startWeb = (answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Listening> =>
  listen(createServer(answer));

/** A web server over TLS that shows the certificate of the name it is asked for, and the first one for names that it has none for. */
export const startSecureWeb = (
  certificates: ReadonlyMap<string, Certificate>,
  answer: RequestListener,
): Promise<Listening> => {
  const [first] = certificates.values();
  return listen(
    createTlsServer(
      {
        ...first,
        SNICallback: (name, callback) => callback(null, createSecureContext(certificates.get(name) ?? first)),
      },
      answer,
    ),
  );
};

/** A server that speaks with the bare connection: `speak` gets the head of each request, and the socket. */
export const startRaw = (speak: (head: string, socket: Socket) => void): Promise<Listening> =>
  listen(
    createRawServer((socket) => {
      let head = "";
      socket.on("data", (part) => {
        head += part.toString("latin1");
        if (!head.includes("\r\n\r\n")) return;
        const whole = head;
        head = "";
        speak(whole, socket);
      });
    }),
  );

/** A bare server that says nothing of HTTP: each connection is given to `serve`. */
export const startBare = (serve: (socket: Socket) => void): Promise<Listening> => listen(createRawServer(serve));

/** A clock that stands still until somebody waits, and the waits there were, in milliseconds. */
export function madeTime(start = "2024-03-01T12:00:00.000Z"): Time & { readonly waits: readonly number[] } {
  let nowMs = Date.parse(start);
  const waits: number[] = [];
  return {
    waits,
    now: () => nowMs,
    sleep: async (ms, signal) => {
      if (ms <= 0 || signal.aborted) return;
      waits.push(ms);
      nowMs += ms;
    },
  };
}
