import { mostOf, settleFour, sevenBits } from "./number";

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

/** One row in seven bits by its largest number; the answer is the size of a step. */
export function squashWord(to: usize, from: usize, width: i32): f32 {
  let a = f32x4.splat(1e-6);
  for (let at: i32 = 0; at < width; at += 4) a = f32x4.pmax(a, f32x4.abs(v128.load(from + ((<usize>at) << 2))));
  const most = mostOf(a);
  const scale = f32x4.splat(<f32>63 / most);
  for (let at: i32 = 0; at < width; at += 16) v128.store(to + at, sevenBits(from + ((<usize>at) << 2), scale));
  return most / 63;
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

/**
 * The first layer's rows: y = positive part of bias + the shares of the words from two before to two behind, of which `count` addresses stand
 * at `words`. A word's share is five rows of 16-bit numbers: what it has to say to the token two places on, one on, to itself and back.
 */
export function gather(y: usize, words: usize, count: i32, bias: usize, width: i32): void {
  const scale = f32x4.splat(<f32>1 / 512);
  const zero = f32x4.splat(0);
  const step = (<usize>width) << 1;
  for (let row: i32 = 0; row < count; row++) {
    const first = max(2 - row, 0);
    const last = min(count + 2 - row, 5);
    for (let at: usize = 0; at < step; at += 16) {
      let sum = i16x8.splat(0);
      for (let i = first; i < last; i++)
        sum = i16x8.add_sat_s(
          sum,
          v128.load(<usize>load<u32>(words + ((<usize>(row + i - 2)) << 2)) + <usize>i * step + at),
        );
      const b = bias + (at << 1);
      const to = y + <usize>row * (step << 1) + (at << 1);
      const low = f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(sum)), scale);
      const high = f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(sum)), scale);
      v128.store(to, f32x4.pmax(f32x4.add(low, v128.load(b)), zero));
      v128.store(to, f32x4.pmax(f32x4.add(high, v128.load(b, 16)), zero), 16);
    }
  }
}
