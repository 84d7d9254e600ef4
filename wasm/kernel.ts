/**
 * The arithmetic of the language core in WebAssembly SIMD (AssemblyScript). Addresses are bytes; sizes are counts of numbers.
 *
 * A layer's input is a row of seven-bit numbers with 64 for zero: with them `relaxed_dot_i8x16_i7x16_add_s` can neither overflow nor
 * depend on the machine, and one instruction does sixteen products (70 to 95 thousand million products a second on a core that has
 * AVX-VNNI, where 16-bit products reach 19 to 28). What 64 adds to each sum is in the bias already.
 *
 * `pmax` and `relaxed_trunc` are one instruction where `max` and `trunc_sat` are five to eight: they differ only for what is no number or
 * beyond 32 bits, and neither comes up: inputs are finite, and norms bound them.
 */

/** 2^x for x <= 0, to 2e-7 of its value. */
function power(x: v128): v128 {
  const low = f32x4.pmax(x, f32x4.splat(-126));
  const whole = f32x4.floor(low);
  const part = f32x4.sub(low, whole);
  let y = f32x4.splat(0.0018775767);
  y = f32x4.add(f32x4.mul(y, part), f32x4.splat(0.0089893397));
  y = f32x4.add(f32x4.mul(y, part), f32x4.splat(0.055826318));
  y = f32x4.add(f32x4.mul(y, part), f32x4.splat(0.24015361));
  y = f32x4.add(f32x4.mul(y, part), f32x4.splat(0.69315308));
  y = f32x4.add(f32x4.mul(y, part), f32x4.splat(0.99999994));
  const exponent = i32x4.shl(i32x4.add(i32x4.relaxed_trunc_f32x4_s(whole), i32x4.splat(127)), 23);
  return f32x4.mul(y, exponent);
}

function sumOf(a: v128): f32 {
  return f32x4.extract_lane(a, 0) + f32x4.extract_lane(a, 1) + f32x4.extract_lane(a, 2) + f32x4.extract_lane(a, 3);
}

function mostOf(a: v128): f32 {
  const b = f32x4.pmax(a, v128.shuffle<i32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.pmax(b, v128.shuffle<i32>(b, b, 1, 0, 3, 2)), 0);
}

/** Four times four numbers, scaled, as sixteen bytes of at most 63 to each side of 64. */
function sevenBits(from: usize, scale: v128): v128 {
  const a = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from), scale)));
  const b = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from, 16), scale)));
  const c = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from, 32), scale)));
  const d = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from, 48), scale)));
  const bytes = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d));
  const kept = i8x16.max_s(i8x16.min_s(bytes, i8x16.splat(63)), i8x16.splat(-63));
  return i8x16.add(kept, i8x16.splat(64));
}

/** to[0..count) += row[0..count) * scale; `row` holds signed bytes. */
export function addRow(to: usize, row: usize, scale: f32, count: i32): void {
  const s = f32x4.splat(scale);
  for (let at: i32 = 0; at < count; at += 8) {
    const words = v128.load8x8_s(row + at);
    const y = to + ((<usize>at) << 2);
    const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(words));
    const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(words));
    v128.store(y, f32x4.add(v128.load(y), f32x4.mul(low, s)));
    v128.store(y, f32x4.add(v128.load(y, 16), f32x4.mul(high, s)), 16);
  }
}

/** Norm of each of `rows` rows of `width` numbers, in seven bits, rows 128 bytes apart: steps of 1/15 of the root mean square. */
export function squash(to: usize, from: usize, rows: i32, width: i32): void {
  for (let row: i32 = 0; row < rows; row++) {
    const x = from + ((<usize>(row * width)) << 2);
    let a = f32x4.splat(0);
    for (let at: i32 = 0; at < width; at += 4) {
      const v = v128.load(x + ((<usize>at) << 2));
      a = f32x4.add(a, f32x4.mul(v, v));
    }
    const scale = f32x4.splat(15 / Mathf.sqrt(sumOf(a) / <f32>width + 1e-6));
    const y = to + ((<usize>row) << 7);
    for (let at: i32 = 0; at < width; at += 16) v128.store(y + at, sevenBits(x + ((<usize>at) << 2), scale));
  }
}

