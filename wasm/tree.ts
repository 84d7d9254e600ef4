import { best } from "./ending";

/** More than any sum of scores, so that a tree with a second root is never the best one. */
const secondRoot: f64 = 1e6;

/** The lists of a search, one behind the other in its room; `lay` says what each holds. */
let score: usize = 0;
let arc: usize = 0;
let live: usize = 0;
let seen: usize = 0;
let cycle: usize = 0;
let held: usize = 0;
let head: usize = 0;
let tail: usize = 0;
let next: usize = 0;
let entered: usize = 0;
let knots: usize = 0;
let members: usize = 0;

function lay(room: usize, size: i32): void {
  const list = (<usize>size) << 2;
  const cells = <usize>(size * size);
  // What an arc of node d to node h is worth, and of which two tokens it is: dependent * size + head.
  score = room;
  arc = score + (cells << 3);
  // Nodes that still stand for themselves or for a cycle; where a walk has been; the cycle found; what its own arcs are worth.
  held = (arc + (cells << 2) + 7) & ~7;
  live = held + (list << 1);
  seen = live + list;
  cycle = seen + list;
  // The tokens of a node: from `head` to `tail` by `next`. A cycle's lists are joined end to end, so each old one is still a run of the new.
  head = cycle + list;
  tail = head + list;
  next = tail + list;
  // Tokens that have their head already; where each knot's members begin; of each member the ends of its list, and its arc.
  entered = next + list;
  knots = entered + list;
  members = knots + list + 4;
}

function at(list: usize, place: i32): i32 {
  return load<i32>(list + ((<usize>place) << 2));
}
function put(list: usize, place: i32, value: i32): void {
  store<i32>(list + ((<usize>place) << 2), value);
}
function scoreAt(place: i32): f64 {
  return load<f64>(score + ((<usize>place) << 3));
}
function putScore(place: i32, value: f64): void {
  store<f64>(score + ((<usize>place) << 3), value);
}

/** Puts a cycle among `heads` into `cycle`; the answer is its length, 0 where there is none. Node 0 is the root of all. */
function findCycle(heads: usize, size: i32, all: bool): i32 {
  memory.fill(seen, 0, (<usize>size) << 2);
  for (let start = 1; start < size; start++) {
    if (!all && at(live, start) == 0) continue;
    let node = start;
    while (node != 0 && at(seen, node) == 0) {
      put(seen, node, start);
      node = at(heads, node);
    }
    if (node == 0 || at(seen, node) != start) continue;
    let count = 0;
    let member = node;
    do {
      put(cycle, count++, member);
      member = at(heads, member);
    } while (member != node);
    return count;
  }
  return 0;
}

function rootsOf(heads: usize, size: i32): i32 {
  let roots = 0;
  for (let node = 1; node < size; node++) roots += at(heads, node) == 0 ? 1 : 0;
  return roots;
}

/** Copies the arcs' scores, where a root costs `toll`. */
function layScores(from: usize, size: i32, wide: i32, toll: f64): void {
  for (let node = 1; node < size; node++) {
    const row = from + ((<usize>(node * wide)) << 2);
    for (let other = 0; other < size; other++)
      putScore(node * size + other, <f64>load<f32>(row + ((<usize>other) << 2)));
    putScore(node * size, <f64>load<f32>(row) - toll);
  }
}

/** Draws the cycle of `count` nodes together in its first one. */
function drawTogether(heads: usize, size: i32, count: i32, knot: i32, from: i32): void {
  for (let i = 0; i < count; i++) {
    const node = at(cycle, i);
    const own = node * size + at(heads, node);
    store<f64>(held + ((<usize>i) << 3), scoreAt(own));
    const member = members + <usize>(from + i) * 12;
    put(member, 0, at(head, node));
    put(member, 1, at(tail, node));
    put(member, 2, at(arc, own));
  }
  for (let i = 0; i < count; i++) {
    const node = at(cycle, i);
    put(live, node, 0);
    if (i == 0) continue;
    put(next, at(tail, knot), at(head, node));
    put(tail, knot, at(tail, node));
  }
  let most: f64 = -Infinity;
  let above = 0;
  for (let outer = 0; outer < size; outer++) {
    if (at(live, outer) == 0) continue;
    let out: f64 = -Infinity;
    let into: f64 = -Infinity;
    let outArc = 0;
    let intoArc = 0;
    for (let i = 0; i < count; i++) {
      const node = at(cycle, i);
      const away = scoreAt(outer * size + node);
      if (away > out) {
        out = away;
        outArc = at(arc, outer * size + node);
      }
      const gain = scoreAt(node * size + outer) - load<f64>(held + ((<usize>i) << 3));
      if (gain > into) {
        into = gain;
        intoArc = at(arc, node * size + outer);
      }
      if (at(heads, outer) == node) put(heads, outer, knot);
    }
    putScore(outer * size + knot, out);
    put(arc, outer * size + knot, outArc);
    putScore(knot * size + outer, into);
    put(arc, knot * size + outer, intoArc);
    if (into > most) {
      most = into;
      above = outer;
    }
  }
  put(live, knot, 1);
  put(heads, knot, above);
}

