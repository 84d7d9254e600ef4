import { type Form, findBeginning, lookAhead } from "./find.ts";
import type { ByteReader } from "./reader.ts";

const searchBytes = 131_072;
/** Two line ends stand between records; more are passed over as well. */
export const tailBytes = 64;

/** How many line ends `bytes` begin with, in bytes. */
export const lineEnds = (bytes: Buffer): number => {
  const first = bytes.findIndex((byte) => byte !== 10 && byte !== 13);
  return first < 0 ? bytes.length : first;
};

/** Takes line ends away. */
export async function skipLineEnds(reader: ByteReader): Promise<void> {
  for (;;) {
    const bytes = await reader.fill(tailBytes);
    const size = lineEnds(bytes);
    await reader.skip(size);
    if (size < bytes.length || size === 0) return;
  }
}

/** Takes bytes away up to where a record of one of the forms begins, or up to the end or a fault. Gives how many. */
export async function skipToBeginning(reader: ByteReader, forms: readonly Form[]): Promise<number> {
  for (let skipped = 0; ; ) {
    const bytes = await reader.fill(searchBytes);
    const isLast = bytes.length < searchBytes;
    const until = isLast ? bytes.length : searchBytes - lookAhead;
    const found = forms
      .map((form) => findBeginning(form, bytes, skipped === 0 ? 0 : 1, until))
      .filter((at) => at !== null);
    if (found.length > 0) return skipped + (await reader.skip(Math.min(...found)));
    if (isLast) return skipped + (await reader.skip(bytes.length));
    // One byte is kept: a beginning stands after a line's end.
    skipped += await reader.skip(until - 1);
  }
}