/** One row in seven bits by its largest number; the answer is the size of a step. */
export function squashWord(to: usize, from: usize, width: i32): f32 {
  let a = f32x4.splat(1e-6);
  for (let at: i32 = 0; at < width; at += 4) a = f32x4.pmax(a, f32x4.abs(v128.load(from + ((<usize>at) << 2))));
  const most = mostOf(a);
  const scale = f32x4.splat(<f32>63 / most);
  for (let at: i32 = 0; at < width; at += 16) v128.store(to + at, sevenBits(from + ((<usize>at) << 2), scale));
  return most / 63;
}

function settleFour(sum: v128, y: usize, scale: v128, bias: v128, mode: i32): void {
  let v = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), scale), bias);
  if (mode == 1) v = f32x4.pmax(v, f32x4.splat(0));
  if (mode > 0) v = f32x4.add(v, v128.load(y));
  v128.store(y, v);
}

function settle(a: v128, b: v128, y: usize, s: v128, t: v128, c: v128, d: v128, mode: i32): void {
  settleFour(a, y, s, c, mode);
  settleFour(b, y + 16, t, d, mode);
}

/**
 * y = x w scale + bias for each row. `x` has `depth` bytes a row, rows 128 bytes apart (so a convolution's rows overlap, and the five
 * rows of a step have one address; up to four rows behind the last one are read and come to nothing);
 * `w` is [depth / 4][width][4] signed bytes; y rows are `width` numbers. Mode 0 writes, 1 adds the positive part, 2 adds.
 */
export function affine(
  y: usize,
  x: usize,
  w: usize,
  scale: usize,
  bias: usize,
  rows: i32,
  depth: i32,
  width: i32,
  mode: i32,
): void {
  const line = (<usize>width) << 2;
  const last = rows - 1;
  // Columns outside, rows within: the strip of the matrix stays in the first cache for all rows. Five rows by eight columns keep ten sums
  // at work, which hides how long a dot takes: 95 thousand million products a second, where two rows by sixteen columns reach 70.
  for (let at: usize = 0; at < line; at += 32) {
    const s0 = v128.load(scale + at);
    const s1 = v128.load(scale + at, 16);
    const c0 = v128.load(bias + at);
    const c1 = v128.load(bias + at, 16);
    for (let row: i32 = 0; row < rows; row += 5) {
      const x0 = x + ((<usize>row) << 7);
      let a00 = i32x4.splat(0);
      let a01 = i32x4.splat(0);
      let a10 = i32x4.splat(0);
      let a11 = i32x4.splat(0);
      let a20 = i32x4.splat(0);
      let a21 = i32x4.splat(0);
      let a30 = i32x4.splat(0);
      let a31 = i32x4.splat(0);
      let a40 = i32x4.splat(0);
      let a41 = i32x4.splat(0);
      let from = w + at;
      for (let k: usize = 0; k < <usize>depth; k += 4) {
        const w0 = v128.load(from);
        const w1 = v128.load(from, 16);
        const p0 = v128.load32_splat(x0 + k, 0);
        a00 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w0, p0, a00);
        a01 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w1, p0, a01);
        const p1 = v128.load32_splat(x0 + k, 128);
        a10 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w0, p1, a10);
        a11 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w1, p1, a11);
        const p2 = v128.load32_splat(x0 + k, 256);
        a20 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w0, p2, a20);
        a21 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w1, p2, a21);
        const p3 = v128.load32_splat(x0 + k, 384);
        a30 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w0, p3, a30);
        a31 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w1, p3, a31);
        const p4 = v128.load32_splat(x0 + k, 512);
        a40 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w0, p4, a40);
        a41 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w1, p4, a41);
        from += line;
      }
      const to = y + <usize>row * line + at;
      settle(a00, a01, to, s0, s1, c0, c1, mode);
      if (row + 1 <= last) settle(a10, a11, to + line, s0, s1, c0, c1, mode);
      if (row + 2 <= last) settle(a20, a21, to + 2 * line, s0, s1, c0, c1, mode);
      if (row + 3 <= last) settle(a30, a31, to + 3 * line, s0, s1, c0, c1, mode);
      if (row + 4 <= last) settle(a40, a41, to + 4 * line, s0, s1, c0, c1, mode);
    }
  }
}

