import { distanceStep, type FeatureRow, put1, put2, put3, put4 } from "./feature.ts";
import type { RoleFrame } from "./role-frame.ts";
import type { Sheet } from "./sheet.ts";

/** What the templates of one word share. */
interface Seen {
  readonly sheet: Sheet;
  readonly frame: RoleFrame;
  readonly cueMask: Uint8Array;
  readonly at: number;
  /** Its place in the window. */
  readonly place: number;
  /** 0 before the cue, 1 behind it. */
  readonly side: 0 | 1;
  /** The distance to the cue, in steps. */
  readonly distance: number;
  /** Sentences from the cue's on. */
  readonly sentences: number;
}

/**
 * Puts into `row` what the model looks at to tell which role of the frame's cue the word is part of, but for what it looks at whatever the cue is (`cueFeatures`),
 * which counts for words outside of the cue. `cueMask`: 1 begins another cue, 2 goes on with one.
 */
export function roleFeatures(sheet: Sheet, frame: RoleFrame, cueMask: Uint8Array, at: number, row: FeatureRow): void {
  row.count = 0;
  const [from, to] = frame.cue;
  if (at >= from && at < to) {
    put1(row, 200, 1);
    put1(row, 201, cueMask[at]!);
    return;
  }
  const side = at < from ? 0 : 1;
  const seen: Seen = {
    sheet,
    frame,
    cueMask,
    at,
    place: at - frame.window[0],
    side,
    distance: distanceStep(side === 0 ? at - from : at - to + 1),
    sentences: sheet.sentence[at]! - sheet.sentence[frame.head]!,
  };
  addPlace(seen, row);
  addBetween(seen, row);
  addQuotation(seen, row);
  addBranch(seen, row);
  addTold(seen, row);
}

function addPlace({ sheet, frame, at, side, distance, sentences }: Seen, row: FeatureRow): void {
  const { word, lemma, xpos, share, from, to, count } = sheet;
  const { head, cue, place } = frame;
  const x = xpos[at]!;
  const cueTag = xpos[head]!;
  const cueLemma = lemma[head]!;
  const where = sentences * 2 + side;
  const edge = at === from[at] ? 1 : at + 1 === to[at] ? 2 : at + 2 === to[at] ? 3 : 0;
  const before = at > 0 ? xpos[at - 1]! : 0;
  const behind = at + 1 < count ? xpos[at + 1]! : 0;
  put1(row, 202, distance);
  put2(row, 203, distance, cueTag);
  put2(row, 204, distance, x);
  put2(row, 205, where, x);
  put2(row, 206, side, cueLemma);
  put3(row, 207, side, cueLemma, sentences);
  put2(row, 208, where, share[head]!);
  put2(row, 209, distance, cueLemma);
  put3(row, 210, distance, x, cueTag);
  put2(row, 211, distance, word[at]!);
  put3(row, 212, side, cueLemma, x);
  put4(row, 213, side, word[at]!, sentences, cueTag);
  put3(row, 214, side, word[cue[1] - 1]!, distance);
  put3(row, 225, place, side, sentences);
  put3(row, 226, edge, side, sentences);
  put4(row, 227, edge, side, cueLemma, sentences);
  put3(row, 228, before, x, where);
  put3(row, 229, x, behind, where);
  put3(row, 230, at > 0 ? word[at - 1]! : 0, side, cueTag);
  put3(row, 231, at + 1 < count ? word[at + 1]! : 0, side, cueTag);
}

function addBetween({ sheet, frame, cueMask, at, place, side, sentences }: Seen, row: FeatureRow): void {
  const { xpos, lemma } = sheet;
  const x = xpos[at]!;
  const cueTag = xpos[frame.head]!;
  const commas = frame.commas[place]!;
  const cues = frame.cues[place]!;
  const verbs = frame.verbs[place]!;
  put2(row, 215, commas, side);
  put3(row, 216, commas, side, x);
  put3(row, 217, cues, side, sentences);
  put4(row, 218, cues, verbs, commas, side);
  put3(row, 219, verbs, side, x);
  put3(row, 220, frame.stops[place]!, side, commas);
  put3(row, 221, cueMask[at]!, side, cues);
  put3(row, 222, at > 0 ? cueMask[at - 1]! : 0, cueMask[at + 1] ?? 0, side);
  put3(row, 223, commas, lemma[frame.head]!, side);
  put4(row, 224, commas, verbs, cueTag, side);
}

