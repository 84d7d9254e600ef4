/** More than any sum of scores, so that a tree with a second root is never the best one. */
const secondRoot = 1e6;

/** A cycle among `heads` as its nodes, or null. Node 0 is the root of all; nodes of which `live` is 0 are passed over. */
function cycleOf(heads: Int32Array, live: Uint8Array | null): number[] | null {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    if (live !== null && live[start] === 0) continue;
    let at = start;
    while (at !== 0 && seen[at] === 0) {
      seen[at] = start;
      at = heads[at]!;
    }
    if (at === 0 || seen[at] !== start) continue;
    const cycle = [at];
    for (let next = heads[at]!; next !== at; next = heads[next]!) cycle.push(next);
    return cycle;
  }
  return null;
}

/** A cycle that was drawn together: its members as sets of nodes, and the arc (dependent * size + head) that each had in it. */
interface Knot {
  readonly nodes: readonly (readonly number[])[];
  readonly arc: readonly number[];
}

/** Gives each knot's members their arcs, the last knot first, but for the member that an arc from outside has entered already. */
function untie(knots: readonly Knot[], heads: Int32Array, entered: Uint8Array): void {
  const size = heads.length;
  for (const { nodes, arc } of knots.toReversed()) {
    nodes.forEach((set, member) => {
      if (set.some((node) => entered[node] === 1)) return;
      const dependent = Math.floor(arc[member]! / size);
      heads[dependent] = arc[member]! % size;
      entered[dependent] = 2;
    });
    for (const set of nodes) for (const node of set) if (entered[node] === 2) entered[node] = 1;
  }
}

/**
 * Maximum spanning arborescence from node 0 (Chu and Liu 1965, Edmonds 1967). `score[d * size + h]` is used up; `best` is each node's own
 * best head. A cycle is drawn together in place, at the cost of its length times `size`: no more than `size` squared steps in all.
 */
function maximumTree(score: Float64Array, best: Int32Array): Int32Array {
  const size = best.length;
  const arc = new Int32Array(size * size);
  for (let i = 0; i < arc.length; i++) arc[i] = i;
  const live = new Uint8Array(size).fill(1);
  const sets: number[][] = Array.from({ length: size }, (_, node) => [node]);
  const knots: Knot[] = [];
  for (let cycle = cycleOf(best, live); cycle !== null; cycle = cycleOf(best, live)) {
    const knot = cycle[0]!;
    const held = cycle.map((node) => score[node * size + best[node]!]!);
    knots.push({ nodes: cycle.map((node) => sets[node]!), arc: cycle.map((node) => arc[node * size + best[node]!]!) });
    sets[knot] = cycle.flatMap((node) => sets[node]!);
    for (const node of cycle) live[node] = 0;
    let most = -Infinity;
    let head = 0;
    for (let outer = 0; outer < size; outer++) {
      if (live[outer] === 0) continue;
      let out = -Infinity;
      let into = -Infinity;
      let outArc = 0;
      let intoArc = 0;
      for (let i = 0; i < cycle.length; i++) {
        const node = cycle[i]!;
        const away = score[outer * size + node]!;
        if (away > out) {
          out = away;
          outArc = arc[outer * size + node]!;
        }
        const gain = score[node * size + outer]! - held[i]!;
        if (gain > into) {
          into = gain;
          intoArc = arc[node * size + outer]!;
        }
        if (best[outer] === node) best[outer] = knot;
      }
      score[outer * size + knot] = out;
      arc[outer * size + knot] = outArc;
      score[knot * size + outer] = into;
      arc[knot * size + outer] = intoArc;
      if (into > most) {
        most = into;
        head = outer;
      }
    }
    live[knot] = 1;
    best[knot] = head;
  }
  const heads = new Int32Array(size);
  const entered = new Uint8Array(size);
  for (let node = 1; node < size; node++) {
    if (live[node] === 0) continue;
    const chosen = arc[node * size + best[node]!]!;
    const dependent = Math.floor(chosen / size);
    heads[dependent] = chosen % size;
    entered[dependent] = 1;
  }
  untie(knots, heads, entered);
  return heads;
}

/** Each node's own best head, the earliest of equals, where a root costs `toll`. */
function greedyHeads(score: Float32Array, start: number, size: number, wide: number, toll: number): Int32Array {
  const heads = new Int32Array(size);
  for (let node = 1; node < size; node++) {
    const row = start + node * wide;
    let most = score[row]! - toll;
    for (let head = 1; head < size; head++) {
      const one = score[row + head]!;
      if (one > most && head !== node) {
        most = one;
        heads[node] = head;
      }
    }
  }
  return heads;
}

const rootsOf = (heads: Int32Array): number => {
  let roots = 0;
  for (let node = 1; node < heads.length; node++) if (heads[node] === 0) roots++;
  return roots;
};

/**
 * Heads of the best tree with one root over nodes 1 .. `size` - 1: `heads[d]` is 0 for the root. `score` holds from `start` on rows of
 * `wide` numbers: row d, column h the score of head h for dependent d. Where every token's own best head makes a tree, that is it
 * (nine sentences of ten); where the best of all trees has one root, that one. Else a root costs a toll, which draws nearly all nodes
 * together on the way and takes ten times as long.
 */
export function treeOf(score: Float32Array, start: number, size: number, wide: number): Int32Array {
  const dense = (toll: number): Float64Array => {
    const scores = new Float64Array(size * size);
    for (let node = 1; node < size; node++) {
      const row = start + node * wide;
      for (let head = 0; head < size; head++) scores[node * size + head] = score[row + head]!;
      scores[node * size] = score[row]! - toll;
    }
    return scores;
  };
  const heads = greedyHeads(score, start, size, wide, 0);
  const roots = rootsOf(heads);
  if (cycleOf(heads, null) === null) {
    if (roots === 1) return heads;
  } else {
    const free = maximumTree(dense(0), heads);
    if (rootsOf(free) === 1) return free;
  }
  return maximumTree(dense(secondRoot), greedyHeads(score, start, size, wide, secondRoot));
}
