import type { Likeness } from "../model/story.ts";
import { unlike } from "./likeness.ts";

/** From this mean likeness on, two groups of documents are one story; in 1/1024 of a logit. */
export const leastMean = 256;

/** What groups of documents are made of. Documents are named by numbers; their order in `documents` is the one that ties are broken by. */
export interface Grouping {
  readonly documents: readonly number[];
  /** Pairs that are alike in some way; every other pair counts as unlike. */
  readonly pairs: readonly Likeness[];
  /** Pairs that are in one story whatever their likeness: near-copies, and what an analyst joined. */
  readonly joined: readonly (readonly [number, number])[];
  /** Pairs that an analyst has told apart; they are never in one story, unless `joined` says so directly or by others. */
  readonly parted: readonly (readonly [number, number])[];
}

/** When two groups become one. */
export interface Linkage {
  /** What a pair counts that is not known. */
  readonly unlike: number;
  /** Least mean of the pairs between them. */
  readonly least: number;
  /**
   * They stay two where each is much more alike within than they are to each other: where the mean between them is below this share of the
   * mean within the looser one. That of a few pairs is not much to go by: with `trusted` pairs it counts half.
   */
  readonly share: number;
  readonly trusted: number;
}

/** Linkage of stories by likeness. With shares of 0.4 to 0.6 and 12 to 15 trusted pairs ECB+ reaches 93.6 to 94.2, without a share 92.4; stories of a few reports do not change. */
export const storyLinkage: Linkage = { unlike, least: leastMean, share: 0.5, trusted: 15 };

interface Cell {
  sum: number;
  count: number;
}

/** A group under way, named by the place of its first member. */
interface Group {
  readonly members: number[];
  /** Sum and number of its pairs; near-copies say nothing of how alike a story's reports are, so what was joined counts as one. */
  within: { readonly sum: number; readonly count: number };
  /** Sum of the scores and number of the known pairs, by the other group; both groups hold the same one. */
  readonly known: Map<number, Cell>;
  readonly parted: Set<number>;
}

interface Step {
  readonly mean: number;
  readonly one: number;
  readonly other: number;
  readonly sizes: number;
}

/** The better step: the likelier, then the one of earlier documents. */
const isBefore = (one: Step, other: Step): boolean =>
  one.mean !== other.mean
    ? one.mean > other.mean
    : one.one !== other.one
      ? one.one < other.one
      : one.other < other.other;

/** A binary heap of steps, the best first. */
function heapOf() {
  const heap: Step[] = [];
  return {
    push(step: Step): void {
      let at = heap.push(step) - 1;
      while (at > 0) {
        const above = (at - 1) >> 1;
        if (isBefore(heap[above]!, step)) break;
        heap[at] = heap[above]!;
        at = above;
      }
      heap[at] = step;
    },
    pop(): Step | undefined {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first;
      let at = 0;
      for (;;) {
        let next = 2 * at + 1;
        if (next >= heap.length) break;
        if (next + 1 < heap.length && isBefore(heap[next + 1]!, heap[next]!)) next++;
        if (isBefore(last, heap[next]!)) break;
        heap[at] = heap[next]!;
        at = next;
      }
      heap[at] = last;
      return first;
    },
  };
}

/** First of each set of joined documents, by place. */
function joinedPlaces(count: number, joined: readonly (readonly [number, number])[]): readonly number[] {
  const above = Array.from({ length: count }, (_, at) => at);
  const top = (at: number): number => {
    let found = at;
    while (above[found] !== found) found = above[found]!;
    above[at] = found;
    return found;
  };
  for (const [one, other] of joined) {
    const [first, second] = [top(one), top(other)].sort((a, b) => a - b) as [number, number];
    above[second] = first;
  }
  return above.map((_, at) => top(at));
}

/**
 * Puts documents into stories: average linkage (Sokal and Michener 1958) over the pairs that are known. Two groups become one while `linkage`
 * allows it, the likest first. Scores are whole numbers and ties go to the earlier document, so
 * the result does not depend on the order of the pairs. About n log n in the number of pairs. Groups and members in the order of `documents`.
 */
