import { mostOf } from "./number";

/** Sixteen arc scores of two dependents whose vectors are at `x` and `z`, against the turned heads at `turned`. */
function sixteen(to: usize, other: usize, x: usize, z: usize, turned: usize, step: usize, size: i32): void {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  let f = a;
  let g = a;
  let i = a;
  let h = turned;
  for (let at: usize = 0; at < (<usize>size) << 2; at += 4) {
    const s = v128.load32_splat(x + at);
    const t = v128.load32_splat(z + at);
    const h0 = v128.load(h);
    a = f32x4.add(a, f32x4.mul(s, h0));
    e = f32x4.add(e, f32x4.mul(t, h0));
    const h1 = v128.load(h, 16);
    b = f32x4.add(b, f32x4.mul(s, h1));
    f = f32x4.add(f, f32x4.mul(t, h1));
    const h2 = v128.load(h, 32);
    c = f32x4.add(c, f32x4.mul(s, h2));
    g = f32x4.add(g, f32x4.mul(t, h2));
    const h3 = v128.load(h, 48);
    d = f32x4.add(d, f32x4.mul(s, h3));
    i = f32x4.add(i, f32x4.mul(t, h3));
    h += step;
  }
  v128.store(to, a);
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, d, 48);
  v128.store(other, e);
  v128.store(other, f, 16);
  v128.store(other, g, 32);
  v128.store(other, i, 48);
}

/** Vectors of `size` numbers of `rows` rows of `line` bytes, turned: `wide` heads beside each other for each number, 0 beyond the rows. */
function turn(to: usize, from: usize, rows: i32, wide: i32, line: usize, size: i32): void {
  const step = (<usize>wide) << 2;
  const zero = f32x4.splat(0);
  for (let j: i32 = 0; j < wide; j += 4) {
    const x = from + <usize>j * line;
    for (let k: usize = 0; k < <usize>size; k += 4) {
      const y = x + (k << 2);
      const a = j < rows ? v128.load(y) : zero;
      const b = j + 1 < rows ? v128.load(y + line) : zero;
      const c = j + 2 < rows ? v128.load(y + 2 * line) : zero;
      const d = j + 3 < rows ? v128.load(y + 3 * line) : zero;
      const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
      const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
      const ef = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
      const gh = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
      const z = to + k * step + ((<usize>j) << 2);
      v128.store(z, v128.shuffle<i64>(ab, cd, 0, 2));
      v128.store(z + step, v128.shuffle<i64>(ab, cd, 1, 3));
      v128.store(z + 2 * step, v128.shuffle<i64>(ef, gh, 0, 2));
      v128.store(z + 3 * step, v128.shuffle<i64>(ef, gh, 1, 3));
    }
  }
}

/** Puts the score by distance on the row of dependent `i`; no arc from itself or from beyond the sentence. */
function finish(to: usize, i: i32, rows: i32, wide: i32, bias: usize): void {
  for (let j: usize = 0; j < (<usize>wide) << 2; j += 16)
    v128.store(to + j, f32x4.add(v128.load(to + j), v128.load(bias + j)));
  store<f32>(to + ((<usize>i) << 2), -1e30);
  for (let j: i32 = rows; j < wide; j++) store<f32>(to + ((<usize>j) << 2), -1e30);
}

/**
 * Scores of every arc: score[i][j] for dependent i (1 .. rows - 1) and head j (0 the root), rows of `wide` numbers, row 0 unused.
 * `from` has `rows` rows of `line` bytes; in each, at `left`, `right` and `head` (bytes), vectors of `size` numbers.
 * `far` is a score by distance, as `near` in `attend`. `room` needs size x wide + 32 numbers.
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
  turn(room, from + head, rows, wide, line, size);
  // Two dependents at a time; of an even number of rows the last is done twice.
  for (let first: i32 = 1; first < rows; first += 2) {
    const i = min(first, rows - 2 > 0 ? rows - 2 : 1);
    const last = min(i + 1, rows - 1);
    const to = score + <usize>i * step;
    const other = score + <usize>last * step;
    const x = from + <usize>(i * line);
    const z = from + <usize>(last * line);
    for (let j: i32 = 0; j < wide; j += 16) {
      const turned = room + ((<usize>j) << 2);
      const at = (<usize>j) << 2;
      if (j > last) {
        sixteen(to + at, other + at, x + right, z + right, turned, step, size);
        continue;
      }
      if (j < last) sixteen(to + at, other + at, x + left, z + left, turned, step, size);
      if (j + 15 <= i) continue;
      sixteen(mixed, mixed + 64, x + right, z + right, turned, step, size);
      for (let k: i32 = max(i - j, 0); k < 16; k++)
        store<f32>(to + at + ((<usize>k) << 2), load<f32>(mixed + ((<usize>k) << 2)));
      for (let k: i32 = max(last - j, 0); k < 16; k++)
        store<f32>(other + at + ((<usize>k) << 2), load<f32>(mixed + ((<usize>k) << 2), 64));
    }
    finish(to, i, rows, wide, far + ((<usize>(reach - i)) << 2));
    if (last > i) finish(other, last, rows, wide, far + ((<usize>(reach - last)) << 2));
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

/** For each row the place of its largest number among the first `count`, which is at least 4; the earliest of equals. */
export function best(to: usize, from: usize, rows: i32, line: i32, count: i32): void {
  const end = (<usize>(count - 4)) << 2;
  for (let i: i32 = 0; i < rows; i++) {
    const x = from + <usize>(i * line);
    let most = v128.load(x);
    let place = i32x4(0, 4, 8, 12);
    let here = place;
    for (let at: usize = 16; ; at += 16) {
      // The last four may have been looked at already, which changes nothing.
      const last = at >= end;
      const from = last ? end : at;
      here = i32x4.add(i32x4.splat(<i32>from), i32x4(0, 4, 8, 12));
      const one = v128.load(x + from);
      place = v128.bitselect(here, place, f32x4.gt(one, most));
      most = f32x4.pmax(most, one);
      if (last) break;
    }
    const highest = f32x4.splat(mostOf(most));
    const places = v128.bitselect(place, i32x4.splat(0x7fffffff), f32x4.eq(most, highest));
    const half = i32x4.min_s(places, v128.shuffle<i32>(places, places, 2, 3, 0, 1));
    const least = i32x4.extract_lane(i32x4.min_s(half, v128.shuffle<i32>(half, half, 1, 0, 3, 2)), 0);
    store<i32>(to + ((<usize>i) << 2), least >> 2);
  }
}
