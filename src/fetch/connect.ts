import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { SocksClient } from "socks";
import { Agent, buildConnector, type Dispatcher, ProxyAgent } from "undici";
import { type Problem, problem } from "../model/outcome.ts";
import type { Proxy } from "./proxy.ts";
import { type AllowPrivate, refusedAddress, whyUnreachable } from "./target.ts";

/** All IP addresses of a host name. Rejects with the system's error where there is none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Names as this machine resolves them. */
export const machineResolve: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/** What a connection depends on. Times in milliseconds. */
export interface ConnectOptions {
  readonly allowPrivate: AllowPrivate;
  readonly resolve: Resolve;
  /** From the first step to a connection that can be written to, TLS included. */
  readonly connectMs: number;
  readonly headersMs: number;
  readonly bodyMs: number;
  /** Certificates of further authorities, in PEM; null for the machine's own alone. */
  readonly authorities: string | null;
}

/** An error that carries what to tell the user, through layers that know errors alone. */
const told = (what: Problem): Error => Object.assign(new Error(what.message), { problem: what });

/** The problem that `told` put into an error; null where there is none. */
export const problemIn = (error: unknown): Problem | null => (error as { problem?: Problem } | null)?.problem ?? null;

/**
 * The addresses of `host`, where every one of them may be reached. One that may not is enough to refuse the name: a public site has none,
 * and which of them is used in the end is chance.
 */
async function resolveChecked(host: string, options: ConnectOptions): Promise<readonly string[]> {
  const addresses = isIP(host) === 0 ? await options.resolve(host) : [host];
  for (const address of addresses) {
    const why = whyUnreachable(address, options.allowPrivate);
    if (why !== null) throw told(refusedAddress(host, address, why).problem);
  }
  if (addresses.length === 0) throw Object.assign(new Error("no address"), { code: "ENOTFOUND" });
  return addresses;
}

/**
 * The look-up that the connection itself uses. The addresses that are checked are the ones that are connected to, so a name that is
 * answered otherwise the next time (DNS rebinding) gains nothing.
 */
const checkedLookup =
  (options: ConnectOptions): LookupFunction =>
  (host, how, callback) => {
    resolveChecked(host, options).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: isIP(address) }));
        if (how.all) callback(null, found);
        else callback(null, found[0]?.address ?? "", found[0]?.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ""),
    );
  };

// HTTP/2 would gain nothing: one request at a time goes to a host.
const overHttp1 = { allowH2: false } as const;
const trust = ({ authorities }: ConnectOptions) => (authorities === null ? {} : { ca: authorities });

function directConnector(options: ConnectOptions): buildConnector.connector {
  const connect = buildConnector({
    ...overHttp1,
    ...trust(options),
    timeout: options.connectMs,
    lookup: checkedLookup(options),
    autoSelectFamily: true,
    // Node's own 250 ms give up on sites that are far away.
    autoSelectFamilyAttemptTimeout: 2_000,
  });
  return (how, callback) =>
    connect(how, (...[error, socket]) => {
      if (error) return callback(error, null);
      // The last word: the address at the other end, whatever the steps before made of it.
      const address = socket.remoteAddress ?? "";
      const why = whyUnreachable(address, options.allowPrivate);
      if (why === null) return callback(null, socket);
      socket.destroy();
      return callback(told(refusedAddress(how.hostname, address, why).problem), null);
    });
}

const proxyFailed = (proxy: Proxy, error: unknown): Error =>
  told(
    problem(
      "fetch/proxy",
      `The proxy ${proxy.shown} did not lead to the site (${error instanceof Error ? error.message.slice(0, 200) : "no reason given"}). Check that it runs, its address and its password.`,
    ).problem,
  );

function socksConnector(proxy: Proxy, options: ConnectOptions): buildConnector.connector {
  const secure = buildConnector({ ...overHttp1, ...trust(options), timeout: options.connectMs });
  const tunnel = async (host: string, port: number) => {
    const destination = proxy.kind === "socks" ? ((await resolveChecked(host, options))[0] ?? host) : host;
    try {
      const { socket } = await SocksClient.createConnection({
        command: "connect",
        proxy: {
          host: proxy.host,
          port: proxy.port,
          type: 5,
          ...(proxy.user === null ? {} : { userId: proxy.user, password: proxy.password ?? "" }),
        },
        destination: { host: destination, port },
        timeout: options.connectMs,
      });
      return socket;
    } catch (error) {
      throw proxyFailed(proxy, error);
    }
  };
  return (how, callback) => {
    const isSecure = how.protocol === "https:";
    tunnel(how.hostname, Number(how.port) || (isSecure ? 443 : 80)).then(
      (socket) => (isSecure ? secure({ ...how, httpSocket: socket }, callback) : callback(null, socket)),
      (error: Error) => callback(error, null),
    );
  };
}

/**
 * What sends the requests: straight (`proxy` null) or through `proxy`. A straight connection and one by "socks" go only to addresses that
 * may be reached; where the proxy resolves the names ("http", "socks-names"), it is the proxy that knows the address, and what can be
 * checked here is the name.
 */
export function createDispatcher(proxy: Proxy | null, options: ConnectOptions): Dispatcher {
  const manner = {
    ...overHttp1,
    connections: 1,
    headersTimeout: options.headersMs,
    bodyTimeout: options.bodyMs,
    maxHeaderSize: 65_536,
  };
  if (proxy?.kind !== "http")
    return new Agent({
      ...manner,
      connect: proxy ? socksConnector(proxy, options) : directConnector(options),
    });
  const credentials = Buffer.from(`${proxy.user ?? ""}:${proxy.password ?? ""}`).toString("base64");
  return new ProxyAgent({
    ...manner,
    uri: `${proxy.secure ? "https" : "http"}://${isIP(proxy.host) === 6 ? `[${proxy.host}]` : proxy.host}:${proxy.port}`,
    ...(proxy.user === null ? {} : { token: `Basic ${credentials}` }),
    connectTimeout: options.connectMs,
    proxyTls: { ...overHttp1, ...trust(options) },
    requestTls: { ...overHttp1, ...trust(options), timeout: options.connectMs },
  });
}
