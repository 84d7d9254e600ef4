/**
 * Static meanings of words: one direction for each term (`termOf`), learnt from a sentence transformer (docs/model-card.md). Words that are used of
 * the same things lie near one another; so do opposites, so numbers, names and negations must be compared by themselves.
 */
export interface Meaning {
  /** Numbers of the term's direction, -127 to 127; null for a term that is not known. */
  readonly rowOf: (term: string) => Int8Array | null;
}

/** Knows no word: what is joined then is joined by the words alone. */
export const noMeaning: Meaning = { rowOf: () => null };

const magic = "SM01";
const headBytes = 16;

/**
 * A pack of meanings: "SM01", three little-endian 32-bit numbers (terms, width, bytes of the terms), the terms in UTF-8 with a line break between
 * them, then a row of `width` signed bytes for each. Throws where the lengths do not fit: a package with broken weights is broken.
 */
export function readMeaning(bytes: Uint8Array): Meaning {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  if (bytes.length < headBytes || decoder.decode(bytes.subarray(0, 4)) !== magic)
    throw new Error("no pack of meanings");
  const [count, width, length] = [4, 8, 12].map((at) => view.getUint32(at, true)) as [number, number, number];
  const start = headBytes + length;
  if (bytes.length !== start + count * width) throw new Error("a pack of meanings was cut off");
  const terms = decoder.decode(bytes.subarray(headBytes, start)).split("\n");
  if (terms.length !== count) throw new Error("a pack of meanings has another number of terms than it says");
  const places = new Map(terms.map((term, at) => [term, at]));
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset + start, count * width);
  return {
    rowOf: (term) => {
      const at = places.get(term);
      return at === undefined ? null : rows.subarray(at * width, (at + 1) * width);
    },
  };
}

/** Length of a row; 1 for a row of zeros, so that it can be divided by. */
export function lengthOf(row: Int8Array): number {
  let sum = 0;
  for (const value of row) sum += value * value;
  return Math.sqrt(sum) || 1;
}

/** Sum of the products of two rows of one pack. */
export function product(a: Int8Array, b: Int8Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
