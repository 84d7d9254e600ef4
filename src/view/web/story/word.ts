import type { AttributionKind, Stance } from "../../../model/attribution.ts";
import type { Holder, Origins, RelationKind, Slot } from "../../../model/ledger.ts";
import type { StoryRow } from "../../../record/ask/stories.ts";
import { dayWords } from "../day.ts";
import type { Chip } from "../ledger/claim-query.ts";
import { chipWords } from "../ledger/claim-words.ts";
import { counted } from "../words.ts";
import { masked, originWords } from "./name.ts";

// What stories, origins and disagreements are called. None of it says who is right.

const slotWordsOf: Readonly<Record<Slot, string>> = {
  who: "who did it",
  whom: "to whom",
  what: "what it was",
  count: "how many",
  place: "where",
  time: "when",
  cause: "why",
  negation: "whether it is so",
  modality: "how sure it is",
};
/** What two tellings differ in; the whole where no slot is named. */
export const slotWord = (slot: Slot | null): string => (slot === null ? "the whole" : slotWordsOf[slot]);

/** A value of a slot as it is told: days in words. */
export const valueWords = (value: string, slot: Slot): string =>
  slot === "time" ? value.replace(/\b\d{4}-\d{2}(?:-\d{2})?\b/g, dayWords) : value;

/** Between the first claim and the one that stands against it: "is denied by". */
const metWords: Readonly<Record<RelationKind, string>> = {
  supports: "is also said by",
  denies: "is denied by",
  contradicts: "is contradicted by",
  distorts: "is told otherwise by",
  corrects: "is corrected by",
  withdraws: "is taken back by",
};
const doneWords: Readonly<Record<RelationKind, string>> = {
  supports: "says the same as",
  denies: "denies",
  contradicts: "contradicts",
  distorts: "tells otherwise what is said by",
  corrects: "corrects",
  withdraws: "takes back what is said by",
};
/** How one claim stands to another, before the other's holder: `to`: it does it; `from`: the other does it to it. */
export const tieWords = (kind: RelationKind, direction: "to" | "from"): string =>
  direction === "to" ? doneWords[kind] : metWords[kind];

const relationWords: Readonly<Record<RelationKind, string>> = {
  supports: "says the same",
  denies: "denied",
  contradicts: "contradicted",
  distorts: "told otherwise",
  corrects: "corrected",
  withdraws: "taken back",
};
/** What became of a claim, in a word or two: "denied". */
export const relationWord = (kind: RelationKind): string => relationWords[kind];

/** What is known of the number of origins, without the reports: "1 origin", "1 to 2 origins", "at most 2 origins". */
export function originCount({ established, unknown, atMost }: Omit<Origins, "origins">): string {
  if (unknown === 0) return counted(established, "origin");
  if (established === 0) return `at most ${counted(atMost, "origin")}`;
  return `${established.toLocaleString("en")} to ${counted(atMost, "origin")}`;
}

/** So many origins are named in a line. */
const namedOrigins = 2;

/** "2 reports, 1 origin: a statement by the Ministry of Defence". The name of a private holder is left out of it. */
export function originLine(reports: number, origins: Origins, holder: Holder): string {
  const count = `${counted(reports, "report")}, ${originCount(origins)}`;
  const known = origins.origins.filter(({ established }) => established);
  if (known.length === 0) return `${count}: where ${reports === 1 ? "it has" : "they have"} it from is not told`;
  const names = known.slice(0, namedOrigins).map((origin) => masked(originWords(origin), [holder]));
  const rest = known.length - names.length;
  return `${count}: ${names.join("; ")}${rest > 0 ? `; ${rest.toLocaleString("en")} more` : ""}`;
}

/** "goes on", "quiet for 6 days"; null where no day is known. */
export function stateWords({ state, quietDays }: Pick<StoryRow, "state" | "quietDays">): string | null {
  if (state === null) return null;
  return state === "ongoing" ? "goes on" : `quiet for ${counted(quietDays ?? 0, "day")}`;
}

/** Does the claim deny something? */
export const isDenied = ({ kind, stance }: { readonly kind: AttributionKind; readonly stance: Stance }): boolean =>
  kind === "deny" || (stance === "denies" && kind !== "no-comment");

/** A filter of the page of contradictions in words: "how: denied". */
export function filterWords({ name, value }: Chip): string {
  if (name === "kind") return `how: ${relationWords[value as RelationKind] ?? value}`;
  if (name === "slot") return `on: ${slotWordsOf[value as Slot] ?? value}`;
  if (name === "holder" || name === "story") return `${name === "holder" ? "whose word" : name}: ${value}`;
  return chipWords({ name, value });
}
