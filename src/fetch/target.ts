import { isIP } from "node:net";
import type { CaptureNote } from "../model/fetch.ts";
import { done, type Outcome, problem } from "../model/outcome.ts";
import { whyNotPublic } from "./address.ts";

/**
 * Which addresses may be reached beside the public internet. `false`: none. `true`: all, names such as "localhost" too. A function: those
 * for which it says so. For tests and for a desk's own archive; never for addresses that come out of documents.
 */
export type AllowPrivate = boolean | ((address: string) => boolean);

/** An address to fetch that has passed all checks that need no network. */
export interface Target {
  /** Without fragment, user information and trailing dot of the host. */
  readonly url: URL;
  /** Host name in ASCII or IP address, without brackets. */
  readonly host: string;
  /** 1 to 65535. */
  readonly port: number;
  readonly isIp: boolean;
  readonly notes: readonly CaptureNote[];
}

/** What a check of an address depends on. */
export interface TargetRules {
  readonly allowPrivate: AllowPrivate;
  /** Are names of hidden services (`.onion`) given to a proxy that can resolve them? */
  readonly onion: boolean;
}

/** The longest address that is fetched, in UTF-16 units. Servers refuse longer ones (RFC 9110 asks them to take 8,000). */
const longest = 8_000;

// The ports that browsers block (WHATWG Fetch, "port blocking"): services that would take a request line for a command of their own.
const blockedPorts: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211,
]);

// Names that lead into a machine, a house or a firm: RFC 6761, 6762, 8375, 9476, ICANN's "internal", and what routers and clouds use.
const localSuffixes: readonly string[] = [
  "alt",
  "arpa",
  "corp",
  "home",
  "internal",
  "intranet",
  "invalid",
  "lan",
  "local",
  "localdomain",
  "localhost",
  "metadata.goog",
  "private",
];

const endsIn = (host: string, suffix: string): boolean => host === suffix || host.endsWith(`.${suffix}`);

/** `text` for a message: without a password, in quotes, cut. */
export const shownUrl = (text: string): string => {
  const bare = text.slice(0, 2_000).replace(/^([^/?#]{0,40}:)?([\\/]{0,4})[^/?#\\]{0,1000}@/, "$1$2…@");
  return JSON.stringify(bare.length > 200 ? `${bare.slice(0, 200)}…` : bare);
};

const notAnAddress = (text: string, why: string) => problem("fetch/url", `${shownUrl(text)} ${why}`);
const refused = (text: string, why: string) =>
  problem("fetch/address", `${shownUrl(text)} is not fetched: ${why}. Name an address of the public internet.`);

/** The problem of a host that was refused for the IP address `address`. */
export const refusedAddress = (host: string, address: string, why: string) =>
  problem(
    "fetch/address",
    host === address
      ? `${host} is not fetched: it is an address that is ${why}. Name an address of the public internet.`
      : `${host} is not fetched: its name leads to ${address}, which is ${why}. Name an address of the public internet.`,
  );

/** Why `address` may not be reached; null where it may. */
export const whyUnreachable = (address: string, allow: AllowPrivate): string | null => {
  if (allow === true || (typeof allow === "function" && allow(address))) return null;
  return whyNotPublic(address);
};

function whyLocalName(host: string, rules: TargetRules): string | null {
  if (endsIn(host, "onion")) return rules.onion ? null : "hidden services are reached through a SOCKS5 proxy only";
  if (rules.allowPrivate === true) return null;
  if (!host.includes(".")) return "a name without a dot is one of the own machine or the own network";
  const suffix = localSuffixes.find((one) => endsIn(host, one));
  return suffix ? `names in ".${suffix}" are those of the own machine, the own network or a cloud` : null;
}

function parseUrl(text: string): Outcome<URL> {
  if (text.length > longest)
    return notAnAddress(
      text,
      `has ${text.length} characters, and at most ${longest} are sent. Name a shorter address.`,
    );
  const trimmed = text.trim();
  // The URL parser drops tabs and line breaks without a word, and marks of direction make an address look like another.
  if (/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(trimmed))
    return notAnAddress(text, "holds a character that cannot be seen. Write the address out anew.");
  if (!/^https?:/i.test(trimmed))
    return notAnAddress(text, "begins with neither http:// nor https://. Write the whole address.");
  const url = URL.parse(trimmed);
  return url ? done(url) : notAnAddress(text, "is no address of a page: its host or port is misspelt. Correct it.");
}

/**
 * The address `text` as a target, after every check that needs no network. WHATWG's parser reads the host, so decimal, octal, hexadecimal
 * and short forms of IPv4, full-width digits and percent-encoded letters are what a browser would make of them.
 * Fails with `fetch/url` (no http or https, user information, a hidden character, a blocked port) or `fetch/address` (an address or a name
 * that is not public).
 */
export function parseTarget(text: string, rules: TargetRules): Outcome<Target> {
  const parsed = parseUrl(text);
  if (!parsed.ok) return parsed;
  const url = parsed.value;
  if (url.username !== "" || url.password !== "" || /^https?:[\\/]{0,9}[^\\/?#]{0,8000}@/i.test(text.trim()))
    return notAnAddress(text, "holds a user name or a password, which would be kept in the record. Leave them out.");
  url.hash = "";
  const bare = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const host = bare.replace(/\.$/, "");
  if (host === "" || host.startsWith(".") || bare.includes(".."))
    return notAnAddress(text, "has a host with an empty part. Correct it.");
  if (host !== bare) url.hostname = host;
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  if (blockedPorts.has(port))
    return notAnAddress(text, `names port ${port}, which is that of another service. Name the address of a page.`);
  const isIp = isIP(host) !== 0;
  const why = isIp ? whyUnreachable(host, rules.allowPrivate) : whyLocalName(host, rules);
  if (why !== null) return isIp ? refusedAddress(host, host, why) : refused(text, why);
  // URL drops the port of the scheme, so whatever is left is odd.
  const notes: readonly CaptureNote[] = url.port === "" ? [] : [{ kind: "odd-port", url: url.href, port }];
  return done({ url, host, port, isIp, notes });
}
