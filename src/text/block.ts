import type { Block, BlockKind, FurnitureKind } from "../model/block.ts";
import { isAboutHeading } from "./about.ts";
import { bylineAuthors, isCredit } from "./byline.ts";
import { isCaption } from "./caption.ts";
import { datelineOf, isDatelineAlone } from "./dateline.ts";
import { type Line, linesOf } from "./line.ts";
import { articleRegion, type Region } from "./region.ts";
import { type Shape, shapesOf } from "./shape.ts";
import { titleLine } from "./title.ts";
import { isUpdateNote } from "./update.ts";

interface Label {
  readonly kind: BlockKind;
  readonly furniture: FurnitureKind | null;
}

const plainLabel = (kind: BlockKind): Label => ({ kind, furniture: null });
const furnitureLabel = (furniture: FurnitureKind): Label => ({ kind: "furniture", furniture });

/** The lines of a page with everything that is known of them when one is labelled. */
interface Sheet {
  readonly lines: readonly Line[];
  readonly shapes: readonly Shape[];
  readonly region: Region;
  readonly title: number | null;
}

const isReadMore = (shape: Shape | undefined): boolean =>
  shape?.cue?.furniture === "related" && shape.cue.weight === "sure" && shape.words < 4;

/** A heading that points elsewhere ("Trending news", "More from the paper"). */
const isReadMoreHeading = (shape: Shape): boolean =>
  shape.cue?.furniture === "related" && shape.cue.weight === "sure" && shape.words < 7 && !shape.closed;

