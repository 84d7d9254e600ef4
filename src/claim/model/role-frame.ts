import { mix } from "../../sentence/core/name-hash.ts";
import type { Range } from "../word.ts";
import { nearStep } from "./feature.ts";
import type { Sheet } from "./sheet.ts";
import { toldRoles } from "./told.ts";

/** The words around one cue, as they stand to it. Every list has one entry a word of the window. */
export interface RoleFrame {
  readonly cue: Range;
  /** The word that the cue's other words hang on. */
  readonly head: number;
  readonly window: Range;
  /** Commas, other cues, verbs, edges of quotations, other stops between the word and the cue, each up to a few. */
  readonly commas: Uint8Array;
  readonly cues: Uint8Array;
  readonly verbs: Uint8Array;
  readonly edges: Uint8Array;
  readonly stops: Uint8Array;
  /** The branch of the tree that holds the word, as seen from the cue: what names it, its top word (-1 where there is none), the way to the word within it. */
  readonly branch: Int32Array;
  readonly top: Int32Array;
  readonly path: Int32Array;
  readonly depth: Uint8Array;
  /** Two words of one branch have the same number. */
  readonly group: Int32Array;
  /** Index of the first quotation that opens behind the cue, and of the last that closes before it, or -1; and how far they are, in steps. */
  readonly nextQuote: number;
  readonly lastQuote: number;
  readonly nextDistance: number;
  readonly lastDistance: number;
  /** The roles that the rules give the words: see `toldRoles`. */
  readonly told: Uint8Array;
  /** The cue's place in its sentence. */
  readonly place: number;
}

const sentencesBefore = 3;
const sentencesBehind = 4;
/** So many words each way are looked at, so that a long sentence costs linear time. */
const farthest = 250;
/** More cues than this among them, four times as many as in news, and fewer words are looked at: "said, said, said" costs each word no more than these windows. */
const crowded = 40;
/** Fewer than this are never looked at. */
const nearest = 12;

/** How many words each way are looked at for a cue at `at`. `before` tells for each place, and the one behind the last, how many cues begin before it. */
export function reachOf(before: Int32Array, at: number): number {
  const last = before.length - 1;
  const near = before[Math.min(last, at + farthest)]! - before[Math.max(0, at - farthest)]!;
  return near <= crowded ? farthest : Math.max(nearest, Math.floor((farthest * crowded) / near));
}

/** For each place how many cues begin before it: one more entry than there are words. */
export function countCues(count: number, cues: readonly Range[]): Int32Array {
  const out = new Int32Array(count + 1);
  for (const [from] of cues) out[from + 1]! += 1;
  for (let at = 1; at <= count; at++) out[at]! += out[at - 1]!;
  return out;
}
const highest = 60;

/** The word of a cue that bears its meaning: a verb before a noun, one that hangs outside before one that hangs on another of them. */
export function cueHead({ words }: Pick<Sheet, "words">, [from, to]: Range): number {
  let best = from;
  let bestValue = -1;
  for (let at = from; at < to; at++) {
    const tag = words.upos[at]!;
    const head = words.head[at]!;
    const outer = head < from || head >= to ? 1.5 : 0;
    const value = (tag === "VERB" ? 4 : tag === "NOUN" ? 3 : tag === "ADJ" ? 2 : tag === "PUNCT" ? 0 : 1) + outer;
    if (value > bestValue) {
      best = at;
      bestValue = value;
    }
  }
  return best;
}

/** The stretch in which the roles of a cue are looked for: its paragraph, some sentences each way. */
export function windowOf({ sentence, block, count }: Sheet, head: number, reach = farthest): Range {
  let from = head;
  let to = head + 1;
  const inside = (at: number): boolean =>
    block[at] === block[head] &&
    sentence[at]! >= sentence[head]! - sentencesBefore &&
    sentence[at]! <= sentence[head]! + sentencesBehind;
  while (from > 0 && head - from < reach && inside(from - 1)) from--;
  while (to < count && to - head < reach && inside(to)) to++;
  return [from, to];
}

const isStop = (word: string): boolean => word === ";" || word === ":" || word === "—" || word === "--" || word === "–";