/** As `affine` in mode 0 for a single row, of which `width` is a multiple of 32: eight sums at work. */
export function affineRow(y: usize, x: usize, w: usize, scale: usize, bias: usize, depth: i32, width: i32): void {
  const line = (<usize>width) << 2;
  for (let at: usize = 0; at < line; at += 128) {
    let a0 = i32x4.splat(0);
    let a1 = i32x4.splat(0);
    let a2 = i32x4.splat(0);
    let a3 = i32x4.splat(0);
    let a4 = i32x4.splat(0);
    let a5 = i32x4.splat(0);
    let a6 = i32x4.splat(0);
    let a7 = i32x4.splat(0);
    let from = w + at;
    for (let k: usize = 0; k < <usize>depth; k += 4) {
      const p = v128.load32_splat(x + k);
      a0 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(from, 0), p, a0);
      a1 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(from, 16), p, a1);
      a2 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(from, 32), p, a2);
      a3 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(from, 48), p, a3);
      a4 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(from, 64), p, a4);
      a5 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(from, 80), p, a5);
      a6 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(from, 96), p, a6);
      a7 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(from, 112), p, a7);
      from += line;
    }
    settleFour(a0, y + at + 0, v128.load(scale + at, 0), v128.load(bias + at, 0), 0);
    settleFour(a1, y + at + 16, v128.load(scale + at, 16), v128.load(bias + at, 16), 0);
    settleFour(a2, y + at + 32, v128.load(scale + at, 32), v128.load(bias + at, 32), 0);
    settleFour(a3, y + at + 48, v128.load(scale + at, 48), v128.load(bias + at, 48), 0);
    settleFour(a4, y + at + 64, v128.load(scale + at, 64), v128.load(bias + at, 64), 0);
    settleFour(a5, y + at + 80, v128.load(scale + at, 80), v128.load(bias + at, 80), 0);
    settleFour(a6, y + at + 96, v128.load(scale + at, 96), v128.load(bias + at, 96), 0);
    settleFour(a7, y + at + 112, v128.load(scale + at, 112), v128.load(bias + at, 112), 0);
  }
}

/** A word's share in the first layer, `count` 16-bit numbers in steps of 1/512: what is at `from`, times `step`, rounded. */
export function keep(to: usize, from: usize, count: i32, step: f32): void {
  const scale = f32x4.splat(512 * step);
  for (let at: i32 = 0; at < count; at += 8) {
    const x = from + ((<usize>at) << 2);
    const a = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(x), scale)));
    const b = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(x, 16), scale)));
    v128.store(to + ((<usize>at) << 1), i16x8.narrow_i32x4_s(a, b));
  }
}

/** y = positive part of bias + the sum of `count` rows of 16-bit numbers, whose addresses stand at `list`. */
export function gather(y: usize, list: usize, count: i32, bias: usize, width: i32): void {
  const scale = f32x4.splat(<f32>1 / 512);
  const zero = f32x4.splat(0);
  for (let at: i32 = 0; at < width; at += 8) {
    let sum = i16x8.splat(0);
    for (let i: i32 = 0; i < count; i++)
      sum = i16x8.add_sat_s(sum, v128.load(<usize>load<u32>(list + ((<usize>i) << 2)) + ((<usize>at) << 1)));
    const b = bias + ((<usize>at) << 2);
    const low = f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(sum)), scale);
    const high = f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(sum)), scale);
    v128.store(y + ((<usize>at) << 2), f32x4.pmax(f32x4.add(low, v128.load(b)), zero));
    v128.store(y + ((<usize>at) << 2), f32x4.pmax(f32x4.add(high, v128.load(b, 16)), zero), 16);
  }
}

/** Four times four numbers, scaled, as sixteen bytes of at most 127 to each side. */
function eightBits(from: usize, scale: v128): v128 {
  const a = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from), scale)));
  const b = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from, 16), scale)));
  const c = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from, 32), scale)));
  const d = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from, 48), scale)));
  return i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d));
}

function mostOfSixteen(from: usize): v128 {
  const a = f32x4.pmax(f32x4.abs(v128.load(from)), f32x4.abs(v128.load(from, 16)));
  const b = f32x4.pmax(f32x4.abs(v128.load(from, 32)), f32x4.abs(v128.load(from, 48)));
  return f32x4.pmax(a, b);
}