export function partition(
  { documents, pairs, joined, parted }: Grouping,
  linkage: Linkage = storyLinkage,
): readonly (readonly number[])[] {
  const place = new Map(documents.map((document, at) => [document, at]));
  const placed = (links: readonly (readonly [number, number])[]): (readonly [number, number])[] =>
    links.flatMap(([one, other]) => {
      const [a, b] = [place.get(one), place.get(other)];
      return a === undefined || b === undefined || a === b ? [] : [[a, b] as const];
    });
  const first = joinedPlaces(documents.length, placed(joined));
  const groups = new Map<number, Group>();
  for (const at of documents.keys()) {
    const of = first[at]!;
    const group = groups.get(of);
    if (group) group.members.push(at);
    else groups.set(of, { members: [at], within: { sum: 0, count: 0 }, known: new Map(), parted: new Set() });
  }
  const seen = new Set<number>();
  for (const { document, other, score } of pairs) {
    const [a, b] = [place.get(document), place.get(other)];
    if (a === undefined || b === undefined || first[a] === first[b]) continue;
    const name = Math.min(a, b) * documents.length + Math.max(a, b);
    if (seen.has(name)) continue;
    seen.add(name);
    addKnown(groups, first[a]!, first[b]!, { sum: score, count: 1 });
  }
  for (const [a, b] of placed(parted)) {
    groups.get(first[a]!)!.parted.add(first[b]!);
    groups.get(first[b]!)!.parted.add(first[a]!);
  }
  joinGroups(groups, linkage);
  return [...groups]
    .sort(([one], [other]) => one - other)
    .map(([, { members }]) => members.sort((a, b) => a - b).map((at) => documents[at]!));
}

/** Adds what is known between two groups; a cell that is the first of theirs is taken as it is. */
function addKnown(groups: ReadonlyMap<number, Group>, one: number, other: number, more: Cell): void {
  const cell = groups.get(one)!.known.get(other);
  if (cell) {
    cell.sum += more.sum;
    cell.count += more.count;
    return;
  }
  groups.get(one)!.known.set(other, more);
  groups.get(other)!.known.set(one, more);
}

/** Sum of all pairs between two groups, and how many there are; null where none of them is known. */
function between(one: Group, other: Group, name: number, worth: number): { sum: number; count: number } | null {
  const cell = one.known.get(name);
  if (!cell) return null;
  const count = one.members.length * other.members.length;
  return { sum: cell.sum + (count - cell.count) * worth, count };
}

/** The step that would make one group of two; null where they may not be one. */
function stepOf(groups: ReadonlyMap<number, Group>, linkage: Linkage, one: number, other: number): Step | null {
  const [a, b] = [groups.get(one)!, groups.get(other)!];
  const all = between(a, b, other, linkage.unlike);
  if (all === null || a.parted.has(other)) return null;
  const mean = all.sum / all.count;
  const inside = ({ within }: Group): number => within.sum / (within.count + linkage.trusted);
  if (mean < Math.max(linkage.least, linkage.share * Math.min(inside(a), inside(b)))) return null;
  return { mean, one: Math.min(one, other), other: Math.max(one, other), sizes: a.members.length + b.members.length };
}

function joinGroups(groups: Map<number, Group>, linkage: Linkage): void {
  const heap = heapOf();
  const offer = (one: number, other: number): void => {
    const step = stepOf(groups, linkage, one, other);
    if (step) heap.push(step);
  };
  for (const [one, { known }] of groups) for (const other of known.keys()) if (one < other) offer(one, other);
  for (let step = heap.pop(); step !== undefined; step = heap.pop()) {
    const [one, other] = [groups.get(step.one), groups.get(step.other)];
    // A step that was offered before one of the two grew is out of date; a newer one was offered then.
    if (!one || !other || one.members.length + other.members.length !== step.sizes) continue;
    const all = between(one, other, step.other, linkage.unlike)!;
    groups.delete(step.other);
    one.within = {
      sum: one.within.sum + other.within.sum + all.sum,
      count: one.within.count + other.within.count + all.count,
    };
    one.members.push(...other.members);
    one.known.delete(step.other);
    for (const third of other.parted) {
      one.parted.add(third);
      groups.get(third)?.parted.add(step.one);
    }
    for (const [third, cell] of other.known) {
      const group = groups.get(third);
      group?.known.delete(step.other);
      if (group && third !== step.one) addKnown(groups, step.one, third, cell);
    }
    for (const third of one.known.keys()) offer(step.one, third);
  }
}