/** Gives the members of each knot their arcs, the last knot first, but for the one that an arc from outside has entered already. */
function untie(heads: usize, size: i32, count: i32): void {
  for (let knot = count - 1; knot >= 0; knot--) {
    for (let i = at(knots, knot); i < at(knots, knot + 1); i++) {
      const member = members + <usize>i * 12;
      const last = at(member, 1);
      let node = at(member, 0);
      while (at(entered, node) == 0 && node != last) node = at(next, node);
      if (at(entered, node) != 0) continue;
      const own = at(member, 2);
      put(heads, own / size, own % size);
      put(entered, own / size, 1);
    }
  }
}

/**
 * Maximum spanning arborescence from node 0 (Chu and Liu 1965, Edmonds 1967) over the scores laid. `heads` are each node's own best heads,
 * and become those of the tree. A cycle is drawn together in place, at the cost of its length times `size`: no more than `size` squared
 * steps in all.
 */
function maximumTree(heads: usize, size: i32): void {
  for (let i = 0; i < size * size; i++) put(arc, i, i);
  for (let node = 0; node < size; node++) {
    put(live, node, 1);
    put(head, node, node);
    put(tail, node, node);
    put(entered, node, 0);
  }
  put(knots, 0, 0);
  let ties = 0;
  for (let count = findCycle(heads, size, false); count > 0; count = findCycle(heads, size, false)) {
    const from = at(knots, ties);
    drawTogether(heads, size, count, at(cycle, 0), from);
    put(knots, ++ties, from + count);
  }
  for (let node = 1; node < size; node++)
    if (at(live, node) != 0) put(seen, node, at(arc, node * size + at(heads, node)));
  for (let node = 1; node < size; node++) {
    if (at(live, node) == 0) continue;
    const chosen = at(seen, node);
    put(heads, chosen / size, chosen % size);
    put(entered, chosen / size, 1);
  }
  untie(heads, size, ties);
}

/** Each node's own best head, the earliest of equals, by the scores laid. */
function ownHeads(heads: usize, size: i32): void {
  for (let node = 1; node < size; node++) {
    let most = scoreAt(node * size);
    put(heads, node, 0);
    for (let other = 1; other < size; other++) {
      const one = scoreAt(node * size + other);
      if (one > most && other != node) {
        most = one;
        put(heads, node, other);
      }
    }
  }
}

/**
 * Heads of the best tree with one root over nodes 1 .. `size` - 1, 32 bits each from `heads` on: 0 for the root. `from` holds rows of `wide`
 * numbers (a multiple of 16) as `arcs` lays them: row d, column h the score of head h for dependent d, those of d itself and beyond `size` so
 * low that they are no choice. Where every token's own best head makes a tree, that is it (nine sentences of ten); where the best of all
 * trees has one root, that one. Else a root costs a toll, which draws nearly all nodes together on the way and takes ten times as long.
 * `room`, at a multiple of 8, needs 12 x size x size + 64 x size + 64 bytes.
 */
export function tree(heads: usize, from: usize, size: i32, wide: i32, room: usize): void {
  lay(room, size);
  best(heads, from, size, wide << 2, wide);
  put(heads, 0, 0);
  const roots = rootsOf(heads, size);
  if (findCycle(heads, size, true) == 0) {
    if (roots == 1) return;
  } else {
    layScores(from, size, wide, 0);
    maximumTree(heads, size);
    if (rootsOf(heads, size) == 1) return;
  }
  layScores(from, size, wide, secondRoot);
  ownHeads(heads, size);
  maximumTree(heads, size);
}
