import { settleFour, sevenBits, sumOf } from "./number";

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
