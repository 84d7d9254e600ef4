import type { FurnitureKind } from "../model/block.ts";
import { plainWords } from "./headline.ts";
import type { Box, HtmlLine, HtmlLines } from "./html-line.ts";

/** What the markup makes of one line. */
export interface HtmlVerdict {
  readonly inside: boolean;
  /** Furniture of the box around it; null where none is so marked. */
  readonly furniture: FurnitureKind | null;
  readonly part: "caption" | "meta" | "standfirst" | null;
}

/** Is a text written in a script without blanks between words, by its first characters? */
function isWide(text: string, start: number, end: number): boolean {
  for (let at = start; at < Math.min(end, start + 60); at++) {
    const code = text.charCodeAt(at);
    // Thai; kana and Han; Hangul.
    if ((code > 0xdff && code < 0xe80) || (code > 0x303f && code < 0xa000) || (code > 0xabff && code < 0xd7b0))
      return true;
  }
  return false;
}

/** Characters of a line that are text of its own and no links; those of scripts without spaces count more. */
function textWeight(text: string, line: HtmlLine): number {
  if (line.linked > 0.6) return 0;
  return (line.end - line.start) * (1 - line.linked) * (isWide(text, line.start, line.end) ? 2.5 : 1);
}

/** Sums over the first n lines, so that a box is weighed in one step. */
const sumsOf = (values: readonly number[]): Float64Array => {
  const sums = new Float64Array(values.length + 1);
  for (let at = 0; at < values.length; at++) sums[at + 1] = sums[at]! + values[at]!;
  return sums;
};

// A heading is no text, but a report may stand in heading elements as a whole.
const isHeadingLine = (line: HtmlLine): boolean =>
  line.kind === "title" || (line.kind === "heading" && line.end - line.start < 100);

/** Furniture that a box is marked as by its element, its role or its names. */
const markedAs = (box: Box): FurnitureKind | null =>
  // A row's names are about what it lists.
  box.name === "tr" ? null : (box.marks.furniture ?? box.furniture);

/** Where the article of a page is, by its markup. */
export interface HtmlArticle {
  readonly verdicts: readonly HtmlVerdict[];
  readonly first: number;
  readonly end: number;
}

interface Weights {
  readonly text: Float64Array;
  /** As `text`, with long headings. */
  readonly lead: Float64Array;
  /** All characters. */
  readonly size: Float64Array;
  readonly linkedSize: Float64Array;
}

const within = (sums: Float64Array, box: Box): number => sums[box.end]! - sums[box.first]!;

/**
 * Which marked boxes are believed: not one that holds most of the page's text, or the headline with text below it,
 * for then the name is about the whole ("content-with-sidebar").
 */
function furnitureOfBoxes(
  boxes: readonly Box[],
  lines: readonly HtmlLine[],
  text: Float64Array,
  linked: Float64Array,
  titleAt: number,
  isForum: boolean,
): Map<Box, FurnitureKind> {
  const total = text[lines.length]!;
  const titles = sumsOf(lines.map((line) => (line.kind === "title" ? 1 : 0)));
  const believed = new Map<Box, FurnitureKind>();
  for (const box of boxes) {
    if (box.first === box.end) continue;
    const above = box.parent ? believed.get(box.parent) : undefined;
    if (above !== undefined && !(box.name === "blockquote" && above !== "comment" && box.bodyAround !== null)) {
      believed.set(box, above);
      continue;
    }
    if (box.name === "html" || box.name === "body" || box.name === "article" || box.name === "main") continue;
    const kind = markedAs(box);
    // What is quoted in an article belongs to it, also where the box around it is the share button's.
    if (kind === null || (isForum && kind === "comment")) continue;
    const held = within(text, box);
    const share = held / Math.max(1, total);
    if (share > 0.5 || (within(titles, box) > 0 && share > 0.25)) continue;
    // The text right below the headline is a standfirst, also where its box is called a teaser.
    const isPlain = held > 0 && within(linked, box) < held * 0.1;
    if (
      isPlain &&
      kind === "related" &&
      titleAt >= 0 &&
      box.first > titleAt &&
      box.first < titleAt + 8 &&
      box.end - box.first < 4 &&
      held < 900
    )
      continue;
    if (isPlain && held > 200 && box.articleAround !== null && /widget/i.test(box.names) && box.name !== "aside")
      continue;
    const strong = box.bodyAround;
    if (strong && held > within(text, strong) * 0.4 && kind !== "comment") continue;
    if (box.strength === 2 && box.marks.furniture !== "comment") continue;
    believed.set(box, kind);
  }
  return believed;
}

/** Is a box one of a kind, so that others of its kind carry on the same text? Its element and its class without numbers. */
const kindOf = (box: Box): string =>
  `${box.name} ${box.names
    .replace(/[\w-]*\d[\w-]*/g, "")
    .replace(/\s+/g, " ")
    .trim()}`;

type Children = ReadonlyMap<Box, readonly Box[]>;

