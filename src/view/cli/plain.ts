import type { ActorRef } from "../../record/ask/party.ts";
import type { Cited } from "../../record/ask/cited.ts";
import type { ClaimRow } from "../../record/ask/claims.ts";
import type { DocumentRow } from "../../record/ask/documents.ts";
import type { EventRow } from "../../record/ask/events.ts";
import type { SearchRow } from "../../record/ask/search.ts";
import type { TimelineRow } from "../../record/ask/timeline.ts";
import type { Question } from "../question.ts";
import { oneLine } from "./shell.ts";

const indent = "            ";
const longest = 240;

/** Words on one line; the middle of a long passage is left out here, never in --json and --csv. */
function shown(words: string | null): string {
  const line = oneLine(words ?? "").replace(/\s+/g, " ");
  if (line.length <= longest) return line;
  return `${line.slice(0, longest - 60).trimEnd()} […] ${line.slice(-50).trimStart()}`;
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;
const names = (actors: readonly ActorRef[]): string => actors.map((actor) => oneLine(actor.name)).join(", ");
const listed = (parts: readonly (string | null)[], by: string): string =>
  parts.filter((part) => part !== null && part !== "").join(by);

const dayOf = (day: { readonly start: string | null; readonly end: string | null } | null): string | null => {
  if (!day) return null;
  if (day.start === day.end) return day.start;
  return `${day.start ?? "…"} to ${day.end ?? "…"}`;
};

const where = (row: Cited): string =>
  listed(
    [
      row.publisher === null ? null : oneLine(row.publisher),
      row.published?.slice(0, 10) ?? "no day",
      `${row.document} [${row.start}-${row.end}]`,
      row.url ?? row.path ?? row.externalId,
    ],
    " · ",
  );

/** First column: a day, or its want. */
const first = (day: string | null): string => (day ?? "no day").padEnd(indent.length);

const markWords: Readonly<Record<string, string>> = {
  "none-given": "no evidence given",
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

const claim = (row: ClaimRow): readonly string[] => [
  `${first(dayOf(row.day) ?? row.published?.slice(0, 10) ?? null)}${listed([names(row.speakers) || shown(row.source) || "(speaker not found)", row.cue === null ? null : `${shown(row.cue)}${row.kind === "say" ? "" : ` (${row.kind})`}`, row.targets.length === 0 ? null : `→ ${names(row.targets)}`], "  ")}`,
  ...(row.content === null ? [] : [`${indent}“${shown(row.content)}”`]),
  `${indent}${listed([row.marks.map((mark) => markWords[mark.kind] ?? mark.kind).join(", "), row.via === null ? null : `via ${shown(row.via.text)}`, where(row)], " · ")}`,
];

const event = (row: EventRow): readonly string[] => [
  `${first(dayOf(row.day))}${listed([row.type ?? "other", row.realis === "happened" ? null : row.realis, row.factuality === "certain+" ? null : row.factuality], " · ")}  ${listed([names(row.actors) || "?", shown(row.trigger), row.recipients.length === 0 ? null : `→ ${names(row.recipients)}`, row.places.length === 0 ? null : `@ ${row.places.map((place) => oneLine(place.name)).join(", ")}`], "  ")}`,
  `${indent}“${shown(row.words)}”`,
  `${indent}${listed([row.attribution === null ? "in the publisher's own words" : `says ${shown(row.attribution.source) || "somebody not found"}`, where(row)], " · ")}`,
];

const timeline = (row: TimelineRow): readonly string[] => [
  `${first(row.day)}${row.part.padEnd(10)}${listed([names(row.who), shown(row.what), row.whom.length === 0 ? null : `→ ${names(row.whom)}`], "  ")}`,
  `${indent}${where(row)}`,
];

const search = (row: SearchRow): readonly string[] => [
  `${first(row.published?.slice(0, 10) ?? null)}${shown(row.title) || row.document}`,
  `${indent}“${shown(row.words)}”`,
  `${indent}${where(row)}`,
];

const document = (row: DocumentRow): readonly string[] => [
  `${first(row.published?.slice(0, 10) ?? null)}${shown(row.title ?? row.words)}`,
  `${indent}${listed([`${counted(row.claims, "claim")}, ${counted(row.events, "event")}`, row.revisions > 1 ? `${row.revisions} versions` : null, where(row)], " · ")}`,
];

/**
 * One row of an answer for people: what is said first, the exact words, then where they stand. A question without a form of its own is
 * shown by the columns of its table.
 */
export function plainRow(question: Question, row: Cited): string {
  const forms: Readonly<Record<string, (row: never) => readonly string[]>> = {
    claims: claim,
    events: event,
    timeline,
    search,
    documents: document,
  };
  const form = forms[question.name] as ((row: Cited) => readonly string[]) | undefined;
  if (form) return form(row).join("\n");
  const cells = question.columns
    .slice(0, -14)
    .map((column) => ({ name: column.name, cell: column.cell(row) }))
    .filter(({ cell }) => cell !== null && cell !== "" && cell !== 0);
  return [
    ...cells.map(({ name, cell }) => `${name.padEnd(indent.length)}${shown(String(cell))}`),
    `${indent}“${shown(row.words)}”`,
    `${indent}${where(row)}`,
  ].join("\n");
}
