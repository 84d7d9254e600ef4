import type { Found } from "../../src/claim/found.ts";
import type { Range } from "../../src/claim/word.ts";
import type { GoldAttribution } from "./corpus.ts";

const wordsIn = (ranges: readonly Range[]): ReadonlySet<number> =>
  new Set(ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at)));

function overlap(a: readonly Range[], b: readonly Range[]): number {
  const words = wordsIn(a);
  let both = 0;
  for (const word of wordsIn(b)) if (words.has(word)) both++;
  return both;
}

/** Is it right by the corpus's lenient rule: cues and sources share a word (or there is no source), contents have a token F1 of 0.5? */
export function isRight(
  found: { readonly cue: Range; readonly source: readonly Range[]; readonly content: readonly Range[] },
  gold: readonly GoldAttribution[],
): boolean {
  const size = wordsIn(found.content).size;
  return gold.some(({ cue, source, content }) => {
    if (overlap(cue, [found.cue]) === 0) return false;
    if (source.length + found.source.length > 0 && overlap(source, found.source) === 0) return false;
    return (2 * overlap(content, found.content)) / (size + wordsIn(content).size) >= 0.5;
  });
}

/** Of a quotation without a cue: are its words somebody's, whoever's? */
export const isSaid = (range: Range, gold: readonly GoldAttribution[]): boolean =>
  gold.some(({ content }) => (2 * overlap(content, [range])) / (range[1] - range[0] + wordsIn(content).size) >= 0.5);

/** A statement of the product with its score and whether it is right. */
export interface ScoredCase extends Judged {
  readonly score: number;
  /** Who found it: the model, maybe beside the rules; rules alone; nobody but quotation marks. */
  readonly by: "model" | "rules" | "quotation";
}

/** Every statement of a document, judged. `score` is 0 where there is none. */
export function casesOf({ drafts, orphans }: Found, gold: readonly GoldAttribution[]): readonly ScoredCase[] {
  return [
    ...drafts.map(({ hit, source, contents, score, evidence }): ScoredCase => {
      const found = { cue: hit.group, source: source ? [source.range] : [], content: contents };
      return {
        score: score ?? 0,
        evidence: evidence ?? [],
        right: isRight(found, gold),
        by: evidence ? "rules" : "model",
      };
    }),
    ...orphans.map(({ range, score, evidence }): ScoredCase => {
      return { score: score ?? 0, evidence, right: isSaid(range, gold), by: "quotation" };
    }),
  ];
}

/** One attribution that was found: what speaks for it, and whether it is right. */
export interface Judged {
  readonly evidence: readonly number[];
  readonly right: boolean;
}

/** Weights of a logistic regression with a small penalty, by Newton's method. */
export function logistic(cases: readonly Judged[], penalty = 1): readonly number[] {
  const width = cases[0]!.evidence.length;
  let weights: readonly number[] = Array.from({ length: width }, () => 0);
  for (let round = 0; round < 25; round++) {
    const slope = weights.map((weight) => -penalty * weight);
    const curve = weights.map((_, a) => weights.map((__, b) => (a === b ? penalty : 0)));
    for (const { evidence, right } of cases) {
      const sum = evidence.reduce((total, value, at) => total + value * weights[at]!, 0);
      const p = 1 / (1 + Math.exp(-sum));
      for (const [a, value] of evidence.entries()) {
        slope[a]! += value * ((right ? 1 : 0) - p);
        for (const [b, other] of evidence.entries()) curve[a]![b]! += value * other * p * (1 - p);
      }
    }
    const step = solve(curve, slope);
    weights = weights.map((weight, at) => weight + step[at]!);
  }
  return weights;
}

/** The solution of a small system of linear equations (Gauss, with the largest pivot). */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  for (let at = 0; at < rows.length; at++) {
    let best = at;
    for (let row = at + 1; row < rows.length; row++)
      if (Math.abs(rows[row]![at]!) > Math.abs(rows[best]![at]!)) best = row;
    [rows[at], rows[best]] = [rows[best]!, rows[at]!];
    for (let row = 0; row < rows.length; row++) {
      if (row === at) continue;
      const factor = rows[row]![at]! / rows[at]![at]!;
      for (let column = at; column <= rows.length; column++) rows[row]![column]! -= factor * rows[at]![column]!;
    }
  }
  return rows.map((row, at) => row.at(-1)! / row[at]!);
}

/** Expected calibration error over ten bins of equal width: by how much a score differs from the share that is right, on average. */
export function calibrationError(scored: readonly { readonly score: number; readonly right: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, score: 0, right: 0 }));
  for (const { score, right } of scored) {
    const bin = bins[Math.min(9, Math.floor(score * 10))]!;
    bin.count++;
    bin.score += score;
    bin.right += right ? 1 : 0;
  }
  return bins.reduce((sum, { score, right }) => sum + Math.abs(score - right), 0) / Math.max(1, scored.length);
}
