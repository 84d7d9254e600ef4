/** 2^x for x <= 0, to 2e-7 of its value; what is less than 2^-32 is 2^-32, because a processor takes a hundred times as long over numbers near 2^-126. */
export function power(x: v128): v128 {
  const low = f32x4.pmax(x, f32x4.splat(-32));
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

export function sumOf(a: v128): f32 {
  return f32x4.extract_lane(a, 0) + f32x4.extract_lane(a, 1) + f32x4.extract_lane(a, 2) + f32x4.extract_lane(a, 3);
}

export function mostOf(a: v128): f32 {
  const b = f32x4.pmax(a, v128.shuffle<i32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.pmax(b, v128.shuffle<i32>(b, b, 1, 0, 3, 2)), 0);
}

/** Four times four numbers, scaled, as sixteen bytes of at most 63 to each side of 64. */
export function sevenBits(from: usize, scale: v128): v128 {
  const a = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from), scale)));
  const b = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from, 16), scale)));
  const c = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from, 32), scale)));
  const d = i32x4.relaxed_trunc_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from, 48), scale)));
  const bytes = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d));
  const kept = i8x16.max_s(i8x16.min_s(bytes, i8x16.splat(63)), i8x16.splat(-63));
  return i8x16.add(kept, i8x16.splat(64));
}

export function settleFour(sum: v128, y: usize, scale: v128, bias: v128, mode: i32): void {
  let v = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), scale), bias);
  if (mode == 1) v = f32x4.pmax(v, f32x4.splat(0));
  if (mode > 0) v = f32x4.add(v, v128.load(y));
  v128.store(y, v);
}
