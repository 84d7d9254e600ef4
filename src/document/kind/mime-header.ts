import { isoDayOf } from "../../model/day.ts";
import { decodeCharset } from "../charset.ts";

/** Fields of a header by name in lower case, in the order in which they stand. A value is unfolded and its bytes are decoded; encoded words are as they were. */
export type MimeHeader = ReadonlyMap<string, readonly string[]>;

// A mail has some dozens of lines of header; a hostile one has as many as it likes.
const headerLimitBytes = 256_000;

/** Index after the line end at or behind `from`; the length where there is none. */
const nextLine = (bytes: Uint8Array, from: number, end: number): number => {
  const found = bytes.indexOf(10, from);
  return found < 0 || found >= end ? end : found + 1;
};

const isBlank = (bytes: Uint8Array, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (bytes[at] !== 13 && bytes[at] !== 10) return false;
  return true;
};

/** A header and where the body behind its empty line begins (RFC 5322, section 2.1). Lines without a colon are left out. */
export function readHeader(
  bytes: Uint8Array,
  start: number,
  end: number,
): { readonly header: MimeHeader; readonly body: number } {
  let at = start;
  let body = end;
  while (at < end) {
    const next = nextLine(bytes, at, end);
    if (isBlank(bytes, at, next)) {
      body = next;
      break;
    }
    at = next;
  }
  const raw = bytes.subarray(start, Math.min(at, start + headerLimitBytes));
  const text = decodeCharset(raw)?.text ?? new TextDecoder("windows-1252").decode(raw);
  const header = new Map<string, string[]>();
  for (const line of text.replace(/\r?\n[ \t]+/g, " ").split("\n")) {
    const colon = line.indexOf(":");
    if (colon < 1 || colon > 80) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!header.has(name)) header.set(name, []);
    header.get(name)!.push(line.slice(colon + 1).trim());
  }
  return { header, body };
}

/** The first value of a field; null where the header has none or an empty one. */
export const fieldOf = (header: MimeHeader, name: string): string | null => header.get(name)?.[0] || null;

