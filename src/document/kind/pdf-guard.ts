import { createInflate, inflateSync } from "node:zlib";
import { bufferOf } from "./mime.ts";

// Deflate makes at most 1,032 bytes out of one: a shorter stream cannot pass the limit.
const deflateRatio = 1032;
// The largest content stream met in 300-page reports is under 3 MB, and a table of a font under 30 MB.
const streamLimitBytes = 64_000_000;
// A page scanned in colour at 600 dots an inch has 100 MB. Pictures are not unpacked, but the label is the file's own.
const pictureLimitBytes = 256_000_000;
// LZW, or a stream that is packed twice, cannot be measured without unpacking it: only its length can be limited.
const unmeasuredLimitBytes = 190_000;
// Programs save the state of their drawing a dozen deep. The library's time grows with the square of it: 8,000 take it some 15 seconds.
const deepestState = 400;

/** Depth of saved states (the operators `q` and `Q`; PDF 32000-1, 8.4.2) over the pieces of a stream. Letters in words hardly ever stand alone so often. */
interface Depth {
  now: number;
  most: number;
  /** The two bytes before the next piece. */
  before: readonly [number, number];
}

const isBlank = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9;

function addDepth(depth: Depth, piece: Uint8Array): void {
  let [first, second] = depth.before;
  for (const third of piece) {
    if ((second === 113 || second === 81) && isBlank(first) && isBlank(third)) {
      depth.now = second === 113 ? depth.now + 1 : Math.max(0, depth.now - 1);
      depth.most = Math.max(depth.most, depth.now);
    }
    first = second;
    second = third;
  }
  depth.before = [first, second];
}

interface Measured {
  readonly size: number;
  readonly depth: number;
}

/** What a zlib stream unpacks to, measured up to `limit`; what follows a fault in it counts nothing. Constant memory. */
function measured(packed: Uint8Array, limit: number): Promise<Measured> {
  return new Promise((resolve) => {
    const inflate = createInflate();
    const depth: Depth = { now: 0, most: 0, before: [32, 32] };
    let size = 0;
    const end = (): void => {
      inflate.destroy();
      resolve({ size, depth: depth.most });
    };
    inflate.on("data", (chunk: Uint8Array) => {
      size += chunk.length;
      addDepth(depth, chunk);
      if (size > limit) end();
    });
    inflate.on("end", end);
    inflate.on("error", end);
    inflate.end(packed);
  });
}

/** Depth of a stream that cannot be large: at once, since a file has thousands of them. A damaged one has none. */
function depthOf(stream: Uint8Array, isPacked: boolean): number {
  const depth: Depth = { now: 0, most: 0, before: [32, 32] };
  try {
    addDepth(depth, isPacked ? inflateSync(stream) : stream);
  } catch {
    return 0;
  }
  return depth.most;
}

/** RFC 1950: method 8, and a check over the first two bytes. */
const isZlib = (bytes: Uint8Array): boolean =>
  bytes.length > 2 && (bytes[0]! & 15) === 8 && ((bytes[0]! << 8) | bytes[1]!) % 31 === 0;

async function isTooMuch(stream: Uint8Array, dictionary: string): Promise<boolean> {
  const isPicture = /\/Subtype\s{0,9}\/Image\b/.test(dictionary);
  const isPacked = isZlib(stream);
  if (stream.length * deflateRatio <= streamLimitBytes) return !isPicture && depthOf(stream, isPacked) > deepestState;
  const filters = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW)\b/g) ?? [];
  const isUnmeasured = filters.length > 1 || (filters.length === 1 && !isPacked);
  if (isUnmeasured && !isPicture) return stream.length > unmeasuredLimitBytes;
  if (!isPacked) return !isPicture && filters.length === 0 && depthOf(stream, false) > deepestState;
  const limit = isPicture ? pictureLimitBytes : streamLimitBytes;
  const { size, depth } = await measured(stream, limit);
  return size > limit || (!isPicture && depth > deepestState);
}

/**
 * Does a stream of this PDF file unpack to more than any report needs, or nest deeper, so that reading it could fill the memory or take hours? Looks at what
 * stands between the words `stream` and `endstream`. Streams of an encrypted file cannot be looked at.
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
    const above = bytes.toString("latin1", Math.max(0, at - 1000), at);
    if (await isTooMuch(bytes.subarray(start, end), above.slice(above.lastIndexOf(" obj") + 1))) return true;
    if (found < 0) break;
    at = bytes.indexOf("stream", end + 9);
  }
  return false;
}
