import robotsModule from "robots-parser";
import { done, type Outcome, type Problem, problem } from "../model/outcome.ts";
import { shownUrl } from "./target.ts";
import type { Time } from "./time.ts";
import { programToken } from "./user-agent.ts";

// The package is CommonJS and is the function itself; its types say that the function is one of its fields.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

/** What asking an origin for its robots.txt brought. */
export type RobotsAnswer =
  | { readonly kind: "text"; readonly bytes: Uint8Array }
  /** There is none: a 4xx but 429, or redirects without end. All is allowed (RFC 9309, 2.3.1.3). */
  | { readonly kind: "none" }
  /** It cannot be told what is allowed: a 5xx, 429, a time limit. Nothing is (RFC 9309, 2.3.1.4). */
  | { readonly kind: "unknown"; readonly why: string }
  /** The site cannot be reached at all; the problem is that of any of its pages. */
  | { readonly kind: "unreachable"; readonly problem: Problem };

/** The rules of one origin for this program. */
interface Rules {
  readonly until: number;
  readonly allows: (url: string) => Outcome<null>;
}

/** Rules of sites, read once each. */
export interface Robots {
  /**
   * May `url` be fetched? Fails with `fetch/robots`, with `fetch/robots-unavailable`, or with the problem that keeps the origin from being reached.
   */
  readonly check: (url: URL) => Promise<Outcome<null>>;
}

/** RFC 9309 (2.5) asks that at least 500 kibibytes are read. */
export const robotsLimitBytes = 512_000;

/** RFC 9309 (2.4): not longer than a day. */
const keptMs = 24 * 3_600_000;
/** A failure may pass: it is asked again after ten minutes. */
const failureKeptMs = 600_000;
const mostOrigins = 1_000;

// The parser walks the whole path for each character of a rule with a "*". More steps than this take longer than half a second.
const mostSteps = 100_000_000;

/** Sum of the lengths of the rules that hold a "*". */
const wildLength = (text: string): number =>
  text.split(/[\r\n]/).reduce((sum, line) => (line.includes("*") ? sum + line.length : sum), 0);

const unavailable = (origin: string, why: string) =>
  problem(
    "fetch/robots-unavailable",
    `${origin}/robots.txt could not be read (${why}), so it is not known what the site allows, and it is left alone. Try it later.`,
  );

function rulesOf(origin: string, bytes: Uint8Array): { allows: Rules["allows"]; delayMs: number | null } {
  const text = new TextDecoder("utf-8").decode(bytes);
  const robots = robotsParser(`${origin}/robots.txt`, text);
  const wild = wildLength(text);
  const delayS = robots.getCrawlDelay(programToken);
  return {
    delayMs: delayS !== undefined && Number.isFinite(delayS) && delayS > 0 ? delayS * 1_000 : null,
    allows: (url) => {
      if (wild * url.length > mostSteps) return unavailable(origin, "its patterns are too many to be tried");
      if (robots.isAllowed(url, programToken) !== false) return done(null);
      const line = robots.getMatchingLineNumber(url, programToken);
      return problem(
        "fetch/robots",
        `${shownUrl(url)} is not fetched: ${origin}/robots.txt forbids it to programs (line ${line}). Save the page in your browser and add the file.`,
      );
    },
  };
}

/**
 * Rules of sites by origin. `ask` gets the robots.txt of an origin; `onDelay` is told the Crawl-delay of a host, in milliseconds, where it
 * has one. An answer is kept for a day, a failure for ten minutes; several callers at once share one request.
 */
export function createRobots(
  ask: (origin: string) => Promise<RobotsAnswer>,
  time: Pick<Time, "now">,
  onDelay: (host: string, ms: number) => void,
): Robots {
  const known = new Map<string, Promise<Rules>>();

  const read = async (url: URL): Promise<Rules> => {
    const { origin } = url;
    const answer = await ask(origin);
    const keep = (ms: number, allows: Rules["allows"]): Rules => ({ until: time.now() + ms, allows });
    switch (answer.kind) {
      case "none":
        return keep(keptMs, () => done(null));
      case "unknown":
        return keep(failureKeptMs, () => unavailable(origin, answer.why));
      case "unreachable":
        return keep(failureKeptMs, () => ({ ok: false, problem: answer.problem }));
      case "text": {
        const { allows, delayMs } = rulesOf(origin, answer.bytes);
        if (delayMs !== null) onDelay(url.hostname.replace(/^\[(.*)\]$/, "$1"), delayMs);
        return keep(keptMs, allows);
      }
    }
  };

  return {
    check: async (url) => {
      const { origin } = url;
      const before = known.get(origin);
      // Compared again after the wait: another caller may have begun anew meanwhile.
      if (before && (await before).until <= time.now() && known.get(origin) === before) known.delete(origin);
      const rules = known.get(origin) ?? read(url);
      if (!known.has(origin)) {
        const [oldest] = known.keys();
        if (known.size >= mostOrigins && oldest !== undefined) known.delete(oldest);
        known.set(origin, rules);
      }
      return (await rules).allows(url.href);
    },
  };
}
