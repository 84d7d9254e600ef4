import type { FetchLimits } from "./limit.ts";
import type { Attempt } from "./request.ts";

/**
 * The wait that a `retry-after` header asks for, in milliseconds from `nowMs`: a number of seconds or a date (RFC 9110, 10.2.3).
 * Null where it asks for none or is not understood.
 */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  // Only the date of HTTP, "Fri, 12 Nov 2021 08:00:00 GMT": Date.parse would take nearly anything.
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(header)) return null;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

// 501 and 505 say what the server cannot do at all; any other 5xx may pass.
const mayPass = (status: number): boolean => status === 429 || (status >= 500 && status !== 501 && status !== 505);

/** What a wait depends on beside the attempt. */
export interface RetryContext {
  /** How many attempts were made, 1 after the first. */
  readonly made: number;
  readonly nowMs: number;
  readonly limits: FetchLimits;
  /** 0 <= chance < 1. */
  readonly chance: number;
}

/**
 * Milliseconds to wait before the same address is asked again; null where it is not. The wait doubles from one attempt to the next
 * (exponential back-off with jitter); what the server asks for by Retry-After goes before it where it is longer.
 */
export function waitBeforeRetry(attempt: Attempt, { made, nowMs, limits, chance }: RetryContext): number | null {
  if (made >= limits.attempts) return null;
  if (attempt.kind === "failed" ? !attempt.again : !mayPass(attempt.status)) return null;
  const asked = attempt.kind === "failed" ? null : retryAfterMs(attempt.header("retry-after"), nowMs);
  if (asked !== null && asked > limits.retryAfterMs) return null;
  return Math.max(limits.backOffMs * 2 ** (made - 1) * (1 + chance / 2), asked ?? 0);
}
