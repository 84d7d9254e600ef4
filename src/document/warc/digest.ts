import { createHash } from "node:crypto";

const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Bytes of a digest in one of the spellings that archives use (base 32, hexadecimal, base 64); null where it is none of `size` bytes. */
function digestBytes(text: string, size: number): Buffer | null {
  if (text.length === size * 2 && /^[\da-f]+$/i.test(text)) return Buffer.from(text, "hex");
  const letters = text.toUpperCase().replace(/=+$/, "");
  if (letters.length === Math.ceil((size * 8) / 5) && /^[A-Z2-7]+$/.test(letters)) {
    const bits = [...letters].map((letter) => base32.indexOf(letter).toString(2).padStart(5, "0")).join("");
    return Buffer.from(Array.from({ length: size }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2)));
  }
  const bytes = Buffer.from(text, "base64");
  return bytes.length === size ? bytes : null;
}

const sizes: Readonly<Record<string, number>> = { md5: 16, sha1: 20, sha256: 32, sha512: 64 };

/**
 * Does a digest field ("sha1:QEF4…", ISO 28500) fit one of `candidates`? Null where its algorithm is not known, so that nothing can
 * be said; a value that no digest of the algorithm has fits nothing.
 */
export function fitsDigest(field: string, candidates: readonly Uint8Array[]): boolean | null {
  const [, name = "", value = ""] = /^([\w-]{1,20}):(\S{1,200})$/.exec(field.trim()) ?? [];
  const algorithm = name.toLowerCase().replace("-", "");
  const size = sizes[algorithm];
  if (size === undefined) return null;
  const wanted = digestBytes(value, size);
  return wanted !== null && candidates.some((bytes) => createHash(algorithm).update(bytes).digest().equals(wanted));
}
