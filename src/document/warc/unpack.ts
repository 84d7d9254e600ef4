import type { Problem } from "../../model/outcome.ts";
import { binaryKindOf } from "../binary.ts";
import { gzipMember, isGzip } from "./gzip.ts";
import type { PartEnd } from "./inflate.ts";
import { isLz4, lz4Frame } from "./lz4.ts";
import { type Piece, storedPieces } from "./piece.ts";
import { type ByteReader, byteReader } from "./reader.ts";
import { isZstd, type ZstdDictionary, zstdDictionary, zstdFrame } from "./zstd.ts";

const isPacked = (bytes: Buffer): boolean => isGzip(bytes) || isZstd(bytes) || isLz4(bytes);

const searchBytes = 65_536;

/** Takes bytes away up to where a packed part seems to begin, or the end. Gives how many. */
async function skipToPart(reader: ByteReader): Promise<number> {
  for (let skipped = 0; ; ) {
    const bytes = await reader.fill(searchBytes);
    if (bytes.length < 4) return skipped + (await reader.skip(bytes.length));
    for (let at = 0; at + 4 <= bytes.length; at++) {
      const byte = bytes[at]!;
      if ((byte === 0x1f || byte === 0x28 || byte === 4) && isPacked(bytes.subarray(at, at + 4)))
        return skipped + (await reader.skip(at));
    }
    skipped += await reader.skip(bytes.length - 3);
  }
}

/** Takes away zero bytes, which between parts and at the end are padding. */
async function skipPadding(reader: ByteReader): Promise<void> {
  for (;;) {
    const bytes = await reader.fill(searchBytes);
    const first = bytes.findIndex((byte) => byte !== 0);
    await reader.skip(first < 0 ? bytes.length : first);
    if (first >= 0 || bytes.length === 0) return;
  }
}

const fault = (code: Problem["code"], message: string): Piece => ({ kind: "fault", problem: { code, message } });

/** A packed part as pieces, with a fault after them where it is damaged or cut. */
async function* partPieces(reader: ByteReader, dictionary: ZstdDictionary): AsyncGenerator<Piece> {
  const offset = reader.position();
  yield { kind: "place", offset, isExact: false };
  const front = await reader.fill(4);
  const part = isGzip(front) ? gzipMember(reader) : isLz4(front) ? lz4Frame(reader) : zstdFrame(reader, dictionary);
  let end: PartEnd = "complete";
  for (;;) {
    const next = await part.next();
    if (next.done === true) end = next.value;
    else if (next.value.length > 0) yield { kind: "bytes", bytes: next.value };
    if (next.done === true) break;
  }
  // What is left of it is of no use, and a stream that broke off has its own fault at its end.
  if (end === "cut") await reader.skip(Number.MAX_SAFE_INTEGER);
  if (end === "cut" && reader.fault() === null)
    yield fault(
      "archive/truncated",
      `The archive ends inside the compressed part that begins at byte ${offset}. What came before is kept; get the rest of the file.`,
    );
  if (end !== "damaged") return;
  // At least the part's own first bytes, or the search would find it again.
  if (reader.position() === offset) await reader.skip(1);
  await skipToPart(reader);
  yield fault(
    "archive/compression",
    `The compressed part at bytes ${offset} to ${reader.position()} is damaged, and any record in it may be. What stands in other parts is whole; get another copy of the file.`,
  );
}

/**
 * A stored archive's bytes, unpacked: plain, or any order of gzip members, Zstandard and LZ4 frames (a whole file in one part is the same as a part
 * for each record). A damaged part gives a fault, and what follows is read on. Never throws.
 */
export async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const reader = byteReader(storedPieces(source));
  const front = await reader.fill(16);
  if (!isPacked(front)) {
    const kind = binaryKindOf(front);
    if (kind) {
      yield fault(
        "archive/not-an-archive",
        `This is ${kind.name}, not a web archive. Unpack it, or pack it with gzip.`,
      );
      return;
    }
    yield { kind: "place", offset: 0, isExact: true };
    for (let bytes = await reader.fill(searchBytes); bytes.length > 0; bytes = await reader.fill(searchBytes)) {
      yield { kind: "bytes", bytes };
      await reader.skip(bytes.length);
    }
  } else {
    const dictionary = await zstdDictionary(reader);
    for (await skipPadding(reader); ; await skipPadding(reader)) {
      const bytes = await reader.fill(4);
      if (bytes.length === 0) break;
      if (isPacked(bytes)) yield* partPieces(reader, dictionary);
      else {
        const offset = reader.position();
        yield { kind: "place", offset, isExact: false };
        const size = await skipToPart(reader);
        yield fault(
          "archive/compression",
          `The ${size} bytes from byte ${offset} on are not compressed, in a file that is. What stands in other parts is kept; get another copy of the file.`,
        );
      }
    }
  }
  const broken = reader.fault();
  if (broken) yield { kind: "fault", problem: broken };
}