/** The frame of one cue. `cueMask` is 1 at the first word of every cue of the document. */
export function frameOf(sheet: Sheet, cue: Range, cueMask: Uint8Array, reach = farthest): RoleFrame {
  const head = cueHead(sheet, cue);
  const [from, to] = windowOf(sheet, head, reach);
  // A long cue lies in its own window whole.
  const window: Range = [Math.min(from, cue[0]), Math.max(to, cue[1])];
  const length = window[1] - window[0];
  const bytes = (): Uint8Array => new Uint8Array(length);
  const numbers = (): Int32Array => new Int32Array(length);
  const frame = {
    cue,
    head,
    window,
    commas: bytes(),
    cues: bytes(),
    verbs: bytes(),
    edges: bytes(),
    stops: bytes(),
    branch: numbers(),
    top: numbers(),
    path: numbers(),
    depth: bytes(),
    group: numbers(),
  };
  count(sheet, frame, cueMask, cue[1], window[1], 1);
  count(sheet, frame, cueMask, cue[0] - 1, window[0] - 1, -1);
  hang(sheet, frame);
  const { quote, quotation } = sheet;
  let next = cue[1];
  while (next < window[1] && quote[next] !== 2) next++;
  let last = cue[0] - 1;
  while (last >= window[0] && quote[last] !== 3) last--;
  return {
    ...frame,
    told: toldRoles(sheet.told, cue, window),
    nextQuote: next < window[1] ? quotation[next]! : -1,
    lastQuote: last >= window[0] ? quotation[last]! : -1,
    nextDistance: next < window[1] ? nearStep(next - cue[1]) : 7,
    lastDistance: last >= window[0] ? nearStep(cue[0] - 1 - last) : 7,
    place: Math.min(3, cue[0] - sheet.from[head]!) * 4 + Math.min(3, sheet.to[head]! - cue[1]),
  };
}

type Counts = Pick<RoleFrame, "window" | "commas" | "cues" | "verbs" | "edges" | "stops">;

/** Counts what stands between each word and the cue, from beside the cue outwards. */
function count(
  { words, quote }: Sheet,
  { window, ...frame }: Counts,
  cueMask: Uint8Array,
  from: number,
  end: number,
  step: 1 | -1,
): void {
  let commas = 0;
  let cues = 0;
  let verbs = 0;
  let edges = 0;
  let stops = 0;
  for (let at = from; at !== end; at += step) {
    const place = at - window[0];
    frame.commas[place] = commas;
    frame.cues[place] = cues;
    frame.verbs[place] = verbs;
    frame.edges[place] = edges;
    frame.stops[place] = stops;
    const word = words.lower[at]!;
    if (word === "," && commas < 3) commas++;
    if (stops < 2 && isStop(word)) stops++;
    if (cueMask[at] === 1 && cues < 3) cues++;
    if (words.upos[at] === "VERB" && verbs < 4) verbs++;
    if (quote[at]! >= 2 && edges < 4) edges++;
  }
}

/** Where each word hangs, as seen from the cue: how far one climbs from the cue, and the branch that goes down to the word. */
function hang(
  { words, label, sentence }: Sheet,
  {
    window,
    head,
    branch,
    top,
    path,
    depth,
    group,
  }: Pick<RoleFrame, "window" | "head" | "branch" | "top" | "path" | "depth" | "group">,
): void {
  const climbs = new Map<number, number>();
  const signs: number[] = [];
  for (let up = head, sign = 0, step = 0; up >= 0 && step < 12; up = words.head[up]!, step++) {
    climbs.set(up, step);
    signs.push(sign);
    if (step < 3) sign = mix(sign, label[up]!);
  }
  for (let at = window[0]; at < window[1]; at++) {
    const place = at - window[0];
    top[place] = -1;
    const apart = sentence[at]! - sentence[head]!;
    if (apart !== 0) {
      branch[place] = 1000 + apart;
      path[place] = 1000 + apart;
      group[place] = -10 - apart;
      continue;
    }
    let up = at;
    let under = -1;
    let steps = 0;
    while (up >= 0 && !climbs.has(up) && steps < highest) {
      under = up;
      up = words.head[up]!;
      steps++;
    }
    if (up < 0 || steps >= highest) {
      branch[place] = 7;
      path[place] = 7;
      group[place] = -1;
      continue;
    }
    const climbed = climbs.get(up)!;
    top[place] = under;
    group[place] = under < 0 ? up : under;
    branch[place] = mix(mix(signs[climbed]!, under < 0 ? 999 : label[under]!), Math.min(3, climbed));
    depth[place] = Math.min(3, steps);
    path[place] = mix(branch[place]!, Math.min(3, steps));
    if (steps === 2) path[place] = mix(path[place]!, label[at]!);
  }
}
