import { mostOf, power, sevenBits } from "./number";

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

/** Sixteen numbers seen: sums of values by shares, through all shares. */
function settleSeen(y: usize, a: v128, b: v128, c: v128, d: v128, step: f32, total: v128): void {
  const count = i32x4.extract_lane(total, 0) + i32x4.extract_lane(total, 1);
  const by = f32x4.splat(step / <f32>(count + i32x4.extract_lane(total, 2) + i32x4.extract_lane(total, 3)));
  v128.store(y, f32x4.mul(f32x4.convert_i32x4_s(a), by));
  v128.store(y, f32x4.mul(f32x4.convert_i32x4_s(b), by), 16);
  v128.store(y, f32x4.mul(f32x4.convert_i32x4_s(c), by), 32);
  v128.store(y, f32x4.mul(f32x4.convert_i32x4_s(d), by), 48);
}

/**
 * Attention with heads of 16 numbers: `qkv` has rows of 3 x `inner`. `near` holds for each head `2 reach + 1` numbers by distance, the
 * middle one for the token itself. Keys and values have eight bits by the head's largest in the sentence, queries and shares seven.
 * `room` needs 64 x (rows + 8) bytes.
 */
export function attend(out: usize, qkv: usize, rows: i32, inner: i32, near: usize, reach: i32, room: usize): void {
  const line = <usize>(inner * 12);
  const wide = <usize>((rows + 3) & ~3);
  const values = room + (wide << 4);
  const sums = values + (wide << 4);
  const beyonds = sums + (wide << 2);
  const share = beyonds + (wide << 2);
  const bits = share + (wide << 3);
  const shareBits = bits + 32;
  const toBinary = f32x4.splat(1.442695);
  const tiny = f32x4.splat(1e-6);
  const most = f32x4.splat(127);
  for (let j: usize = 0; j < wide; j++) store<f32>(beyonds + (j << 2), j < <usize>rows ? 0 : -1e30);
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
    const keyStep = keyMost / 127;
    const valueStep = valueMost / 127;
    const table = near + ((<usize>(head * (2 * reach + 1) + reach)) << 2);
    // Two tokens at a time: keys and values are loaded once for both, and what one waits for the other fills.
    for (let i: i32 = 0; i < rows; i += 2) {
      // The last of an odd number is done twice.
      const other = i + 1 < rows ? i + 1 : i;
      const q = query + <usize>i * line;
      const p = query + <usize>other * line;
      const queryMost = mostOf(f32x4.pmax(tiny, mostOfSixteen(q)));
      const otherMost = mostOf(f32x4.pmax(tiny, mostOfSixteen(p)));
      v128.store(bits, sevenBits(q, f32x4.splat(63 / queryMost)));
      v128.store(bits, sevenBits(p, f32x4.splat(63 / otherMost)), 16);
      const q0 = v128.load32_splat(bits);
      const q1 = v128.load32_splat(bits, 4);
      const q2 = v128.load32_splat(bits, 8);
      const q3 = v128.load32_splat(bits, 12);
      const p0 = v128.load32_splat(bits, 16);
      const p1 = v128.load32_splat(bits, 20);
      const p2 = v128.load32_splat(bits, 24);
      const p3 = v128.load32_splat(bits, 28);
      const step = f32x4.splat((queryMost / 63) * keyStep);
      const otherStep = f32x4.splat((otherMost / 63) * keyStep);
      const bias = table - ((<usize>i) << 2);
      const otherBias = table - ((<usize>other) << 2);
      let top = f32x4.splat(-1e30);
      let otherTop = top;
      for (let j: usize = 0; j < wide; j += 4) {
        const k = room + (j << 4);
        const sum = v128.load(sums + (j << 2));
        const k0 = v128.load(k);
        const k1 = v128.load(k, 16);
        const k2 = v128.load(k, 32);
        const k3 = v128.load(k, 48);
        let a = i32x4.relaxed_dot_i8x16_i7x16_add_s(k0, q0, sum);
        let b = i32x4.relaxed_dot_i8x16_i7x16_add_s(k0, p0, sum);
        a = i32x4.relaxed_dot_i8x16_i7x16_add_s(k1, q1, a);
        b = i32x4.relaxed_dot_i8x16_i7x16_add_s(k1, p1, b);
        a = i32x4.relaxed_dot_i8x16_i7x16_add_s(k2, q2, a);
        b = i32x4.relaxed_dot_i8x16_i7x16_add_s(k2, p2, b);
        a = i32x4.relaxed_dot_i8x16_i7x16_add_s(k3, q3, a);
        b = i32x4.relaxed_dot_i8x16_i7x16_add_s(k3, p3, b);
        // What lies beyond the sentence is far below everything else.
        const beyond = v128.load(beyonds + (j << 2));
        const c = f32x4.mul(f32x4.convert_i32x4_s(a), step);
        const d = f32x4.mul(f32x4.convert_i32x4_s(b), otherStep);
        const score = f32x4.add(f32x4.add(c, v128.load(bias + (j << 2))), beyond);
        const otherScore = f32x4.add(f32x4.add(d, v128.load(otherBias + (j << 2))), beyond);
        v128.store(share + (j << 3), score);
        v128.store(share + (j << 3), otherScore, 16);
        top = f32x4.pmax(top, score);
        otherTop = f32x4.pmax(otherTop, otherScore);
      }
      const highest = f32x4.splat(mostOf(top));
      const otherHighest = f32x4.splat(mostOf(otherTop));
      let total = i32x4.splat(0);
      let otherTotal = total;
      for (let j: usize = 0; j < wide; j += 4) {
        const at = share + (j << 3);
        const a = power(f32x4.mul(f32x4.sub(v128.load(at), highest), toBinary));
        const b = power(f32x4.mul(f32x4.sub(v128.load(at, 16), otherHighest), toBinary));
        const c = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(a, most)));
        const d = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(b, most)));
        total = i32x4.add(total, c);
        otherTotal = i32x4.add(otherTotal, d);
        const narrow = i16x8.narrow_i32x4_s(c, d);
        v128.store64_lane(shareBits + (j << 1), i8x16.narrow_i16x8_s(narrow, narrow), 0);
      }
      let y0 = i32x4.splat(0);
      let y1 = y0;
      let y2 = y0;
      let y3 = y0;
      let z0 = y0;
      let z1 = y0;
      let z2 = y0;
      let z3 = y0;
      for (let j: usize = 0; j < wide; j += 4) {
        const a = v128.load32_splat(shareBits + (j << 1));
        const b = v128.load32_splat(shareBits + (j << 1), 4);
        const v = values + (j << 4);
        const v0 = v128.load(v);
        y0 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v0, a, y0);
        z0 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v0, b, z0);
        const v1 = v128.load(v, 16);
        y1 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v1, a, y1);
        z1 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v1, b, z1);
        const v2 = v128.load(v, 32);
        y2 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v2, a, y2);
        z2 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v2, b, z2);
        const v3 = v128.load(v, 48);
        y3 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v3, a, y3);
        z3 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v3, b, z3);
      }
      settleSeen(out + ((<usize>(i * inner + (head << 4))) << 2), y0, y1, y2, y3, valueStep, total);
      settleSeen(out + ((<usize>(other * inner + (head << 4))) << 2), z0, z1, z2, z3, valueStep, otherTotal);
    }
  }
}
