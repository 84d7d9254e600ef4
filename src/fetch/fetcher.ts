import type { Captured, Validators } from "../model/fetch.ts";
import { done, type Outcome, type Problem, problem } from "../model/outcome.ts";
import { capturedOf, fieldValue } from "./captured.ts";
import { stopped } from "./fault.ts";
import { type FetchLimits, fetchLimits } from "./limit.ts";
import { followOn, isRedirect, startAt, type Trail } from "./redirect.ts";
import type { Answer } from "./request.ts";
import { retryAfterMs } from "./retry.ts";
import { createRobots, type RobotsAnswer, robotsLimitBytes } from "./robots.ts";
import { createSender, type SenderOptions } from "./send.ts";
import { statusProblem } from "./status.ts";
import { parseTarget, shownUrl, type Target } from "./target.ts";
import { userAgentOf } from "./user-agent.ts";

/** What a fetcher is made of. What is left out is as the machine and `fetchLimits` have it. */
export interface FetcherOptions extends SenderOptions {
  /** The program's version, for its user agent. */
  readonly version: string;
  /** Where the user can be reached: an address of mail or of a page; null for none. */
  readonly contact: string | null;
  readonly limits?: Partial<FetchLimits>;
}

/** What is known of a page from an earlier capture, and a way to stop. */
export interface FetchAsk extends Partial<Validators> {
  readonly signal?: AbortSignal;
}

/** Goes to addresses. To be closed when it is no longer needed. */
export interface Fetcher {
  /**
   * The page at `url`: "page" with its bytes, or "unchanged" where `etag` or `lastModified` were given and the server says so.
   * Polite: the site's robots.txt is obeyed at every hop, one request at a time goes to a host, with a pause between two.
   * Fails with a `fetch/…` problem, whose message ends with what to do. Never rejects.
   */
  readonly fetch: (url: string, ask?: FetchAsk) => Promise<Outcome<Captured>>;
  /** Ends every request under way (each with `fetch/stopped`) and every connection. */
  readonly close: () => Promise<void>;
}

type Headers = Readonly<Record<string, string>>;

/** Problems of a robots.txt that is there and cannot be read; with any other, its site cannot be reached at all. */
const unreadRobots: ReadonlySet<string> = new Set(["fetch/encoding", "fetch/length", "fetch/time", "fetch/too-large"]);

