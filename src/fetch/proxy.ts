import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { done, type Outcome, problem } from "../model/outcome.ts";

/** A proxy that the user named. It may be anywhere, also on this machine. */
export interface Proxy {
  /** "socks": SOCKS5, where the names of targets are resolved here and checked. "socks-names": SOCKS5, where the proxy resolves them, as Tor needs it. */
  readonly kind: "http" | "socks" | "socks-names";
  /** Scheme, host and port: what messages show. */
  readonly shown: string;
  readonly host: string;
  readonly port: number;
  /** Only of "http": is the way to the proxy itself encrypted? */
  readonly secure: boolean;
  readonly user: string | null;
  readonly password: string | null;
}

/** Which proxy stands before which targets. */
export interface ProxySettings {
  readonly http: Proxy | null;
  readonly https: Proxy | null;
  /** Entries of NO_PROXY: names (with all below them), addresses, ranges ("10.0.0.0/8"), each with or without a port; "*" for all. */
  readonly except: readonly string[];
}

/** Straight to every target. */
export const noProxy: ProxySettings = { http: null, https: null, except: [] };

const kinds: Readonly<Record<string, Proxy["kind"]>> = {
  "http:": "http",
  "https:": "http",
  "socks:": "socks",
  "socks5:": "socks",
  "socks5h:": "socks-names",
};

const decoded = (part: string): string | null => {
  if (part === "") return null;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

// Never with the value itself: it may hold a password.
const notValid = (where: string, why: string) =>
  problem(
    "fetch/proxy",
    `The proxy in ${where} ${why}. Write it as http://host:port, https://host:port, socks5://host:port or socks5h://host:port.`,
  );

/** One proxy. `where` says in messages where its address stands. Without a scheme it is an HTTP proxy, as curl reads it. */
function parseProxy(text: string, where: string): Outcome<Proxy> {
  const url = URL.parse(/^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(text) ? text : `http://${text}`);
  if (!url) return notValid(where, "is not an address");
  const kind = Object.hasOwn(kinds, url.protocol) ? kinds[url.protocol] : undefined;
  if (!kind) return notValid(where, `is of a kind that is not known (${url.protocol.slice(0, 20)})`);
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  if (host === "") return notValid(where, "has no host");
  const usual = kind !== "http" ? 1080 : url.protocol === "https:" ? 443 : 80;
  const port = url.port === "" ? usual : Number(url.port);
  return done({
    kind,
    shown: `${url.protocol}//${url.hostname}:${port}`,
    host,
    port,
    secure: url.protocol === "https:",
    user: decoded(url.username),
    password: decoded(url.password),
  });
}

/**
 * Settings from what the user gave (`--proxy`; "none" for no proxy at all) or else from the environment: `http_proxy`, `https_proxy` and
 * `all_proxy`, in small letters before capitals. `no_proxy` holds for both.
 * Fails with `fetch/proxy`, never showing a password.
 */
export function readProxySettings(
  given: string | null,
  environment: Readonly<Record<string, string | undefined>>,
): Outcome<ProxySettings> {
  if (given === "none") return done(noProxy);
  const named = (name: string): readonly [text: string, where: string] | null => {
    for (const one of [name, name.toUpperCase()]) {
      const text = environment[one]?.trim();
      if (text) return [text, one];
    }
    return null;
  };
  const own = given?.trim() ? ([given.trim(), "--proxy"] as const) : null;
  const settings: { http: Proxy | null; https: Proxy | null } = { http: null, https: null };
  for (const scheme of ["http", "https"] as const) {
    const found = own ?? named(`${scheme}_proxy`) ?? named("all_proxy");
    if (!found) continue;
    const proxy = parseProxy(...found);
    if (!proxy.ok) return proxy;
    settings[scheme] = proxy.value;
  }
  const except = (named("no_proxy")?.[0] ?? "")
    .split(/[\s,]+/)
    .map((one) => one.toLowerCase())
    .filter((one) => one !== "");
  return done({ ...settings, except });
}

const inRange = (host: string, cidr: string): boolean => {
  try {
    const [base, bits] = ipaddr.parseCIDR(cidr);
    const address = ipaddr.parse(host);
    return address.kind() === base.kind() && address.match(base, bits);
  } catch {
    return false;
  }
};

/** Is `host` (with `port`) one that `entry` of NO_PROXY names? */
function isExcepted(entry: string, host: string, port: number): boolean {
  if (entry === "*") return true;
  const [, name = entry, entryPort = null] = /^(\[[^\]]{1,50}\]|[^:]{1,255}):(\d{1,5})$/.exec(entry) ?? [];
  if (entryPort !== null && Number(entryPort) !== port) return false;
  const bare = name.replace(/^\[(.*)\]$/, "$1");
  if (isIP(host) !== 0) return bare.includes("/") ? inRange(host, bare) : bare === host;
  const suffix = bare.replace(/^\*?\./, "").replace(/\.$/, "");
  return suffix !== "" && (host === suffix || host.endsWith(`.${suffix}`));
}

/** The proxy before a target; null where the way is straight. `host` is in lower case, without brackets. */
export function proxyFor(
  target: { readonly protocol: string; readonly host: string; readonly port: number },
  settings: ProxySettings,
): Proxy | null {
  const proxy = target.protocol === "https:" ? settings.https : settings.http;
  if (!proxy || settings.except.some((entry) => isExcepted(entry, target.host, target.port))) return null;
  return proxy;
}
