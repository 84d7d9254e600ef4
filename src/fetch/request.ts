import { setImmediate as nextTurn } from "node:timers/promises";
import type { Dispatcher } from "undici";
import { problem } from "../model/outcome.ts";
import { type Attempted, type Failure, failureOf, stopped, wholeTooLate } from "./fault.ts";
import type { FetchLimits } from "./limit.ts";
import type { Target } from "./target.ts";
import { acceptedEncodings, overLimit, unpackBody } from "./unpack.ts";

/** What came back for one request. */
export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  /** Value of a header by its name in small letters, the first where it was sent more than once; null where it was not. */
  readonly header: (name: string) => string | null;
  /** Unpacked; null where the status is not one of a page. */
  readonly body: Uint8Array | null;
  /** Length that the server had announced while it sent more; null where it did not. */
  readonly overrunOf: number | null;
}

export type Attempt = Answer | Failure;

/** What is sent, and how much of the answer is taken. */
export interface Ask {
  readonly target: Target;
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: FetchLimits;
  /** What happens to a body over the limit: a page is refused, of a robots.txt the front is read (RFC 9309, 2.5). */
  readonly over: "refuse" | "cut";
}

/** How the request travels. */
export interface Route {
  readonly dispatcher: Dispatcher;
  /** As messages show it; null where the way is straight. */
  readonly proxy: string | null;
  /** Origins whose connection was given up because bytes came that nobody had announced. Emptied by who reads it. */
  readonly overruns: Set<string>;
}

type Response = Dispatcher.ResponseData;

const headerOf =
  ({ headers }: Response) =>
  (name: string): string | null => {
    const value = headers[name];
    return (Array.isArray(value) ? value[0] : value)?.trim() || null;
  };

/** Is there a page in an answer of this status? 203 is one that somebody on the way has changed. */
const hasPage = (status: number): boolean => status === 200 || status === 203;

const mediaType = /^(?:image|audio|video|font)\//i;

/** Octets of the body as they come, up to `limits.bodyBytes`; one byte more tells that there was more. */
async function readSent(response: Response, limitBytes: number, onBytes: (sum: number) => void): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let sum = 0;
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    parts.push(part);
    sum += part.length;
    onBytes(sum);
    // Leaving the loop destroys the stream, and with it the connection: nothing more is read of an endless body.
    if (sum > limitBytes) break;
  }
  return Buffer.concat(parts).subarray(0, limitBytes + 1);
}

async function bodyOf(response: Response, ask: Ask, onBytes: (sum: number) => void): Promise<Failure | Uint8Array> {
  const header = headerOf(response);
  const { bodyBytes } = ask.limits;
  const refuse = (how: string): Failure => ({ kind: "failed", again: false, ...overLimit(how, bodyBytes) });
  const type = header("content-type") ?? "";
  if (ask.over === "refuse" && mediaType.test(type)) {
    response.body.destroy();
    const { problem: what } = problem(
      "fetch/not-text",
      `The server calls it ${JSON.stringify(type.slice(0, 80))}. Name the page that shows it.`,
    );
    return { kind: "failed", again: false, problem: what };
  }
  const announced = Number(header("content-length") ?? 0);
  if (ask.over === "refuse" && announced > bodyBytes) {
    response.body.destroy();
    return refuse(`is announced with ${announced} bytes`);
  }
  const sent = await readSent(response, bodyBytes, onBytes);
  if (sent.length > bodyBytes && ask.over === "refuse") return refuse("goes on after the limit");
  const coding = header("content-encoding");
  const cut = sent.subarray(0, bodyBytes);
  if (coding === null) return cut;
  const unpacked = await unpackBody(cut, coding, bodyBytes);
  return unpacked.ok ? unpacked.value : { kind: "failed", again: false, problem: unpacked.problem };
}

/**
 * One request to one address, once: no redirect is followed, nothing is asked again. The body is read only where the status is that of a page.
 * Cookies are neither kept nor sent. Never rejects.
 */
export async function request(ask: Ask, { dispatcher, proxy, overruns }: Route, signal: AbortSignal): Promise<Attempt> {
  const { target, limits } = ask;
  const { origin, pathname, search } = target.url;
  const whole = AbortSignal.timeout(limits.wholeMs);
  let body: Attempted["body"] = null;
  const attempted = (): Attempted => ({ host: target.host, proxy, limits, body });
  try {
    overruns.delete(origin);
    const response = await dispatcher.request({
      origin,
      path: `${pathname}${search}`,
      method: "GET",
      headers: { ...ask.headers, "accept-encoding": acceptedEncodings },
      signal: AbortSignal.any([signal, whole]),
    });
    // A body that is destroyed while nobody reads it says so by an error, which nobody but this would hear.
    response.body.on("error", () => undefined);
    const header = headerOf(response);
    const status = response.statusCode;
    const announcedBytes = header("content-length") === null ? null : Number(header("content-length"));
    if (!hasPage(status)) {
      // A small body is read so that the connection can be used again; its words are of no use.
      await response.body.dump({ limit: 65_536 }).catch(() => undefined);
      return { kind: "answer", status, header, body: null, overrunOf: null };
    }
    body = { announcedBytes, readBytes: 0 };
    const read = await bodyOf(response, ask, (readBytes) => {
      body = { announcedBytes, readBytes };
    });
    if (!(read instanceof Uint8Array)) return read;
    // The end of a connection is told in the phase of the event loop after this one, and bytes beyond the announced length end it.
    await nextTurn();
    await nextTurn();
    return { kind: "answer", status, header, body: read, overrunOf: overruns.delete(origin) ? announcedBytes : null };
  } catch (error) {
    if (signal.aborted) return stopped;
    if (whole.aborted) return wholeTooLate(attempted());
    return failureOf(error, attempted());
  }
}
