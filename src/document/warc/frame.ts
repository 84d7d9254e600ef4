import type { Problem } from "../../model/outcome.ts";
import type { RecordPlace } from "../../model/warc.ts";
import { type Block, cutShort, readBlock } from "./block.ts";
import { begins, beginsWarc, type Form, headLimit } from "./find.ts";
import { arcLineLimit, headEnd, parseArcLine, parseWarcHead, type RecordHead } from "./head.ts";
import type { ByteReader } from "./reader.ts";
import { skipLineEnds, skipToBeginning } from "./seek.ts";

/** A record as it stands in the archive: its head and the bytes after it, or why there are none. */
export interface Frame {
  readonly place: RecordPlace;
  /** Null where it cannot be read. */
  readonly head: RecordHead | null;
  readonly block: Block;
  /** Was its beginning searched for, after one that was broken? */
  readonly isRecovered: boolean;
}

const broken = (problem: Problem, isSought: boolean): Block => ({ kind: "broken", problem, isSought });

/** The head at the front of `reader` and its size in bytes; null where there is none that can be read. */
async function headAt(reader: ByteReader, form: Form) {
  if (form === "arc") return parseArcLine(await reader.fill(arcLineLimit));
  const bytes = await reader.fill(headLimit);
  const size = beginsWarc(bytes) ? headEnd(bytes) : null;
  const head = size === null ? null : parseWarcHead(bytes.subarray(0, size));
  return head === null || size === null ? null : { head, size };
}

/** What is said of bytes that are no record; they are taken away, up to the next record, the end or a fault. */
async function passUnreadable(reader: ByteReader, offset: number, form: Form | null): Promise<Block> {
  const isCutHead = (await reader.fill(5)).toString("latin1") === "WARC/";
  const skipped = await skipToBeginning(reader, form === null ? ["warc", "arc"] : [form]);
  if ((await reader.fill(1)).length === 0) {
    const fault = reader.fault();
    reader.passFault();
    if (fault) return broken(fault, false);
    if (form !== null && isCutHead && skipped < headLimit) return broken(cutShort(skipped, skipped), false);
    if (form === null) {
      const message = `In ${skipped} bytes no record of a WARC or ARC file begins. Name a web archive.`;
      return broken({ code: "archive/not-an-archive", message }, false);
    }
  }
  const message = `${skipped} bytes from byte ${offset} on are no record that can be read; they were passed over. Get another copy of the file.`;
  return broken({ code: "archive/header", message }, true);
}

/**
 * The records of an unpacked archive, WARC or ARC, in the order of the file. Every byte of it stands in a record's head or block, is a line end between
 * records, or is counted in a problem. `limit` is of one block, in bytes.
 */
export async function* frames(reader: ByteReader, limit: number): AsyncGenerator<Frame> {
  let form: Form | null = null;
  let isRecovered = false;
  for (let number = 1; ; number++) {
    await skipLineEnds(reader);
    const front = await reader.fill(arcLineLimit);
    const place: RecordPlace = { number, offset: reader.offsetOf(reader.position()) };
    let head: RecordHead | null = null;
    let block: Block;
    if (front.length === 0) {
      const fault = reader.fault();
      if (fault === null) return;
      reader.passFault();
      block = broken(fault, false);
    } else {
      form ??= beginsWarc(front) ? "warc" : parseArcLine(front) ? "arc" : null;
      const found = form !== null && begins(form, front) ? await headAt(reader, form) : null;
      head = found?.head ?? null;
      block = found
        ? await readBlock(reader, found.head, found.size, limit)
        : await passUnreadable(reader, place.offset, form);
    }
    yield { place, head, block, isRecovered };
    isRecovered = block.isSought;
  }
}
