import { settleFour, sevenBits, sumOf } from "./number";

/** The square of the numbers at `from`, added to `sum`. */
function square(from: usize, sum: v128): v128 {
  const v = v128.load(from);
  return f32x4.add(sum, f32x4.mul(v, v));
}

function squashRow(to: usize, from: usize, width: i32, squares: v128): void {
  const scale = f32x4.splat(15 / Mathf.sqrt(sumOf(squares) / <f32>width + 1e-6));
  for (let at: i32 = 0; at < width; at += 16) v128.store(to + at, sevenBits(from + ((<usize>at) << 2), scale));
}

/** Norm of each of `rows` rows of `width` numbers, in seven bits, rows 128 bytes apart: steps of 1/15 of the root mean square. */
export function squash(to: usize, from: usize, rows: i32, width: i32): void {
  const line = (<usize>width) << 2;
  // Four rows at a time, because one row's sum waits for itself; the last rows are looked at more than once where fewer are left.
  for (let row: i32 = 0; row < rows; row += 4) {
    const x0 = from + <usize>row * line;
    const x1 = from + <usize>min(row + 1, rows - 1) * line;
    const x2 = from + <usize>min(row + 2, rows - 1) * line;
    const x3 = from + <usize>min(row + 3, rows - 1) * line;
    let a = f32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let at: usize = 0; at < line; at += 16) {
      a = square(x0 + at, a);
      b = square(x1 + at, b);
      c = square(x2 + at, c);
      d = square(x3 + at, d);
    }
    const y = to + ((<usize>row) << 7);
    squashRow(y, x0, width, a);
    if (row + 1 < rows) squashRow(y + 128, x1, width, b);
    if (row + 2 < rows) squashRow(y + 256, x2, width, c);
    if (row + 3 < rows) squashRow(y + 384, x3, width, d);
  }
}

function settle(a: v128, b: v128, y: usize, s: v128, t: v128, c: v128, d: v128, mode: i32): void {
  settleFour(a, y, s, c, mode);
  settleFour(b, y + 16, t, d, mode);
}

/** One or two rows of `affine`, sixteen columns at a time. */
function affineTwo(
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
  for (let at: usize = 0; at < line; at += 64) {
    let a0 = i32x4.splat(0);
    let a1 = i32x4.splat(0);
    let a2 = i32x4.splat(0);
    let a3 = i32x4.splat(0);
    let b0 = i32x4.splat(0);
    let b1 = i32x4.splat(0);
    let b2 = i32x4.splat(0);
    let b3 = i32x4.splat(0);
    let from = w + at;
    for (let k: usize = 0; k < <usize>depth; k += 4) {
      const p = v128.load32_splat(x + k, 0);
      const q = v128.load32_splat(x + k, 128);
      const w0 = v128.load(from);
      a0 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w0, p, a0);
      b0 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w0, q, b0);
      const w1 = v128.load(from, 16);
      a1 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w1, p, a1);
      b1 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w1, q, b1);
      const w2 = v128.load(from, 32);
      a2 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w2, p, a2);
      b2 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w2, q, b2);
      const w3 = v128.load(from, 48);
      a3 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w3, p, a3);
      b3 = i32x4.relaxed_dot_i8x16_i7x16_add_s(w3, q, b3);
      from += line;
    }
    const s0 = v128.load(scale + at);
    const s1 = v128.load(scale + at, 16);
    const s2 = v128.load(scale + at, 32);
    const s3 = v128.load(scale + at, 48);
    const c0 = v128.load(bias + at);
    const c1 = v128.load(bias + at, 16);
    const c2 = v128.load(bias + at, 32);
    const c3 = v128.load(bias + at, 48);
    settle(a0, a1, y + at, s0, s1, c0, c1, mode);
    settle(a2, a3, y + at + 32, s2, s3, c2, c3, mode);
    if (rows < 2) continue;
    settle(b0, b1, y + line + at, s0, s1, c0, c1, mode);
    settle(b2, b3, y + line + at + 32, s2, s3, c2, c3, mode);
  }
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
  // Of the rows behind the last five, one or two take half the time of five, three or four as much.
  const few = rows % 5 < 3 ? rows % 5 : 0;
  const many = rows - few;
  const last = many - 1;
  // Columns outside, rows within: the strip of the matrix stays in the first cache for all rows. Five rows by eight columns keep ten sums
  // at work, which hides how long a dot takes: 95 thousand million products a second, where two rows by sixteen columns reach 70.
  for (let at: usize = 0; at < line; at += 32) {
    const s0 = v128.load(scale + at);
    const s1 = v128.load(scale + at, 16);
    const c0 = v128.load(bias + at);
    const c1 = v128.load(bias + at, 16);
    for (let row: i32 = 0; row < many; row += 5) {
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
  if (few > 0) affineTwo(y + <usize>many * line, x + ((<usize>many) << 7), w, scale, bias, few, depth, width, mode);
}