const heaviestOf = (among: readonly Box[], sums: Float64Array): Box | null => {
  let heaviest: Box | null = null;
  for (const one of among) if (!heaviest || within(sums, one) > within(sums, heaviest)) heaviest = one;
  return heaviest;
};

/** Of several articles in a row the one that the page is about: it has the title, or stands first below it and is of another kind than the rest. */
function ownArticle(among: readonly Box[], { text }: Weights, titleAt: number): Box | null {
  const articles = among.filter((one) => one.name === "article" && within(text, one) > 0);
  const first = articles.find((one) => one.end > titleAt);
  if (articles.length < 2 || first === undefined || titleAt < 0) return null;
  const rest = articles.reduce((sum, one) => sum + (one === first ? 0 : within(text, one)), 0);
  // A summary above the parts of one report is marked up as they are.
  const isOther =
    within(text, first) > 0.2 * rest && articles.every((one) => one === first || kindOf(one) !== kindOf(first));
  return (first.first <= titleAt && first !== articles.at(-1)) || (isOther && first === articles[0]) ? first : null;
}

/** The box that holds the article: from the whole page, step by step, the inner box that has nearly all text of the outer one. */
function containerOf(boxes: readonly Box[], children: Children, weights: Weights, titleAt: number): Box {
  let box = boxes[0]!;
  const total = within(weights.text, box);
  const strong = boxes.filter((one) => one.strength === 2 && !isTextBox(one) && within(weights.text, one) > 0);
  const best = heaviestOf(strong, weights.text);
  if (best && within(weights.text, best) > total * 0.25) box = best;
  for (;;) {
    const inner = children.get(box) ?? [];
    const heaviest = heaviestOf(inner, weights.text);
    if (!heaviest || isTextBox(heaviest)) break;
    const share = within(weights.text, heaviest) / Math.max(1, within(weights.text, box));
    const strength = heaviest.strength;
    const isOneOfMany = inner.some(
      (one) =>
        one !== heaviest &&
        within(weights.text, one) > 0 &&
        ((one.name === heaviest.name && kindOf(one) === kindOf(heaviest)) || (strength === 2 && one.strength === 2)),
    );
    const needed = isOneOfMany ? 0.85 : strength === 2 ? 0.45 : strength === 1 ? 0.5 : 0.72;
    const own = share < needed ? ownArticle(inner, weights, titleAt) : heaviest;
    if (own === null) break;
    box = own;
  }
  return box;
}

/** Lines of boxes beside the container that carry the same text: a standfirst above it, parts of the same kind below it. */
function joined(
  container: Box,
  children: Children,
  weights: Weights,
  lines: readonly HtmlLine[],
  titleAt: number,
  isOut: (box: Box) => boolean,
): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [[container.first, container.end]];
  let level = 0;
  for (let box = container; box.parent && box.name !== "body" && level < 6; box = box.parent, level++) {
    const { parent } = box;
    const kind = kindOf(box);
    for (const one of children.get(parent) ?? []) {
      if (one === box || isOut(one)) continue;
      if (one.end <= box.first) {
        if ((titleAt < 0 && level > 1) || titleAt >= box.first) continue;
        for (let at = Math.max(one.first, titleAt < box.first ? titleAt + 1 : 0); at < one.end; at++)
          if (
            weights.lead[at + 1]! > weights.lead[at]! &&
            lines[at]!.linked < 0.15 &&
            lines[at]!.box.name !== "li" &&
            !isOut(lines[at]!.box)
          )
            ranges.push([at, at + 1]);
        continue;
      }
      const weight = within(weights.lead, one);
      const isLinked = within(weights.linkedSize, one) > within(weights.size, one) * 0.25;
      if (weight < 60 || isLinked || level > 2 || one.name === "article") continue;
      const isSame = one.name === box.name && kind.length > box.name.length + 1 && kindOf(one) === kind;
      if (isSame || isTextBox(one) || one.strength === 2) ranges.push([one.first, one.end]);
    }
    for (let at = parent.first; at < parent.end; at++) {
      const line = lines[at]!;
      if (line.box !== parent || (at >= box.first && at < box.end)) continue;
      if (weights.lead[at + 1]! > weights.lead[at]! && level < 3 && (at >= box.first || titleAt < 0 || at > titleAt))
        ranges.push([at, at + 1]);
    }
    if (titleAt >= parent.first && titleAt < parent.end && level > 2) break;
  }
  return ranges;
}

/** Lines of boxes that show other reports: a headline that is a link with a line or two below it, three times and more. */
function teaserLines(lines: readonly HtmlLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  let teasers = 0;
  for (const [at, line] of lines.entries()) {
    if (line.linked < 0.8 || line.end - line.start < 20 || line.end - line.start > 200) continue;
    if (line.kind === null && !/^h\d$/.test(line.box.name)) continue;
    teasers++;
    for (let below = at + 1; below < Math.min(lines.length, at + 5); below++) {
      const next = lines[below]!;
      if (next.kind !== null) break;
      if (next.linked < 0.5) found.add(below);
    }
  }
  return teasers < 3 ? new Set() : found;
}

