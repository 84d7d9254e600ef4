import type { Quantity } from "../model/quantity.ts";

/** What a tally counts, by the word behind its "of", as the word of the record. */
const counted: ReadonlyMap<string, string> = new Map(
  (
    [
      ["killed", "dead deaths killed fatalities victims"],
      ["wounded", "wounded injured injuries"],
      ["missing", "missing"],
      ["detained", "detained arrested arrests detainees"],
      ["captured", "taken abducted kidnapped hostages captives"],
      ["displaced", "displaced evacuees"],
      ["released", "freed released"],
    ] as const
  ).flatMap(([fate, list]) => list.split(" ").map((word) => [word, fate] as const)),
);

/** Words from the tally to its number: "the toll of Monday's blast has climbed to", "put the number of those taken at", "the first figure was". */
const tally = new RegExp(
  "\\b(?:(?<toll>toll)|(?:figure|number|count|total|estimate|tally)" +
    `(?: of (?:the |those |people )?(?<who>${[...counted.keys()].join("|")}))?)(?![\\p{L}])` +
    "[^.;:!?]{0,90}\\b(?:at|to|is|was|were|reached|passed|exceeded|hit)\\s(?:only |just |now |already )?$",
  "iu",
);
const lookedAt = 140;

/** "There were three.": a whole sentence that only puts a number in another's place. */
const standsAlone = /^\s*(?:in fact,? |actually,? )?(?:there|they|it) (?:were|was) (?:only |just |in fact )?$/i;

/** What a tally says of a number that stands without its noun: the fate that it counts; null for "the figure", which leaves both to the number before. */
export interface Tally {
  readonly of: string | null;
}

/** The tally that the words of a sentence up to a number end in; null where there is none. Reads 140 units. */
export function tallyBefore(text: string, from: number, start: number): Tally | null {
  const groups = tally.exec(text.slice(Math.max(from, start - lookedAt), start))?.groups;
  if (groups === undefined) return null;
  return { of: groups.toll !== undefined ? "killed" : (counted.get(groups.who?.toLowerCase() ?? "") ?? null) };
}

/** Does the number make up a sentence that puts another in the place of the one in the sentence before? */
export const isCorrected = (text: string, from: number, { start, end }: Pick<Quantity, "start" | "end">): boolean =>
  start - from < lookedAt &&
  standsAlone.test(text.slice(from, start)) &&
  /^\s?[.!](?:\s|$)/.test(text.slice(end, end + 3));