/** Keys of one head, four tokens at a time as four dots of four numbers each want them; behind them at `sums` what 64 adds, negative. */
function layKeys(to: usize, sums: usize, from: usize, line: usize, rows: i32, scale: v128): void {
  const zero = i8x16.splat(64);
  for (let j: i32 = 0; j < rows; j += 4) {
    const a = eightBits(from + <usize>j * line, scale);
    const b = j + 1 < rows ? eightBits(from + <usize>(j + 1) * line, scale) : i8x16.splat(0);
    const c = j + 2 < rows ? eightBits(from + <usize>(j + 2) * line, scale) : i8x16.splat(0);
    const d = j + 3 < rows ? eightBits(from + <usize>(j + 3) * line, scale) : i8x16.splat(0);
    const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
    const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
    const ef = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
    const gh = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
    const k0 = v128.shuffle<i64>(ab, cd, 0, 2);
    const k1 = v128.shuffle<i64>(ab, cd, 1, 3);
    const k2 = v128.shuffle<i64>(ef, gh, 0, 2);
    const k3 = v128.shuffle<i64>(ef, gh, 1, 3);
    const y = to + ((<usize>j) << 4);
    v128.store(y, k0);
    v128.store(y, k1, 16);
    v128.store(y, k2, 32);
    v128.store(y, k3, 48);
    let sum = i32x4.relaxed_dot_i8x16_i7x16_add_s(k0, zero, i32x4.splat(0));
    sum = i32x4.relaxed_dot_i8x16_i7x16_add_s(k1, zero, sum);
    sum = i32x4.relaxed_dot_i8x16_i7x16_add_s(k2, zero, sum);
    sum = i32x4.relaxed_dot_i8x16_i7x16_add_s(k3, zero, sum);
    v128.store(sums + ((<usize>j) << 2), i32x4.neg(sum));
  }
}

