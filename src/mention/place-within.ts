import type { NameIndex } from "./name-index.ts";
import type { Candidate } from "./place-candidate.ts";
import { ofCountry, rowsOf } from "./place-candidate.ts";
import { placeKey } from "./place-key.ts";
import { shortState } from "./place-state.ts";
import { wordsIn } from "./word.ts";

/** The ground that is named right behind a place's name and holds it: "Salem, Ore.", "Brest, France". */
export interface Within {
  /** As printed. */
  readonly name: string;
  readonly holders: readonly Candidate[];
  /** "Ore.", "TX": nothing else can be meant; a full name may as well be the next of a list. */
  readonly short: boolean;
}

const longestHolder = 4;
const holderName = new RegExp(
  String.raw`^\p{Lu}[\p{L}\p{M}'’.-]{1,40}(?: (?:of |and )?\p{Lu}[\p{L}\p{M}'’.-]{0,40}){0,${longestHolder - 1}}`,
  "u",
);

const holds = (one: Candidate): boolean =>
  one.level === "country" || one.level === "region" || one.level === "district" || one.population >= 50_000;

/** Countries, regions and districts of a name. */
function holdersNamed(name: string, index: NameIndex): readonly Candidate[] {
  const words = wordsIn(name);
  const match = words.length === 0 ? null : index.names.longestAt(words, 0);
  const countries =
    match === null || match.to !== words.length
      ? []
      : match.values.flatMap((entry) => (entry.kind === "country" ? [ofCountry(entry.row)] : []));
  return [
    ...countries,
    ...rowsOf(placeKey(name), index).filter((one) => holds(one) && !(one.alias && one.level === "district")),
  ];
}

/**
 * The holder that `after` begins with: text behind a place's name, from a comma or an opening bracket on. Null where nothing known follows.
 * Reads at most some two hundred characters.
 */
export function withinOf(after: string, index: NameIndex): Within | null {
  const opening = /^(?:, ?| ?\()/.exec(after)?.[0];
  if (opening === undefined) return null;
  const rest = after.slice(opening.length, opening.length + 200);
  const state = shortState(rest);
  if (state !== null) {
    const [country = ""] = state.region.split(".");
    const holder: Candidate = {
      name: rest.slice(0, state.length),
      geonames: null,
      country,
      region: state.region,
      lat: null,
      lon: null,
      population: 0,
      level: "region",
      alias: false,
    };
    return { name: holder.name, holders: [holder], short: true };
  }
  const words = holderName.exec(rest)?.[0].split(" ") ?? [];
  for (let length = words.length; length > 0; length--) {
    const name = words
      .slice(0, length)
      .join(" ")
      .replace(/(?:[.-]|['’]s?)$/, "");
    const holders = holdersNamed(name, index);
    if (holders.length > 0) return { name, holders, short: false };
  }
  return null;
}
