import { arcLineLimit, headEnd, parseArcLine, parseWarcHead, type RecordHead } from "./head.ts";

/** How a file's records begin. */
export type Form = RecordHead["form"];

/** The longest head of a record. */
export const headLimit = 65_536;

const versionLine = /^WARC\/\d{1,2}\.\d{1,3}[ \t]{0,8}\r?\n/;
const warcMark = Buffer.from("WARC/");
const nextMark = Buffer.from("\nWARC/");

/** Do these bytes begin with the version line of a WARC record? */
export const beginsWarc = (bytes: Buffer): boolean =>
  bytes.subarray(0, 5).equals(warcMark) && versionLine.test(bytes.toString("latin1", 0, 32));

/** Does a record of the form begin here? At `arcLineLimit` bytes must be given, or all there are. */
export const begins = (form: Form, bytes: Buffer): boolean =>
  form === "warc" ? beginsWarc(bytes) : parseArcLine(bytes) !== null;

/** Bytes from a found beginning that must be at hand to judge it. */
export const lookAhead = 16_384;

/** A whole head, not only a version line: a page that speaks of WARC has that. */
const isBeginning = (form: Form, bytes: Buffer): boolean => {
  const front = bytes.subarray(0, lookAhead);
  if (form === "arc") return parseArcLine(front) !== null;
  if (!beginsWarc(front)) return false;
  // A head holds no other version line. Looked at up to the next one only, a page of nothing but version lines costs no more than another.
  const next = front.indexOf(nextMark);
  const end = headEnd(next < 0 ? front : front.subarray(0, next + 1));
  return end !== null && (parseWarcHead(front.subarray(0, end))?.length ?? null) !== null;
};

// A line without a time is passed over without a closer look.
const arcTime = / \d{8,20} /;

/**
 * Where in `bytes` the first record of the form begins at the start of a line, from `from` to before `until`; null where none does. A WARC
 * record must have a whole head with a length.
 */
export function findBeginning(form: Form, bytes: Buffer, from: number, until: number): number | null {
  if (form === "warc") {
    for (let at = bytes.indexOf(warcMark, from); at >= 0 && at < until; at = bytes.indexOf(warcMark, at + 1)) {
      if ((at === 0 || bytes[at - 1] === 10) && isBeginning(form, bytes.subarray(at))) return at;
    }
    return null;
  }
  for (let at = from; at < until; ) {
    const newline = bytes.indexOf(10, at);
    if (newline < 0) return null;
    const isStart = at === 0 || bytes[at - 1] === 10;
    const tail = bytes.toString("latin1", Math.max(at, newline - 300), newline);
    if (isStart && newline - at < arcLineLimit && arcTime.test(tail) && isBeginning(form, bytes.subarray(at)))
      return at;
    at = newline + 1;
  }
  return null;
}
