/** Tables with open addressing that are built from packed files when they are loaded: in JavaScript that takes ten times as long. */

/** Where the last gap that was read ended. */
let gapEnd: usize = 0;

/** A gap of seven bits a byte, low first, the high bit on all but the last. */
function gapAt(from: usize): u32 {
  let byte = <u32>load<u8>(from);
  let gap = byte & 127;
  let at = from + 1;
  for (let shift: u32 = 7; byte > 127; shift += 7, at++) {
    byte = load<u8>(at);
    gap |= (byte & 127) << shift;
  }
  gapEnd = at;
  return gap;
}

function put(keys: usize, values: usize, mask: u32, key: u32, value: i32): void {
  let cell = (key ^ (key >>> 15)) & mask;
  for (;;) {
    const found = load<u32>(keys + ((<usize>cell) << 2));
    if (found == 0 || found == key) break;
    cell = (cell + 1) & mask;
  }
  store<u32>(keys + ((<usize>cell) << 2), key);
  store<i32>(values + ((<usize>cell) << 2), value);
}

/** `count` keys of 32 bits at `from` with values of `size` bytes (1 or 2) at `numbers` into empty `keys` and `values` of `mask` + 1 cells each. */
export function layPairs(
  keys: usize,
  values: usize,
  mask: u32,
  from: usize,
  numbers: usize,
  size: i32,
  count: i32,
): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    const value = size == 1 ? <i32>load<u8>(numbers + i) : <i32>load<u16>(numbers + (i << 1));
    put(keys, values, mask, load<u32>(from + (i << 2)), value);
  }
}

/** `count` words, whose keys ascend by `gaps`: their cluster of 13 bits, plus 8,192 times one more than the number of their vector, if they have one. */
export function layWords(keys: usize, values: usize, gaps: usize, clusters: usize, count: i32): void {
  let key: u32 = 0;
  let vectors = 0;
  gapEnd = gaps;
  for (let i: usize = 0; i < <usize>count; i++) {
    key += gapAt(gapEnd);
    const cluster = <i32>load<u16>(clusters + (i << 1));
    if (cluster > 0x7fff) vectors++;
    store<u32>(keys + (i << 2), key);
    store<i32>(values + (i << 2), (cluster & 0x7fff) + (cluster > 0x7fff ? vectors << 13 : 0));
  }
}

/**
 * `count` features, whose keys ascend by `gaps`, each with as many of the `size` entries as `counts` says: into empty `cells` (key; place of
 * the first entry, and above its 24 bits how many), the bits of `filter`, and `entries` (label and step + 128, a byte each). Up to 15 entries
 * behind the last are read and written.
 */
export function layFeatures(
  cells: usize,
  mask: u32,
  filter: usize,
  entries: usize,
  gaps: usize,
  counts: usize,
  labels: usize,
  steps: usize,
  count: i32,
  size: i32,
): void {
  const middle = i8x16.splat(-128);
  for (let at: usize = 0; at < <usize>size; at += 16) {
    const a = v128.load(labels + at);
    const b = v128.xor(v128.load(steps + at), middle);
    const to = entries + (at << 1);
    v128.store(to, v128.shuffle<i8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
    v128.store(to, v128.shuffle<i8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), 16);
  }
  let key: u32 = 0;
  gapEnd = gaps;
  let place: u32 = 0;
  for (let i: usize = 0; i < <usize>count; i++) {
    key += gapAt(gapEnd);
    let cell = (key ^ (key >>> 15)) & mask;
    while (load<u32>(cells + ((<usize>cell) << 3)) != 0) cell = (cell + 1) & mask;
    const own = <u32>load<u8>(counts + i);
    const to = cells + ((<usize>cell) << 3);
    store<u32>(to, key);
    store<u32>(to, place | (own << 24), 4);
    place += own;
    const bits = filter + ((key >>> 17) << 2);
    store<u32>(bits, load<u32>(bits) | ((<u32>1) << ((key >>> 12) & 31)));
  }
}
