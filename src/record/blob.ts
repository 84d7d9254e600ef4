import { zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** Bytes as they are kept. */
export interface Packed {
  readonly coding: "none" | "zstd";
  readonly bytes: Uint8Array;
}

/** Below it, setting up the compressor (some 40 microseconds) costs more than the bytes that it saves. */
const shortest = 512;

/** `bytes` as they are kept: compressed (zstd, RFC 8878) where that is smaller. */
export function packed(bytes: Uint8Array): Packed {
  if (bytes.length >= shortest) {
    const smaller = zstdCompressSync(bytes);
    if (smaller.length < bytes.length) return { coding: "zstd", bytes: smaller };
  }
  return { coding: "none", bytes };
}

/** The bytes that were packed; null where they cannot be got back, because what is kept was changed or is packed in another way. `size` bounds what is unpacked. */
export function unpacked(kept: Packed, size: number): Uint8Array | null {
  if (kept.coding === "none") return kept.bytes;
  if (kept.coding !== "zstd") return null;
  try {
    return zstdDecompressSync(kept.bytes, { maxOutputLength: Math.max(size, 1) });
  } catch {
    return null;
  }
}
