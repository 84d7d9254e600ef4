import { crc32, createInflateRaw, inflateRawSync, type Zlib } from "node:zlib";
import { type PartEnd, type Unpacker, unpackPart } from "./inflate.ts";
import type { ByteReader } from "./reader.ts";

const deflate: Unpacker = {
  whole: (bytes, limitBytes) => {
    const made = inflateRawSync(bytes, { info: true, maxOutputLength: limitBytes });
    // The declared type leaves out what `info` adds.
    const { buffer, engine } = made as unknown as { readonly buffer: Buffer; readonly engine: Zlib };
    return { bytes: buffer, used: engine.bytesWritten };
  },
  steps: () => createInflateRaw({ chunkSize: 65_536 }),
};

/** Do these bytes begin a gzip member (RFC 1952) with no reserved flag? */
export const isGzip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8 && (bytes[3]! & 0xe0) === 0;

/** A name or a comment in a member's head is not longer. */
const headLimit = 131_072;

/** Size of the member's head at the front of `reader`; null where it does not end. */
async function headSize(reader: ByteReader): Promise<number | null> {
  const head = await reader.fill(headLimit);
  const flags = head[3] ?? 0;
  let size = 10;
  if (flags & 4) {
    if (head.length < size + 2) return null;
    size += 2 + head.readUInt16LE(size);
  }
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const zero = head.indexOf(0, size);
    if (zero < 0) return null;
    size = zero + 1;
  }
  if (flags & 2) size += 2;
  return size <= head.length ? size : null;
}

/** Unpacks the gzip member at the front of `reader`. "damaged" also where its checksum or its size is not that of its bytes. */
export async function* gzipMember(reader: ByteReader): AsyncGenerator<Uint8Array, PartEnd> {
  const size = await headSize(reader);
  if (size === null) return (await reader.fill(headLimit)).length < headLimit ? "cut" : "damaged";
  await reader.skip(size);
  let [sum, length] = [0, 0];
  const parts = unpackPart(reader, deflate);
  for (;;) {
    const part = await parts.next();
    if (part.done === true) {
      if (part.value !== "complete") return part.value;
      break;
    }
    sum = crc32(part.value, sum);
    length = (length + part.value.length) % 0x1_0000_0000;
    yield part.value;
  }
  const trailer = await reader.fill(8);
  if (trailer.length < 8) return "cut";
  const isWhole = trailer.readUInt32LE(0) === sum && trailer.readUInt32LE(4) === length;
  await reader.skip(8);
  return isWhole ? "complete" : "damaged";
}
