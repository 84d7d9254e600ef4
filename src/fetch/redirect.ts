import type { CaptureNote, Redirect } from "../model/fetch.ts";
import { done, type Outcome, problem } from "../model/outcome.ts";
import type { Answer } from "./request.ts";
import { parseTarget, shownUrl, type Target, type TargetRules } from "./target.ts";

/** Where an address has led so far. */
export interface Trail {
  readonly target: Target;
  readonly redirects: readonly Redirect[];
  readonly notes: readonly CaptureNote[];
}

/** Statuses whose `location` is followed with GET (RFC 9110, 15.4). */
export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** The beginning of a trail. */
export const startAt = (target: Target): Trail => ({ target, redirects: [], notes: target.notes });

const redirect = (message: string) => problem("fetch/redirect", message);

/**
 * The trail after one more redirect, its target checked as the first one was.
 * Fails with `fetch/redirect` (no address, a circle, more than `most`) or as `parseTarget` does.
 */
export function followOn(
  { target, redirects, notes }: Trail,
  { status, header }: Pick<Answer, "status" | "header">,
  rules: TargetRules,
  most: number,
): Outcome<Trail> {
  const from = target.url.href;
  const location = header("location");
  const url = location === null ? null : URL.parse(location, from);
  if (!url) return redirect(`${shownUrl(from)} redirects (${status}) to no address. Look in a browser where it leads.`);
  const next = parseTarget(url.href, rules);
  if (!next.ok) return next;
  const to = next.value.url.href;
  if (to === from || redirects.some((hop) => hop.from === to))
    return redirect(
      `It redirects in a circle, back to ${shownUrl(to)}; the site may want cookies, which are never kept. Save the page in a browser.`,
    );
  if (redirects.length >= most)
    return redirect(`It redirects more than ${most} times, last to ${shownUrl(to)}. Name the address where it ends.`);
  const isDowngrade = from.startsWith("https:") && to.startsWith("http:");
  return done({
    target: next.value,
    redirects: [...redirects, { status, from, to }],
    notes: [...notes, ...(isDowngrade ? [{ kind: "downgraded", from, to } as const] : []), ...next.value.notes],
  });
}