/** Values of one head: four tokens' numbers beside each other, for each of the sixteen. */
function layValues(to: usize, from: usize, line: usize, rows: i32, scale: v128): void {
  for (let j: i32 = 0; j < rows; j += 4) {
    const a = eightBits(from + <usize>j * line, scale);
    const b = j + 1 < rows ? eightBits(from + <usize>(j + 1) * line, scale) : i8x16.splat(0);
    const c = j + 2 < rows ? eightBits(from + <usize>(j + 2) * line, scale) : i8x16.splat(0);
    const d = j + 3 < rows ? eightBits(from + <usize>(j + 3) * line, scale) : i8x16.splat(0);
    const ab = v128.shuffle<i8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const cd = v128.shuffle<i8>(c, d, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const ef = v128.shuffle<i8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    const gh = v128.shuffle<i8>(c, d, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    const y = to + ((<usize>j) << 4);
    v128.store(y, v128.shuffle<i16>(ab, cd, 0, 8, 1, 9, 2, 10, 3, 11));
    v128.store(y, v128.shuffle<i16>(ab, cd, 4, 12, 5, 13, 6, 14, 7, 15), 16);
    v128.store(y, v128.shuffle<i16>(ef, gh, 0, 8, 1, 9, 2, 10, 3, 11), 32);
    v128.store(y, v128.shuffle<i16>(ef, gh, 4, 12, 5, 13, 6, 14, 7, 15), 48);
  }
}

/**
 * Attention with heads of 16 numbers: `qkv` has rows of 3 x `inner`. `near` holds for each head `2 reach + 1` numbers by distance, the
 * middle one for the token itself. Keys and values have eight bits by the head's largest in the sentence, queries and shares seven.
 * `room` needs 48 x (rows + 4) bytes.
 */
export function attend(out: usize, qkv: usize, rows: i32, inner: i32, near: usize, reach: i32, room: usize): void {
  const line = <usize>(inner * 12);
  const wide = <usize>((rows + 3) & ~3);
  const values = room + (wide << 4);
  const sums = values + (wide << 4);
  const share = sums + (wide << 2);
  const bits = share + (wide << 2);
  const shareBits = bits + 16;
  const toBinary = f32x4.splat(1.442695);
  const tiny = f32x4.splat(1e-6);
  for (let head: i32 = 0; head < inner >> 4; head++) {
    const query = qkv + ((<usize>head) << 6);
    const key = query + ((<usize>inner) << 2);
    const value = key + ((<usize>inner) << 2);
    let mostKey = tiny;
    let mostValue = tiny;
    for (let j: i32 = 0; j < rows; j++) {
      mostKey = f32x4.pmax(mostKey, mostOfSixteen(key + <usize>j * line));
      mostValue = f32x4.pmax(mostValue, mostOfSixteen(value + <usize>j * line));
    }
    const keyMost = mostOf(mostKey);
    const valueMost = mostOf(mostValue);
    layKeys(room, sums, key, line, rows, f32x4.splat(127 / keyMost));
    layValues(values, value, line, rows, f32x4.splat(127 / valueMost));
    for (let i: i32 = 0; i < rows; i++) {
      const q = query + <usize>i * line;
      const queryMost = mostOf(f32x4.pmax(tiny, mostOfSixteen(q)));
      v128.store(bits, sevenBits(q, f32x4.splat(63 / queryMost)));
      const q0 = v128.load32_splat(bits);
      const q1 = v128.load32_splat(bits + 4);
      const q2 = v128.load32_splat(bits + 8);
      const q3 = v128.load32_splat(bits + 12);
      const step = f32x4.splat((queryMost / 63) * (keyMost / 127));
      const bias = near + ((<usize>(head * (2 * reach + 1) + reach - i)) << 2);
      let top = f32x4.splat(-1e30);
      for (let j: usize = 0; j < wide; j += 4) {
        const k = room + (j << 4);
        let a = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(k), q0, v128.load(sums + (j << 2)));
        a = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(k, 16), q1, a);
        let b = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(k, 32), q2, i32x4.splat(0));
        b = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(k, 48), q3, b);
        const score = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(i32x4.add(a, b)), step), v128.load(bias + (j << 2)));
        v128.store(share + (j << 2), score);
        if (j + 4 <= <usize>rows) top = f32x4.pmax(top, score);
      }
      let most = mostOf(top);
      for (let j: i32 = rows & ~3; j < <i32>wide; j++) {
        const at = share + ((<usize>j) << 2);
        const one = load<f32>(at);
        if (j >= rows) store<f32>(at, -1e30);
        else if (one > most) most = one;
      }
      const highest = f32x4.splat(most);
      let total = i32x4.splat(0);
      for (let j: usize = 0; j < wide; j += 4) {
        const p = power(f32x4.mul(f32x4.sub(v128.load(share + (j << 2)), highest), toBinary));
        const whole = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(p, f32x4.splat(127))));
        total = i32x4.add(total, whole);
        const narrow = i16x8.narrow_i32x4_s(whole, whole);
        store<u32>(shareBits + j, <u32>i32x4.extract_lane(i8x16.narrow_i16x8_s(narrow, narrow), 0));
      }
      let y0 = i32x4.splat(0);
      let y1 = y0;
      let y2 = y0;
      let y3 = y0;
      for (let j: usize = 0; j < wide; j += 4) {
        const p = v128.load32_splat(shareBits + j);
        const v = values + (j << 4);
        y0 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(v), p, y0);
        y1 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(v, 16), p, y1);
        y2 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(v, 32), p, y2);
        y3 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v128.load(v, 48), p, y3);
      }
      const count = i32x4.extract_lane(total, 0) + i32x4.extract_lane(total, 1);
      const by = f32x4.splat(
        valueMost / 127 / <f32>(count + i32x4.extract_lane(total, 2) + i32x4.extract_lane(total, 3)),
      );
      const y = out + ((<usize>(i * inner + (head << 4))) << 2);
      v128.store(y, f32x4.mul(f32x4.convert_i32x4_s(y0), by));
      v128.store(y, f32x4.mul(f32x4.convert_i32x4_s(y1), by), 16);
      v128.store(y, f32x4.mul(f32x4.convert_i32x4_s(y2), by), 32);
      v128.store(y, f32x4.mul(f32x4.convert_i32x4_s(y3), by), 48);
    }
  }
}

