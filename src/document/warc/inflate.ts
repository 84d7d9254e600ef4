import { once } from "node:events";
import type { Transform } from "node:stream";
import type { Zlib } from "node:zlib";
import type { ByteReader } from "./reader.ts";

/** A way to unpack what stands at the front of some bytes, up to the end of the packed part. */
export interface Unpacker {
  /** All at once. Throws where the part is damaged, is not there in full, or unpacks to more than `limitBytes`. */
  readonly whole: (bytes: Uint8Array, limitBytes: number) => { readonly bytes: Uint8Array; readonly used: number };
  /** In steps. It must not fail at its end where the part is not there in full. */
  readonly steps: () => Transform & Zlib;
}

/** How an unpacked part ended. */
export type PartEnd = "complete" | "damaged" | "cut";

/** A page and its head are hardly ever larger, and are unpacked at once: 20 times as fast as in steps. */
const wholeBytes = 1_048_576;
const wholeLimitBytes = 16_777_216;
// Deflate unpacks to at most 1,032 times its size, so that a step holds at most 17 MB.
const stepBytes = 16_384;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Unpacks in steps of one size, so that what a damaged part still gives does not depend on how its bytes arrived. */
async function* unpackSteps(reader: ByteReader, unpacker: Unpacker): AsyncGenerator<Uint8Array, PartEnd> {
  const stream = unpacker.steps();
  let made: Uint8Array[] = [];
  stream.on("data", (bytes: Uint8Array) => made.push(bytes));
  // "end" and "error" end the wait: bytes after the part's end are never taken, and their write never calls back.
  const stop = new AbortController();
  const ended = once(stream, "end", { signal: stop.signal }).then(
    () => "complete" as const,
    () => "damaged" as const,
  );
  try {
    for (let taken = 0; ; ) {
      const step = Buffer.from(await reader.fill(stepBytes));
      if (step.length === 0) {
        // A part may end with the last byte, and only its end tells so.
        stream.end();
        return (await ended) === "complete" ? "complete" : "cut";
      }
      const written = new Promise<"written">((resolve) => {
        stream.write(step, () => resolve("written"));
      });
      let state = await Promise.race([ended, written]);
      if (state === "written") {
        // Bytes already unpacked reach their listener in this turn; so does the end where the step ends with the part.
        await turn();
        if (stream.errored !== null) state = "damaged";
      }
      if (state === "damaged") return "damaged";
      await reader.skip(stream.bytesWritten - taken);
      taken = stream.bytesWritten;
      for (const bytes of made) yield bytes;
      made = [];
      if (state === "complete") return "complete";
    }
  } finally {
    stop.abort();
    stream.destroy();
  }
}

/**
 * Unpacks the part at the front of `reader` and takes its bytes away. "damaged" and "cut" come after all that could be unpacked; of a damaged
 * part the bytes from the damaged step on are left in the reader.
 */
export async function* unpackPart(reader: ByteReader, unpacker: Unpacker): AsyncGenerator<Uint8Array, PartEnd> {
  const front = await reader.fill(wholeBytes);
  let whole: ReturnType<Unpacker["whole"]> | null = null;
  try {
    whole = unpacker.whole(front, wholeLimitBytes);
  } catch {
    // Too large for one go, or damaged: the steps find out which, and give what there is.
  }
  if (whole === null) return yield* unpackSteps(reader, unpacker);
  await reader.skip(whole.used);
  if (whole.bytes.length > 0) yield whole.bytes;
  return "complete";
}
