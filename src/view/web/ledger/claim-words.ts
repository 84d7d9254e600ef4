import type { AttributionKind, Stance } from "../../../model/attribution.ts";
import type { EventClass, Realis } from "../../../model/event.ts";
import type { MarkKind } from "../../../model/mark.ts";
import type { ClaimRow } from "../../../record/ask/claims.ts";
import type { TimelinePart } from "../../../record/ask/timeline.ts";
import { isPublic } from "../actor-word.ts";
import { datedWords, dayWords } from "../day.ts";
import { harmless } from "../harmless.ts";
import { partWord } from "../timeline/part.ts";
import { kindWord, markWord, realisWord } from "../words.ts";
import type { Chip, FilterName } from "./claim-query.ts";

/** Who speaks, in one line: the names of those who may be named, else the words of the text; "unnamed" where there are none. */
export function speakerWords({ speakers, source }: Pick<ClaimRow, "speakers" | "source">): string {
  const isAll = speakers.length > 0 && speakers.every(isPublic);
  return isAll ? speakers.map(({ name }) => name).join(", ") : (source ?? "unnamed");
}

/** What is done by saying it; "does not say" where the verb itself is negated. */
export const actWords = ({ kind, polarity }: Pick<ClaimRow, "kind" | "polarity">): string =>
  polarity === "-" ? `does not ${kind === "no-comment" ? "comment" : kind}` : kindWord(kind);

/** The day of saying, or the day in print where the text tells no other; null where neither is known. */
export function sayingDay({ day, published }: Pick<ClaimRow, "day" | "published">): {
  readonly words: string;
  readonly how: "exact" | "range" | "printed";
} | null {
  const said = datedWords(day);
  if (said !== null) return { words: said, how: day!.start === day!.end ? "exact" : "range" };
  return published === null ? null : { words: dayWords(published.slice(0, 10)), how: "printed" };
}

/** A stretch of a claim's quoted words; offsets count from their start. */
export interface ClaimPart {
  readonly start: number;
  readonly end: number;
  readonly role: "source" | "cue" | "content" | "mark";
}

const clipped = (start: number, end: number, role: ClaimPart["role"], row: ClaimRow): readonly ClaimPart[] => {
  const [from, to] = [Math.max(start, row.start) - row.start, Math.min(end, row.end) - row.start];
  return from < to ? [{ start: from, end: to, role }] : [];
};

/** Source, cue, content and marks of a claim inside its quoted words; what lies outside of them is left out. */
export const partsOf = (row: ClaimRow): readonly ClaimPart[] => [
  ...row.contentSpans.flatMap(([start, end]) => clipped(start, end, "content", row)),
  ...row.sourceSpans.flatMap(([start, end]) => clipped(start, end, "source", row)),
  ...row.cueSpans.flatMap(([start, end]) => clipped(start, end, "cue", row)),
  ...row.marks.flatMap(({ start, end }) => clipped(start, end, "mark", row)),
];

const filterWords: Readonly<Record<FilterName | "part" | "class" | "realis", string>> = {
  part: "shown",
  class: "events",
  realis: "told as",
  mark: "evidence",
  actor: "speaker",
  kind: "what is done",
  stance: "stance",
  target: "against or to",
  publisher: "publisher",
  via: "via",
  words: "words",
  from: "from",
  to: "until",
  document: "report",
  asOf: "as of",
  recordedBy: "recorded by",
  recordedAfter: "recorded after",
};
/** What a filter is called. */
export const filterWord = (name: string): string => filterWords[name as FilterName] ?? name;

const stanceShort: Readonly<Record<Stance, string>> = {
  asserts: "asserts",
  denies: "denies",
  doubts: "doubts",
  asks: "asks",
  wants: "wants",
};

const classShort: Readonly<Record<EventClass, string>> = { material: "deeds", verbal: "talk" };

/** A value of a filter in the reader's terms. What the desk does not know stays as it is. */
export function valueWord(name: string, value: string): string {
  if (name === "mark") return markWord(value as MarkKind) ?? value;
  if (name === "kind") return kindWord(value as AttributionKind);
  if (name === "stance") return stanceShort[value as Stance] ?? value;
  if (name === "class") return classShort[value as EventClass] ?? value;
  if (name === "realis") return realisWord(value as Realis) ?? value;
  if (name === "part") return partWord(value as TimelinePart) ?? value;
  if (["from", "to", "asOf", "recordedBy", "recordedAfter", "day"].includes(name)) return dayWords(value);
  return harmless(value);
}

/** "evidence: no evidence given" */
export const chipWords = ({ name, value }: Chip): string => `${filterWord(name)}: ${valueWord(name, value)}`;

/** How a day was decided, as the record puts it: "said Friday: anchor published, weekday of that day" -> its two halves. */
export function decidedWords(by: string): { readonly cue: string | null; readonly rule: string } {
  const timex = /^(since |until )?timex t\d+$/.exec(by);
  if (timex) return { cue: null, rule: `${timex[1] ?? ""}a time that the text names` };
  const at = by.lastIndexOf(": ");
  return at < 0 ? { cue: null, rule: by } : { cue: by.slice(0, at), rule: by.slice(at + 2) };
}
