import type { Range, Sentence } from "../word.ts";
import { bestPath, type Chain, spansOf, sumsOf } from "./chain.ts";
import { cueFeatures } from "./cue-feature.ts";
import { type FeatureRow, featureRow } from "./feature.ts";
import { roleFeatures } from "./role-feature.ts";
import { countCues, frameOf, type RoleFrame, reachOf } from "./role-frame.ts";
import { type ReadWords, type Sheet, sheetOf } from "./sheet.ts";

/** Linear scores of labels: the sum of the rows of a word's features. */
export interface Scorer {
  /** Features are numbers below 2 ** bits. */
  readonly bits: number;
  readonly chain: Chain;
  /** Writes the score of each label, from `at` on. */
  readonly score: (row: FeatureRow, scores: Float64Array, at: number) => void;
}

/** A trained model. Made by `training/attribution`. */
export interface AttributionModel {
  readonly cues: Scorer;
  readonly roles: Scorer;
  /** Step of a lemma and class by its key (`ShareOf`); what is not in it was hardly seen. */
  readonly shares: ReadonlyMap<number, number>;
  /** Added to labels that begin a cue, and a source or content: more are found, and more that are none. */
  readonly cueLift: number;
  readonly roleLift: number;
  /** Weights of the probability's logit: 1, logit of the cue, logs of the roles' probabilities by place. */
  readonly calibration: readonly number[];
  /** The same for what rules alone made (`evidenceOf` in combine.ts), and for quotations without a cue. */
  readonly rules: readonly number[];
  readonly orphans: readonly number[];
}

/** An attribution as the model sees it, in ranges of tokens. */
export interface Proposal {
  readonly cue: Range;
  /** The word of the cue that bears its meaning. */
  readonly head: number;
  readonly source: readonly Range[];
  readonly content: readonly Range[];
  /** Probability that a cue begins here. */
  readonly cueProbability: number;
  /** What the probability of the whole is made from: see `AttributionModel.calibration`. */
  readonly evidence: readonly number[];
  /** Calibrated probability that annotators would mark this attribution, lenient about extents. */
  readonly score: number;
}

/** What the model says of a document. */
export interface Opinion {
  /** In text order; a cue never lies in another's roles, and every one has content, but for those that were given. */
  readonly proposals: readonly Proposal[];
  /** For each token the probability that it is part of a cue; 0 where it is not read. */
  readonly cueAt: Float32Array;
}

/** Labels of cues: outside, begins, goes on; of roles: outside, begins and goes on with a source, with a content. */
export const cueLabels = 3;
export const roleLabels = 5;

/** So many words are labelled together at most, so that memory stays small. */
const longestRun = 1200;

/** Stretches of words that are labelled together: paragraphs. In text order. */
export function runsOf(sentences: readonly Sentence[]): readonly Range[] {
  const out: Range[] = [];
  let from = -1;
  let to = -1;
  let block = -1;
  for (const sentence of sentences) {
    if (from >= 0 && (sentence.block !== block || sentence.from !== to)) {
      out.push([from, to]);
      from = -1;
    }
    if (from < 0) from = sentence.from;
    to = sentence.to;
    block = sentence.block;
  }
  if (from >= 0) out.push([from, to]);
  return out.flatMap(([start, end]) => {
    const parts: Range[] = [];
    for (let at = start; at < end; at += longestRun) parts.push([at, Math.min(end, at + longestRun)]);
    return parts;
  });
}

interface Cue {
  readonly range: Range;
  readonly probability: number;
}

interface Sums {
  readonly scores: Float64Array;
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly path: Uint8Array;
}

const sumsFor = (words: number): Sums => ({
  scores: new Float64Array(words * roleLabels),
  alpha: new Float64Array(words * roleLabels),
  beta: new Float64Array(words * roleLabels),
  path: new Uint8Array(words),
});

/** Cues by the model; fills `cueAt`. */
function findCues(
  sheet: Sheet,
  runs: readonly Range[],
  { cues, cueLift }: AttributionModel,
  cueAt: Float32Array,
): readonly Cue[] {
  const row = featureRow(cues.bits);
  const out: Cue[] = [];
  const sums = sumsFor(longestRun);
  for (const [from, to] of runs) {
    const count = to - from;
    for (let at = from; at < to; at++) {
      cueFeatures(sheet, at, row);
      cues.score(row, sums.scores, (at - from) * cueLabels);
    }
    bestPath(cues.chain, sums.scores, count, cueLift, sums.path);
    const spans = spansOf(sums.path, count, 1, 0);
    const whole = sumsOf(cues.chain, sums.scores, count, sums.alpha, sums.beta);
    for (let at = 0; at < count; at++) {
      const cell = at * cueLabels;
      cueAt[from + at] = 1 - Math.exp(Math.min(0, sums.alpha[cell]! + sums.beta[cell]! - whole));
    }
    for (const [start, end] of spans) {
      const cell = start * cueLabels + 1;
      const probability = Math.exp(Math.min(0, sums.alpha[cell]! + sums.beta[cell]! - whole));
      out.push({ range: [from + start, from + end], probability });
    }
  }
  return out;
}

/** 1 at the first word of every cue, 2 at the others. */
export function maskOf(count: number, cues: readonly Range[]): Uint8Array {
  const mask = new Uint8Array(count);
  for (const [from, to] of cues) {
    mask.fill(2, from, to);
    mask[from] = 1;
  }
  return mask;
}

