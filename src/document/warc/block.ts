import type { Problem } from "../../model/outcome.ts";
import { begins, type Form, findBeginning } from "./find.ts";
import { arcLineLimit, type RecordHead } from "./head.ts";
import type { ByteReader } from "./reader.ts";
import { lineEnds, skipToBeginning, tailBytes } from "./seek.ts";

/** What stands after a record's head. */
export type Block = {
  /** Was the next record's beginning searched for? */
  readonly isSought: boolean;
} & (
  | { readonly kind: "block"; readonly bytes: Buffer; readonly doubts: readonly Problem[] }
  /** The stream ends in it: what there is of it, which may be a whole page where only the length is wrong. */
  | { readonly kind: "cut"; readonly bytes: Buffer; readonly problem: Problem }
  | { readonly kind: "broken"; readonly problem: Problem }
);

/** The problem of an archive that ends within a record; lengths in bytes. */
export const cutShort = (wanted: number, had: number): Problem => ({
  code: "archive/truncated",
  message: `The archive ends inside the record: of its ${wanted} bytes ${had} are there. What came before is kept; get the rest of the file.`,
});

const lengthProblem = (message: string): Problem => ({ code: "archive/length", message });

/** May these last bytes of a stream be the front of a record's first line? Then it is the next record that is cut. */
const isCutBeginning = (form: Form, rest: Buffer, ends: number): boolean =>
  rest.indexOf(10) < 0 &&
  (form === "warc" ? /^W(?:$|A(?:$|R(?:$|C(?:$|\/))))/.test(rest.toString("latin1", 0, 8)) : ends > 0);

/** Line ends after a record belong to no page. */
function trimEnd(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end--;
  return Buffer.from(bytes.subarray(0, end));
}

async function passLong(reader: ByteReader, head: RecordHead, length: number, limit: number): Promise<Block> {
  const had = await reader.skip(length);
  if (had < length) {
    const fault = reader.fault();
    reader.passFault();
    return { kind: "broken", isSought: false, problem: fault ?? cutShort(length, had) };
  }
  const problem: Problem = {
    code: "archive/too-large",
    message: `The record has ${length} bytes${head.contentType === null ? "" : ` (${head.contentType})`}, and at most ${limit} are read as one. It was passed over; add what it holds as a file.`,
  };
  return { kind: "broken", isSought: false, problem };
}

/**
 * The block of the record whose head, of `headSize` bytes, stands at the front of `reader`; both are taken away, up to the next record. A block with
 * another length than its head says is cut where a record begins in it, or what stands behind it is passed over, with a doubt. Broken: the length is
 * missing, the block is over `limit` bytes, or bytes are missing in it.
 */
export async function readBlock(reader: ByteReader, head: RecordHead, headSize: number, limit: number): Promise<Block> {
  const { form, length } = head;
  if (length === null || length > limit) {
    await reader.skip(headSize);
    if (length !== null) return passLong(reader, head, length, limit);
    const skipped = await skipToBeginning(reader, [form]);
    const said = head.lengthField === null ? "no length" : `the length "${head.lengthField.slice(0, 40)}"`;
    const message = `The record gives ${said}, so its end is not known; ${skipped} bytes were passed over. Get another copy of the file.`;
    return { kind: "broken", isSought: true, problem: lengthProblem(message) };
  }
  const end = headSize + length;
  const view = await reader.fill(end + tailBytes + arcLineLimit);
  const tail = view.subarray(end);
  const ends = lineEnds(tail);
  const rest = tail.subarray(ends);
  const isLast = view.length < end + tailBytes + arcLineLimit;
  const isFitting =
    view.length >= end && (rest.length === 0 || begins(form, rest) || (isLast && isCutBeginning(form, rest, ends)));
  if (!isFitting) {
    const inside = findBeginning(form, view, headSize, Math.min(end, view.length));
    if (inside !== null) {
      const bytes = trimEnd(view.subarray(headSize, inside));
      await reader.skip(inside);
      const message = `The record says ${length} bytes, and the next one begins after ${inside - headSize}. It was cut there; compare it with the live page.`;
      return { kind: "block", isSought: true, bytes, doubts: [lengthProblem(message)] };
    }
    if (view.length < end) {
      const fault = reader.fault();
      const problem = fault ?? cutShort(length, view.length - headSize);
      const bytes = Buffer.from(view.subarray(headSize));
      reader.passFault();
      return fault ? { kind: "broken", isSought: false, problem } : { kind: "cut", isSought: false, bytes, problem };
    }
  }
  const bytes = Buffer.from(view.subarray(headSize, end));
  await reader.skip(isFitting ? end + ends : end);
  if (!isFitting) {
    const skipped = await skipToBeginning(reader, [form]);
    const message = `The record says ${length} bytes, and ${skipped} more stand before the next. They were passed over; compare it with the live page.`;
    return { kind: "block", isSought: true, bytes, doubts: [lengthProblem(message)] };
  }
  // A packed part that is found damaged at its end, by its checksum, may be damaged in this record.
  const fault = isLast && rest.length === 0 && reader.lastPlace() < reader.position() ? reader.fault() : null;
  const isPartBroken = fault !== null && fault.code !== "archive/interrupted";
  if (isPartBroken) reader.passFault();
  return { kind: "block", isSought: false, bytes, doubts: isPartBroken ? [fault] : [] };
}
