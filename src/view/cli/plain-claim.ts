import type { ClaimMark, ClaimRow } from "../../record/ask/claims.ts";
import type { ActorRef } from "../../record/ask/party.ts";
import { column, daysIn, indent, listed, names, publishedOn, shown } from "./plain-line.ts";

const markWords: Readonly<Record<ClaimMark["kind"], string>> = {
  "none-given": "no evidence given",
  "no-detail": "no detail given",
  unverified: "not verified",
  reportedly: "reportedly",
  alleged: "alleged",
  "so-called": "so-called",
  "scare-quotes": "in scare quotes",
  "no-comment": "no comment",
  anonymous: "anonymous",
  document: "evidence: a document",
  footage: "evidence: footage",
  eyewitness: "evidence: eyewitness",
  "named-expert": "a named expert",
  "on-record": "on record",
};

const markOf = ({ kind, words }: ClaimMark): string => {
  const [label, printed] = [markWords[kind], shown(words)];
  return printed.toLowerCase() === label ? label : `${label}: “${printed}”`;
};

// Words that a source may have beyond the name and still say no more than it.
const empty = new Set(
  "the a an he she it they we i you who which that his her its their our himself herself".split(" "),
);
const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Who speaks: the resolved names; the source as printed where it holds them and says more ("Drennia's defence ministry" for
 * "defence ministry"); both where it says something else ("Oda Lind (“the minister”)"). Empty where there is neither.
 */
export function speakerOf(source: string | null, speakers: readonly ActorRef[]): string {
  const [printed, resolved] = [shown(source), names(speakers)];
  if (resolved === "" || printed === "") return resolved || printed;
  const inSource = new Set(wordsIn(printed));
  const inNames = wordsIn(resolved);
  const known = new Set([...inNames, inNames.map((word) => word[0]).join("")]);
  if ([...inSource].every((word) => known.has(word) || empty.has(word) || word.length === 1)) return resolved;
  return inNames.every((word) => inSource.has(word)) ? printed : `${resolved} (“${printed}”)`;
}

/** Is the day of publication all that is known of when it was said? It is printed in brackets then. */
export const hasBracketedDay = (row: ClaimRow): boolean => daysIn(row.day) === null && row.published !== null;

const dayOf = (row: ClaimRow): string => daysIn(row.day) ?? (hasBracketedDay(row) ? `(${publishedOn(row)})` : "no day");

/** How a claim stands on the page. */
export interface ClaimPlace {
  /** How many claims above it on the page hold it. */
  readonly depth: number;
  /** Id of the claim around it, where that one is not above it on the page. */
  readonly inside: string | null;
  /** Where its words stand. */
  readonly where: string;
}

/** A claim for people: day, speaker, cue and kind, whom it is against; the words; marks of evidence and where it stands. */
export function claimLines(row: ClaimRow, place: ClaimPlace): readonly string[] {
  const step = "    ".repeat(place.depth);
  const cue = row.cue === null ? null : `${shown(row.cue)}${row.kind === "say" ? "" : ` (${row.kind})`}`;
  const target = row.targets.length === 0 ? null : `→ ${names(row.targets)}`;
  const who = speakerOf(row.source, row.speakers) || "(speaker not found)";
  return [
    `${column(dayOf(row))}${step}${listed([who, cue, target], "  ")}`,
    ...(row.content === null ? [] : [`${indent}${step}“${shown(row.content)}”`]),
    `${indent}${step}${listed(
      [
        row.marks.map(markOf).join(", "),
        row.via === null ? null : `via ${shown(row.via.text)}`,
        place.inside === null ? null : `inside ${place.inside}`,
        place.where,
        row.claim,
      ],
      " · ",
    )}`,
  ];
}

/** Claims one after the other, each indented under the claim around it where that one was printed before. */
export function* claimPages(
  rows: Iterable<ClaimRow>,
  where: (row: ClaimRow, depth: number) => string,
): Generator<string> {
  const depths = new Map<string, number>();
  for (const row of rows) {
    const above = row.parent === null ? undefined : depths.get(row.parent);
    // Deeper than this, the words would leave the screen.
    const depth = above === undefined ? 0 : Math.min(above + 1, 6);
    depths.set(row.claim, depth);
    const inside = above === undefined ? row.parent : null;
    yield claimLines(row, { depth, inside, where: where(row, depth) }).join("\n");
  }
}
