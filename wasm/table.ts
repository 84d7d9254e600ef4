/** Tables with open addressing that are built from packed files when they are loaded: in JavaScript that takes ten times as long. */

/** Where the gap after the one at `from` begins. */
function afterGap(from: usize): usize {
  let at = from;
  while (load<u8>(at) > 127) at++;
  return at + 1;
}

/** A gap of seven bits a byte, low first, the high bit on all but the last. */
function gapAt(from: usize): u32 {
  let gap: u32 = 0;
  let shift: u32 = 0;
  let at = from;
  for (; load<u8>(at) > 127; at++, shift += 7) gap |= (<u32>load<u8>(at) & 127) << shift;
  return gap | ((<u32>load<u8>(at)) << shift);
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
export function layWords(keys: usize, values: usize, mask: u32, gaps: usize, clusters: usize, count: i32): void {
  let key: u32 = 0;
  let vectors = 0;
  let from = gaps;
  for (let i: usize = 0; i < <usize>count; i++) {
    key += gapAt(from);
    from = afterGap(from);
    const cluster = <i32>load<u16>(clusters + (i << 1));
    if (cluster > 0x7fff) vectors++;
    put(keys, values, mask, key, (cluster & 0x7fff) + (cluster > 0x7fff ? vectors << 13 : 0));
  }
}

/**
 * `count` features, whose keys ascend by `gaps`, each with as many entries as `counts` says: into empty `cells` (key and place of the first
 * entry), the bits of `filter`, and `entries` (label and step + 128, a byte each; label 255 ends a feature's).
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
): void {
  let key: u32 = 0;
  let from = gaps;
  let read: usize = 0;
  let place: usize = 0;
  for (let i: usize = 0; i < <usize>count; i++) {
    key += gapAt(from);
    from = afterGap(from);
    let cell = (key ^ (key >>> 15)) & mask;
    while (load<u32>(cells + ((<usize>cell) << 3)) != 0) cell = (cell + 1) & mask;
    store<u32>(cells + ((<usize>cell) << 3), key);
    store<u32>(cells + ((<usize>cell) << 3), <u32>place, 4);
    const bits = filter + ((key >>> 17) << 2);
    store<u32>(bits, load<u32>(bits) | (<u32>1 << ((key >>> 12) & 31)));
    for (const end = read + <usize>load<u8>(counts + i); read < end; read++, place++)
      store<u16>(entries + (place << 1), <u16>load<u8>(labels + read) | ((<u16>(<u8>(load<i8>(steps + read) + 128))) << 8));
    store<u16>(entries + (place << 1), 255);
    place++;
  }
}