/** `check`, or "stopped" as soon as `signal` says so. */
async function unlessStopped(check: Promise<Outcome<null>>, signal: AbortSignal): Promise<Outcome<null>> {
  const end = Promise.withResolvers<Outcome<null>>();
  const stop = () => end.resolve({ ok: false, problem: stopped.problem });
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await Promise.race([end.promise, check]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** A fetcher. It opens nothing before the first `fetch`. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits: FetchLimits = { ...fetchLimits, ...options.limits };
  const sender = createSender(options, limits);
  const { time, rules, send } = sender;
  const userAgent = userAgentOf(options.version, options.contact);
  const closing = new AbortController();
  /** Until when a host asked to be left alone, by Retry-After. */
  const closedUntilMs = new Map<string, number>();

  // Shared by all who ask for pages of the origin, so no one of them can stop it: closing the fetcher does.
  const askRobots = async (origin: string): Promise<RobotsAnswer> => {
    const first = parseTarget(`${origin}/robots.txt`, rules);
    if (!first.ok) return { kind: "unreachable", problem: first.problem };
    const headers = { "user-agent": userAgent, accept: "text/plain,*/*;q=0.5" };
    const robotsLimits = { ...limits, bodyBytes: Math.min(limits.bodyBytes, robotsLimitBytes) };
    let trail = startAt(first.value);
    for (;;) {
      const ask = { target: trail.target, headers, limits: robotsLimits, over: "cut" } as const;
      const answer = await send(ask, false, closing.signal);
      if (answer.kind === "failed")
        return unreadRobots.has(answer.problem.code)
          ? { kind: "unknown", why: answer.problem.message }
          : { kind: "unreachable", problem: answer.problem };
      const { status, body } = answer;
      if (body !== null) return { kind: "text", bytes: body };
      if (status === 429 || status >= 500) return { kind: "unknown", why: `the server answered ${status}` };
      if (!isRedirect(status)) return { kind: "none" };
      const next = followOn(trail, answer, rules, limits.redirects);
      if (!next.ok)
        return next.problem.code === "fetch/redirect"
          ? { kind: "none" }
          : { kind: "unknown", why: next.problem.message };
      trail = next.value;
    }
  };
  const robots = createRobots(askRobots, time, (host, ms) =>
    sender.setPause(host, Math.max(limits.pauseMs, Math.min(ms, limits.longestPauseMs))),
  );

  /** May `target` be asked for, as far as the site has said? A short rest that it asked for is waited out first. */
  const mayAsk = async ({ host, url }: Target, signal: AbortSignal): Promise<Outcome<null>> => {
    const restMs = (closedUntilMs.get(host) ?? 0) - time.now();
    if (restMs > limits.retryAfterMs) {
      const rest = Math.ceil(restMs / 1_000);
      return problem("fetch/throttled", `${host} asked to be left alone for another ${rest} s. Try it after that.`);
    }
    await time.sleep(restMs, signal);
    return robots.check(url);
  };

  /** The problem of a status that is neither page nor redirect; a host that asks for time is left alone from then on. */
  const refusal = ({ host }: Target, { status, header }: Answer): Problem => {
    const mayAskForTime = status === 429 || status >= 500;
    const askedMs = mayAskForTime ? retryAfterMs(header("retry-after"), time.now()) : null;
    if (askedMs !== null) closedUntilMs.set(host, time.now() + askedMs);
    return statusProblem(host, status, askedMs);
  };

  /** The last hop of `trail` with its answer, redirects followed. */
  const arrive = async (
    trail: Trail,
    headers: Headers,
    signal: AbortSignal,
  ): Promise<Outcome<{ readonly trail: Trail; readonly answer: Answer }>> => {
    const { target } = trail;
    const failed = ({ code, message }: Problem) =>
      problem(code, trail.redirects.length === 0 ? message : `It leads on to ${shownUrl(target.url.href)}. ${message}`);
    const allowed = await unlessStopped(mayAsk(target, signal), signal);
    if (!allowed.ok) return failed(allowed.problem);
    const answer = await send({ target, headers, limits, over: "refuse" }, true, signal);
    if (answer.kind === "failed") return failed(answer.problem);
    if (isRedirect(answer.status)) {
      const next = followOn(trail, answer, rules, limits.redirects);
      return next.ok ? arrive(next.value, headers, signal) : failed(next.problem);
    }
    const isUnchanged =
      answer.status === 304 && (Object.hasOwn(headers, "if-none-match") || Object.hasOwn(headers, "if-modified-since"));
    return answer.body !== null || isUnchanged ? done({ trail, answer }) : failed(refusal(target, answer));
  };

  const fetchPage = async (requestedUrl: string, ask: FetchAsk, signal: AbortSignal): Promise<Outcome<Captured>> => {
    const first = parseTarget(requestedUrl, rules);
    if (!first.ok) return first;
    const etag = fieldValue(ask.etag);
    const lastModified = fieldValue(ask.lastModified);
    const headers = {
      "user-agent": userAgent,
      accept: "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5",
      ...(etag === null ? {} : { "if-none-match": etag }),
      ...(lastModified === null ? {} : { "if-modified-since": lastModified }),
    };
    const arrived = await arrive(startAt(first.value), headers, signal);
    if (!arrived.ok) return arrived;
    const { target, redirects, notes } = arrived.value.trail;
    const retrievedAt = new Date(time.now()).toISOString();
    return done(
      capturedOf(arrived.value.answer, { requestedUrl, url: target.url.href, redirects, notes, retrievedAt }),
    );
  };

  return {
    fetch: (url, ask = {}) =>
      fetchPage(url, ask, ask.signal ? AbortSignal.any([ask.signal, closing.signal]) : closing.signal),
    close: async () => {
      closing.abort();
      await sender.close();
    },
  };
}