/** A structured field: its value in lower case, and its parameters by name in lower case. */
export interface Structured {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const unquoted = (text: string): string => {
  const trimmed = text.trim();
  return trimmed.startsWith('"') ? trimmed.slice(1).replace(/"$/, "").replace(/\\(.)/g, "$1") : trimmed;
};

const percentBytes = (text: string): Uint8Array =>
  Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );

/** Pieces between semicolons that are not in quotes. */
function piecesOf(value: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < value.length; at++) {
    if (quoted && value[at] === "\\") at++;
    else if (value[at] === '"') quoted = !quoted;
    else if (value[at] === ";" && !quoted) {
      pieces.push(value.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, value.slice(from)];
}

/**
 * Value and parameters of a field such as `text/html; charset="utf-8"` (RFC 2045, section 5.1), with those that are split or given in a charset
 * (RFC 2231: `name*0*=utf-8''a%20; name*1=b`) put together.
 */
export function structuredField(field: string | null): Structured {
  const [value = "", ...pieces] = piecesOf((field ?? "").slice(0, 20_000));
  const parameters = new Map<string, string>();
  const parts = new Map<string, { readonly order: number; readonly text: string; readonly encoded: boolean }[]>();
  for (const piece of pieces) {
    const equals = piece.indexOf("=");
    if (equals < 1) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    const text = unquoted(piece.slice(equals + 1));
    const star = name.indexOf("*");
    if (star < 1) {
      if (!parameters.has(name)) parameters.set(name, decodeWords(text));
      continue;
    }
    const list = parts.get(name.slice(0, star)) ?? [];
    list.push({ order: Number.parseInt(name.slice(star + 1), 10) || 0, text, encoded: name.endsWith("*") });
    parts.set(name.slice(0, star), list);
  }
  for (const [name, list] of parts) {
    list.sort((a, b) => a.order - b.order);
    const label = /^([\w.:-]{0,40})'[^']{0,40}'/.exec(list[0]!.text);
    const bytes = list.map(({ text, encoded }, at) => {
      const words = at === 0 && label ? text.slice(label[0].length) : text;
      return encoded ? percentBytes(words) : Buffer.from(words);
    });
    parameters.set(name, decodeCharset(Buffer.concat(bytes), label?.[1] ?? null)?.text ?? "");
  }
  return { value: value.trim().toLowerCase(), parameters };
}

/** Encoded words of one charset that stand next to each other. */
interface Run {
  readonly label: string;
  readonly bytes: Uint8Array[];
}

const wordBytes = (encoding: string, text: string): Uint8Array =>
  /^b$/i.test(encoding)
    ? Buffer.from(text, "base64")
    : Buffer.from(
        text
          .replaceAll("_", " ")
          .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1",
      );

function decodedRun({ label, bytes }: Run): string {
  const whole = Buffer.concat(bytes);
  return decodeCharset(whole, label)?.text ?? new TextDecoder().decode(whole);
}

/**
 * A field's text with its encoded words (RFC 2047, `=?utf-8?B?…?=`) decoded. White space between two of them is none, and neighbours of one charset
 * are joined before they are decoded, since mail programs cut characters in two. A word in a charset that does not fit is guessed.
 */
export function decodeWords(field: string): string {
  const form = /=\?([\w.:-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?\s]{0,4000})\?=/gi;
  const source = field.slice(0, 100_000);
  const pieces: (string | Run)[] = [];
  let from = 0;
  for (const found of source.matchAll(form)) {
    const between = source.slice(from, found.index);
    const label = found[1]!.toLowerCase();
    const bytes = wordBytes(found[2]!, found[3]!);
    const last = pieces.at(-1);
    const isJoint = typeof last === "object" && between.trim() === "";
    if (isJoint && last.label === label) last.bytes.push(bytes);
    else pieces.push(...(isJoint ? [] : [between]), { label, bytes: [bytes] });
    from = found.index + found[0].length;
  }
  pieces.push(source.slice(from));
  return pieces.map((piece) => (typeof piece === "string" ? piece : decodedRun(piece))).join("");
}

/** Name of the first mailbox of a field (RFC 5322, section 3.4): the display name, else what stands before the `@`'s host; null where there is none. */
export function mailboxName(field: string | null): string | null {
  if (field === null) return null;
  const decoded = field.slice(0, 10_000);
  const angle = decoded.indexOf("<");
  const before = angle < 0 ? "" : decodeWords(unquoted(decoded.slice(0, angle))).trim();
  if (before !== "") return before.replace(/^["']|["']$/g, "").trim() || null;
  const address = /[^\s<>,;:"()]{1,200}@[^\s<>,;:"()]{1,200}/.exec(decoded)?.[0] ?? null;
  const comment = /\(([^()]{1,200})\)/.exec(decoded)?.[1];
  return comment ? decodeWords(comment).trim() || address : address;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const zones: Readonly<Record<string, string>> = {
  z: "Z",
  ut: "Z",
  utc: "Z",
  gmt: "Z",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
};

/**
 * ISO 8601 of a mail's date ("Fri, 4 Mar 2022 10:15:00 +0100"; RFC 5322, section 3.3, with its older forms), in its own zone.
 * Null where no day that exists is named; without a zone where that is unknown.
 */
export function mailDate(field: string | null): string | null {
  const found =
    /(\d{1,2})[ -]([a-z]{3})[a-z]{0,6}[ -](\d{2,4})[ ,]{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,6})?\s{0,3}([+-]\d{4}|[a-z]{1,5})?/i.exec(
      (field ?? "").slice(0, 200).replace(/\s+/g, " "),
    );
  if (!found) return null;
  const [, day, month, printed, hour, minute, second = "00", zone = ""] = found;
  const years = Number(printed);
  const year = printed!.length > 2 ? years : years + (years < 50 ? 2000 : 1900);
  const iso = isoDayOf(year, months.indexOf(month!.toLowerCase()) + 1, Number(day));
  if (iso === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return iso;
  // "-0000" says that the time is universal and the place unknown.
  const offset = /^[+-]\d{4}$/.test(zone)
    ? zone === "-0000" || zone === "+0000"
      ? "Z"
      : `${zone.slice(0, 3)}:${zone.slice(3)}`
    : (zones[zone.toLowerCase()] ?? "");
  return `${iso}T${hour!.padStart(2, "0")}:${minute}:${second}${offset}`;
}
