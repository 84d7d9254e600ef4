import { type Problem, problem } from "../model/outcome.ts";
import { problemIn } from "./connect.ts";
import type { FetchLimits } from "./limit.ts";

/** A request that brought no answer. */
export interface Failure {
  readonly kind: "failed";
  readonly problem: Problem;
  /** May it be another time? Then it is asked again. */
  readonly again: boolean;
}

/** What a request was, for the message about its end. */
export interface Attempted {
  readonly host: string;
  /** The proxy that it went through, as messages show it; null where the way was straight. */
  readonly proxy: string | null;
  readonly limits: FetchLimits;
  /** Did the end come while the body was read? Then `announcedBytes` is what the server had said (null: nothing), `readBytes` what had come. */
  readonly body: { readonly announcedBytes: number | null; readonly readBytes: number } | null;
}

const failed = (again: boolean, { problem }: { readonly problem: Problem }): Failure => ({
  kind: "failed",
  problem,
  again,
});

/** It was stopped by the user. */
export const stopped: Failure = failed(
  false,
  problem("fetch/stopped", "It was stopped before it was done. Give the same command again to go on."),
);

const tlsReasons: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "its certificate has expired",
  CERT_NOT_YET_VALID: "its certificate is not valid yet; is this machine's clock right",
  DEPTH_ZERO_SELF_SIGNED_CERT: "it vouches for itself, and no authority does",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is that of another name",
  SELF_SIGNED_CERT_IN_CHAIN: "an authority that this machine does not know vouches for it",
  UNABLE_TO_GET_ISSUER_CERT: "the chain of its certificate is not complete",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "an authority that this machine does not know vouches for it",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "the chain of its certificate is not complete",
};

const seconds = (ms: number): string => `${ms / 1_000} s`;

const tls = (host: string, why: string) =>
  failed(
    false,
    problem(
      "fetch/tls",
      `No secure connection to ${host}: ${why}. What it sends could be anybody's, so it is not read.`,
    ),
  );

const late = (what: string, ms: number, again: boolean) =>
  failed(
    again,
    problem("fetch/time", `${what} took longer than ${seconds(ms)}. Try it later, or set a higher limit of time.`),
  );

const broken = (attempted: Attempted): Failure => {
  const { host, body } = attempted;
  if (body?.announcedBytes !== null && body !== null)
    return failed(
      true,
      problem(
        "fetch/length",
        `${host} announced ${body.announcedBytes} bytes and ended after ${body.readBytes}. A part of a page is not kept: try it later.`,
      ),
    );
  return failed(
    true,
    problem(
      "fetch/connect",
      body
        ? `${host} broke the connection after ${body.readBytes} bytes of the page. Try it later.`
        : `${host} broke the connection before it answered. Try it later.`,
    ),
  );
};

/** How a failed system call or a code of undici is told. Both are stable names. */
const byCode: Readonly<Record<string, (attempted: Attempted) => Failure>> = {
  EAI_AGAIN: ({ host }) =>
    failed(
      true,
      problem("fetch/name", `The name ${host} could not be looked up just now. Check the connection and try it again.`),
    ),
  ECONNREFUSED: ({ host }) =>
    failed(
      true,
      problem("fetch/connect", `${host} takes no connections at that port. Check the address, or try later.`),
    ),
  EHOSTUNREACH: ({ host }) =>
    failed(true, problem("fetch/connect", `There is no way to ${host}. Check the connection, or try later.`)),
  ENETUNREACH: ({ host }) =>
    failed(true, problem("fetch/connect", `There is no way to ${host}. Check the connection, or try later.`)),
  ENOTFOUND: ({ host }) => failed(false, problem("fetch/name", `There is no host ${host}. Check how it is spelt.`)),
  ETIMEDOUT: ({ host, limits }) => late(`The connection to ${host}`, limits.connectMs, true),
  UND_ERR_BODY_TIMEOUT: ({ host, limits }) => late(`The next part of the page from ${host}`, limits.bodyMs, true),
  UND_ERR_CONNECT_TIMEOUT: ({ host, limits }) => late(`The connection to ${host}`, limits.connectMs, true),
  UND_ERR_HEADERS_OVERFLOW: ({ host }) =>
    failed(false, problem("fetch/protocol", `${host} sent more headers than any site needs. Leave the address out.`)),
  UND_ERR_HEADERS_TIMEOUT: ({ host, limits }) => late(`The answer of ${host}`, limits.headersMs, true),
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: (attempted) =>
    attempted.body
      ? broken(attempted)
      : failed(
          true,
          problem(
            "fetch/length",
            `${attempted.host} announced a length that what it sent does not have. A part of a page is not kept: try it later.`,
          ),
        ),
  UND_ERR_SOCKET: broken,
  ECONNRESET: broken,
  ECONNABORTED: broken,
  EPIPE: broken,
};

/** The error itself and those it was made of, nearest first: Node and undici wrap them. */
function causesOf(error: unknown): readonly NodeJS.ErrnoException[] {
  const causes: NodeJS.ErrnoException[] = [];
  for (let at: unknown = error; at instanceof Error && causes.length < 10; at = at.cause) {
    causes.push(at);
    if (at instanceof AggregateError) causes.push(...at.errors.filter((one) => one instanceof Error));
  }
  return causes;
}

/** What an error of a request means and what to do, and whether it is worth another try. */
export function failureOf(error: unknown, attempted: Attempted): Failure {
  const causes = causesOf(error);
  for (const cause of causes) {
    const known = problemIn(cause);
    if (known) return { kind: "failed", problem: known, again: known.code === "fetch/proxy" };
  }
  const codes = causes.map(({ code }) => code ?? "");
  const tlsCode = codes.find((code) => Object.hasOwn(tlsReasons, code) || /^(?:ERR_SSL_|ERR_TLS_|EPROTO$)/.test(code));
  if (tlsCode !== undefined && !codes.includes("UND_ERR_PRX_TLS"))
    return tls(attempted.host, tlsReasons[tlsCode] ?? tlsCode);
  const isLate = codes.some((code) => code.endsWith("TIMEOUT") || code === "ETIMEDOUT");
  if (attempted.proxy !== null && attempted.body === null && !isLate) {
    const why = causes.map(({ message }) => message).find((message) => message !== "") ?? "no reason given";
    return failed(
      true,
      problem(
        "fetch/proxy",
        `The proxy ${attempted.proxy} did not lead to ${attempted.host} (${why.slice(0, 200)}). Check that it runs, its address and its password.`,
      ),
    );
  }
  // undici names these by class and by words alone; tests hold both.
  if (causes.some(({ name, message }) => name === "HTTPParserError" || message === "bad response"))
    return failed(
      false,
      problem("fetch/protocol", `What ${attempted.host} sent is not HTTP. Check the address and its port.`),
    );
  for (const code of codes) {
    const tell = Object.hasOwn(byCode, code) ? byCode[code] : undefined;
    if (tell) return tell(attempted);
  }
  return failed(
    true,
    problem(
      "fetch/connect",
      `The request to ${attempted.host} failed (${codes.find((code) => code !== "") ?? causes[0]?.message.slice(0, 200) ?? "no reason given"}). Try it later.`,
    ),
  );
}

/** The whole request took too long. Not asked again: the next one would take as long. */
export const wholeTooLate = ({ host, limits }: Attempted): Failure =>
  late(`The whole page from ${host}`, limits.wholeMs, false);