/** Is the next line the first of a player's, so that this one is the title of what it plays? */
const isPlayerTitle = ({ shapes }: Sheet, at: number): boolean =>
  shapes[at + 1]?.cue?.furniture === "player" &&
  shapes[at]!.words > 2 &&
  shapes[at]!.words < 30 &&
  !/\.["”’']?$/.test(shapes[at]!.front);

const isTeaser = ({ shapes }: Sheet, at: number): boolean =>
  isReadMore(shapes[at - 1]) && !shapes[at]!.closed && shapes[at]!.words < 25;

/** A line printed twice, one right below the other, is a picture's: its text and its description. */
const isTwin = ({ shapes }: Sheet, at: number): boolean => {
  const { front, words } = shapes[at]!;
  return words > 1 && (shapes[at - 1]?.front === front || shapes[at + 1]?.front === front);
};

function isHeading({ shapes, region, lines }: Sheet, at: number): boolean {
  const shape = shapes[at]!;
  const next = shapes[at + 1];
  if (at === region.first || at + 1 >= region.end || !next) return false;
  return (
    !shape.closed &&
    shape.words > 0 &&
    shape.words < 13 &&
    !/[,;]$/.test(shape.front) &&
    next.words > 12 &&
    next.closed &&
    lines[at]!.gapBefore === lines[at + 1]!.gapBefore &&
    !/^["“«—–]/.test(shape.front)
  );
}

/** Kind of a line outside the article: by its words, by its neighbours, else by whether it stands above or below the article. */
function outsideLabel(sheet: Sheet, at: number, above: FurnitureKind | null): Label {
  const { shapes, region } = sheet;
  const shape = shapes[at]!;
  if (isPlayerTitle(sheet, at)) return furnitureLabel("player");
  if (shape.cue) return furnitureLabel(shape.cue.furniture);
  const near = at >= region.first - 12 && at < region.end + 4;
  if (near && bylineAuthors(shape.front)) return plainLabel("byline");
  if (near && isUpdateNote(shape.front)) return plainLabel("update");
  if (near && isCredit(shape.front)) return plainLabel("credit");
  if (near && at < region.first && (isTwin(sheet, at) || isCaption(shape.front)) && shape.words > 1)
    return plainLabel("caption");
  if (at < region.first) return furnitureLabel(shape.stamp ? "other" : "navigation");
  return furnitureLabel(above ?? (shape.words > 3 ? "related" : "other"));
}

function insideLabel(sheet: Sheet, at: number): Label {
  const { shapes, region } = sheet;
  const shape = shapes[at]!;
  if (isPlayerTitle(sheet, at)) return furnitureLabel("player");
  if (shape.cue?.weight === "sure") return furnitureLabel(shape.cue.furniture);
  if (isTeaser(sheet, at)) return plainLabel("teaser");
  if (shape.stamp && shapes.length > 3) return furnitureLabel("other");
  if (bylineAuthors(shape.front) && (at < region.first + 4 || at > region.end - 3) && shapes.length > 1)
    return plainLabel("byline");
  if (isUpdateNote(shape.front)) return plainLabel("update");
  if (isCredit(shape.front)) return plainLabel("credit");
  if (isCaption(shape.front) || isTwin(sheet, at)) return plainLabel("caption");
  if (isDatelineAlone(shape.front) && at < region.first + 4) return plainLabel("dateline");
  if (isHeading(sheet, at)) return plainLabel("heading");
  return plainLabel("paragraph");
}

/** Index from which the article's last lines are a note about its author or a firm: in its second half, below a heading that says so; its end for none. */
function aboutFrom({ shapes, region }: Sheet): number {
  for (let at = region.end - 1; at >= region.first + (region.end - region.first) / 2; at--)
    if (isAboutHeading(shapes[at]!.front)) return at;
  return region.end;
}

function labelsOf(sheet: Sheet): readonly Label[] {
  const labels: Label[] = [];
  const about = aboutFrom(sheet);
  let above: FurnitureKind | null = null;
  // Below a heading that points elsewhere ("More stories") stand headlines, until a sentence comes.
  let isPointing = false;
  for (const [at, shape] of sheet.shapes.entries()) {
    const isInside = sheet.region.inside[at]!;
    const isHeadline = !shape.closed && shape.words > 2 && shape.words < 25;
    isPointing = isReadMoreHeading(shape) || (isPointing && isHeadline);
    const label: Label =
      at === sheet.title
        ? plainLabel("title")
        : isInside && at >= about
          ? furnitureLabel("other")
          : isInside && isPointing && isHeadline
            ? plainLabel("teaser")
            : isInside
              ? insideLabel(sheet, at)
              : outsideLabel(sheet, at, at >= sheet.region.end ? above : null);
    above = label.furniture === "other" || label.furniture === "navigation" ? above : label.furniture;
    labels.push(label);
  }
  return labels;
}

/** A line as its block, or as two where it opens with a dateline: that, and the rest of its paragraph. */
export function blocksOfLine(text: string, line: Line, label: Label, mayHaveDateline: boolean): readonly Block[] {
  const dateline = mayHaveDateline ? datelineOf(text.slice(line.start, Math.min(line.end, line.start + 400))) : null;
  if (!dateline) return [{ start: line.start, end: line.end, ...label }];
  const cut = line.start + dateline.length;
  const rest = text.slice(cut, line.end);
  return [
    { start: line.start, end: cut, ...plainLabel("dateline") },
    { start: cut + rest.length - rest.trimStart().length, end: line.end, ...label },
  ];
}

/**
 * Blocks of a plain or scraped text, in order: title, byline, dateline, paragraphs, …, and furniture, which is labelled and never cut.
 * `title` is the report's title where it is known; it is looked for in the page. `repeated` are the lines that texts of the same publisher
 * have in common (`repeatedLines`): they are furniture wherever they stand.
 * Every character that is not white space is in one block, and blocks do not overlap.
 */
export function findBlocks(
  text: string,
  title: string | null = null,
  repeated: ReadonlySet<string> = new Set(),
): readonly Block[] {
  const lines = linesOf(text);
  const shapes = shapesOf(text, lines, repeated);
  const region = articleRegion(text, lines, shapes);
  const sheet: Sheet = { lines, shapes, region, title: titleLine(lines, shapes, region, title) };
  const labels = labelsOf(sheet);
  const blocks: Block[] = [];
  let paragraphs = 0;
  let found = false;
  for (const [at, line] of lines.entries()) {
    const label = labels[at]!;
    const isParagraph = label.kind === "paragraph";
    // A dateline opens the report; a standfirst or an update may come before it.
    const parts = blocksOfLine(text, line, label, isParagraph && !found && paragraphs < 4);
    if (isParagraph) paragraphs++;
    found ||= parts.length > 1 || label.kind === "dateline";
    blocks.push(...parts);
  }
  return blocks;
}
