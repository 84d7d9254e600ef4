import { setTimeout as wait } from "node:timers/promises";

/** The clock of the fetcher and its way to wait: given from outside, so that a test need not wait. */
export interface Time {
  /** Milliseconds since 1970 (UTC). */
  readonly now: () => number;
  /** Resolves after `ms` milliseconds, or at once when `signal` stops it; never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The machine's clock. */
export const machineTime: Time = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    if (ms > 0) await wait(ms, undefined, { signal }).catch(() => undefined);
  },
};
