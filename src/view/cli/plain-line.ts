import { daysInMonth } from "../../model/day.ts";
import type { Cited } from "../../record/ask/cited.ts";
import type { ActorRef } from "../../record/ask/party.ts";
import { oneLine } from "./shell.ts";

/** Width of the first column, which holds a day: "(2021-11-12)" and two spaces. */
export const indent = " ".repeat(14);

const longest = 240;
const width = 110;

/** Words on one line, without control characters. */
export const flat = (words: string): string => oneLine(words).replace(/\s+/g, " ");

/** Words on one line; the middle of a long passage is left out here, never in --json and --csv. */
export function shown(words: string | null): string {
  const line = flat(words ?? "");
  if (line.length <= longest) return line;
  return `${line.slice(0, longest - 60).trimEnd()} […] ${line.slice(-50).trimStart()}`;
}

/** An option's name for a field: "recordedBy" -> "recorded-by". */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** "1 row", "2 rows". */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** The parts that are there, joined. */
export const listed = (parts: readonly (string | null)[], by: string): string =>
  parts.filter((part) => part !== null && part !== "").join(by);

/** Names of actors as one list. */
export const names = (actors: readonly ActorRef[]): string => actors.map((actor) => oneLine(actor.name)).join(", ");

/** `first` in the first column; what is too long for it is still followed by two spaces. */
export const column = (first: string): string => `${first}  `.padEnd(indent.length);

const isMonthEnd = (day: string): boolean =>
  Number(day.slice(8)) === daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));

/**
 * A range of days as people write it: "2021-11-12", "2022-02", "2020", "2021-11-08 to 2021-11-14", "from 2021-11-08", "until 2021-11-14".
 * Null where both sides are open or there is no range.
 */
export function daysIn(range: { readonly start: string | null; readonly end: string | null } | null): string | null {
  const { start, end } = range ?? { start: null, end: null };
  if (start === null) return end === null ? null : `until ${end}`;
  if (end === null) return `from ${start}`;
  if (start === end) return start;
  const cut =
    start.endsWith("-01-01") && end.endsWith("-12-31") ? 4 : start.endsWith("-01") && isMonthEnd(end) ? 7 : 10;
  const [first, last] = [start.slice(0, cut), end.slice(0, cut)];
  return first === last ? first : `${first} to ${last}`;
}

/** Day of publication; null where it is not known. */
export const publishedOn = (row: Cited): string | null => row.published?.slice(0, 10) ?? null;

/** Offsets of the cited words, "[120-340]". */
export const offsets = (row: Cited): string => `[${row.start}-${row.end}]`;

/** Where the cited words stand: publisher, day, document and offsets, and the place that the document came from. */
export const where = (row: Cited): string =>
  listed(
    [
      row.publisher === null ? null : flat(row.publisher),
      publishedOn(row) ?? "no day",
      `${row.document} ${offsets(row)}`,
      flat(row.url ?? row.path ?? row.externalId ?? ""),
    ],
    " · ",
  );

/** A label in the first column and a list after it, in lines of bearable length; no line where the list is empty. */
export function labelled(label: string, parts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  parts.forEach((part, at) => {
    const text = at + 1 < parts.length ? `${part},` : part;
    const last = lines.at(-1);
    if (last === undefined) lines.push(`${column(label)}${text}`);
    else if (last.length + text.length < width) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(`${indent}${text}`);
  });
  return lines;
}
