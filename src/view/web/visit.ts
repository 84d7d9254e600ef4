/** How long the desk may be left alone within one visit. */
const pauseMs = 30 * 60_000;

/** What is kept of visits: when the desk was last looked at, and what "since your last visit" counts from. */
export interface Visit {
  /** ISO 8601, UTC. */
  readonly seen: string;
  /** End of the visit before this one; null in the first. */
  readonly since: string | null;
}

const isTime = (value: unknown): value is string => typeof value === "string" && !Number.isNaN(Date.parse(value));

/** The visit that was kept as text; null where nothing of that form is there. */
export function visitIn(text: string | null): Visit | null {
  if (text === null) return null;
  try {
    const { seen, since } = JSON.parse(text) as Partial<Visit>;
    return isTime(seen) ? { seen, since: isTime(since) ? since : null } : null;
  } catch {
    return null;
  }
}

/**
 * The visit at `now` (ISO 8601, UTC) after the one that was kept: a look within half an hour of the last one belongs to the same visit, so
 * that a reload does not make everything old.
 */
export function visitAt(kept: Visit | null, now: string): Visit {
  if (kept === null) return { seen: now, since: null };
  const pause = Date.parse(now) - Date.parse(kept.seen);
  return pause < pauseMs ? { seen: now, since: kept.since } : { seen: now, since: kept.seen };
}

/** Under which name the visits to a case are kept in the browser. */
export const visitName = (caseName: string): string => `standoff.visit.${caseName}`;
