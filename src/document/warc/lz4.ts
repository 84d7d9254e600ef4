import type { PartEnd } from "./inflate.ts";
import type { ByteReader } from "./reader.ts";

/** Do these bytes begin an LZ4 frame (LZ4 Frame Format 1.6)? */
export const isLz4 = (bytes: Buffer): boolean => bytes.length >= 4 && bytes.readUInt32LE(0) === 0x184d2204;

/** A block may point this far back into the blocks before it. */
const windowBytes = 65_536;

/** Sizes of blocks by the frame's code, 4 to 7. */
const blockSizes: readonly number[] = [0, 0, 0, 0, 65_536, 262_144, 1_048_576, 4_194_304];

/**
 * Unpacks one block (LZ4 Block Format) into `out` from `at` on; what lies before `at` is the window it may point into. Gives the end of what was
 * written, or null where the block is damaged or writes more than `out` holds.
 */
export function unpackLz4Block(block: Uint8Array, out: Uint8Array, at: number): number | null {
  let [from, to] = [0, at];
  // Lengths over 14 go on in bytes of 255; a byte below ends them.
  const longer = (length: number): number => {
    if (length < 15) return length;
    let sum = length;
    for (let byte = 255; byte === 255; sum += byte) byte = block[from++] ?? Number.NaN;
    return sum;
  };
  while (from < block.length) {
    const token = block[from++]!;
    const literals = longer(token >> 4);
    if (!(from + literals <= block.length && to + literals <= out.length)) return null;
    out.set(block.subarray(from, from + literals), to);
    from += literals;
    to += literals;
    // The last sequence has literals only.
    if (from === block.length) return to;
    const back = block[from]! + block[from + 1]! * 256;
    from += 2;
    const length = longer(token & 15) + 4;
    if (!(back > 0 && back <= to && to + length <= out.length)) return null;
    // A match may run into the bytes that it writes, so a copy of memory will not do where it is longer than its distance.
    if (back >= length) out.copyWithin(to, to - back, to - back + length);
    else for (let step = 0; step < length; step++) out[to + step] = out[to + step - back]!;
    to += length;
  }
  return null;
}

/**
 * Unpacks the LZ4 frame at the front of `reader`, block by block. Checksums of blocks and of the frame are passed over, not checked: the digests of a
 * record's own head are. A frame that needs an outside dictionary is "damaged".
 */
export async function* lz4Frame(reader: ByteReader): AsyncGenerator<Uint8Array, PartEnd> {
  const head = await reader.fill(7);
  if (head.length < 7) return "cut";
  const [flags, descriptor] = [head[4]!, head[5]!];
  const blockBytes = blockSizes[(descriptor >> 4) & 7]!;
  if (flags >> 6 !== 1 || blockBytes === 0 || (flags & 1) === 1) return "damaged";
  const [hasBlockSum, hasSize, hasSum] = [(flags & 16) > 0, (flags & 8) > 0, (flags & 4) > 0];
  await reader.skip(hasSize ? 15 : 7);
  const out = Buffer.alloc(windowBytes + blockBytes);
  for (let window = 0; ; ) {
    const sizeField = await reader.fill(4);
    if (sizeField.length < 4) return "cut";
    const field = sizeField.readUInt32LE(0);
    if (field === 0) {
      const size = hasSum ? 8 : 4;
      return (await reader.skip(size)) === size ? "complete" : "cut";
    }
    const [isStored, size] = [field >>> 31 === 1, field & 0x7fffffff];
    if (size > blockBytes) return "damaged";
    const block = (await reader.fill(4 + size)).subarray(4);
    if (block.length < size) return "cut";
    if (isStored) out.set(block, window);
    const end = isStored ? window + size : unpackLz4Block(block, out.subarray(0, window + blockBytes), window);
    if (end === null) return "damaged";
    await reader.skip(4 + size + (hasBlockSum ? 4 : 0));
    yield Buffer.from(out.subarray(window, end));
    // Kept also where blocks say that they are independent: it costs a copy of 64 KB, and such blocks do not point there.
    const keep = Math.min(windowBytes, end);
    out.copyWithin(0, end - keep, end);
    window = keep;
  }
}
