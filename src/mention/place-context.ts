import type { Finding, Line } from "./found.ts";
import type { NameIndex } from "./name-index.ts";
import { placeKey } from "./place-key.ts";
import type { GroundContext } from "./place-sense.ts";
import { shortState } from "./place-state.ts";
import { wordsIn } from "./word.ts";

/** Countries by how often their people and their governments are named; a country's own name is one of the names to resolve. */
function countriesOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const countries = new Map<string, number>();
  for (const { refer, kind } of findings) {
    if ((refer.to === "state" && kind !== "place") || refer.to === "government")
      countries.set(refer.country, (countries.get(refer.country) ?? 0) + 1);
  }
  return countries;
}

const longestName = 3;

/** First-level regions of the US, Canada, … by how often they are named, alone or inside other names ("Ohio State University"), and short behind a comma. */
function regionsOf(
  { text, lines, names }: Pick<ContextOf, "text" | "lines" | "names">,
  index: NameIndex,
): ReadonlyMap<string, number> {
  const regions = new Map<string, number>();
  const isCountry = (key: string): boolean =>
    index.names.longestAt(wordsIn(key), 0)?.values.some(({ kind }) => kind === "country") ?? false;
  const add = (region: string): void => void regions.set(region, (regions.get(region) ?? 0) + 1);
  for (const { words } of lines) {
    for (let at = 0; at < words.length; at++) {
      if (!words[at]!.cap) continue;
      for (let to = Math.min(words.length, at + longestName); to > at; to--) {
        const own = words.slice(at, to);
        if (!own.at(-1)!.cap) continue;
        const key = placeKey(own.map((word) => word.text).join(" "));
        const region = index.places.regionNames.get(key);
        if (region === undefined || names.has(key) || isCountry(key)) continue;
        add(region);
        at = to - 1;
        break;
      }
    }
  }
  for (const match of text.matchAll(/, (?=[A-Z])/g)) {
    const start = match.index + match[0].length;
    const state = shortState(text.slice(start, start + 10));
    if (state !== null) add(state.region);
  }
  return regions;
}

/** Names of counties wherever they stand, most of them in names of their bodies ("Pike County Sheriff"), with how often; keys as `placeKey` makes them. */
export function countiesNamed(lines: readonly Line[], index: NameIndex): ReadonlyMap<string, number> {
  const counties = new Map<string, number>();
  for (const { words } of lines) {
    for (let at = 1; at < words.length; at++) {
      if (!words[at]!.cap || !/^(?:county|parish)$/.test(words[at]!.key)) continue;
      for (let from = Math.max(0, at - longestName); from < at; from++) {
        if (!words[from]!.cap) continue;
        const key = placeKey(
          words
            .slice(from, at + 1)
            .map((word) => word.text)
            .join(" "),
        );
        if (index.places.keyed(key).length === 0) continue;
        counties.set(key, (counties.get(key) ?? 0) + 1);
        break;
      }
    }
  }
  return counties;
}

/** What the context of a document's places is read from. */
export interface ContextOf {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
  /** Keys of the names that are to be resolved: none of them tells of itself. */
  readonly names: ReadonlySet<string>;
}

/** What a document tells of the ground that it is about, its places' names apart. */
export const groundContext = (source: ContextOf, index: NameIndex): GroundContext => ({
  countries: countriesOf(source.findings),
  regions: regionsOf(source, index),
});