const bounded = (p: number): number => Math.min(1 - 1e-6, Math.max(1e-6, p));
/** Log-odds, never infinite. */
export const logit = (p: number): number => Math.log(bounded(p) / (1 - bounded(p)));

/** The probability of `evidence` under weights of a logit. */
export function calibrated(evidence: readonly number[], weights: readonly number[]): number {
  const sum = evidence.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The least certain log-probability of the words of some spans under their labels; of no spans, 0. */
function leastCertain({ alpha, beta, path }: Sums, whole: number, spans: readonly Range[], offset: number): number {
  let sum = 0;
  let count = 0;
  for (const [from, to] of spans)
    for (let at = from - offset; at < to - offset; at++) {
      const cell = at * roleLabels + path[at]!;
      sum += Math.max(-8, Math.min(0, alpha[cell]! + beta[cell]! - whole));
      count++;
    }
  return count === 0 ? 0 : sum / count;
}

/** What the roles of a document's cues are found with. */
interface RoleWork {
  readonly sheet: Sheet;
  readonly model: AttributionModel;
  readonly mask: Uint8Array;
  /** See `countCues`. */
  readonly cuesBefore: Int32Array;
  readonly row: FeatureRow;
  readonly sums: Sums;
  /** Scores of each word whatever the cue is, made when first asked for: a word lies near two or three cues. */
  readonly base: Float64Array;
  readonly hasBase: Uint8Array;
}

/** Scores of labels for a word of the frame, into the sums at `cell`. */
function scoreRole({ sheet, model, mask, row, sums, base, hasBase }: RoleWork, frame: RoleFrame, at: number): void {
  const cell = (at - frame.window[0]) * roleLabels;
  const own = at * roleLabels;
  roleFeatures(sheet, frame, mask, at, row);
  model.roles.score(row, sums.scores, cell);
  if (at >= frame.cue[0] && at < frame.cue[1]) return;
  if (hasBase[at] === 0) {
    hasBase[at] = 1;
    cueFeatures(sheet, at, row);
    model.roles.score(row, base, own);
  }
  for (let y = 0; y < roleLabels; y++) sums.scores[cell + y]! += base[own + y]!;
}

function rolesOfCue(work: RoleWork, { range, probability }: Cue): Proposal {
  const { sheet, mask, sums } = work;
  const { roles, roleLift, calibration } = work.model;
  const [cueFrom, cueTo] = range;
  mask.fill(0, cueFrom, cueTo);
  const frame = frameOf(sheet, range, mask, reachOf(work.cuesBefore, cueFrom));
  const [from, to] = frame.window;
  for (let at = from; at < to; at++) scoreRole(work, frame, at);
  mask.fill(2, cueFrom, cueTo);
  mask[cueFrom] = 1;
  const count = to - from;
  const best = bestPath(roles.chain, sums.scores, count, roleLift, sums.path);
  const whole = sumsOf(roles.chain, sums.scores, count, sums.alpha, sums.beta);
  const source = spansOf(sums.path, count, 1, from);
  const content = spansOf(sums.path, count, 3, from);
  const evidence = [
    1,
    logit(probability),
    Math.max(-10, best - whole),
    source.length === 0 ? 1 : 0,
    leastCertain(sums, whole, source, from),
    leastCertain(sums, whole, content, from),
  ];
  return {
    cue: range,
    head: frame.head,
    source,
    content,
    cueProbability: probability,
    evidence,
    score: calibrated(evidence, calibration),
  };
}

/**
 * Roles of cues, the most certain first: what has no content is left out, and so is a cue inside the roles of a stronger one, for the annotation never
 * nests. In text order.
 */
function unnested(work: RoleWork, cues: readonly Cue[]): readonly Proposal[] {
  // Words that a role of a stronger cue holds: no pair of cues is compared, and a cue that falls away costs nothing.
  const held = new Uint8Array(work.sheet.count);
  const out: Proposal[] = [];
  for (const cue of cues.toSorted((a, b) => b.probability - a.probability || a.range[0] - b.range[0])) {
    const [from, to] = cue.range;
    if (held[from] === 1 && held[to - 1] === 1) continue;
    const one = rolesOfCue(work, cue);
    if (one.content.length === 0) continue;
    // Where the cue itself is read as content, it is none.
    if (!one.content.some(([start, end]) => from >= start && to <= end)) out.push(one);
    for (const [start, end] of [...one.content, ...one.source]) held.fill(1, start, end);
  }
  return out.sort((a, b) => a.cue[0] - b.cue[0]);
}

/**
 * Attributions of a document by the model, in time linear in the words. `given` are cues that are taken for found, with the probability 1, in place of
 * the model's own.
 */
export function opinionOf(read: ReadWords, model: AttributionModel, given?: readonly Range[]): Opinion {
  const { words, sentences } = read;
  const sheet = sheetOf(read, (_, key) => model.shares.get(key) ?? 0);
  const cueAt = new Float32Array(words.count);
  const cues = given
    ? given.map((range): Cue => ({ range, probability: 1 }))
    : findCues(sheet, runsOf(sentences), model, cueAt);
  const ranges = cues.map(({ range }) => range);
  const mask = maskOf(words.count, ranges);
  const work: RoleWork = {
    sheet,
    model,
    mask,
    cuesBefore: countCues(words.count, ranges),
    row: featureRow(model.roles.bits),
    sums: sumsFor(600),
    base: new Float64Array(words.count * roleLabels),
    hasBase: new Uint8Array(words.count),
  };
  return { proposals: given ? cues.map((cue) => rolesOfCue(work, cue)) : unnested(work, cues), cueAt };
}
