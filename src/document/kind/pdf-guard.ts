import { createInflate } from "node:zlib";
import { bufferOf } from "./mime.ts";

// Deflate makes at most 1,032 bytes out of one: a shorter stream cannot pass the limit.
const deflateRatio = 1032;
// The largest content stream met in 300-page reports is under 3 MB, and a table of a font under 30 MB.
const streamLimitBytes = 64_000_000;
// A page scanned in colour at 600 dots an inch has 100 MB. Pictures are not unpacked, but the label is the file's own.
const pictureLimitBytes = 256_000_000;
/** LZW, or a stream that is packed twice, cannot be measured without unpacking it: only its length can be limited. */
const unmeasuredLimitBytes = 190_000;

/** How many bytes a zlib stream unpacks to, counted up to `limit`; what follows a fault in it counts nothing. Constant memory. */
function unpackedSize(packed: Uint8Array, limit: number): Promise<number> {
  return new Promise((resolve) => {
    const inflate = createInflate();
    let size = 0;
    const end = (): void => {
      inflate.destroy();
      resolve(size);
    };
    inflate.on("data", (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > limit) end();
    });
    inflate.on("end", end);
    inflate.on("error", end);
    inflate.end(packed);
  });
}

/** RFC 1950: method 8, and a check over the first two bytes. */
const isZlib = (bytes: Uint8Array): boolean =>
  bytes.length > 2 && (bytes[0]! & 15) === 8 && ((bytes[0]! << 8) | bytes[1]!) % 31 === 0;

/**
 * Does a stream of this PDF file unpack to more than any report needs, so that reading it could fill the memory? Looks at each stream between the words
 * `stream` and `endstream` that is long enough for it. Streams of an encrypted file cannot be looked at.
 */
export async function hasBomb(file: Uint8Array): Promise<boolean> {
  const bytes = bufferOf(file);
  let at = bytes.indexOf("stream");
  while (at >= 0) {
    let start = at + 6;
    if (bytes[start] === 13) start++;
    if (bytes[start] === 10) start++;
    const found = bytes.indexOf("endstream", start);
    const end = found < 0 ? bytes.length : found;
    const length = end - start;
    if (length * deflateRatio > streamLimitBytes) {
      const above = bytes.toString("latin1", Math.max(0, at - 1000), at);
      const dictionary = above.slice(above.lastIndexOf(" obj") + 1);
      const isPicture = /\/Subtype\s{0,9}\/Image\b/.test(dictionary);
      const limit = isPicture ? pictureLimitBytes : streamLimitBytes;
      const packed = bytes.subarray(start, end);
      const filters = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW)\b/g) ?? [];
      const isUnmeasured = filters.length > 1 || (filters.length === 1 && !isZlib(packed));
      if (isUnmeasured && !isPicture && length > unmeasuredLimitBytes) return true;
      if (isZlib(packed) && (await unpackedSize(packed, limit)) > limit) return true;
    }
    at = bytes.indexOf("stream", end + 9);
  }
  return false;
}
