import type { Time } from "./time.ts";

/** One request at a time for each host, with a pause after each. */
export interface Turns {
  /** Waits for the host's turn, in the order of asking, and then for the rest of its pause. Null where `signal` came first. */
  readonly take: (host: string, signal: AbortSignal) => Promise<Turn | null>;
  /** The pause of `host` from now on, in milliseconds. */
  readonly setPause: (host: string, ms: number) => void;
}

/** The right to send one request; to be given back once. */
export interface Turn {
  /** `pause`: must the next one wait? Not after a robots.txt: reading the rules of a site is no visit. */
  readonly giveBack: (pause: boolean) => void;
}

interface Lane {
  readonly tail: Promise<void>;
  readonly freeAtMs: number;
  readonly pauseMs: number;
}

/** Turns by host. `pauseMs` is the pause of a host for which none was set. */
export function createTurns(time: Time, pauseMs: number): Turns {
  const lanes = new Map<string, Lane>();
  const laneOf = (host: string): Lane => lanes.get(host) ?? { tail: Promise.resolve(), freeAtMs: 0, pauseMs };
  const change = (host: string, part: Partial<Lane>): void => {
    lanes.set(host, { ...laneOf(host), ...part });
  };
  return {
    setPause: (host, ms) => change(host, { pauseMs: ms }),
    take: async (host, signal) => {
      const before = laneOf(host).tail;
      const own = Promise.withResolvers<void>();
      change(host, { tail: before.then(() => own.promise) });
      const stopped = Promise.withResolvers<void>();
      const stop = () => stopped.resolve();
      signal.addEventListener("abort", stop, { once: true });
      if (!signal.aborted) await Promise.race([before, stopped.promise]);
      if (!signal.aborted) await time.sleep(laneOf(host).freeAtMs - time.now(), signal);
      signal.removeEventListener("abort", stop);
      if (signal.aborted) {
        own.resolve();
        return null;
      }
      return {
        giveBack: (pause) => {
          if (pause) change(host, { freeAtMs: time.now() + laneOf(host).pauseMs });
          own.resolve();
        },
      };
    },
  };
}
