import type { Problem } from "../../model/outcome.ts";
import type { Piece } from "./piece.ts";

/** Bytes from the front of a stream of pieces. What it gives depends on the bytes alone, never on how they were cut into pieces. */
export interface ByteReader {
  /** How many bytes were skipped so far. */
  readonly position: () => number;
  /**
   * The next bytes, without taking them: exactly `count`, or fewer where the stream ends or a fault comes before. Valid until the next call.
   * Asking for many costs no copy of those already there.
   */
  readonly fill: (count: number) => Promise<Buffer>;
  /** Takes `count` bytes away, or all up to the end or a fault; gives how many there were. */
  readonly skip: (count: number) => Promise<number>;
  /** The fault that stops the bytes at hand, to be asked when `fill` gave too few; null at the end of the stream. */
  readonly fault: () => Problem | null;
  /** Where the place began that the bytes last read come from: the packed part that a fault is about. */
  readonly lastPlace: () => number;
  /** Takes away what is left before the fault, and the fault. */
  readonly passFault: () => void;
  /** Where byte `position` of the stream stands in the stored file (see `RecordPlace.offset`). Not for places before the last one asked for. */
  readonly offsetOf: (position: number) => number;
}

interface Place {
  readonly position: number;
  readonly offset: number;
  readonly isExact: boolean;
}

/** How far back bytes are kept in one piece of memory before it is made anew. */
const smallestBuffer = 262_144;

/** Reads `pieces` from the front. Holds at most what `fill` is asked for, and one piece more. */
export function byteReader(pieces: AsyncIterable<Piece>): ByteReader {
  const source = pieces[Symbol.asyncIterator]();
  let buffer = Buffer.allocUnsafe(smallestBuffer);
  let [start, end] = [0, 0];
  let position = 0;
  let places: Place[] = [{ position: 0, offset: 0, isExact: true }];
  let fault: Problem | null = null;
  let isEnded = false;

  const append = (bytes: Uint8Array): void => {
    if (end + bytes.length > buffer.length) {
      const size = end - start + bytes.length;
      // Twice as large as needed, so that what is kept is moved once in so many bytes read, not at each piece.
      const isFitting = buffer.length >= size * 2 && buffer.length <= Math.max(smallestBuffer, size * 8);
      const next = isFitting ? buffer : Buffer.allocUnsafe(Math.max(smallestBuffer, size * 2));
      buffer.copy(next, 0, start, end);
      buffer = next;
      [start, end] = [0, end - start];
    }
    buffer.set(bytes, end);
    end += bytes.length;
  };

  const load = async (count: number): Promise<void> => {
    for (;;) {
      if (end - start >= count || fault !== null || isEnded) return;
      const next = await source.next();
      if (next.done === true) isEnded = true;
      else if (next.value.kind === "bytes") append(next.value.bytes);
      else if (next.value.kind === "fault") fault = next.value.problem;
      else {
        const { offset, isExact } = next.value;
        places.push({ position: position + end - start, offset, isExact });
      }
    }
  };

  const drop = (count: number): void => {
    start += count;
    position += count;
    if (start === end) [start, end] = [0, 0];
  };

  return {
    position: () => position,
    fill: async (count) => {
      await load(count);
      return buffer.subarray(start, Math.min(end, start + count));
    },
    skip: async (count) => {
      let skipped = 0;
      while (skipped < count) {
        await load(1);
        const size = Math.min(end - start, count - skipped);
        if (size === 0) break;
        drop(size);
        skipped += size;
      }
      return skipped;
    },
    fault: () => fault,
    lastPlace: () => places.at(-1)?.position ?? 0,
    passFault: () => {
      drop(end - start);
      fault = null;
    },
    offsetOf: (at) => {
      const found = places.findLastIndex((place) => place.position <= at);
      places = places.slice(Math.max(0, found));
      const place = places[0]!;
      return place.isExact ? place.offset + at - place.position : place.offset;
    },
  };
}
