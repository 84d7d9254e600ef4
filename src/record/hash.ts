import { createHash } from "node:crypto";
import type { AnnotatedDocument } from "../model/annotation.ts";

/** SHA-256 in hex; a string is hashed as UTF-8. */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** `value` with the keys of every object in alphabetical order, so that equal values give equal JSON. */
function ordered(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** JSON of `value` with ordered keys. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, ordered);

/**
 * SHA-256 of a reading: everything but the text (which has a hash of its own) and the tokens (which are not kept).
 * It is kept beside the rows, so that `verify` sees a change of any of them.
 */
export const readingHash = (annotated: AnnotatedDocument): string =>
  sha256(canonicalJson({ ...annotated, text: "", tokens: [] }));
