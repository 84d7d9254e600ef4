import type { Problem } from "../../model/outcome.ts";
import { codingNames, undoCoding } from "./coding.ts";
import { unchunk } from "./http.ts";

/** The page in an answer, and what was not as the answer's head says. */
export interface Payload {
  readonly bytes: Buffer;
  readonly doubts: readonly Problem[];
  /** Is it larger than the limit? Then `bytes` are its front. */
  readonly isOver: boolean;
}

const coding = (message: string): Problem => ({ code: "archive/coding", message });

/**
 * The body of an HTTP answer with transfer and content coding undone as far as they can be, in the order that its fields give. Many archives hold pages
 * of which a coding was undone and the head kept: such a body is taken as it is.
 */
export async function payloadOf(body: Buffer, fields: ReadonlyMap<string, string>, limit: number): Promise<Payload> {
  const doubts: Problem[] = [];
  let bytes = body;
  if (/\bchunked\b/i.test(fields.get("transfer-encoding") ?? "")) {
    const unchunked = unchunk(body);
    bytes = unchunked.bytes;
    const message =
      bytes.length === body.length
        ? "The page is said to be chunked and is not. It was taken as it is."
        : "The page is chunked with an error, or its end is missing. From there on it was taken as it is; compare it with the live page.";
    if (!unchunked.isWhole) doubts.push(coding(message));
  }
  const field = fields.get("content-encoding") ?? "";
  for (const name of codingNames(field).toReversed()) {
    if (name === null) {
      doubts.push(coding(`The coding "${field.slice(0, 60)}" is not known. The page was taken as it is.`));
      break;
    }
    const undone = await undoCoding(bytes, name, limit);
    if (undone.end === "limit") return { bytes: undone.bytes, doubts, isOver: true };
    const message =
      undone.bytes === bytes
        ? `The page is said to be packed with ${name} and is not. It was taken as it is.`
        : `The page is packed with ${name} and damaged, or its end is missing. Its first ${undone.bytes.length} bytes were read; compare it with the live page.`;
    if (undone.end === "broken") doubts.push(coding(message));
    bytes = undone.bytes;
  }
  return { bytes, doubts, isOver: false };
}
