import { decodeWords, fieldOf, type MimeHeader, readHeader, type Structured, structuredField } from "./mime-header.ts";
import { decodeBase64, decodeQuotedPrintable } from "./mime-transfer.ts";

/** A part of a MIME message (RFC 2046). Offsets are bytes of the file. */
export interface MimePart {
  readonly header: MimeHeader;
  readonly type: Structured;
  /** Where its body lies, undecoded. */
  readonly start: number;
  readonly end: number;
  /** Parts of a multipart, in order; empty for every other type. */
  readonly parts: readonly MimePart[];
  /** Does every multipart in it have its closing delimiter? */
  readonly isWhole: boolean;
}

// Mails nest five deep at most; each level reads its bytes once more, so that a thousand would cost a thousand times the file.
const deepest = 24;
const partLimit = 10_000;

interface Budget {
  left: number;
}

const isSpace = (byte: number | undefined): boolean => byte === 32 || byte === 9 || byte === 13;

/** Does the delimiter that ends at `at` end its line, so that it is not the front of a longer one? Tells whether it is the closing one. */
function lineAfter(bytes: Buffer, at: number, end: number): { readonly next: number; readonly isLast: boolean } | null {
  const isLast = bytes[at] === 45 && bytes[at + 1] === 45;
  let next = isLast ? at + 2 : at;
  while (next < end && isSpace(bytes[next])) next++;
  if (next < end && bytes[next] !== 10) return null;
  return { next: Math.min(end, next + 1), isLast };
}

/** Body without the line end before a delimiter, which belongs to the delimiter. */
function trimmedEnd(bytes: Buffer, start: number, end: number): number {
  let at = end;
  if (at > start && bytes[at - 1] === 10) at--;
  if (at > start && bytes[at - 1] === 13) at--;
  return at;
}

interface Ranges {
  readonly ranges: readonly (readonly [number, number])[];
  readonly isClosed: boolean;
}

/** Ranges of the parts between the delimiters; a message that is cut off ends its last part. */
function rangesOf(bytes: Buffer, start: number, end: number, boundary: string): Ranges {
  const delimiter = Buffer.from(`--${boundary}`, "latin1");
  const ranges: [number, number][] = [];
  let open: number | null = null;
  let at = start;
  while (at < end && ranges.length < partLimit) {
    const found = bytes.indexOf(delimiter, at);
    if (found < 0 || found >= end) break;
    at = found + delimiter.length;
    if (found > start && bytes[found - 1] !== 10) continue;
    const line = lineAfter(bytes, at, end);
    if (!line) continue;
    if (open !== null) ranges.push([open, trimmedEnd(bytes, open, found)]);
    open = line.isLast ? null : line.next;
    at = line.next;
    if (line.isLast) return { ranges, isClosed: true };
  }
  if (open !== null && open < end) ranges.push([open, end]);
  return { ranges, isClosed: false };
}

/** The boundary that a multipart names, else the first line of its body that looks like one. */
function boundaryOf(bytes: Buffer, start: number, end: number, type: Structured): string | null {
  const named = type.parameters.get("boundary")?.trimEnd();
  if (named) return named.slice(0, 200);
  const front = bytes.toString("latin1", start, Math.min(end, start + 4000));
  return /^--([^\s]{3,200})[ \t\r]{0,3}$/m.exec(front)?.[1] ?? null;
}

function readPart(bytes: Buffer, start: number, end: number, depth: number, budget: Budget): MimePart {
  budget.left--;
  const { header, body } = readHeader(bytes, start, end);
  const type = structuredField(fieldOf(header, "content-type") ?? "text/plain");
  const leaf: MimePart = { header, type, start: body, end, parts: [], isWhole: true };
  if (!type.value.startsWith("multipart/") || depth >= deepest) return leaf;
  const boundary = boundaryOf(bytes, body, end, type);
  if (boundary === null) return leaf;
  const { ranges, isClosed } = rangesOf(bytes, body, end, boundary);
  const parts: MimePart[] = [];
  for (const [from, to] of ranges) {
    if (budget.left <= 0) break;
    parts.push(readPart(bytes, from, to, depth + 1, budget));
  }
  return { ...leaf, parts, isWhole: isClosed && parts.every((part) => part.isWhole) };
}

/** View of bytes with the searches of a `Buffer`; nothing is copied. */
export const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * The tree of a MIME message. No body is decoded here, so that an attachment costs a search for its end and no more. At most 24 levels are opened and
 * 10,000 parts are read; what is cut off or lacks its boundary is read as far as it goes. Never throws.
 */
export function readMime(bytes: Uint8Array, start = 0, end: number = bytes.length): MimePart {
  return readPart(bufferOf(bytes), start, end, 0, { left: partLimit });
}

/** Parts without parts, in order. */
export const leavesOf = (part: MimePart): readonly MimePart[] =>
  part.type.value.startsWith("multipart/") ? part.parts.flatMap(leavesOf) : [part];

/** Bytes of a part's body, out of its transfer encoding (RFC 2045, section 6). What does not belong there is left out. */
export function bodyBytes(bytes: Uint8Array, part: MimePart): Uint8Array {
  const raw = bytes.subarray(part.start, part.end);
  const encoding = (fieldOf(part.header, "content-transfer-encoding") ?? "").trim().toLowerCase();
  if (encoding === "base64") return decodeBase64(raw);
  if (encoding === "quoted-printable") return decodeQuotedPrintable(raw);
  return raw;
}

/** The file's name that a part gives itself, one line; null where it gives none. */
export function fileNameOf(part: MimePart): string | null {
  const disposition = structuredField(fieldOf(part.header, "content-disposition"));
  const name = disposition.parameters.get("filename") ?? part.type.parameters.get("name") ?? null;
  return name === null ? null : decodeWords(name).replace(/\s+/g, " ").trim().slice(0, 200) || null;
}
