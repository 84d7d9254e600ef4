import { mix } from "./name-hash.ts";

/** A table from 32-bit keys to small numbers; open addressing, linear probing. Keys must not be 0. */
export interface Lookup {
  readonly mask: number;
  readonly keys: Int32Array;
  readonly values: Int32Array;
}

/** Cells that a table of `count` keys has: a power of two, at most 10 of 17 taken. */
export function capacityFor(count: number): number {
  let capacity = 16;
  while (capacity < count * 1.7) capacity *= 2;
  return capacity;
}

/** A table of `entries`; of two with one key the later wins. */
export function makeLookup(keys: ArrayLike<number>, values: ArrayLike<number>): Lookup {
  const capacity = capacityFor(keys.length);
  const table = { mask: capacity - 1, keys: new Int32Array(capacity), values: new Int32Array(capacity) };
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]! | 0;
    let cell = (key ^ (key >>> 15)) & table.mask;
    while (table.keys[cell] !== 0 && table.keys[cell] !== key) cell = (cell + 1) & table.mask;
    table.keys[cell] = key;
    table.values[cell] = values[at]!;
  }
  return table;
}

/** The value of `key`, or `missing`. */
export function lookUp({ mask, keys, values }: Lookup, key: number, missing: number): number {
  let cell = (key ^ (key >>> 15)) & mask;
  for (;;) {
    const found = keys[cell]!;
    if (found === key) return values[cell]!;
    if (found === 0) return missing;
    cell = (cell + 1) & mask;
  }
}

/** Ascending keys with their values: found in some more steps than in a `Lookup`, but nothing has to be built when it is loaded. */
export interface Ordered {
  readonly keys: Uint32Array;
  readonly values: Int32Array;
}

/** Place of `key` in the ascending `keys`, or -1. */
export function placeOf(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = keys[middle]!;
    if (one === key) return middle;
    if (one < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Key of the phrase that goes on with `word` after the words of `phrase` (0 at its start). */
export const phraseKey = (phrase: number, word: number): number => mix(phrase, word);
