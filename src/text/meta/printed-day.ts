import type { Block } from "../../model/block.ts";
import type { IsoDay } from "../../model/document.ts";
import { isTimeStamp, stampsIn } from "../date.ts";
import { daysIn, type NumberOrder } from "../day-form.ts";
import type { DayClue } from "./clue.ts";

/** Blocks at most so far from the title, or from the first paragraph, stand by the headline. */
const nearTitle = 10;
const asideFurniture: ReadonlySet<string | null> = new Set(["related", "comment", "teaser", "legal"]);

/**
 * Days that stand in stamps of a page's text, in text order: lines that are nothing but a day, bylines, and short lines of furniture with a day by the headline.
 * A day in the report's own sentences is none: it is told, not stamped. `which`: those by the headline or at the report's beginning ("printed" or "near" in trust), or all others.
 */
export function printedDays(
  text: string,
  blocks: readonly Block[],
  order: NumberOrder,
  which: "near" | "others",
): readonly DayClue[] {
  const title = blocks.findIndex(({ kind }) => kind === "title");
  const first = blocks.findIndex(({ kind }) => kind === "paragraph" || kind === "dateline");
  const clues: DayClue[] = [];
  for (const [at, { start, end, kind, furniture }] of blocks.entries()) {
    if (kind === "dateline" || (kind === "title" && at !== title)) continue;
    const near =
      (title >= 0 && Math.abs(at - title) <= nearTitle) || (first >= 0 && at <= first + 1 && first - at <= nearTitle);
    const mayBeAside = asideFurniture.has(furniture);
    if (which === "near" ? !near : near && !mayBeAside) continue;
    const front = text.slice(start, Math.min(end, start + 600));
    if (!/\d/.test(front)) continue;
    const before = blocks[at - 1];
    const isLabelled =
      near && before !== undefined && isLabel(text.slice(before.start, Math.min(before.end, before.start + 60)));
    const aside = mayBeAside && !isLabelled;
    if (aside === (which === "near") && near) continue;
    for (const line of front.split("\n", 12)) {
      if (!/\d/.test(line)) continue;
      const isStamp = isTimeStamp(line);
      const isHead = near && !aside && line.length <= 120 && (kind === "furniture" || kind === "heading");
      const opens = line.length <= 120 && opensAsStamp(line, near);
      const isByline = kind === "byline" && line.length <= 300;
      const isDateline = near && !aside && !isStamp && !opens && !isHead && !isByline && opensReport(line);
      if (!(isStamp || isHead || opens || isByline || isDateline)) continue;
      for (const { day, role } of stampsIn(line, { order, shortYears: isStamp })) {
        const trust = aside ? "other" : near ? (role === "published" ? "printed" : "near") : "anywhere";
        clues.push({ value: day, by: isDateline ? "dateline" : "text", role: role ?? "published", trust });
        if (!isStamp && !isHead) break;
      }
    }
    if (clues.length > 200) break;
  }
  return clues;
}

/** Does a line alone say that a day of the report follows ("Datum:", "Published on:")? */
const isLabel = (line: string): boolean => line.length < 40 && line.endsWith(":") && isTimeStamp(`${line} 1`);

/** Does a line open with a day, or by saying that it tells when something was published, whatever follows ("Published on 12 November 2021 in World")? */
function opensAsStamp(line: string, mayLackWord: boolean): boolean {
  const front = line.slice(0, 60);
  const [first] = daysIn(front);
  if (first === undefined || !isTimeStamp(front.slice(0, first.end))) return false;
  return stampsIn(front)[0]?.role != null || (mayLackWord && first.start < 4);
}

/** Does a paragraph open with a day as a dateline does: "12.11.2021 - ", "Lindava, (12.11.2021). "? */
function opensReport(line: string): boolean {
  const [first] = daysIn(line.slice(0, 70));
  if (first === undefined) return false;
  return (
    /^(?:\p{Lu}[\p{L}.'’-]{1,20}[ ,/]{0,2}){0,3}[ ,(]{0,3}$/u.test(line.slice(0, first.start)) &&
    /^[)\s]{0,3}[-–—:.|]/.test(line.slice(first.end))
  );
}

const pastWord = /\b(?:was|were|had|said|took|came|went|told|began|made|held|left|killed|died|\p{L}{2,20}ed)\b/iu;
const aheadWord =
  /\b(?:will|shall|would|by|until|till|before|scheduled|due|plans?|planned|expected|deadline|ahead|upcoming|next|if|should|may|might|could)\b/i;
/** Enough for any report; the rest is not looked at. */
const mostText = 200_000;

/**
 * The latest day that the report's own sentences name in full and tell of as past: the report was written on that day or later. Null where none does.
 * English only: what is past is told by words ("said", "was", "-ed"), and a sentence with a word for what is ahead counts for nothing.
 */
export function latestPastDay(text: string, blocks: readonly Block[]): IsoDay | null {
  let latest: IsoDay | null = null;
  let left = mostText;
  for (const { start, end, kind } of blocks) {
    if (kind !== "paragraph" || left <= 0) continue;
    const paragraph = text.slice(start, Math.min(end, start + left));
    left -= paragraph.length;
    for (const { day, start: from, end: to } of daysIn(paragraph)) {
      if (latest !== null && day <= latest) continue;
      const before = paragraph.slice(Math.max(0, from - 200), from);
      const after = paragraph.slice(to, to + 200);
      const stop = after.search(/[.!?](?:\s|$)/);
      const sentence = before.slice(before.search(/[^.!?]*$/)) + (stop < 0 ? after : after.slice(0, stop));
      if (pastWord.test(sentence) && !aheadWord.test(sentence)) latest = day;
    }
  }
  return latest;
}
