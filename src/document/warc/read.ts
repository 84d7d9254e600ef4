import type { ArchiveRecord } from "../../model/warc.ts";
import { beginsWarc } from "./find.ts";
import { frames } from "./frame.ts";
import { parseArcLine } from "./head.ts";
import { byteReader } from "./reader.ts";
import { recordOf } from "./record.ts";
import { unpacked } from "./unpack.ts";

export interface ArchiveOptions {
  /** The largest record, and the largest page unpacked from one, in bytes. */
  readonly payloadLimitBytes: number;
}

/** 32 MB: pages of news are smaller by far, and no film is kept in memory. */
export const archiveDefaults: ArchiveOptions = { payloadLimitBytes: 32_000_000 };

/**
 * Every record of a web archive in the order of the file, once: WARC (ISO 28500, 0.17 to 1.1) and ARC (1 and 2), plain or packed with gzip, Zstandard or
 * LZ4, by record or as a whole. What it gives depends on the bytes alone, not on how the stream cuts them. Memory does not grow with the file: it holds
 * one record of at most `payloadLimitBytes`. Never throws: what cannot be read is a record of kind "problem", and reading goes on behind it.
 */
export async function* readArchive(
  source: AsyncIterable<Uint8Array>,
  options: ArchiveOptions = archiveDefaults,
): AsyncGenerator<ArchiveRecord> {
  const { payloadLimitBytes } = options;
  for await (const frame of frames(byteReader(unpacked(source)), payloadLimitBytes))
    yield await recordOf(frame, payloadLimitBytes);
}

/** Is a file of this name a web archive by its ending? How it is packed is found from its bytes. */
export const isArchiveName = (name: string): boolean => /\.w?arc(?:\.(?:gz|zst|lz4))?$/i.test(name);

/** Do these bytes, the front of a file, begin a web archive, plain or packed? 64 KB are enough of most. Never throws. */
export async function looksLikeArchive(front: Uint8Array): Promise<boolean> {
  async function* source(): AsyncGenerator<Uint8Array> {
    yield front;
  }
  const reader = byteReader(unpacked(source()));
  const bytes = await reader.fill(512);
  return beginsWarc(bytes) || parseArcLine(bytes) !== null;
}
