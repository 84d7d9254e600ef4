import type { Factuality } from "../../model/event.ts";
import type { EventQuantity, EventRow } from "../../record/ask/events.ts";
import type { PlacedRow } from "../../record/ask/placed.ts";
import type { TimelineRow } from "../../record/ask/timeline.ts";
import { speakerOf } from "./plain-claim.ts";
import { column, counted, daysIn, flat, indent, listed, names, shown, where } from "./plain-line.ts";

const factualityWords: Readonly<Record<Factuality, string | null>> = {
  "certain+": null,
  "probable+": "probable",
  "possible+": "possible",
  "certain-": "said not to be so",
  "probable-": "probably not so",
  "possible-": "possibly not so",
  uncommitted: "not said whether so",
};

/** The words from the end of a number to what it counts, where that follows within three words: " paratroopers". */
function countedAfter(row: EventRow, { end, unit }: EventQuantity): string {
  if (unit === null || end < row.start) return "";
  const stem = unit === "person" ? "pe" : unit.slice(0, 4).toLowerCase();
  const after = row.words.slice(end - row.start, end - row.start + 80);
  let at = 0;
  for (const [word] of [...after.matchAll(/\s+[\p{L}\p{N}’'-]+/gu)].slice(0, 3)) {
    if (!after.startsWith(word, at)) return "";
    at += word.length;
    if (word.trimStart().toLowerCase().startsWith(stem)) return after.slice(0, at);
  }
  return "";
}

/** The words of a number, what it counts, and what is said of it: "at least 14 people killed". */
function quantityOf(row: EventRow, quantity: EventQuantity): string {
  const line = shown(`${quantity.words}${countedAfter(row, quantity)}`);
  const { of } = quantity;
  return of === null || line.toLowerCase().includes(of.toLowerCase()) ? line : `${line} ${flat(of)}`;
}

/** An event for people: day, type and mood of reality, who does what to whom and where; the words; numbers, who says so, where it stands. */
export function eventLines(row: EventRow, place: string): readonly string[] {
  const realis = row.realis === "happened" ? null : row.realis;
  const said = row.attribution;
  const sayer = said === null ? "" : speakerOf(said.source, said.speakers);
  return [
    `${column(daysIn(row.day) ?? "no day")}${listed([row.type ?? "other", realis, factualityWords[row.factuality]], " · ")}  ${listed(
      [
        names(row.actors) || "?",
        shown(row.trigger),
        row.recipients.length === 0 ? null : `→ ${names(row.recipients)}`,
        row.places.length === 0 ? null : `@ ${row.places.map((one) => flat(one.name)).join(", ")}`,
      ],
      "  ",
    )}`,
    `${indent}“${shown(row.words)}”`,
    `${indent}${listed(
      [
        row.quantities.map((quantity) => quantityOf(row, quantity)).join(", "),
        said === null ? "in the publisher's own words" : `says ${sayer || "somebody not found"}`,
        place,
        row.event,
      ],
      " · ",
    )}`,
  ];
}

/** A place for people: name, country, how exactly it is known; how its events are told; the words of the last one. */
export function placedLines(row: PlacedRow): readonly string[] {
  const told = [
    [row.happened, "said to have happened"],
    [row.denied, "denied"],
    [row.planned, "planned"],
    [row.supposed, "supposed"],
  ] as const;
  return [
    `${column(row.country ?? "")}${shown(row.name)}  ${listed(
      [
        row.precision === null || row.precision === "city" ? null : row.precision,
        listed(
          told.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`),
          ", ",
        ),
        `in ${counted(row.documents, "document")}`,
        row.first === null ? null : daysIn({ start: row.first, end: row.last }),
      ],
      " · ",
    )}`,
    `${indent}“${shown(row.words)}”`,
    `${indent}${listed([where(row), row.event], " · ")}`,
  ];
}

/** An entry of a timeline for people: days, part, who, what, to whom; the words; who says so and where it stands. */
export function timelineLines(row: TimelineRow): readonly string[] {
  const isSaid = row.part === "said";
  const who = isSaid ? speakerOf(row.saidBy, row.who) || "(speaker not found)" : names(row.who);
  // What was said stands in the second line.
  const what = !isSaid ? shown(row.what) : row.type === "say" || row.type === null ? null : `(${row.type})`;
  return [
    `${column(daysIn({ start: row.day, end: row.lastDay }) ?? "no day")}${row.part.padEnd(10)}${listed(
      [who, what, row.whom.length === 0 ? null : `→ ${names(row.whom)}`],
      "  ",
    )}`,
    `${indent}“${shown(row.words)}”`,
    // The speaker of what was said stands in the first line.
    `${indent}${listed([isSaid || row.saidBy === null ? null : `says ${shown(row.saidBy)}`, where(row), row.id], " · ")}`,
  ];
}
