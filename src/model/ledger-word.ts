import type { RelationKind, Slot } from "./ledger.ts";

// What stories and disagreements are called, at the desk and on the command line alike. None of it says who is right; the record's own names stay in --json and --csv.

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

/** Between the first claim and the one that stands against it: "is denied by". */
const metWords: Readonly<Record<RelationKind, string>> = {
  supports: "is also said by",
  denies: "is denied by",
  contradicts: "is contradicted by",
  distorts: "is retold with a change by",
  corrects: "is corrected by",
  withdraws: "is taken back by",
};
const doneWords: Readonly<Record<RelationKind, string>> = {
  supports: "says the same as",
  denies: "denies",
  contradicts: "contradicts",
  distorts: "retells with a change what is said by",
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
  distorts: "retold with a change",
  corrects: "corrected",
  withdraws: "taken back",
};
/** What became of a claim, in a word or two: "denied". */
export const relationWord = (kind: RelationKind): string => relationWords[kind];