/** Sixteen arc scores of a dependent whose vector is at `x`, against the turned heads at `turned`. */
function sixteen(to: usize, x: usize, turned: usize, step: usize, size: i32): void {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let h = turned;
  for (let at: usize = 0; at < (<usize>size) << 2; at += 4) {
    const s = v128.load32_splat(x + at);
    a = f32x4.add(a, f32x4.mul(s, v128.load(h)));
    b = f32x4.add(b, f32x4.mul(s, v128.load(h, 16)));
    c = f32x4.add(c, f32x4.mul(s, v128.load(h, 32)));
    d = f32x4.add(d, f32x4.mul(s, v128.load(h, 48)));
    h += step;
  }
  v128.store(to, a);
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, d, 48);
}

/**
 * Scores of every arc: score[i][j] for dependent i (1 .. rows - 1) and head j (0 the root), rows of `wide` numbers, row 0 unused.
 * `from` has `rows` rows of `line` bytes; in each, at `left`, `right` and `head` (bytes), vectors of `size` numbers.
 * `far` is a score by distance, as `near` in `attend`. `room` needs (size + 1) x wide numbers.
 */
export function arcs(
  score: usize,
  from: usize,
  rows: i32,
  wide: i32,
  line: i32,
  left: i32,
  right: i32,
  head: i32,
  size: i32,
  far: usize,
  reach: i32,
  room: usize,
): void {
  const step = (<usize>wide) << 2;
  const mixed = room + <usize>size * step;
  for (let j: i32 = 0; j < wide; j++)
    for (let d: i32 = 0; d < size; d++)
      store<f32>(
        room + <usize>d * step + ((<usize>j) << 2),
        j < rows ? load<f32>(from + <usize>(j * line + head + d * 4)) : 0,
      );
  for (let i: i32 = 1; i < rows; i++) {
    const to = score + <usize>i * step;
    const x = from + <usize>(i * line);
    for (let j: i32 = 0; j < wide; j += 16) {
      const turned = room + ((<usize>j) << 2);
      const y = to + ((<usize>j) << 2);
      if (j < i) sixteen(y, x + left, turned, step, size);
      if (j + 15 > i) {
        sixteen(mixed, x + right, turned, step, size);
        for (let k: i32 = j > i ? 0 : i - j; k < 16; k++)
          store<f32>(y + ((<usize>k) << 2), load<f32>(mixed + ((<usize>k) << 2)));
      }
    }
    const bias = far + ((<usize>(reach - i)) << 2);
    for (let j: usize = 0; j < step; j += 16) v128.store(to + j, f32x4.add(v128.load(to + j), v128.load(bias + j)));
    store<f32>(to + ((<usize>i) << 2), -1e30);
    for (let j: i32 = rows; j < wide; j++) store<f32>(to + ((<usize>j) << 2), -1e30);
  }
}

/** What the label of each token is told from: positive part of dependent + head + side. `heads` holds the head of row i at 4 i. */
export function pairs(
  to: usize,
  from: usize,
  heads: usize,
  rows: i32,
  line: i32,
  dependent: i32,
  head: i32,
  side: usize,
  size: i32,
): void {
  const zero = f32x4.splat(0);
  for (let i: i32 = 1; i < rows; i++) {
    const j = load<i32>(heads + ((<usize>i) << 2));
    const a = from + <usize>(i * line + dependent);
    const b = from + <usize>(j * line + head);
    const c = side + (j > i ? (<usize>size) << 2 : 0);
    const y = to + ((<usize>((i - 1) * size)) << 2);
    for (let at: usize = 0; at < (<usize>size) << 2; at += 16) {
      const sum = f32x4.add(f32x4.add(v128.load(a + at), v128.load(b + at)), v128.load(c + at));
      v128.store(y + at, f32x4.pmax(sum, zero));
    }
  }
}

/** For each row the place of its largest number among the first `count`; the earliest of equals. */
export function best(to: usize, from: usize, rows: i32, line: i32, count: i32): void {
  for (let i: i32 = 0; i < rows; i++) {
    const x = from + <usize>(i * line);
    let at: i32 = 0;
    let most = load<f32>(x);
    for (let j: i32 = 1; j < count; j++) {
      const one = load<f32>(x + ((<usize>j) << 2));
      if (one > most) {
        most = one;
        at = j;
      }
    }
    store<i32>(to + ((<usize>i) << 2), at);
  }
}
