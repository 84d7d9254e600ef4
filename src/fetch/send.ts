import { createDispatcher, machineResolve, type Resolve } from "./connect.ts";
import { stopped } from "./fault.ts";
import type { FetchLimits } from "./limit.ts";
import { noProxy, type Proxy, type ProxySettings, proxyFor } from "./proxy.ts";
import { type Ask, type Attempt, type Route, request } from "./request.ts";
import { waitBeforeRetry } from "./retry.ts";
import type { AllowPrivate, Target, TargetRules } from "./target.ts";
import { machineTime, type Time } from "./time.ts";
import { createTurns } from "./turn.ts";

/** How requests travel and wait. What is left out is as the machine has it. */
export interface SenderOptions {
  readonly proxy?: ProxySettings;
  /** Addresses beside the public internet that may be reached; none unless said so. For tests. */
  readonly allowPrivate?: AllowPrivate;
  readonly resolve?: Resolve;
  readonly time?: Time;
  /** 0 <= chance < 1: spreads out repeated requests. */
  readonly chance?: () => number;
  /** Certificates of further authorities, in PEM. */
  readonly authorities?: string | null;
}

/** Sends requests, each in its host's turn. */
export interface Sender {
  readonly time: Time;
  /** What an address has to pass to be sent a request. */
  readonly rules: TargetRules;
  /**
   * One request when its host's turn has come, and again where it fails in a way that may pass; the host's turn is kept meanwhile.
   * `isVisit`: does the host's pause begin after it?
   */
  readonly send: (ask: Ask, isVisit: boolean, signal: AbortSignal) => Promise<Attempt>;
  /** The pause of a host from now on, in milliseconds. */
  readonly setPause: (host: string, ms: number) => void;
  readonly close: () => Promise<void>;
}

/** A sender. It opens nothing before the first request. */
export function createSender(options: SenderOptions, limits: FetchLimits): Sender {
  const { allowPrivate = false, resolve = machineResolve, time = machineTime, chance = Math.random } = options;
  const { proxy: proxies = noProxy, authorities = null } = options;
  const turns = createTurns(time, limits.pauseMs);
  const routes = new Map<Proxy | null, Route & { readonly close: () => Promise<void> }>();

  const routeOf = ({ url, host, port }: Target): Route => {
    const proxy = proxyFor({ protocol: url.protocol, host, port }, proxies);
    const known = routes.get(proxy);
    if (known) return known;
    const overruns = new Set<string>();
    const dispatcher = createDispatcher(proxy, { ...limits, allowPrivate, resolve, authorities });
    // This is how undici gives up a connection on which an answer begins that nobody asked for; a test holds its words.
    dispatcher.on("disconnect", (origin, _, error) => {
      if (error.message === "bad response") overruns.add(new URL(origin).origin);
    });
    const route = { dispatcher, proxy: proxy?.shown ?? null, overruns, close: () => dispatcher.destroy() };
    routes.set(proxy, route);
    return route;
  };

  const attemptUntilDone = async (ask: Ask, signal: AbortSignal): Promise<Attempt> => {
    for (let made = 1; ; made++) {
      const attempt = await request(ask, routeOf(ask.target), signal);
      const waitMs = waitBeforeRetry(attempt, { made, nowMs: time.now(), limits, chance: chance() });
      if (waitMs === null) return attempt;
      await time.sleep(waitMs, signal);
      if (signal.aborted) return stopped;
    }
  };

  return {
    time,
    rules: { allowPrivate, onion: proxies.http?.kind === "socks-names" && proxies.https?.kind === "socks-names" },
    setPause: turns.setPause,
    send: async (ask, isVisit, signal) => {
      const turn = await turns.take(ask.target.host, signal);
      if (turn === null) return stopped;
      try {
        return await attemptUntilDone(ask, signal);
      } finally {
        turn.giveBack(isVisit);
      }
    },
    close: async () => {
      await Promise.all([...routes.values()].map((route) => route.close()));
    },
  };
}