function addQuotation({ sheet, frame, at, place, side, sentences }: Seen, row: FeatureRow): void {
  const { quote, quotation, sentenceQuote, xpos, lemma, from } = sheet;
  const q = quote[at]!;
  const x = xpos[at]!;
  const cueQuote = quote[frame.head] === 0 ? -1 : quotation[frame.head]!;
  const own = q > 0 && quotation[at] === cueQuote ? 1 : 0;
  const near = q === 0 ? 0 : quotation[at] === frame.nextQuote ? 1 : quotation[at] === frame.lastQuote ? 2 : 0;
  const far = near === 1 ? frame.nextDistance : frame.lastDistance;
  const both = frame.nextDistance * 8 + frame.lastDistance;
  const whole = sentenceQuote[from[frame.head]!]!;
  const before = at > 0 ? quote[at - 1]! : 0;
  const behind = quote[at + 1] ?? 0;
  const commas = frame.commas[place]!;
  put3(row, 232, q, sentences * 2 + side, frame.edges[place]!);
  put4(row, 233, q, near, own, side);
  put4(row, 234, q, near, far, side);
  put3(row, 235, both, side, sentences);
  put4(row, 236, q, near, x, side);
  put3(row, 237, whole, sentences * 2 + side, q);
  put4(row, 238, q, near, lemma[frame.head]!, side);
  put4(row, 239, before * 4 + q, behind, side, near);
  put3(row, 240, both, q, side * 4 + commas);
  put4(row, 241, whole, side, commas, sentences);
  put4(row, 242, sentenceQuote[at]!, sentences, q, side);
  put4(row, 243, cueQuote < 0 ? 0 : 1, own, side, sentences);
  put4(row, 244, whole, side, both, q * 4 + near);
  put4(row, 281, before * 4 + q, behind, x, sentences * 2 + side);
}

/** Is the neighbour in the same branch, in the cue, in another branch, or out of the window? */
function besides({ frame, place }: Seen, step: 1 | -1): number {
  const other = place + step;
  if (other < 0 || other >= frame.group.length) return 3;
  if (frame.group[other] === frame.group[place]) return 1;
  const at = other + frame.window[0];
  return at >= frame.cue[0] && at < frame.cue[1] ? 2 : 0;
}

function addBranch(seen: Seen, row: FeatureRow): void {
  const { sheet, frame, at, place, side, distance, sentences } = seen;
  const { words, word, lemma, xpos, label, share, children, mark, quote } = sheet;
  const { head } = frame;
  const x = xpos[at]!;
  const branch = frame.branch[place]!;
  const path = frame.path[place]!;
  const top = frame.top[place]!;
  const cueTag = xpos[head]!;
  const cueLemma = lemma[head]!;
  const cueChildren = children[head]!;
  const commas = frame.commas[place]!;
  const before = besides(seen, -1);
  const behind = besides(seen, 1);
  put2(row, 245, branch, side);
  put3(row, 246, branch, side, cueLemma);
  put3(row, 247, branch, side, cueTag);
  put3(row, 248, branch, side, x);
  put2(row, 249, path, side);
  put3(row, 250, path, x, side);
  put3(row, 251, path, cueLemma, side);
  put3(row, 252, path, cueTag, share[head]!);
  put4(row, 253, branch, before, behind, side);
  put4(row, 254, branch, before, word[at]!, side);
  put4(row, 255, branch, behind, word[at]!, side);
  put4(row, 256, branch, before, x, behind);
  put4(row, 257, branch, cueChildren, side, top === at ? 1 : 0);
  put3(row, 258, branch, commas, side);
  put4(row, 259, branch, commas, frame.verbs[place]!, side);
  put4(row, 260, branch, quote[at]!, before, behind);
  put3(row, 261, branch, share[at]!, side);
  put3(row, 262, cueChildren, distance, side);
  put3(row, 263, cueChildren, side, sentences);
  put4(row, 264, cueChildren, side, commas, sentences);
  put4(row, 265, branch, cueLemma, before, behind);
  put4(row, 266, branch, frame.cues[place]!, side, cueTag);
  if (top >= 0) {
    const opens = words.subtreeFrom[top] === at ? 1 : 0;
    const closes = words.subtreeTo[top] === at + 1 ? 1 : 0;
    put3(row, 267, branch, lemma[top]!, side);
    put3(row, 268, branch, xpos[top]!, cueTag);
    put3(row, 269, branch, xpos[top]!, x);
    put4(row, 270, branch, opens, closes, side);
    put4(row, 271, branch, opens, closes, x);
    put3(row, 272, branch, mark[top]!, cueLemma);
    put4(row, 273, branch, mark[top]!, opens + closes * 2, side);
  }
  const branchBefore = place > 0 ? frame.branch[place - 1]! : 0;
  const branchBehind = frame.branch[place + 1] ?? 0;
  put3(row, 274, branch, branchBefore, side);
  put3(row, 275, branch, branchBehind, side);
  put3(row, 276, branchBefore, branch, x);
  put3(row, 277, branchBehind, branch, word[at]!);
  put3(row, 278, label[at]!, branch, frame.depth[place]!);
}

function addTold({ sheet, frame, at, place, side, distance, sentences }: Seen, row: FeatureRow): void {
  const { xpos, word, lemma } = sheet;
  const told = frame.told[place]!;
  const before = place > 0 ? frame.told[place - 1]! : 6;
  const behind = frame.told[place + 1] ?? 6;
  const x = xpos[at]!;
  put3(row, 290, told, side, sentences);
  if (told === 5) return;
  put3(row, 291, before, told, behind);
  put3(row, 292, told, x, side);
  put3(row, 293, told, frame.branch[place]!, side);
  put3(row, 294, told, lemma[frame.head]!, side);
  put3(row, 295, told, distance, xpos[frame.head]!);
  put4(row, 296, before, told, word[at]!, side);
  put4(row, 297, told, behind, word[at]!, side);
  put4(row, 298, before, told, behind, x);
}
