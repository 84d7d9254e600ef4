import { type AttributionKind, attributionKinds, type Stance } from "../../model/attribution.ts";
import type { EventType, Factuality, Realis } from "../../model/event.ts";
import type { MarkKind } from "../../model/mark.ts";

// What the desk calls things, in the reader's terms. The record's own names stay in URLs and tables.

const kindWords: Partial<Readonly<Record<AttributionKind, string>>> = {
  "no-comment": "declines to comment",
  report: "reports",
  say: "says",
};

/** "accuse" -> "accuses": what is done by saying it, as a verb after the speaker. */
export const kindWord = (kind: AttributionKind): string => {
  const known = kindWords[kind];
  if (known) return known;
  // A word in an address that is no kind is shown as it is.
  if (!attributionKinds.includes(kind)) return kind;
  if (/(s|sh|ch|x|z)e?$/.test(kind) && !kind.endsWith("e")) return `${kind}es`;
  return /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}s`;
};

/** Is the content denied by who says it? "Did not rule out" is a denial that is itself denied: none. */
export const isDenial = ({
  kind,
  stance,
  polarity,
}: {
  readonly kind: AttributionKind;
  readonly stance: Stance;
  readonly polarity: "+" | "-";
}): boolean => polarity === "+" && (kind === "deny" || (stance === "denies" && kind !== "no-comment"));

const stanceWords: Readonly<Record<Stance, string>> = {
  asserts: "asserts it",
  denies: "denies it",
  doubts: "doubts it",
  asks: "asks",
  wants: "wants it",
};
/** How the speaker stands to the content. */
export const stanceWord = (stance: Stance): string => stanceWords[stance];

const markWords: Readonly<Record<MarkKind, string>> = {
  "none-given": "no evidence given",
  "no-detail": "no detail given",
  unverified: "not verified",
  reportedly: "reportedly",
  alleged: "alleged",
  "so-called": "so-called",
  "scare-quotes": "in scare quotes",
  "no-comment": "no comment",
  anonymous: "unnamed source",
  document: "a document",
  footage: "footage",
  eyewitness: "an eyewitness",
  "named-expert": "a named expert",
  "on-record": "on record",
};
/** A mark of evidence, or of the want of it. */
export const markWord = (kind: MarkKind): string => markWords[kind];

const realisWords: Readonly<Record<Realis, string>> = {
  happened: "said to have happened",
  ongoing: "said to be under way",
  planned: "planned",
  threatened: "threatened",
  demanded: "demanded",
  hypothetical: "supposed",
};
/** How an event is told. */
export const realisWord = (realis: Realis): string => realisWords[realis];

/** How sure the text is of it; null for what is simply told. */
export const factualityWord = (factuality: Factuality): string | null => {
  if (factuality === "certain+") return null;
  if (factuality === "uncommitted") return "left open";
  const how = factuality.startsWith("certain") ? "" : factuality.startsWith("probable") ? "probably " : "possibly ";
  return `${how}${factuality.endsWith("-") ? "not so" : "so"}`;
};

/** "COERCE" -> "coerce"; what is of no PLOVER type is a happening. */
export const typeWord = (type: EventType | null): string => (type === null ? "happening" : type.toLowerCase());

/** "1 report", "4,321 reports". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
