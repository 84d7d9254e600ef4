import { bylineAuthors } from "./byline.ts";
import { isCaption } from "./caption.ts";
import { dayIn } from "./date.ts";
import { datelineOf } from "./dateline.ts";
import { repeatsOpening } from "./headline.ts";
import { boxAround, isIndented } from "./indent.ts";
import type { Line } from "./line.ts";
import type { Shape } from "./shape.ts";

/** What a line speaks for: above 0 the article, below 0 furniture. Sizes are near to log odds. */
function evidenceOf(shape: Shape, repeated: boolean, tail: boolean): number {
  const { words, closed } = shape;
  let score = words < 4 ? -1.6 : words < 8 ? -1 : words < 15 ? 0 : words < 30 ? 1 : words < 60 ? 2.2 : 3.2;
  if (closed) score += words > 4 ? 1.2 : 0.4;
  else if (words < 20) score -= 0.8;
  else score -= 0.3;
  if (words > 7 && shape.grammar > 0.25) score += 0.6;
  if (words > 3 && shape.grammar < 0.12) score -= 0.6;
  if (words > 3 && shape.capitals > 0.75 && !closed) score -= 0.8;
  if (/["“”«]/.test(shape.front) && words > 5) score += 0.3;
  if (shape.bullet) score -= 0.8;
  if (shape.stamp) score -= 1;
  if (repeated && words < 25) score -= 1.5;
  if (tail && shape.address) score -= 2;
  if (shape.cue) score -= shape.cue.weight === "sure" ? 5 : 2.5;
  return score;
}

// Both costs were tried in steps over 102 scraped pages: 2 and 4 for a change lose 1 point of F1, 0.4 and 1 for a line of a gap half a point.
const changeCost = 3;
const gapCost = 0.6;

/** The likeliest row of article (true) and furniture (false), when each change costs `changeCost` (Viterbi 1967, two states). */
function bestPath(evidence: readonly number[]): readonly boolean[] {
  let inside = 0;
  let outside = 0;
  const cameInside: boolean[] = [];
  const cameOutside: boolean[] = [];
  for (const score of evidence) {
    const stayIn = inside >= outside - changeCost;
    const stayOut = outside >= inside - changeCost;
    cameInside.push(stayIn);
    cameOutside.push(!stayOut);
    const nextInside = (stayIn ? inside : outside - changeCost) + score;
    outside = stayOut ? outside : inside - changeCost;
    inside = nextInside;
  }
  const path: boolean[] = evidence.map(() => false);
  let state = inside >= outside;
  for (let at = evidence.length - 1; at >= 0; at--) {
    path[at] = state;
    state = (state ? cameInside : cameOutside)[at]!;
  }
  return path;
}

/** Runs of `true`, as [first, end) of indices. */
function runsOf(path: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [at, inside] of path.entries()) {
    const last = runs.at(-1);
    if (!inside) continue;
    if (last && last[1] === at) last[1] = at + 1;
    else runs.push([at, at + 1]);
  }
  return runs;
}

/** Where the article of a page lies. */
export interface Region {
  /** One flag a line. */
  readonly inside: readonly boolean[];
  /** Index of the article's first line, and one past its last. */
  readonly first: number;
  readonly end: number;
}

/**
 * Does the text look scraped from a page, with furniture around the article? Where it does not, nothing is judged by its place,
 * so that a short sentence, a speech or a list that stands alone is never taken for a menu.
 */
function isScraped(shapes: readonly Shape[]): boolean {
  const sure = shapes.filter((shape) => shape.cue?.weight === "sure").length;
  const menu = shapes.filter((shape) => shape.words < 5 && !shape.closed).length;
  return sure > 1 || (sure > 0 && menu > 3) || (menu > 11 && menu * 2 > shapes.length);
}

/** A line that stands between a headline and its report: who wrote it and when. */
const isOpening = (shape: Shape): boolean =>
  shape.stamp ||
  bylineAuthors(shape.front) !== null ||
  (shape.words < 20 && !shape.closed && dayIn(shape.front) !== null);

/** Does a paragraph open with a dateline that ends in a dash? A colon stands behind many a word in capitals. */
function hasDateline(shape: Shape): boolean {
  const dateline = shape.words > 12 ? datelineOf(shape.front) : null;
  return dateline !== null && shape.front[dateline.length - 1] !== ":";
}

/** What speaks for a run of lines by how it opens: below the headline, below a byline or a day, or with a dateline. */
function openingWorth([from, end]: readonly [number, number], shapes: readonly Shape[], headline: number): number {
  const opening = shapes.slice(from, Math.min(end, from + 4));
  const datelines = shapes.slice(from, end).filter(hasDateline);
  // A report has one dateline; a list of teasers may have one a row.
  const dateline = datelines.length === 1 && opening.includes(datelines[0]!) ? 10 : 0;
  const above = shapes.slice(Math.max(0, from - 8), from).some(isOpening) ? 10 : 0;
  if (headline < 0) return dateline + above;
  return dateline + above + (end <= headline ? -10 : from < headline + 16 ? 8 : 0);
}

const insets = new Set<string | undefined>(["other", "player", "related", "share"]);

/** What stands in the middle of articles: boxes with pictures, players, pointers to other reports. */
const isInset = (shape: Shape): boolean => insets.has(shape.cue?.furniture) || isCaption(shape.front);

// How far a paragraph may lie from the article, over boxes that are set into it, and what must speak for it.
const longestReach = 6;
const reachEvidence = 2.6;

/** Lets in, upwards (-1) or downwards (1), paragraphs that only a player, a picture or a pointer parts from the article. */
function reachOver(inside: boolean[], evidence: readonly number[], shapes: readonly Shape[], step: -1 | 1): void {
  const edge = step < 0 ? inside.indexOf(true) : inside.lastIndexOf(true);
  let gap = 0;
  let boxes = 0;
  for (let at = edge + step; at >= 0 && at < inside.length && gap < longestReach; at += step) {
    const shape = shapes[at]!;
    const isBox = isInset(shape) || shapes[at + 1]?.cue?.furniture === "player";
    if (isBox) boxes++;
    if (isBox || (shape.words < 13 && !shape.closed && !shape.cue)) gap++;
    else if (evidence[at]! >= reachEvidence && boxes > 0 && shape.closed) {
      inside[at] = true;
      boxes = 0;
      gap = 0;
    } else break;
  }
}

// Rows of a table, dates of a tour, ranks: short, without an end of a sentence, but with figures in nearly all of them.
const fewestRows = 4;

/** Rows right below each other that all have figures, and a line with a colon above them, are hardly a menu. */
function addRows(evidence: number[], lines: readonly Line[], shapes: readonly Shape[]): void {
  const isRow = (at: number): boolean => {
    const { front, words, stamp, cue } = shapes[at]!;
    return words > 2 && !stamp && cue === null && /\d/.test(front);
  };
  let from = 0;
  for (let at = 0; at <= lines.length; at++) {
    if (at < lines.length && isRow(at) && (at === from || !lines[at]!.gapBefore)) continue;
    if (at - from >= fewestRows) {
      for (let row = from; row < at; row++) evidence[row] = Math.max(evidence[row]!, 0.4);
      if (shapes[from - 1]?.front.endsWith(":")) evidence[from - 1] = Math.max(evidence[from - 1]!, 0.4);
    }
    from = at < lines.length && isRow(at) ? at : at + 1;
  }
}

const numbered = /^(?:\(?(\d{1,3})[).:]|#(\d{1,3})\b|(\d{1,3})\.)\s/;

/** A list that counts its items, with at most two lines below each. */
function addNumbered(evidence: number[], shapes: readonly Shape[]): void {
  let run: number[] = [];
  let last = 0;
  const keep = (): void => {
    const from = run[0];
    const to = run.at(-1);
    if (from === undefined || to === undefined || run.length < fewestRows) return;
    for (let at = from; at <= to; at++)
      if (shapes[at]!.cue?.weight !== "sure" || /^https?:/.test(shapes[at]!.front))
        evidence[at] = Math.max(evidence[at]!, 0.4);
  };
  for (const [at, { front }] of shapes.entries()) {
    const found = numbered.exec(front.slice(0, 8));
    const number = found ? Number(found[1] ?? found[2] ?? found[3]) : null;
    if (number !== null && (number === last + 1 || number === last - 1) && run.length > 0 && at - run.at(-1)! < 4)
      run.push(at);
    else if (number !== null) {
      keep();
      run = [at];
    }
    last = number ?? last;
  }
  keep();
}

const postSignature = /^[—–-]{1,2} ?[^@]{2,60}\(@\w{1,30}\) \p{L}{3,12} \d{1,2}, \d{4}$/u;

/** A post that a report quotes: its words, and below them who wrote it and when. */
function addPosts(evidence: number[], shapes: readonly Shape[]): void {
  for (const [at, shape] of shapes.entries()) {
    if (!postSignature.test(shape.front)) continue;
    evidence[at] = 2;
    if (at > 0 && shapes[at - 1]!.words > 3) evidence[at - 1] = Math.max(evidence[at - 1]!, 2);
  }
}

// Enough of a report to stand above its readers' comments.
const fullReport = 12;

/** Below the heading of the readers' comments stands no report, once there was one. */
function dropComments(evidence: number[], shapes: readonly Shape[]): void {
  let above = 0;
  let isBelow = false;
  for (const [at, { cue, words }] of shapes.entries()) {
    if (isBelow) evidence[at]! -= 1.5;
    else if (cue?.weight === "sure" && cue.furniture === "comment" && words < 5 && above > fullReport) isBelow = true;
    above += Math.max(0, evidence[at]!);
  }
}

const glued = /\p{Ll}{4}[\p{Lu}][\p{Ll}]{0,20} \p{L}/u;
const fewestTeasers = 4;

/** Teasers as some programs print them: a headline and its first sentence without a blank between, or a text that is cut off; only where there are several. */
function dropTeasers(evidence: number[], shapes: readonly Shape[]): void {
  for (const isTeaser of [
    (shape: Shape) => shape.words > 9 && shape.words < 60 && glued.test(shape.front.slice(0, 160)),
    (shape: Shape) =>
      shape.words > 5 && shape.length < 500 && /(?:\.\.\.|…)(?: ?\[?(?:more|\+)\]?)?\]?$/i.test(shape.front),
  ]) {
    const found = shapes.flatMap((shape, at) => (isTeaser(shape) ? [at] : []));
    if (found.length >= fewestTeasers) for (const at of found) evidence[at]! -= 4.5;
  }
}

/** Lines at the depth of the article's own, in the box around its best run, are likelier of it; lines outside that box hardly are. */
function addDepth(
  evidence: number[],
  lines: readonly Line[],
  shapes: readonly Shape[],
  run: readonly [number, number],
): void {
  const box = boxAround(lines, run, (at) => Math.max(0, evidence[at]!) * Math.min(100, shapes[at]!.words));
  for (const [at, line] of lines.entries()) {
    const isOut = at < box.first || at >= box.end;
    evidence[at]! += isOut ? -0.7 : line.indent === box.indent ? 2 : shapes[at]!.bullet ? 1.2 : 0;
  }
}

interface Runs {
  readonly runs: readonly (readonly [number, number])[];
  readonly masses: readonly number[];
  /** Index of the run that is worth most; -1 for none. */
  readonly best: number;
}

/** Runs of lines that are likelier article than furniture, and the one that is the article. */
function bestRun(evidence: readonly number[], shapes: readonly Shape[], headline: number): Runs {
  const found = runsOf(bestPath(evidence));
  // Nothing speaks for an article (a table, a list of verses): what stands below the headline is let in more easily.
  const runs =
    found.length > 0 ? found : runsOf(bestPath(evidence.map((score, at) => score + (at > headline ? 1.5 : 0))));
  const masses = runs.map(([from, end]) => evidence.slice(from, end).reduce((sum, score) => sum + score, 0));
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const [at, run] of runs.entries()) {
    const worth = masses[at]! + openingWorth(run, shapes, headline);
    if (worth > most) {
      most = worth;
      best = at;
    }
  }
  return { runs, masses, best };
}