const textBoxes = new Set("p h1 h2 h3 h4 h5 h6 li pre blockquote td tr dd dt figcaption ul ol table".split(" "));
const isTextBox = (box: Box): boolean => textBoxes.has(box.name);

const isComment = (box: Box): boolean => {
  for (let at: Box | null = box, level = 0; at !== null && level < 6; at = at.parent, level++)
    if (at.marks.furniture === "comment") return true;
  return false;
};

/** The line that gives the report's title: the last `h1` that does, else the last heading that does, else the first `h1`; -1 for none. */
function titleLine(text: string, lines: readonly HtmlLine[], title: string | null): number {
  const wanted = title === null ? "" : plainWords(title);
  let best = -1;
  let worth = 0;
  for (const [at, line] of lines.entries()) {
    if (line.end - line.start > 400) continue;
    const isHeading = line.kind === "title" || line.kind === "heading";
    if (!isHeading) continue;
    const words = plainWords(text.slice(line.start, line.end));
    const isSame = wanted !== "" && (words === wanted || (words.length > 12 && wanted.startsWith(words)));
    const here = (line.kind === "title" ? 1 : 0) + (isSame ? 2 : 0);
    if (here > worth) {
      best = at;
      worth = here;
    }
  }
  return best;
}

/** Finds the article of a page by its boxes. `title` is the report's title where the page's fields tell it. Linear in lines and boxes. */
export function findArticle({ text, lines, boxes }: HtmlLines, title: string | null): HtmlArticle {
  const size = lines.map((line) => line.end - line.start);
  const teasers = teaserLines(lines);
  const rough = lines.map((line, at) => {
    const weight = teasers.has(at) ? 0 : textWeight(text, line);
    return weight > 60 ? weight : 0;
  });
  const titleAt = titleLine(text, lines, title);
  const linkedSize = sumsOf(size.map((one, at) => one * lines[at]!.linked));
  const roughSums = sumsOf(rough);
  const commented = sumsOf(rough.map((one, at) => (one > 0 && isComment(lines[at]!.box) ? one : 0)))[lines.length]!;
  const total = roughSums[lines.length]!;
  const isForum = commented > 0.6 * total && total - commented < 400;
  const believed = furnitureOfBoxes(boxes, lines, roughSums, linkedSize, titleAt, isForum);
  const lead = rough.map((one, at) => (believed.has(lines[at]!.box) || lines[at]!.kind === "title" ? 0 : one));
  const weight = lead.map((one, at) => (isHeadingLine(lines[at]!) ? 0 : one));
  const weights: Weights = {
    text: sumsOf(weight),
    lead: sumsOf(lead),
    size: sumsOf(size),
    linkedSize,
  };
  const children = new Map<Box, Box[]>();
  for (const box of boxes) {
    if (!box.parent || box.first === box.end) continue;
    const siblings = children.get(box.parent);
    if (siblings) siblings.push(box);
    else children.set(box.parent, [box]);
  }
  const container = containerOf(boxes, children, weights, titleAt);
  const partOf = new Map<Box, HtmlVerdict["part"]>();
  const dense = new Map<Box, FurnitureKind>();
  for (const box of boxes) {
    const strength = box.strength;
    const above = box.parent && strength < 2 ? (partOf.get(box.parent) ?? null) : null;
    const own =
      box.name === "figcaption" || box.name === "figure"
        ? "caption"
        : strength === 0 && box.first < box.end && within(weights.text, box) < 400
          ? box.marks.part
          : null;
    partOf.set(box, above ?? own);
    const outer = box.parent ? dense.get(box.parent) : undefined;
    if (box.name === "blockquote") continue;
    if (outer) dense.set(box, outer);
    else if (
      box.end > box.first + 1 &&
      box !== container &&
      !(titleAt >= box.first && titleAt < box.end) &&
      within(weights.linkedSize, box) > within(weights.size, box) * (box.name === "ul" ? 0.4 : 0.5) &&
      (box.name === "ul" ||
        box.name === "ol" ||
        (within(weights.text, box) < 300 && within(weights.text, box) < within(weights.size, box) * 0.2))
    )
      dense.set(box, "related");
  }
  const inside: boolean[] = lines.map(() => false);
  for (const [from, to] of joined(
    container,
    children,
    weights,
    lines,
    titleAt,
    (box) => believed.has(box) || dense.has(box),
  ))
    inside.fill(true, from, to);
  const verdicts: HtmlVerdict[] = lines.map((line, at) => {
    const furniture = believed.get(line.box) ?? dense.get(line.box) ?? null;
    return { inside: inside[at]! && furniture === null, furniture, part: partOf.get(line.box) ?? null };
  });
  return { verdicts, first: Math.max(0, inside.indexOf(true)), end: inside.lastIndexOf(true) + 1 };
}
