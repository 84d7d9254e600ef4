import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { ProblemCode } from "../../model/problem.ts";
import { refuse } from "./refusal.ts";

/** Where a server listens, and what it asks of those who call. */
export interface Door {
  /** As it was given: "127.0.0.1". */
  readonly host: string;
  readonly port: number;
  /** Needed by every request that changes something; the pages of this start hold it. */
  readonly token: string;
  /** Needed by every request where others than this machine can call; null where only this machine can. */
  readonly access: string | null;
}

/** Is `host` reached from this machine only? */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);

/** An address as it stands in a URL: IPv6 in brackets. */
export const hostInUrl = (host: string): string => (host.includes(":") && !host.startsWith("[") ? `[${host}]` : host);

/**
 * Sent with every answer. Nothing is loaded from anywhere but here, nothing is run that stands in a page, no page of another site may
 * hold, read or open ours, and no address of ours is told to another site.
 */
const strictHeaders: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** Puts the strict headers on every answer, refusals too. */
export const withStrictHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(strictHeaders)) context.res.headers.set(name, value);
};

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Are the two equal? Takes the same time wherever they differ. */
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));

const stop = (code: ProblemCode, message: string, status?: number, headers?: Readonly<Record<string, string>>) =>
  refuse({ code, message }, status, headers);

/** The names by which this machine calls itself; a page of another site has another name, even where it resolves to here. */
const ownHosts = ({ host, port }: Door): ReadonlySet<string> => {
  const names = ["127.0.0.1", "localhost", "[::1]", hostInUrl(host).toLowerCase()];
  return new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));
};

/** The path and query of a URL, which cannot lead to another host. */
const placeIn = (url: URL): string => `/${url.pathname.replace(/^[/\\]+/, "")}${url.search}`;

/**
 * Lets a request through that comes from where it may: by a name of ours (DNS rebinding), not from another site's page, and with the access
 * token where others than this machine can call. What changes something must pass `writeGuard` too.
 */
export function guard(door: Door): MiddlewareHandler {
  const hosts = ownHosts(door);
  const cookie = `standoff-${door.port}`;
  return async (context, next) => {
    const { req } = context;
    const host = (req.header("host") ?? "").toLowerCase();
    if (door.access === null && !hosts.has(host)) {
      return stop(
        "request/host",
        `This server is called ${[...hosts].join(", ")}, not ${JSON.stringify(host.slice(0, 100))}. Open it by one of its names.`,
      );
    }
    const origin = req.header("origin");
    const ownOrigins = door.access === null ? [`http://${host}`] : [`http://${host}`, `https://${host}`];
    if (origin !== undefined && !ownOrigins.includes(origin.toLowerCase())) {
      return stop("request/origin", "Pages of other sites may not call this server. Open its own page.");
    }
    const site = req.header("sec-fetch-site") ?? "none";
    const isPage = req.header("sec-fetch-mode") === "navigate" && !/^\/api(\/|$)/.test(req.path);
    if (site !== "none" && site !== "same-origin" && !isPage) {
      return stop("request/origin", "Pages of other sites may not call this server. Open its own page.");
    }
    if (door.access !== null) {
      const url = new URL(req.url);
      const asked = url.searchParams.get("token");
      if (asked !== null && isSame(asked, door.access) && isReading(req.method)) {
        url.searchParams.delete("token");
        setCookie(context, cookie, door.access, { httpOnly: true, sameSite: "Strict", path: "/" });
        // A token in the address would stay in the history and be copied with it.
        context.header("cache-control", "no-store");
        return context.redirect(placeIn(url), 303);
      }
      const bearer = /^Bearer ([\x21-\x7e]+)$/i.exec(req.header("authorization") ?? "")?.[1];
      const given = asked ?? bearer ?? getCookie(context, cookie) ?? "";
      if (!isSame(given, door.access)) {
        return stop(
          "request/token",
          "This server is open to other machines, so each request needs its access token: open the address that `standoff serve` printed, or send it as `Authorization: Bearer`.",
          401,
          { "www-authenticate": 'Bearer realm="standoff"' },
        );
      }
    }
    return next();
  };
}

/** Does a request of that method change nothing? */
export const isReading = (method: string): boolean => method === "GET" || method === "HEAD";

/** Lets a request through that changes nothing, or brings the token of this start. */
export const writeGuard =
  ({ token }: Door): MiddlewareHandler =>
  async ({ req }, next) =>
    isReading(req.method) || isSame(req.header("x-standoff-token") ?? "", token)
      ? next()
      : stop(
          "request/token",
          "A request that changes something needs the header x-standoff-token with the token of this start of the server. Load the page again; a program finds the token in the page, as <meta name=standoff-token>.",
        );
