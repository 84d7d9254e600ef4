import {
  type BrotliDecompress,
  brotliDecompressSync,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
  type Gunzip,
  gunzipSync,
  type Inflate,
  type InflateRaw,
  inflateRawSync,
  inflateSync,
  type ZstdDecompress,
  zstdDecompressSync,
} from "node:zlib";

/** A content coding undone: whole, or as far as the bytes went. */
export interface Decoded {
  readonly bytes: Buffer;
  readonly end: "whole" | "broken" | "limit";
}

type Step = Gunzip | Inflate | InflateRaw | BrotliDecompress | ZstdDecompress;

interface Coding {
  readonly whole: (bytes: Buffer, limit: { readonly maxOutputLength: number }) => Buffer;
  readonly steps: () => Step;
}

const rawDeflate: Coding = { whole: inflateRawSync, steps: () => createInflateRaw() };
const codings: Readonly<Record<string, Coding>> = {
  gzip: { whole: gunzipSync, steps: () => createGunzip() },
  deflate: { whole: inflateSync, steps: () => createInflate() },
  br: { whole: brotliDecompressSync, steps: () => createBrotliDecompress() },
  zstd: { whole: zstdDecompressSync, steps: () => createZstdDecompress() },
};

const stepBytes = 4096;

/** As much as can be undone, in small steps, so that what stands before the damage is kept. */
async function undoInSteps(bytes: Buffer, coding: Coding, limit: number): Promise<Decoded> {
  const stream = coding.steps();
  const made = { parts: [] as Buffer[], size: 0, isEnded: false };
  stream.on("data", (part: Buffer) => {
    made.parts.push(part);
    made.size += part.length;
  });
  const over = new Promise<void>((resolve) => {
    stream.on("error", () => resolve());
    stream.on("end", () => {
      made.isEnded = true;
      resolve();
    });
  });
  let kept = 0;
  for (let at = 0; at < bytes.length; at += stepBytes) {
    const step = bytes.subarray(at, at + stepBytes);
    await Promise.race([over, new Promise<void>((resolve) => stream.write(step, () => resolve()))]);
    await new Promise((resolve) => setImmediate(resolve));
    // Of a step that fails it depends on chance what had come out before.
    if (stream.errored !== null) break;
    kept = made.size;
    if (made.isEnded || made.size > limit) break;
  }
  stream.destroy();
  const undone = Buffer.concat(made.parts).subarray(0, Math.min(kept, limit));
  return { bytes: undone, end: kept > limit ? "limit" : made.isEnded ? "whole" : "broken" };
}

/** `value` of a Content-Encoding field as codings in the order in which they were put on; null for one that is not known. */
export const codingNames = (value: string): readonly (string | null)[] =>
  value
    .toLowerCase()
    .split(",")
    .map((name) => name.trim().replace(/^x-(?=gzip$)/, ""))
    .filter((name) => name !== "" && name !== "identity" && name !== "none" && name !== "utf-8")
    .map((name) => (Object.hasOwn(codings, name) ? name : null));

/**
 * Undoes one content coding ("gzip", "deflate", "br", "zstd"), up to `limit` bytes. Where nothing at all can be undone the bytes come back as they are,
 * as "broken": archives hold many pages of which the coding was undone and the head was not. Never throws.
 */
export async function undoCoding(bytes: Buffer, name: string, limit: number): Promise<Decoded> {
  const coding = codings[name];
  if (coding === undefined) return { bytes, end: "broken" };
  if (bytes.length === 0) return { bytes, end: "whole" };
  // Servers mean both by "deflate": with zlib's head, as RFC 9110 says, and without.
  for (const tried of name === "deflate" ? [coding, rawDeflate] : [coding]) {
    try {
      return { bytes: tried.whole(bytes, { maxOutputLength: limit }), end: "whole" };
    } catch {
      // Damaged, cut or too large: below.
    }
  }
  const made = await undoInSteps(bytes, coding, limit);
  return made.bytes.length === 0 && made.end === "broken" ? { bytes, end: "broken" } : made;
}
