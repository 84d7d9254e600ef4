import { createZstdDecompress, type Zlib, zstdDecompressSync } from "node:zlib";
import { type PartEnd, type Unpacker, unpackPart } from "./inflate.ts";
import type { ByteReader } from "./reader.ts";

/** A dictionary that frames of one file are unpacked with; null where the file has none. */
export type ZstdDictionary = Buffer | null;

const magicOf = (bytes: Buffer): number => (bytes.length < 4 ? 0 : bytes.readUInt32LE(0));

/** Do these bytes begin a Zstandard frame (RFC 8878), or one that readers are to skip? */
export const isZstd = (bytes: Buffer): boolean =>
  magicOf(bytes) === 0xfd2fb528 || (magicOf(bytes) & 0xfffffff0) >>> 0 === 0x184d2a50;

/** The frame in which "Zstandard Compression for WARC Files 1.0" keeps the dictionary. */
const dictionaryMagic = 0x184d2a5d;
const dictionaryLimit = 16_777_216;

const unpackerOf = (dictionary: ZstdDictionary): Unpacker => {
  const options = { chunkSize: 65_536, ...(dictionary && { dictionary }) };
  return {
    whole: (bytes, limitBytes) => {
      const made = zstdDecompressSync(bytes, { ...options, info: true, maxOutputLength: limitBytes });
      // The declared type leaves out what `info` adds.
      const { buffer, engine } = made as unknown as { readonly buffer: Buffer; readonly engine: Zlib };
      return { bytes: buffer, used: engine.bytesWritten };
    },
    steps: () => createZstdDecompress(options),
  };
};

/** The dictionary that the frame at the front of `reader` holds, itself packed or not; null where it holds none. Leaves the frame there. */
export async function zstdDictionary(reader: ByteReader): Promise<ZstdDictionary> {
  const head = await reader.fill(8);
  if (magicOf(head) !== dictionaryMagic || head.length < 8) return null;
  const size = head.readUInt32LE(4);
  if (size > dictionaryLimit) return null;
  const bytes = Buffer.from((await reader.fill(8 + size)).subarray(8));
  if (magicOf(bytes) !== 0xfd2fb528) return bytes;
  try {
    return zstdDecompressSync(bytes, { maxOutputLength: dictionaryLimit });
  } catch {
    return null;
  }
}

/** Unpacks the Zstandard frame at the front of `reader`, which gives nothing where it is one to skip. */
export async function* zstdFrame(reader: ByteReader, dictionary: ZstdDictionary): AsyncGenerator<Uint8Array, PartEnd> {
  const head = await reader.fill(8);
  if (magicOf(head) === 0xfd2fb528) return yield* unpackPart(reader, unpackerOf(dictionary));
  if (head.length < 8) return "cut";
  const size = 8 + head.readUInt32LE(4);
  return (await reader.skip(size)) === size ? "complete" : "cut";
}
