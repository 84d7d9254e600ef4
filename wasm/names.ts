/**
 * Scores of names. `desk` is where the addresses of the tables lie, 32 bits each, in this order: the mask of the feature cells (counts of
 * cells), the cells, their filter, the entries, the 256 values of entries, [H][P] output, [H] bias, and room for 1,024 bytes.
 * H is 64 units; P is 40 places, of which the last three of each word's scores come to nothing (there are 37 labels).
 * Sums are rows of P + H numbers.
 */
const places: usize = 40;
const units: usize = 64;

/** Adds what the first `count` keys at `keys` weigh to the scores at `out`. `room` needs 4 x count bytes. */
function addEntries(desk: usize, keys: usize, count: i32, out: usize, room: usize): void {
  const mask = load<u32>(desk);
  const cells = <usize>load<u32>(desk, 4);
  const filter = <usize>load<u32>(desk, 8);
  const entries = <usize>load<u32>(desk, 12);
  const values = <usize>load<u32>(desk, 16);
  // Half of the keys are of no feature: they are left out without a branch that would be guessed wrong.
  let kept: usize = room;
  for (let k: i32 = 0; k < count; k++) {
    const key = load<u32>(keys + ((<usize>k) << 2));
    store<u32>(kept, key);
    kept += <usize>(((load<u32>(filter + ((key >>> 17) << 2)) >>> ((key >>> 12) & 31)) & 1) << 2);
  }
  // Nor is a branch spent on keys whose cell is empty; the cells of all others are on their way when the first is asked for.
  const stop = kept;
  kept = room;
  for (let from: usize = room; from < stop; from += 4) {
    const key = load<u32>(from);
    store<u32>(kept, key);
    kept += load<u32>(cells + ((<usize>((key ^ (key >>> 15)) & mask)) << 3)) != 0 ? 4 : 0;
  }
  for (let from: usize = room; from < kept; from += 4) {
    const key = load<u32>(from);
    let cell = (key ^ (key >>> 15)) & mask;
    let found = load<u32>(cells + ((<usize>cell) << 3));
    while (found != key && found != 0) {
      cell = (cell + 1) & mask;
      found = load<u32>(cells + ((<usize>cell) << 3));
    }
    if (found == 0) continue;
    const place = load<u32>(cells + ((<usize>cell) << 3), 4);
    let at = entries + ((<usize>(place & 0xffffff)) << 1);
    for (const end = at + ((<usize>(place >>> 24)) << 1); at < end; at += 2) {
      const to = out + ((<usize>load<u8>(at)) << 2);
      store<f32>(to, load<f32>(to) + load<f32>(values + ((<usize>load<u8>(at, 1)) << 2)));
    }
  }
}

/**
 * What a word adds at one distance: the weights of its keys, then to the hidden units `dimensions` numbers of four bits at `vector`
 * (0: it has none) times the rows at `input`, and the `buckets` rows of signed bytes whose addresses stand at `spelling`, times `scale`.
 */
export function nameWord(
  to: usize,
  desk: usize,
  keys: usize,
  count: i32,
  vector: usize,
  dimensions: i32,
  input: usize,
  spelling: usize,
  buckets: i32,
  scale: f32,
): void {
  for (let at: usize = 0; at < (places + units) * 4; at += 16) v128.store(to + at, f32x4.splat(0));
  addEntries(desk, keys, count, to, <usize>load<u32>(desk, 28));
  for (let half: usize = 0; half < units; half += 32) {
    let a = f32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let e = a;
    let f = a;
    let g = a;
    let h = a;
    if (vector != 0) {
      let row = input + (half << 2);
      for (let at: i32 = 0; at < dimensions; at++) {
        const two = <i32>load<u8>(vector + (<usize>at >> 1));
        const value = f32x4.splat(<f32>(((two >> ((at & 1) << 2)) & 15) - 8));
        a = f32x4.add(a, f32x4.mul(value, v128.load(row, 0)));
        b = f32x4.add(b, f32x4.mul(value, v128.load(row, 16)));
        c = f32x4.add(c, f32x4.mul(value, v128.load(row, 32)));
        d = f32x4.add(d, f32x4.mul(value, v128.load(row, 48)));
        e = f32x4.add(e, f32x4.mul(value, v128.load(row, 64)));
        f = f32x4.add(f, f32x4.mul(value, v128.load(row, 80)));
        g = f32x4.add(g, f32x4.mul(value, v128.load(row, 96)));
        h = f32x4.add(h, f32x4.mul(value, v128.load(row, 112)));
        row += units << 2;
      }
    }
    const s = f32x4.splat(scale);
    for (let at: i32 = 0; at < buckets; at++) {
      const row = <usize>load<u32>(spelling + ((<usize>at) << 2)) + half;
      const p = v128.load8x8_s(row, 0);
      const q = v128.load8x8_s(row, 8);
      const r = v128.load8x8_s(row, 16);
      const t = v128.load8x8_s(row, 24);
      a = f32x4.add(a, f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(p))));
      b = f32x4.add(b, f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(p))));
      c = f32x4.add(c, f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(q))));
      d = f32x4.add(d, f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(q))));
      e = f32x4.add(e, f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(r))));
      f = f32x4.add(f, f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(r))));
      g = f32x4.add(g, f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(t))));
      h = f32x4.add(h, f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(t))));
    }
    const y = to + ((places + half) << 2);
    v128.store(y, a, 0);
    v128.store(y, b, 16);
    v128.store(y, c, 32);
    v128.store(y, d, 48);
    v128.store(y, e, 64);
    v128.store(y, f, 80);
    v128.store(y, g, 96);
    v128.store(y, h, 112);
  }
}