/** The article's lines: the run of lines with most evidence, and the runs near it that have enough of their own. */
export function articleRegion(text: string, lines: readonly Line[], shapes: readonly Shape[]): Region {
  if (!isScraped(shapes)) {
    const inside = shapes.map((shape) => shape.cue?.weight !== "sure");
    const first = inside.indexOf(true);
    return { inside, first: Math.max(0, first), end: inside.lastIndexOf(true) + 1 };
  }
  const counts = new Map<string, number>();
  for (const { front } of shapes) counts.set(front, (counts.get(front) ?? 0) + 1);
  const addressed = shapes.filter((shape) => shape.words > 19);
  // An interview or a column speaks as "we" and to "you" all through: there it tells nothing.
  const isPersonal = addressed.filter((shape) => shape.address).length * 5 > addressed.length * 2;
  const middle = text.length / 2;
  const evidence: number[] = lines.map((line, at) =>
    evidenceOf(shapes[at]!, counts.get(shapes[at]!.front)! > 1, !isPersonal && line.start > middle),
  );
  addRows(evidence, lines, shapes);
  addNumbered(evidence, shapes);
  addPosts(evidence, shapes);
  dropComments(evidence, shapes);
  dropTeasers(evidence, shapes);
  const headline = shapes.findIndex((_, at) => repeatsOpening(shapes, at));
  const first = bestRun(evidence, shapes, headline);
  if (first.best >= 0 && isIndented(lines)) addDepth(evidence, lines, shapes, first.runs[first.best]!);
  const { runs, masses, best } = bestRun(evidence, shapes, headline);
  const inside: boolean[] = lines.map(() => false);
  if (best < 0) return { inside, first: lines.length, end: lines.length };
  const keep = (at: number) => inside.fill(true, runs[at]![0], runs[at]![1]);
  keep(best);
  // Lines of furniture between two runs must be outweighed by what lies behind them; pictures and their captions break no article.
  const isJoined = (at: number, from: number, to: number): boolean => {
    const gap = shapes.slice(from, to).filter((shape) => !isInset(shape));
    return masses[at]! >= 2 + gapCost * gap.length;
  };
  for (let at = best + 1, gapFrom = runs[best]![1]; at < runs.length; at++) {
    if (!isJoined(at, gapFrom, runs[at]![0])) break;
    keep(at);
    gapFrom = runs[at]![1];
  }
  for (let at = best - 1, gapTo = runs[best]![0]; at >= 0; at--) {
    if (runs[at]![1] <= headline || !isJoined(at, runs[at]![1], gapTo)) break;
    keep(at);
    gapTo = runs[at]![0];
  }
  reachOver(inside, evidence, shapes, -1);
  reachOver(inside, evidence, shapes, 1);
  const opening = inside.indexOf(true);
  const end = inside.lastIndexOf(true) + 1;
  // A paragraph between two inserted boxes: the changes cost more than it brings, but on both sides there is article.
  for (let at = opening; at < end; at++) if (evidence[at]! >= 2) inside[at] = true;
  return { inside, first: opening, end };
}
