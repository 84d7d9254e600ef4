import { readFileSync } from "node:fs";
import type { Span } from "../../../src/model/span.ts";

/** Words of one report: exact, the `nth` time that they occur (1 is the first). */
export interface GoldPlace {
  readonly report: string;
  readonly quote: string;
  readonly nth?: number;
}

export interface GoldReport {
  readonly id: string;
  readonly publisher: string;
  readonly url: string;
  readonly published: string;
  readonly title: string;
  readonly byline: readonly string[];
  readonly text: string;
}

export interface GoldClaim {
  readonly id: string;
  readonly holder: string;
  readonly kind: string;
  readonly proposition: string;
  readonly places: readonly GoldPlace[];
}

export interface GoldOrigins {
  readonly claim: string;
  readonly count: number;
  readonly established: number;
  readonly unknown: number;
  readonly origins: readonly { readonly name: string; readonly kind: string; readonly reports: readonly string[] }[];
}

export interface GoldHappening {
  readonly id: string;
  readonly type: string | null;
  readonly realis: string;
  readonly places: readonly (GoldPlace & { readonly told?: string })[];
}

export interface GoldFigure {
  readonly place: GoldPlace;
  readonly holder: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly value: number | null;
  readonly day: string;
  readonly supersededBy: number | null;
}

/** One story with its gold; what the fields mean is in `bench/quality/bundles/README.md`. */
export interface Bundle {
  readonly id: string;
  readonly about: string;
  readonly reports: readonly GoldReport[];
  readonly claims: readonly GoldClaim[];
  readonly supports: readonly { readonly claim: string; readonly supports: string }[];
  readonly denials: readonly { readonly denial: string; readonly denied: string }[];
  readonly contradictions: readonly { readonly a: string; readonly b: string; readonly slot: string }[];
  readonly corrections: readonly { readonly later: string; readonly earlier: string }[];
  readonly withdrawals: readonly { readonly later: string; readonly earlier: string }[];
  readonly distortions: readonly { readonly place: GoldPlace; readonly of: string; readonly slot: string }[];
  readonly origins: readonly GoldOrigins[];
  readonly happenings: readonly GoldHappening[];
  readonly figures: readonly {
    readonly happening: string;
    readonly of: string;
    readonly series: readonly GoldFigure[];
  }[];
}

/** Bundles of a file, one a line. Throws on a line that is no JSON: the gold is broken. */
export const readBundles = (path: string): readonly Bundle[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Bundle);

/** Where the words of a place stand in the report's text; null where they do not. */
export function spanOfPlace({ quote, nth = 1 }: GoldPlace, text: string): Span | null {
  let at = -1;
  for (let time = 0; time < nth; time++) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) return null;
  }
  return [at, at + quote.length];
}