/** The sum of four bytes at `at` of the five rows whose addresses stand at `sums`. */
function five(sums: usize, at: usize, first: v128): v128 {
  const a = f32x4.add(first, v128.load(<usize>load<u32>(sums, 0) + at));
  const b = f32x4.add(a, v128.load(<usize>load<u32>(sums, 4) + at));
  const c = f32x4.add(b, v128.load(<usize>load<u32>(sums, 8) + at));
  const d = f32x4.add(c, v128.load(<usize>load<u32>(sums, 12) + at));
  return f32x4.add(d, v128.load(<usize>load<u32>(sums, 16) + at));
}

/** Scores of one word, P numbers at `out`: the five sums whose addresses stand at `sums`, the weights of the joint keys, and the network's. */
export function nameScore(out: usize, desk: usize, sums: usize, keys: usize, count: i32): void {
  const output = <usize>load<u32>(desk, 20);
  const bias = <usize>load<u32>(desk, 24);
  const room = <usize>load<u32>(desk, 28);
  const zero = f32x4.splat(0);
  for (let at: usize = 0; at < places * 4; at += 16) v128.store(out + at, five(sums, at, zero));
  addEntries(desk, keys, count, out, room);
  for (let at: usize = 0; at < units * 4; at += 16)
    v128.store(room + at, f32x4.pmax(five(sums, places * 4 + at, v128.load(bias + at)), zero));
  // Half of the units are silent: only the others' rows are read.
  const loud = room + units * 4;
  let last = loud;
  for (let unit: usize = 0; unit < units; unit++) {
    store<u32>(last, <u32>unit);
    last += load<f32>(room + (unit << 2)) > 0 ? 4 : 0;
  }
  let a = v128.load(out, 0);
  let b = v128.load(out, 16);
  let c = v128.load(out, 32);
  let d = v128.load(out, 48);
  let e = v128.load(out, 64);
  let f = v128.load(out, 80);
  let g = v128.load(out, 96);
  let h = v128.load(out, 112);
  let i = v128.load(out, 128);
  let j = v128.load(out, 144);
  for (let from = loud; from < last; from += 4) {
    const unit = <usize>load<u32>(from);
    const value = v128.load32_splat(room + (unit << 2));
    const row = output + unit * (places * 4);
    a = f32x4.add(a, f32x4.mul(value, v128.load(row, 0)));
    b = f32x4.add(b, f32x4.mul(value, v128.load(row, 16)));
    c = f32x4.add(c, f32x4.mul(value, v128.load(row, 32)));
    d = f32x4.add(d, f32x4.mul(value, v128.load(row, 48)));
    e = f32x4.add(e, f32x4.mul(value, v128.load(row, 64)));
    f = f32x4.add(f, f32x4.mul(value, v128.load(row, 80)));
    g = f32x4.add(g, f32x4.mul(value, v128.load(row, 96)));
    h = f32x4.add(h, f32x4.mul(value, v128.load(row, 112)));
    i = f32x4.add(i, f32x4.mul(value, v128.load(row, 128)));
    j = f32x4.add(j, f32x4.mul(value, v128.load(row, 144)));
  }
  v128.store(out, a, 0);
  v128.store(out, b, 16);
  v128.store(out, c, 32);
  v128.store(out, d, 48);
  v128.store(out, e, 64);
  v128.store(out, f, 80);
  v128.store(out, g, 96);
  v128.store(out, h, 112);
  v128.store(out, i, 128);
  v128.store(out, j, 144);
}
