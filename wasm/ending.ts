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
